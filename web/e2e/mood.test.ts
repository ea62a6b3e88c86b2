import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, gone, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

const question = "Her er det lett å være ny";

/** How it is, asked on everybody's phone: one is looked at, four others answer by plain http. */
describe("the mood of a room", () => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let anna: Phone;
	const chapter = story(() => hall);
	beforeAll(async () => {
		hall = await Hall.open();
		lead = new Panel(await hall.device("lead", "lead"));
	});
	afterAll(() => hall.close());

	/** others come and answer, one after the other. */
	const others = async (answers: readonly number[], from: number) => {
		for (const [n, said] of answers.entries()) {
			const own = await lead.device.context.browser()?.newContext({ baseURL: hall.base });
			if (!own) throw new Error("no browser");
			const { request } = own;
			const id = `mood${from + n}`.padEnd(26, "a");
			const room = (
				(await (await request.post("/api/join", { data: { code: lead.code, id, as: "" } })).json()) as { room: string }
			).room;
			const frame = { t: "cmd", id: "answer-1", do: "mood.answer", with: { step: await now(), choice: [`1=${said}`] } };
			const told = (await (await request.post(`/api/rooms/${room}/say?surface=p`, { data: frame })).json()) as {
				t: string;
			};
			expect(told.t).toBe("ack");
		}
	};
	const now = () =>
		anna.page.evaluate(
			(room) =>
				fetch(`/api/rooms/${room}/view?surface=p`)
					.then((r) => r.json())
					.then((v) => v.set.step.id as string),
			lead.room,
		);

	chapter("is asked in a step of its own, and nobody is told what anybody answers", async () => {
		const { page } = lead.device;
		await lead.plan({ title: "Fritid for alle barn" });
		await lead.enter();
		await lead.showBoard();
		board = await hall.device("board", "board");
		await board.page.goto(lead.boardLink);
		anna = new Phone(await hall.device("anna", "phone"));
		await anna.scan(lead.code);
		await anna.button(t("p.as.skip")).tap();
		await lead.tab("run");
		await page
			.getByRole("button", { name: /Ankomst/ })
			.first()
			.click();
		await page.getByRole("button", { name: t("lead.step.insert") }).click();
		await page.getByLabel(t("lead.step.kind")).selectOption("stemning");
		await page.getByLabel(t("lead.step.title"), { exact: true }).fill(question);
		await page.getByRole("button", { name: t("lead.step.insert_yes") }).click();
		await lead.next();
		await anna.page.getByLabel("4", { exact: true }).tap();
		await sees(anna.text(t("p.mood.done")));
		await look(anna.device, "stemning-telefon");
		await sees(board.page.getByText(t("board.mood_answered", { of: 1 })));
		await look(board, "stemning-tavle");
		await sees(page.getByText(t("lead.mood.few")));
		await look(lead.device, "stemning-panel");
	});

	chapter("is shown as a spread when five have answered and whoever leads says so", async () => {
		await others([1, 3, 4, 5], 0);
		await lead.button(t("lead.mood.show")).click();
		const sure = lead.device.page.getByRole("dialog", { name: t("lead.mood.sure") });
		await sees(sure);
		expect(anna.device.told('"spread":[[')).toBe(false);
		await sure.getByRole("button", { name: t("lead.mood.show") }).click();
		await gone(sure);
		for (const { page } of [lead.device, board, anna.device]) {
			await sees(page.locator(".spread"));
			expect(await page.locator(".spread td b").allTextContents()).toEqual(["1", "0", "1", "2", "1"]);
		}
		await look(anna.device, "stemning-telefon-vist");
		await look(board, "stemning-tavle-vist");
		await look(lead.device, "stemning-panel-vist");
	});
});
