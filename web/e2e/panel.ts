import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Device, gone, sees } from "./device";
import { t } from "./words";

/** The tabs of the panel, in order. */
export const tabs = ["run", "groups", "merge", "vote", "measures", "ready", "about"] as const;
type Tab = (typeof tabs)[number];

interface Plan {
	title: string;
	/** The language of the meeting, by its own name. */
	spoken?: string;
	decides?: string;
	answerBy?: string;
	template?: string;
	/** The operator's key, where not anybody may make a meeting. */
	operator?: string;
}

/** Panel is what the facilitator does, with mouse and keys. Each press is counted. */
export class Panel {
	presses = 0;
	room = "";
	code = "";
	/** The recovery key, as it stood on screen the one time. */
	key = "";
	/** Where the board is opened, also on another machine. */
	boardLink = "";

	constructor(readonly device: Device) {}

	get #page() {
		return this.device.page;
	}

	button(name: string): Locator {
		return this.#page.getByRole("button", { name, exact: true });
	}

	async #press(what: Locator): Promise<void> {
		await what.click();
		this.presses++;
	}

	async #key(name: string): Promise<void> {
		await this.#page.keyboard.press(name);
		this.presses++;
	}

	async tab(name: Tab): Promise<void> {
		const tab = this.#page.getByRole("navigation").getByRole("link", { name: t(`lead.tab.${name}`), exact: true });
		if ((await tab.getAttribute("aria-current")) === "page") return;
		await this.#press(tab);
	}

	/** confirm says yes to what the panel asks before it does it. */
	async #confirm(title: string, yes: string): Promise<void> {
		const ask = this.#page.getByRole("dialog", { name: title });
		await this.#press(ask.getByRole("button", { name: yes, exact: true }));
		await gone(ask);
	}

	/** plan makes a meeting from the first page. What is left out is *ikke avklart*. */
	async plan({ title, spoken, decides, answerBy, template, operator }: Plan): Promise<void> {
		const page = this.#page;
		await page.goto("/");
		await this.#press(page.getByRole("link", { name: t("p.plan.title") }));
		await page.getByLabel(t("p.plan.name"), { exact: true }).fill(title);
		if (decides) await page.getByLabel(t("p.plan.decides"), { exact: true }).fill(decides);
		if (answerBy) await page.getByLabel(t("p.plan.answer"), { exact: true }).fill(answerBy);
		if (template) await page.getByLabel(t("p.plan.template"), { exact: true }).selectOption(template);
		if (spoken) await page.getByLabel(t("p.plan.lang"), { exact: true }).selectOption(spoken);
		await this.#press(this.button(t("p.plan.go")));
		if (operator) {
			await page.getByLabel(t("p.plan.operator"), { exact: true }).fill(operator);
			await this.#press(this.button(t("p.plan.go")));
		}
		const secret = page.getByRole("region", { name: t("p.made.key") });
		this.key = ((await secret.locator(".code").textContent()) ?? "").trim();
		const code = await page
			.getByRole("region", { name: t("p.made.code") })
			.locator(".code")
			.textContent();
		this.code = (code ?? "").replace("-", "");
	}

	/** enter goes on to the panel. */
	async enter(): Promise<void> {
		await this.#press(this.#page.getByRole("link", { name: t("p.made.go") }));
		await sees(this.button(t("lead.show_board")));
		this.room = new URL(this.#page.url()).pathname.split("/")[2] ?? "";
	}

	/** unlock comes to the panel from a machine that has never led this meeting, with the recovery key. */
	async unlock(room: string, key: string): Promise<void> {
		await this.#page.goto(`/led/${room}`);
		await this.#page.getByLabel(t("lead.about.key"), { exact: true }).fill(key);
		await this.#press(this.button(t("lead.door.go")));
		await sees(this.button(t("lead.show_board")));
		this.room = room;
	}

	/** openBoard presses *Vis tavla*, which opens a window. */
	async openBoard(): Promise<Page> {
		const opens = this.device.context.waitForEvent("page");
		await this.#press(this.button(t("lead.show_board")));
		return opens;
	}

	/** showBoard opens the board as a second window, as on a laptop with a projector, and gives its address. */
	async showBoard(): Promise<void> {
		const board = await this.openBoard();
		await sees(board.getByRole("heading", { name: t("board.join_title") }));
		// Pressed again while it is open, the window is sent to where it is, and stays as it is.
		const again = board.evaluate(() => new Promise((done) => addEventListener("hashchange", () => done("again"))));
		await this.#press(this.button(t("lead.show_board")));
		expect(await again).toBe("again");
		await sees(board.getByRole("heading", { name: t("board.join_title") }));
		expect(new URL(board.url()).hash).toBe("");
		await board.close();
		this.boardLink = await this.newBoard(this.room);
	}

	/** newBoard makes a link to a board for another machine, past the panel: it shows nobody any. */
	async newBoard(room: string): Promise<string> {
		const { key } = await this.#page.evaluate(async (path) => {
			const headers = { "Content-Type": "application/json" };
			return (await fetch(path, { method: "POST", headers, body: "{}" })).json();
		}, `/api/rooms/${room}/links/board`);
		return `/tavle/${room}#${key}`;
	}

	/** see opens what the others see: a phone at a table, and the board. */
	async see(table: number) {
		await this.#press(this.#page.getByRole("link", { name: t("lead.see"), exact: true }));
		await this.#page.getByLabel(t("lead.see.as"), { exact: true }).selectOption(String(table));
		const of = (title: string) => this.#page.frameLocator(`iframe[title="${title}"]`);
		return { phone: of(t("lead.see.phone_frame")), there: of(t("lead.see.board_frame")) };
	}

	async groups(): Promise<void> {
		await this.tab("groups");
		await this.#press(this.button(t("lead.groups.make")));
		await sees(this.#page.getByRole("heading", { name: t("common.group", { n: 1 }) }));
	}

	/** onward is the button at the foot that is always in the same place. */
	onward(says?: string): Locator {
		const buttons = this.#page.getByRole("contentinfo").getByRole("button");
		const words = [t("lead.start"), t("lead.next"), t("lead.lack.anyway")].join("|");
		return buttons.filter({ hasText: says ?? new RegExp(`^(${words})`) });
	}

	/**
	 * next goes on, with the mouse or as a clicker does. It waits until the panel itself has moved: a press before
	 * that is the same press. Where the panel first says what the step has not come to, the same press again goes on.
	 */
	async next(by: "mouse" | "clicker" = "mouse"): Promise<void> {
		const here = (await this.onward().textContent()) ?? "";
		await this.#on(by);
		await gone(this.onward(here));
		const said = this.onward(t("lead.lack.anyway"));
		if (!(await said.isVisible())) return;
		await this.#on(by);
		await gone(said);
	}

	async #on(by: "mouse" | "clicker"): Promise<void> {
		if (by === "mouse") await this.#press(this.onward());
		else await this.#key("PageDown");
	}

	idea(text: string): Locator {
		return this.#page.getByRole("main").getByRole("button").filter({ hasText: text });
	}

	/** lay puts an idea in another proposal without touching the mouse. */
	async lay(text: string, into: string): Promise<void> {
		await this.tab("merge");
		// A tab that has just been opened takes the focus to its heading, and may do so after we chose an idea.
		const ask = this.#page.getByRole("dialog", { name: t("lead.merge.lay") });
		await expect
			.poll(
				async () => {
					if (!(await ask.isVisible())) await this.idea(text).press("m");
					return ask.isVisible();
				},
				{ timeout: 8000, interval: 300 },
			)
			.toBe(true);
		this.presses++;
		await this.#page.keyboard.type(into);
		await this.#key("Enter");
	}

	/** join lays a whole proposal with another, by menu. */
	async join(title: string, into: string): Promise<void> {
		await this.tab("merge");
		await this.#press(this.button(t("lead.merge.pile_menu", { title })));
		await this.#press(this.#page.getByRole("dialog", { name: title }).getByRole("button").filter({ hasText: into }));
	}

	async open(): Promise<void> {
		await this.tab("vote");
		await this.#press(this.#page.getByRole("radio", { name: t("lead.vote.secret") }));
		await this.#press(this.button(t("lead.vote.open_yes")));
		await sees(this.button(t("lead.vote.close")).first());
	}

	async shut(): Promise<void> {
		await this.#press(this.#page.getByRole("contentinfo").getByRole("button", { name: t("lead.vote.close") }));
		await this.#confirm(t("lead.vote.close_title"), t("lead.vote.close_yes"));
	}

	#measure(title: string): Locator {
		return this.#page.getByRole("listitem").filter({ has: this.#page.getByRole("heading", { name: title }) });
	}

	async measure(title: string, { first, due }: { first: string; due: string }): Promise<void> {
		await this.tab("measures");
		const row = this.#measure(title);
		await row.getByLabel(t("common.first"), { exact: true }).fill(first);
		await row.getByLabel(t("common.due"), { exact: true }).fill(due);
		await this.#key("Enter");
	}

	/** takeOffer makes those responsible who have said from a phone that they can be. */
	async takeOffer(role: string): Promise<void> {
		await this.tab("measures");
		await this.#press(this.button(t("lead.measures.offer", { role })));
	}

	async end(): Promise<void> {
		await this.#press(this.#page.getByRole("contentinfo").getByRole("button", { name: t("lead.end") }));
		await this.#confirm(t("lead.end_title"), t("lead.end_yes"));
	}

	async lock(on: boolean): Promise<void> {
		await this.tab("groups");
		await this.#press(this.button(t(on ? "lead.groups.lock" : "lead.groups.unlock")));
	}

	async remove(n: number): Promise<void> {
		await this.tab("groups");
		const who = t("lead.seat", { n });
		await this.#press(this.#page.getByRole("main").getByRole("button", { name: who }));
		await this.#press(
			this.#page.getByRole("dialog", { name: who }).getByRole("button", { name: t("lead.seat_remove") }),
		);
		await this.#confirm(t("lead.seat_remove_title", { who }), t("lead.seat_remove"));
	}

	/** delete takes the whole meeting away, at once. */
	async delete(): Promise<void> {
		await this.tab("about");
		await this.#press(this.button(t("lead.about.delete")));
		const ask = this.#page.getByRole("dialog", { name: t("lead.about.delete_title") });
		await ask.getByRole("textbox").fill(this.code);
		await this.#press(ask.getByRole("button", { name: t("lead.about.delete"), exact: true }));
	}

	/** notes waits until the panel counts that many, and it shows no more of them than the number. */
	async notes(n: number): Promise<void> {
		await this.tab("run");
		await sees(this.#page.getByText(t("lead.notes", { n }), { exact: true }));
	}
}
