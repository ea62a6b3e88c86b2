import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Fault } from "../src/check/probe";
import { type Device, gone, sees } from "./device";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

/** Tester is somebody with a phone in the hall before people come. */
class Tester {
	constructor(
		readonly device: Device,
		readonly code: string,
	) {}

	get page(): Page {
		return this.device.page;
	}

	async start(net: "wifi" | "mobile"): Promise<void> {
		await this.page.goto("about:blank");
		await this.page.goto(`${this.device.base}/sjekk#${this.code}`);
		await this.page.getByRole("button", { name: t(`check.${net}`), exact: true }).tap();
		await sees(this.page.getByRole("button", { name: t("check.send") }));
	}

	async tell({ see, hear }: { see: string | "nothing" | "panel"; hear: boolean }): Promise<void> {
		const words = see === "nothing" || see === "panel" ? t(`check.see_${see}`) : t("check.see_number");
		await this.page.getByLabel(words, { exact: true }).check();
		if (see !== "nothing" && see !== "panel") await this.page.getByLabel(t("check.number"), { exact: true }).fill(see);
		await this.page.getByLabel(t(hear ? "check.yes" : "check.no"), { exact: true }).check();
		await this.page.getByRole("button", { name: t("check.send") }).tap();
		await sees(this.page.getByRole("button", { name: t("check.again") }));
	}

	fault(f: Fault) {
		return this.page.getByText(t(`check.fault.${f}`), { exact: true });
	}
}

describe("the hall is tried before people come", () => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let number = "";
	const chapter = story(() => hall);
	beforeAll(async () => {
		hall = await Hall.open();
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Fritid for alle barn" });
		await lead.enter();
		await lead.showBoard();
		board = await hall.device("board", "board");
		await board.page.goto(lead.boardLink);
	});
	afterAll(() => hall.close());

	const onPanel = (f: Fault) => lead.device.page.locator(`[data-fault="${f}"]`);
	const tester = async (name: string) => new Tester(await hall.device(name, "phone"), lead.code);

	chapter("the number stands on the board, and the panel never hears it", async () => {
		await lead.tab("ready");
		await lead.button(t("lead.hall.start")).click();
		const sign = board.page.getByRole("heading", { name: t("board.sign") });
		await sees(sign);
		number = /\d+/.exec((await board.page.locator(".sign p").textContent()) ?? "")?.[0] ?? "";
		expect(number).toMatch(/^\d{3}$/);
		expect(lead.device.told(`"number":${number}`)).toBe(false);
		await look(board, "sjekk-tavla");
	});

	chapter("one phone on mobile data with nothing wrong, and nobody on the guest network: isolation", async () => {
		const phone = await tester("mobile");
		await phone.start("mobile");
		await look(phone.device, "sjekk-telefon");
		await phone.tell({ see: number, hear: true });
		await sees(phone.page.getByText(t("check.fine"), { exact: true }));
		await onPanel("isolation").waitFor({ timeout: 30_000 });
		await look(lead.device, "sjekk-isolert");
		const wifi = await tester("wifi");
		await wifi.start("wifi");
		await gone(onPanel("isolation")); // it has come through, whatever it will say
		await wifi.tell({ see: number, hear: true });
		await sees(lead.device.page.getByText(t("lead.hall.wifi"), { exact: true }));
	});

	chapter("a mirrored panel, a board too small to read and a muted sound are what people see and hear", async () => {
		for (const [name, said, faults] of [
			["mirror", { see: "panel", hear: true }, ["mirror"]],
			["small", { see: "nothing", hear: true }, ["small"]],
			["read wrong", { see: "1", hear: true }, []],
			["mute", { see: number, hear: false }, ["mute"]],
		] as const) {
			const phone = await tester(name);
			await phone.start("wifi");
			await phone.tell(said);
			for (const f of faults) await sees(phone.fault(f));
		}
		for (const f of ["mirror", "small", "mute"] as const) await sees(onPanel(f));
	});

	chapter("a wrong clock", async () => {
		const phone = await tester("clock");
		await phone.page.clock.install({ time: Date.now() + 10 * 60_000 });
		await phone.start("wifi");
		await phone.tell({ see: number, hear: true });
		await sees(phone.fault("clock"));
		await sees(onPanel("clock"));
	});

	chapter("a blocked websocket", async () => {
		const phone = await tester("socket");
		await phone.page.routeWebSocket(/check\/ws/, (ws) => void ws.close());
		await phone.start("wifi");
		await phone.tell({ see: number, hear: true });
		await sees(phone.fault("socket"));
		await sees(onPanel("socket"));
	});

	chapter("a captive portal answers in our place", async () => {
		const phone = await tester("portal");
		await phone.page.route("**/api/check", (route) =>
			route.request().method() === "GET"
				? route.fulfill({ contentType: "text/html", body: "<h1>Velkommen til gjestenettet</h1>" })
				: route.continue(),
		);
		await phone.start("wifi");
		await phone.tell({ see: number, hear: true });
		await sees(phone.fault("portal"));
		await sees(onPanel("portal"));
		await look(phone.device, "sjekk-svar");
		await look(lead.device, "sjekk-panel");
	});

	chapter("the check is ended, and the board is the board again", async () => {
		await lead.button(t("lead.hall.stop")).click();
		await gone(board.page.getByRole("heading", { name: t("board.sign") }));
	});
});

describe("plain http", () => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await Hall.open(ways[1]);
	});
	afterAll(() => hall.close());
	story(() => hall)("is said, and what it means", async () => {
		const lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Fritid for alle barn" });
		await lead.enter();
		await lead.tab("ready");
		await lead.button(t("lead.hall.start")).click();
		const phone = new Tester(await hall.device("phone", "phone"), lead.code);
		await phone.start("wifi");
		await phone.tell({ see: "nothing", hear: true });
		await sees(phone.fault("http"));
		await sees(lead.device.page.locator('[data-fault="http"]'));
	});
});
