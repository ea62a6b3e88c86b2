import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { speaks } from "./speaks";
import { story } from "./story";
import { t } from "./words";

const sizes = [
	{ width: 360, height: 640 },
	{ width: 320, height: 568 },
];
const [works, missing] = ["Hva gjør vi i dag som får barn med?", "Hvilke barn når vi ikke i dag?"] as const;

describe("what somebody has begun to write", () => {
	let hall: Hall;
	let lead: Panel;
	let anna: Phone;
	const chapter = story(() => hall);
	/** go takes the meeting to a step, whatever lies between. */
	const go = (step: string) => speaks(lead.device.page, lead.room, [{ do: "agenda.go", with: { step } }], "lead");
	const box = () => anna.page.locator(".begun");
	const shoot = async (name: string) => {
		const before = anna.page.viewportSize();
		for (const size of sizes) {
			await anna.page.setViewportSize(size);
			await anna.page.evaluate(() => scrollTo(0, 0));
			await anna.device.shoot(`${name}-${size.width}`);
		}
		if (before) await anna.page.setViewportSize(before);
	};

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("half a note to one question is not an answer to the next", async () => {
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Tre spørsmål", template: "kommune-120" });
		await lead.enter();
		anna = new Phone(await hall.device("anna", "phone"));
		const berit = new Phone(await hall.device("berit", "phone"));
		for (const p of [anna, berit]) {
			await p.scan(lead.code);
			await p.button(t("p.as.skip")).tap();
		}
		await lead.groups();
		await sees(anna.heading(t("p.lobby.group", { n: 1 })));
		await go("virker-skriv");
		await sees(anna.field);
		await anna.field.pressSequentially("Halv tanke om det som virker");
		await go("savner-skriv");
		await sees(anna.page.getByText(missing, { exact: true }).first());
		await sees(box().getByText(t("p.begun.to", { asks: works }), { exact: true }));
		expect(await anna.field.inputValue()).toBe("");
		await look(anna.device, "begun-other");
		await shoot("begun-other");
	});

	chapter("a reload forgets neither the words nor the question", async () => {
		await anna.page.reload();
		await sees(box().getByText(t("p.begun.to", { asks: works }), { exact: true }));
		expect(await anna.field.inputValue()).toBe("");
		await anna.button(t("p.begun.there")).tap();
		await gone(box());
		await sees(anna.page.getByText(t("p.before", { n: 1 })));
		await anna.page.getByText(t("p.before", { n: 1 })).tap();
		await anna.received("Halv tanke om det som virker");
	});

	chapter("back at the first question, what was begun to the second says so", async () => {
		await anna.field.pressSequentially("De som flytter");
		await go("virker-bord");
		await sees(box().getByText(t("p.begun.to", { asks: missing }), { exact: true }));
		await sees(anna.slip("Halv tanke om det som virker").last());
		await look(anna.device, "begun-back");
		await shoot("begun-back");
	});

	chapter("where nothing is written it lies folded, to be read and copied", async () => {
		await go("stem");
		await sees(anna.heading(t("p.vote.soon")));
		await sees(box().getByText(t("p.begun", { n: 2 })));
		expect(await box().getByText("De som flytter").isVisible()).toBe(false);
		await shoot("begun-folded");
		await box()
			.getByText(t("p.begun", { n: 2 }))
			.tap();
		await sees(box().getByText("De som flytter"));
		await look(anna.device, "begun-open");
		await shoot("begun-open");
		await anna.button(t("p.begun.copy")).first().tap();
		await sees(anna.page.getByText(new RegExp(`${t("p.begun.copied")}|${t("p.begun.marked")}`)).first());
	});

	chapter("the old phone shows it, and the new one is not asked what was answered before", async () => {
		const fresh = new Phone(await hall.device("fresh", "phone"));
		await fresh.scan(lead.code);
		await fresh.button(t("p.size")).tap();
		await fresh.button(t("p.swap.title")).tap();
		await fresh.answer(t("p.swap.new"));
		const digits = fresh.page.getByRole("status").filter({ hasText: /^\d{6}$/ });
		await sees(digits);
		const code = (await digits.textContent()) ?? "";
		await anna.button(t("p.size")).tap();
		await anna.button(t("p.swap.title")).tap();
		await anna.answer(t("p.swap.old"));
		await anna.page.getByLabel(t("p.swap.type"), { exact: true }).fill(code);
		await sees(anna.heading(t("p.end.moved")));
		await sees(box().getByText("De som flytter"));
		await look(anna.device, "begun-old");
		await shoot("begun-old");
		anna.device.allow(/401|no valid credentials/);
		await anna.page.reload();
		await sees(box().getByText("De som flytter"));
		await sees(fresh.page.getByText(t("p.begun", { n: 1 })));
		expect(await fresh.page.getByText(t("p.recap.title")).count()).toBe(0);
		// Somebody else comes in by the old one, and finds nothing of hers.
		await anna.page.getByRole("link", { name: t("p.join.title"), exact: true }).tap();
		await anna.page.getByLabel(t("p.join.code"), { exact: true }).pressSequentially(lead.code);
		await sees(anna.heading(t("p.vote.soon")));
		expect(await box().count()).toBe(0);
		expect(await anna.page.evaluate(() => JSON.stringify(localStorage))).not.toContain("De som flytter");
		await go("ansvar");
		await sees(fresh.heading("Ansvarlig, første steg, frist"));
		anna = fresh;
	});

	chapter("at the end what was never shared can still be read", async () => {
		await speaks(lead.device.page, lead.room, [{ do: "meeting.end", with: {} }], "lead");
		await sees(anna.heading(t("p.thanks.title")));
		await box()
			.getByText(t("p.begun", { n: 1 }))
			.tap();
		await sees(box().getByText("Halv tanke om det som virker"));
		await look(anna.device, "begun-thanks");
		await shoot("begun-thanks");
	});
});
