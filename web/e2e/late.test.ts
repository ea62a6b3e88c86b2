import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

describe("somebody comes late", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("the one who comes late is told what has been done, and the others are not", async () => {
		e = await gather(hall);
		await e.lead.next();
		await sees(e.anna.field);
		await e.lead.next();
		const late = new Phone(await hall.device("late", "phone"));
		await late.scan(e.lead.code);
		await late.button(t("p.as.skip")).tap();
		await sees(late.text(t("p.recap.done", { steps: "Skriv alene" })));
		await look(late.device, "p-recap");
		expect(await e.anna.heading(t("p.recap.title")).count()).toBe(0);
		await late.page.reload();
		await sees(late.heading(t("p.recap.title")));
		await late.button(t("p.recap.ok")).tap();
		await gone(late.heading(t("p.recap.title")));
		await late.page.reload();
		await sees(late.heading("Rundt bordet"));
		expect(await late.heading(t("p.recap.title")).count()).toBe(0);
	});
});
