import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { type Device, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

/** A machine with more to do than this is slow to answer, and not wrong. */
const patient = { timeout: 8000 };

const measures = [
	["Egen koordinator for fritid", "Helse og livsmestring", "Søknad til Bufdir", "2020-12-11"],
	["Aktivitetsoversikt", "Kultur", "Kartlegge hva som finnes", "2021-03-31"],
	["Samlet digital plattform", "Kultur og IKT", "Velge ett sted", "2021-05-31"],
	["Rutiner for samarbeid og inkludering", "Skole", "Utkast til rutine og samtykketekst", "2021-06-15"],
	["Tverrfaglige møtepunkter", "Arbeidsgruppa", "Datoer for to møter", "2021-02-26"],
	["Støtteordninger", "NAV", "Oversikt på én side", "2021-04-30"],
	["Gratis ferieaktiviteter laget med unge", "Ung Arena", "Fokusgruppe med unge", "2021-05-15"],
] as const;

/** What lies together besides what the tables have marked, and what the eight are called. */
const together = [
	["i02", "i05", "i16", "i19"],
	["i06", "i20"],
	["i12", "i13", "i17"],
	["i03", "i14", "i23"],
	["i07", "i09", "i10"],
	["i21", "i22"],
] as const;
const names = [
	["i01", measures[0][0]],
	["i02", measures[1][0]],
	["i06", measures[2][0]],
	["i12", measures[3][0]],
	["i03", measures[4][0]],
	["i07", measures[5][0]],
	["i21", measures[6][0]],
	["i24", "Transport, minibuss"],
] as const;

/** Guests are the people of Vestby, who come by sockets and do what they do. Each line they say is heard once, in order. */
class Guests {
	readonly #lines: string[] = [];
	readonly #child: ChildProcess;
	#wake: () => void = () => {};
	#at = 0;
	readonly over: Promise<number | null>;

	constructor(args: string[]) {
		this.#child = spawn(inject("bin"), ["demo", "-fast", "-check", ...args], { stdio: ["ignore", "pipe", "pipe"] });
		for (const out of [this.#child.stdout, this.#child.stderr])
			if (out)
				createInterface(out).on("line", (line) => {
					this.#lines.push(line);
					this.#wake();
				});
		this.over = new Promise((done) => this.#child.once("exit", (code) => done(code)));
		this.over.then(() => this.#wake());
	}

	get said(): string {
		return this.#lines.join("\n");
	}

	async hears(what: RegExp): Promise<RegExpExecArray> {
		for (;;) {
			for (; this.#at < this.#lines.length; this.#at++) {
				const hit = what.exec(this.#lines[this.#at] ?? "");
				if (hit) {
					this.#at++;
					return hit;
				}
			}
			if (this.#child.exitCode !== null) throw new Error(`the people have gone before ${what}:\n${this.said}`);
			await new Promise<void>((wake) => {
				this.#wake = wake;
			});
		}
	}

	stop(): void {
		this.#child.kill("SIGTERM");
	}
}

/** The whole evening of Vestby led from the panel with its own buttons, while the people play over sockets. */
describe("a whole evening is led from the panel", () => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let guests: Guests | undefined;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(async () => {
		guests?.stop();
		await hall.close();
	});

	const page = () => lead.device.page;
	const idea = (id: string) => page().locator(`.idea[data-key="${id}"]`);

	/** place sits somebody down at a table. */
	async function place(n: string, table: number): Promise<void> {
		await lead.tab("groups");
		await page()
			.getByRole("main")
			.getByRole("button", { name: new RegExp(`^${t("lead.seat", { n })}(?!\\d)`) })
			.click();
		await page().getByLabel(t("lead.seat_move"), { exact: true }).selectOption(String(table));
	}

	const acts: Record<string, (visit: number) => Promise<void>> = {
		bli_kjent: async (visit) => {
			if (visit === 1) await place((await guests?.hears(/^plass (\d+)/))?.[1] ?? "", 6);
		},
		stille: async (visit) => {
			if (visit === 2) await place((await guests?.hears(/^plass (\d+)/))?.[1] ?? "", 3);
		},
		plenum: async () => {
			await lead.tab("run");
			for (;;) {
				const next = page().getByRole("button", { name: new RegExp(`^${t("lead.telling.next", { n: "\\d+" })}$`) });
				if (!(await next.isVisible())) break;
				const was = await next.textContent();
				await next.click();
				await expect
					.poll(async () => (await next.isVisible()) && (await next.textContent()) === was, patient)
					.toBe(false);
			}
		},
		sammenslaing: async () => {
			await guests?.hears(/^merkene er satt/);
			// Neste has brought us to the merging; what the tables have marked is one press.
			await lead.button(t("lead.merge.suggested_lay")).click();
			await expect.poll(() => page().locator(".cl").count(), patient).toBe(19);
			for (const pile of together) {
				const before = await page().locator(".cl").count();
				for (const id of pile) await idea(id).click();
				await idea(pile[0]).press("s");
				await expect.poll(() => page().locator(".cl").count(), patient).toBe(before - pile.length + 1);
			}
			for (const [id, title] of names) {
				await idea(id).press("n");
				await page().getByRole("dialog").getByRole("textbox").fill(title);
				await page().keyboard.press("Enter");
				await sees(page().locator(".cl").getByRole("heading", { name: title }));
			}
			await look(lead.device, "led-merge");
			await lead.button(t("lead.merge.number", { n: 8 })).click();
			await expect
				.poll(async () => (await page().locator(".cl .n").allTextContents()).map(Number).sort((a, b) => a - b), patient)
				.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
			await look(board, "led-merge-board");
		},
		avstemning: async () => {
			await look(lead.device, "led-open");
			await lead.open();
			await sees(page().getByText("37", { exact: true }));
			await look(lead.device, "led-vote");
			await look(board, "led-vote-board");
		},
		ansvarlig: async () => {
			for (const [title, responsible, first, due] of measures) {
				const row = page()
					.getByRole("listitem")
					.filter({ has: page().getByRole("heading", { name: title }) });
				await row.getByLabel(t("lead.measures.responsible"), { exact: true }).fill(responsible);
				await row.getByLabel(t("common.first"), { exact: true }).fill(first);
				await row.getByLabel(t("common.due"), { exact: true }).fill(due);
				await page().keyboard.press("Enter");
			}
			const last = page()
				.getByRole("listitem")
				.filter({ has: page().getByRole("heading", { name: "Transport, minibuss" }) });
			await last.getByRole("button", { name: t("lead.measures.pass"), exact: true }).click();
		},
	};

	chapter("the meeting is planned and the board is up; 38 people come", async () => {
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({
			title: "Fritid for alle barn",
			template: "kommune-150",
			decides: "Ledelsen i kommunen",
			answerBy: "2021-01-29",
		});
		await lead.enter();
		await lead.showBoard();
		board = await hall.device("board", "board");
		await board.page.goto(lead.boardLink);
		const key = lead.boardLink.split("#")[1] ?? "";
		const url = `http://127.0.0.1:${hall.house.port}`;
		guests = new Guests(["-url", url, "-code", lead.code, "-key", lead.key, "-board", key]);
		await guests.hears(/^klar 0/);
		await lead.groups();
		await sees(page().getByRole("heading", { name: t("common.group", { n: 7 }) }));
		// A swap: whoever came first moves to the table behind.
		await place("1", 7);
		await look(lead.device, "led-groups");
	});

	chapter(
		"every step to the check-out, by neste and the buttons of the panel",
		async () => {
			const visits: Record<string, number> = {};
			for (let kind = ""; kind !== "avrunding"; ) {
				await lead.next();
				kind = (await guests?.hears(/^del \d+ (\w+)/))?.[1] ?? "";
				visits[kind] = (visits[kind] ?? 0) + 1;
				await acts[kind]?.(visits[kind] ?? 1);
				await guests?.hears(/^klar \d+/);
				if (kind === "avstemning") await lead.shut();
				if (kind === "stille" && visits[kind] === 3) await seesAsOthers();
				if (["velg_kort", "samtale", "resultat", "ansvarlig"].includes(kind)) {
					await look(lead.device, `led-${kind}-${visits[kind]}`);
					await look(board, `led-${kind}-${visits[kind]}-board`);
				}
			}
		},
		240_000,
	);

	/** What the others see stands beside the plan: a table's phone and the board, and nothing that a table has not told. */
	async function seesAsOthers(): Promise<void> {
		const { phone, there } = await lead.see(3);
		const heading = (await board.page.getByRole("heading", { level: 1 }).first().textContent()) ?? "";
		await sees(there.getByRole("heading", { name: heading, exact: true }).first());
		await sees(phone.getByRole("heading").first());
		for (const frame of [phone, there])
			expect(await frame.locator("body").textContent()).not.toContain("Tanke fra lapp");
		expect(await phone.getByRole("button").and(phone.locator(":enabled")).count()).toBe(0);
		await look(lead.device, "led-see");
	}

	chapter("the end, and every number is as the people of Vestby expected", async () => {
		await lead.end();
		expect(await guests?.over, guests?.said).toBe(0);
		expect(guests?.said).toMatch(/^all \d\d numbers are as expected$/m);
		expect(guests?.said).toContain("Egen koordinator for fritid 34");
		expect(guests?.said).toContain("Transport, minibuss 2");
		await look(lead.device, "led-end");
		console.info(
			guests?.said
				.split("\n")
				.filter((l) => l.startsWith("ok") || l.startsWith("all"))
				.join("\n"),
		);
	});
});
