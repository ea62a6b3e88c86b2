import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { expect, inject } from "vitest";
import { Device, type Kind } from "./device";
import { House } from "./house";

/** Where people come from. The second is how it is in a hall: plain http on a name, with much of a browser switched off. */
export const ways = [
	{ name: "localhost", secure: true, tls: false },
	{ name: "dugnad.local", secure: false, tls: false },
] as const;
/** The open internet: public mode, behind its own certificate, and only the operator makes meetings. */
export const internet = { name: "dugnad.example.no", secure: true, tls: true } as const;
export type Way = (typeof ways)[number] | typeof internet;

/** Chromium without its window, where there is one: the same pages, for half the work. */
const shell = "/usr/bin/chromium-headless-shell";
const browserAt = process.env.CHROMIUM ?? (existsSync(shell) ? shell : "/usr/bin/chromium");

/** Hall is a house, and the machines of those who are in it. */
export class Hall {
	readonly devices: Device[] = [];

	private constructor(
		readonly house: House,
		readonly way: Way,
		private readonly browser: Browser,
	) {}

	static async open(way: Way = ways[0], begins?: string, post?: string): Promise<Hall> {
		const browser = await chromium.launch({
			executablePath: browserAt,
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
				"--host-resolver-rules=MAP dugnad.local 127.0.0.1, MAP dugnad.example.no 127.0.0.1",
				`--ignore-certificate-errors-spki-list=${inject("tls").mark}`,
			],
		});
		try {
			const called = way.secure && !way.tls ? undefined : way.name;
			return new Hall(
				await House.open(inject("bin"), called, begins, way.tls ? inject("tls") : undefined, post),
				way,
				browser,
			);
		} catch (e) {
			await browser.close();
			throw e;
		}
	}

	get base(): string {
		return `http${this.way.tls ? "s" : ""}://${this.way.name}:${this.house.port}`;
	}

	/** operator is the key that was printed at the first start. */
	get operator(): string {
		return /: ([0-9A-Z]{4}(?:-[0-9A-Z]+){5,})/.exec(this.house.log)?.[1] ?? "";
	}

	async device(name: string, kind: Kind, locale?: string, keeps?: boolean): Promise<Device> {
		const device = await Device.open(this.browser, this.base, name, kind, locale, keeps);
		this.devices.push(device);
		return device;
	}

	/** calm fails if any page in the hall has done what a page must not, or the house has met what it does not understand. */
	calm(): void {
		expect(this.devices.flatMap((d) => d.trouble)).toEqual([]);
		expect(this.house.log.split("\n").filter((line) => line.includes("level=ERROR"))).toEqual([]);
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.house.close();
	}
}
