import { afterAll, beforeAll, describe } from "vitest";
import { gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

const places = 12;
const [bus, homework] = ["Felles buss til trening", "Leksehjelp på bussen"];

describe("a vote with paper, and the round after it", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	const everywhere = async (step: string) => {
		for (const d of hall.devices) await look(d, `votes-${step}-${d.name}`);
	};
	/** slip types in the first slip that is missing. */
	const slip = async (title: string) => {
		const page = e.lead.device.page;
		await e.lead.button(t("lead.slip.type")).click();
		const ask = page.getByRole("dialog", { name: t("lead.slip.type") });
		await ask.getByRole("checkbox", { name: title }).check();
		await ask.getByRole("button", { name: t("lead.slip.save") }).click();
		await gone(ask);
	};
	const isIn = (n: number, of = places) => sees(e.lead.device.page.getByText(t("lead.slip.in", { n, of })));

	chapter("two write for the twelve around them who have no phone", async () => {
		e = await gather(hall);
		const { lead, anna, berit } = e;
		await lead.next();
		await sees(anna.heading("Skriv alene"));
		await anna.write(bus);
		await berit.write(homework);
		await lead.next();
		await anna.share(bus);
		await berit.share(homework);
		await anna.button(t("p.scribe.can")).tap();
		await sees(anna.text(t("p.scribe.is")));
		await anna.send(2);
		await lead.next();
		await lead.next();
		await sees(anna.heading(t("p.vote.soon")));
		for (let n = 1; n <= places; n++) {
			await anna.button(t("p.place.add")).tap();
			await anna.page
				.getByRole("dialog")
				.getByRole("button", { name: t("p.place.sure"), exact: true })
				.tap();
			await sees(anna.text(t("p.place.now", { n })));
		}
	});

	chapter("the vote closes in the hall while two slips are out, and phones are told so", async () => {
		const { lead, board, anna, berit } = e;
		await lead.open();
		await anna.choose(bus);
		await berit.choose(homework);
		for (let n = 0; n < 10; n++) {
			await slip(n < 5 ? bus : homework);
			await isIn(n + 1);
		}
		await everywhere("1-open");
		await lead.device.page
			.getByRole("contentinfo")
			.getByRole("button", { name: t("lead.vote.close") })
			.click();
		const ask = lead.device.page.getByRole("dialog", { name: t("lead.vote.close_title") });
		await sees(ask.getByText(t("lead.vote.close_hall", { n: 2 })));
		await ask.getByRole("button", { name: t("lead.vote.close_hall_yes") }).click();
		for (const p of [anna, berit]) await sees(p.heading(t("p.vote.hall")));
		await sees(board.page.getByRole("heading", { name: t("board.vote_hall") }));
		await everywhere("2-hall");
		for (const d of hall.devices) if (d.told('"marks"')) throw new Error(`${d.name} was told a number`);
	});

	chapter("a preliminary result calls itself that on every screen", async () => {
		const { lead, board, anna, berit } = e;
		await lead.button(t("lead.hall.preview")).click();
		await sees(lead.device.page.getByText(t("lead.result.early", { n: 7, laid: 5 })));
		await lead.next();
		await sees(board.page.getByRole("heading", { name: t("board.early") }));
		for (const p of [anna, berit]) await sees(p.heading(t("p.result.early")));
		await everywhere("3-early");
	});

	chapter("the last slip makes it final: two proposals share the first place", async () => {
		const { lead, board, anna } = e;
		await lead.tab("vote");
		await slip(bus);
		await isIn(1, 2); // those typed in while it was open lie in the bag, and are no longer anybody's to change
		await slip(homework);
		await sees(board.page.getByRole("heading", { name: t("board.result_title") }));
		await sees(board.page.getByText(t("board.tie", { n: 2, place: 1 })));
		await gone(anna.heading(t("p.result.early")));
		await everywhere("4-final");
	});

	chapter("a new round between them is one press, and both rounds are shown", async () => {
		const { lead, board, anna, berit } = e;
		await lead.button(t("lead.again.go")).click();
		await sees(board.page.getByText(t("board.again.round", { n: 2 })));
		await anna.choose(bus);
		await berit.choose(bus);
		await everywhere("5-again");
		await lead.device.page
			.getByRole("contentinfo")
			.getByRole("button", { name: t("lead.vote.close") })
			.click();
		await lead.button(t("lead.vote.close_hall_yes")).click();
		await lead.button(t("lead.hall.final")).click();
		const ask = lead.device.page.getByRole("dialog", { name: t("lead.hall.final_title") });
		await sees(ask.getByText(t("lead.vote.few_cast", { n: 2 })));
		await ask.getByRole("button", { name: t("lead.hall.final"), exact: true }).click();
		await sees(lead.device.page.getByText(t("lead.again.before", { n: 7 })).first());
		await lead.next();
		await sees(board.page.getByText(t("board.again.before", { n: 7, round: 1 })).first());
		await sees(anna.slip(bus).getByText(t("p.result.before", { n: 7, round: 1 })));
		await everywhere("6-both");
	});
});
