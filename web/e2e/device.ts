import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { inject } from "vitest";

const sizes = {
	phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
	lead: { viewport: { width: 1366, height: 768 } },
	board: { viewport: { width: 1920, height: 1080 } },
};

export type Kind = keyof typeof sizes;

/** What a browser writes when somebody has no network. It is expected where a test takes the network away, and nowhere else. */
export const noNetwork =
	/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to/;

/**
 * Device is one person's machine: a browser with nothing in it. It writes down
 * everything it is told, and whatever a page should not have done.
 */
export class Device {
	/** Every frame and every answer that came from the server. What is not here never left it. */
	readonly heard: string[] = [];
	/** Broken promises of any page on this device: policy, errors, strangers. */
	readonly trouble: string[] = [];
	// What Chromium says when a page is left, or told no, in the middle of a knock: nobody did anything wrong.
	readonly #allowed: RegExp[] = [
		/WebSocket is closed before the connection is established/,
		/Service Worker registration blocked by Playwright/,
	];

	private constructor(
		readonly name: string,
		readonly kind: Kind,
		readonly base: string,
		readonly context: BrowserContext,
		readonly page: Page,
	) {}

	/** open starts a device. Only with `keeps` may the page lay itself by: what is kept is fetched past a test that takes files away. */
	static async open(
		browser: Browser,
		base: string,
		name: string,
		kind: Kind,
		locale = "nb-NO",
		keeps = false,
	): Promise<Device> {
		const context = await browser.newContext({
			...sizes[kind],
			serviceWorkers: keeps ? "allow" : "block",
			baseURL: base,
			locale,
			timezoneId: "Europe/Oslo",
			reducedMotion: "reduce",
		});
		context.setDefaultTimeout(20_000);
		await context.addInitScript(() => {
			addEventListener("securitypolicyviolation", (e) =>
				console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`),
			);
		});
		const page = await context.newPage();
		const device = new Device(name, kind, base, context, page);
		device.#watch();
		device.#listen(page);
		return device;
	}

	/** allow names what the browser may write on its console here: a refusal is a status, and Chromium prints those. */
	allow(noise: RegExp): void {
		this.#allowed.push(noise);
	}

	/** tab opens one more tab on the same device. */
	async tab(): Promise<Page> {
		const page = await this.context.newPage();
		this.#listen(page);
		return page;
	}

	/** told tells whether a text has come to this device over the network at all. */
	told(text: string): boolean {
		return this.heard.some((said) => said.includes(text));
	}

	/** shoot takes a picture for whoever wants to look: where SHOTS says, or nowhere. What failed is always kept. */
	async shoot(name: string, failed = false): Promise<void> {
		if (!failed && !process.env.SHOTS) return;
		await this.page.screenshot({ path: join(inject("shots"), `${name}.png`), scale: "css" });
	}

	#watch(): void {
		const host = new URL(this.base).host;
		this.context.on("request", (r) => {
			const url = new URL(r.url());
			if (url.protocol.startsWith("http") && url.host !== host) this.#wrong(`asks a stranger: ${r.url()}`);
		});
		this.context.on("response", async (r) => {
			if (r.status() >= 500) this.#wrong(`${r.status()} from ${r.url()}`);
			if (!new URL(r.url()).pathname.startsWith("/api/")) return;
			// A page that goes away takes unread answers with it.
			const body = await r.text().catch(() => "");
			this.heard.push(body);
		});
		this.context.on("console", (m) => {
			if (m.type() === "error" || m.type() === "warning") this.#wrong(`console: ${m.text()}`);
		});
		this.context.on("weberror", (e) => this.#wrong(`error: ${e.error().stack ?? e.error().message}`));
	}

	#listen(page: Page): void {
		page.on("crash", () => this.#wrong("the page crashed"));
		page.on("websocket", (ws) => {
			if (new URL(ws.url()).host !== new URL(this.base).host) this.#wrong(`calls a stranger: ${ws.url()}`);
			ws.on("framereceived", (f) => this.heard.push(String(f.payload)));
		});
	}

	#wrong(what: string): void {
		if (!this.#allowed.some((noise) => noise.test(what))) this.trouble.push(`${this.name}: ${what}`);
	}
}

/** sees waits until something is on screen. */
export const sees = (what: Locator): Promise<void> => what.waitFor({ state: "visible" });

/** gone waits until something is no longer on screen. */
export const gone = (what: Locator): Promise<void> => what.waitFor({ state: "hidden" });
