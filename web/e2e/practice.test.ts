import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, gone, noNetwork, sees } from "./device";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

const fewest = { presses: 12, fields: 3 };

/** What a newcomer does, and no other document open: from the first page to a rehearsal led to its end. */
describe("somebody who has never led", () => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let real = "";
	let clock = Date.parse("2026-11-25T17:30:00Z");
	const chapter = story(() => hall);
	beforeAll(async () => {
		hall = await Hall.open(ways[0], new Date(clock).toISOString());
	});
	afterAll(() => hall.close());

	/** until lets the minutes of the rehearsal go by, a quarter of one at a time. */
	const until = (what: Locator) =>
		expect
			.poll(
				async () => {
					if (await what.isVisible()) return true;
					clock += 15_000;
					await hall.house.at(new Date(clock).toISOString());
					return what.isVisible();
				},
				{ timeout: 60_000, interval: 700 },
			)
			.toBe(true);

	const page = () => lead.device.page;
	const now = () =>
		page()
			.getByRole("region", { name: t("lead.practice") })
			.getByRole("status");

	chapter("comes from the first page to a running meeting with ten simulated people", async () => {
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Fritid for alle barn" });
		const fields = 1; // the title; who decides and when may be left open
		await lead.enter();
		real = lead.room;
		await lead.tab("ready");
		await page()
			.getByRole("button", { name: t("lead.practice.start") })
			.click();
		lead.presses++;
		await page().waitForURL((url) => url.pathname.startsWith("/led/") && !url.pathname.includes(real));
		await page()
			.getByText(t("lead.here", { n: 10 }), { exact: true })
			.first()
			.waitFor({ timeout: 40_000 });
		await look(lead.device, "oving-lobby");
		await lead.groups();
		await lead.next();
		await sees(page().getByText(t("lead.practice.why")));
		console.info(`from the first page to a running meeting: ${lead.presses} activations, ${fields} typed fields`);
		expect(lead.presses).toBeLessThanOrEqual(fewest.presses);
		expect(fields).toBeLessThanOrEqual(fewest.fields);
	});

	chapter("sees the board say that it is a rehearsal", async () => {
		board = await hall.device("board", "board");
		await board.page.goto(await lead.newBoard(new URL(page().url()).pathname.split("/")[2] ?? ""));
		await sees(board.page.getByText(t("board.practice"), { exact: true }));
	});

	chapter(
		"is told that a guest without a phone has come, and gives the guest a place",
		async () => {
			await lead.tab("run");
			await until(now());
			await sees(now().getByText(t("lead.practice.late")));
			await look(lead.device, "oving-gjest");
			await lead.tab("groups");
			await page()
				.getByRole("region", { name: t("common.group", { n: 1 }) })
				.getByRole("button", { name: t("lead.groups.place") })
				.click();
			await gone(now());
		},
		70_000,
	);

	chapter(
		"takes a child's name off the board",
		async () => {
			await lead.tab("run");
			await lead.next();
			await until(now());
			await sees(now().getByText(t("lead.practice.child")));
			await lead.tab("run");
			await lead.button(t("lead.order")).click();
			const order = page().getByRole("dialog", { name: t("lead.order") });
			await look(lead.device, "oving-orden");
			await order.getByRole("button", { name: new RegExp(`${t("lead.merge.redact")} Lise`) }).click();
			await page()
				.getByRole("button", { name: t("lead.merge.redact_yes"), exact: true })
				.click();
			await gone(now());
			await page().keyboard.press("Escape");
			expect(await board.page.getByText("Lise i 3B").count()).toBe(0);
		},
		70_000,
	);

	chapter(
		"loses the laptop, and leads on with the key",
		async () => {
			await lead.tab("run");
			const dead = page().getByRole("dialog", { name: t("lead.practice.laptop") });
			for (let n = 0; n < 3 && !(await dead.isVisible()); n++) {
				await dead.waitFor({ timeout: 6000 }).catch(() => {});
				if (!(await dead.isVisible())) await lead.next();
			}
			await sees(dead);
			await look(lead.device, "oving-pc");
			await dead.getByLabel(t("lead.about.key"), { exact: true }).fill(lead.key);
			await dead.getByRole("button", { name: t("lead.door.go") }).click();
			await gone(dead);
			await sees(lead.onward());
		},
		60_000,
	);

	chapter("ends, is told what to look at, and finds the real meeting untouched", async () => {
		await lead.tab("run");
		for (let n = 0; n < 6 && (await lead.onward().isVisible()); n++) await lead.next();
		await lead.end();
		await sees(page().getByRole("heading", { name: t("lead.practice.look") }));
		await sees(page().getByText(t("lead.practice.laptop_met")));
		await look(lead.device, "oving-slutt");
		lead.device.allow(/40[14]|WebSocket/);
		board.allow(/40[14]|WebSocket/);
		await lead.button(t("lead.practice.wipe")).click();
		await page().waitForURL((url) => url.pathname === `/led/${real}`);
		await sees(
			page()
				.getByText(t("lead.here", { n: 0 }), { exact: true })
				.first(),
		);
		await lead.tab("ready");
		await sees(page().getByText(t("lead.ready.practice")));
		await sees(board.page.getByRole("heading", { name: t("board.deleted") }));
	});

	chapter("prints the evening on paper when the server is gone", async () => {
		await lead.tab("run");
		lead.device.allow(noNetwork);
		board.allow(noNetwork);
		await hall.house.kill();
		await lead.button(t("lead.paper")).click();
		await page().emulateMedia({ media: "print" });
		await sees(page().getByRole("heading", { name: t("lead.paper.left") }));
		expect(await page().getByRole("contentinfo").isVisible()).toBe(false);
		await lead.device.shoot("papir");
		await page().emulateMedia({ media: "screen" });
		expect((await page().pdf({ format: "A4" })).byteLength).toBeGreaterThan(5000);
	});
});
