import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

/** A time of day in the meeting's zone, so many minutes from now. */
const ahead = (minutes: number) =>
	new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Oslo" }).format(
		Date.now() + minutes * 60_000,
	);

describe("the caretaker locks", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("the facilitator says when they must be out, and the phones say it calmly", async () => {
		e = await gather(hall);
		const { lead, anna } = e;
		const by = ahead(40);
		await lead.tab("run");
		await lead.button(t("lead.out.set")).click();
		await lead.device.page.getByLabel(t("lead.out"), { exact: true }).fill(by);
		await lead.button(t("common.save")).click();
		await sees(lead.device.page.getByText(t("lead.out.is", { time: by.replace(/^0/, "").replace(":", ".") })));
		await sees(anna.text(t("p.lobby.out")));
		await sees(anna.text(t("p.lobby.clock", { time: by.replace(/^0/, "").replace(":", ".") })));
		await look(anna.device, "outby-lobby");
	});

	chapter("the plan is too long, and is shortened in one press; responsibility keeps its minutes", async () => {
		const { lead } = e;
		await lead.next();
		await sees(lead.button(t("lead.out.fit")));
		await look(lead.device, "outby-over");
		await lead.button(t("lead.out.fit")).click();
		await sees(lead.device.page.getByText(t("lead.out.fits")));
		await look(lead.device, "outby-fits");
		await lead.device.page.getByRole("button", { name: /Ansvarlig, første steg, frist/ }).click();
		const dialog = lead.device.page.getByRole("dialog");
		await sees(dialog.getByText("12", { exact: true }));
		expect(await dialog.getByText("12", { exact: true }).count()).toBe(1);
	});
});
