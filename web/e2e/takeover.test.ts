import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

const patience = 10_000; // from the key is typed until another machine leads

describe("another machine takes over", () => {
	let hall: Hall;
	let evening: Evening;
	let second: Panel;
	let left = 0;
	let order: string[] = [];
	const chapter = story(() => hall);
	beforeAll(async () => {
		hall = await Hall.open();
		evening = await gather(hall);
	});
	afterAll(() => hall.close());

	/** The seconds that stand on the large clock. */
	const clock = async (p: Panel) => {
		const text = (await p.device.page.locator(".big .timer .num").textContent()) ?? "";
		const [, min, sec] = /(\d+):(\d+)/.exec(text) ?? [];
		return Number(min) * 60 + Number(sec);
	};
	const plan = (p: Panel) => p.device.page.locator(".plan ol button").allTextContents();

	chapter("the laptop dies in the middle of the silent writing", async () => {
		const { lead, anna } = evening;
		await lead.next();
		await sees(anna.heading("Skriv alene"));
		await lead.tab("run");
		left = await clock(lead);
		order = await plan(lead);
		expect(left).toBeGreaterThan(0);
		await lead.device.page.close();
	});

	chapter("a phone leads with the recovery key within ten seconds, with the same clock and the same plan", async () => {
		const { lead, anna } = evening;
		second = new Panel(await hall.device("phone that leads", "phone"));
		second.device.allow(/401/); // a machine that does not lead yet is told so
		await second.device.page.goto("/");
		const before = Date.now();
		await second.unlock(lead.room, lead.key);
		await sees(second.device.page.locator(".big .timer .num"));
		const took = Date.now() - before;
		console.info(`another device led ${took} ms after the key`);
		expect(took).toBeLessThan(patience);
		const now = await clock(second);
		expect(now).toBeLessThanOrEqual(left);
		expect(now).toBeGreaterThan(left - 30);
		expect(await plan(second)).toEqual(order);
		await look(second.device, "overtatt");
		await second.next();
		await sees(anna.heading("Rundt bordet"));
		expect(await second.device.page.locator(".plan ol button").count()).toBe(order.length);
	});

	chapter("an assistant comes by a link of their own, leads along, and is shut out again alone", async () => {
		const { anna } = evening;
		await second.tab("about");
		await second.button(t("lead.doors.assistant")).click();
		const dialog = second.device.page.getByRole("dialog", { name: t("lead.doors.assistant") });
		const address = new URL((await dialog.locator(".door-link").textContent()) ?? "");
		await look(second.device, "lenke");
		await dialog.getByRole("button", { name: t("common.close") }).click();
		const third = new Panel(await hall.device("assistant", "lead"));
		await third.device.page.goto(address.pathname + address.hash);
		await sees(third.button(t("lead.show_board")));
		expect(third.device.page.url()).not.toContain(address.hash.slice(1));
		await third.next();
		await sees(anna.page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Rundt bordet" }));
		const row = second.device.page.getByRole("listitem").filter({ hasText: t("lead.doors.is_assistant") });
		await row.getByRole("button", { name: t("lead.doors.out") }).click();
		const sure = second.device.page.getByRole("dialog", { name: t("lead.doors.out_title") });
		third.device.allow(/40[13]|WebSocket/);
		await sure.getByRole("button", { name: t("lead.doors.out") }).click();
		await gone(sure);
		await sees(third.device.page.getByLabel(t("lead.about.key"), { exact: true }));
		await sees(second.button(t("lead.show_board")));
	});
});
