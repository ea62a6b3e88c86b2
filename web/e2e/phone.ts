import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Device, gone, sees } from "./device";
import { t } from "./words";

/** Phone is what somebody does with a thumb. Everything is found by the word that stands on it. */
export class Phone {
	constructor(
		readonly device: Device,
		readonly page: Page = device.page,
	) {}

	button(name: string): Locator {
		return this.page.getByRole("button", { name, exact: true });
	}

	/** answer presses in a box that has just come up: no thumb is as quick as this, and two taps at once on one place are a double one. */
	answer(name: string): Promise<void> {
		return this.button(name).press("Enter");
	}

	heading(name: string): Locator {
		return this.page.getByRole("heading", { name, exact: true });
	}

	text(words: string): Locator {
		return this.page.getByText(words, { exact: true });
	}

	/** type comes in by writing the code, just as it falls on a small keyboard. */
	async type(code: string): Promise<void> {
		await this.page.goto("/");
		await this.page.getByLabel(t("p.join.code"), { exact: true }).pressSequentially(code);
	}

	/** scan comes in by the address that the QR code holds. */
	async scan(code: string): Promise<void> {
		await this.page.goto(`/#${code}`);
	}

	/** present says what somebody is here as: one hat, or two. */
	async present(...hats: string[]): Promise<void> {
		await sees(this.heading(t("p.as.title")));
		for (const as of hats) await this.button(as).tap();
		await this.button(t("p.as.go")).tap();
		await gone(this.heading(t("p.as.title")));
	}

	get field(): Locator {
		return this.page.getByLabel(t("p.note.new"), { exact: true });
	}

	async write(note: string): Promise<void> {
		await this.field.fill(note);
		await this.button(t("p.note.add")).tap();
		await sees(this.slip(note));
		expect(await this.field.inputValue()).toBe("");
	}

	/** slip is one text on paper, with what has become of it and what can be done with it. */
	slip(text: string): Locator {
		return this.page.getByRole("listitem").filter({ hasText: text });
	}

	/** received waits until the server has said that it has a text. */
	async received(note: string): Promise<void> {
		await sees(this.slip(note).getByText(t("p.note.received"), { exact: true }));
	}

	async share(note: string): Promise<void> {
		await this.slip(note)
			.getByRole("button", { name: t("p.table.share") })
			.tap();
		await sees(this.list(note));
	}

	/** list is a text on the list that the table has in common. */
	list(text: string): Locator {
		return this.page
			.getByRole("region", { name: t("p.table.list", { n: 1 }) })
			.getByRole("listitem")
			.filter({ hasText: text });
	}

	async send(n: number): Promise<void> {
		const button = this.page.getByRole("contentinfo").getByRole("button", { name: t("p.table.send", { n }) });
		await button.tap();
		const ask = this.page.getByRole("dialog", { name: t("p.table.sure") });
		await ask.getByRole("button", { name: t("p.table.send", { n }) }).tap();
		await gone(button);
	}

	option(title: string, checked?: boolean): Locator {
		return this.page.getByRole("checkbox", { name: title, ...(checked === undefined ? {} : { checked }) });
	}

	/** choose taps a proposal, chosen or not, and waits until the ballot is handed in. */
	async choose(title: string): Promise<void> {
		const before = await this.option(title).isChecked();
		await this.option(title).tap();
		await sees(this.option(title, !before));
		await sees(this.text(t("p.vote.done")));
	}

	/** offer says that somebody can take a measure on. */
	async offer(measure: string, role: string): Promise<void> {
		await this.slip(measure)
			.getByRole("button", { name: t("p.measure.offer") })
			.tap();
		const ask = this.page.getByRole("dialog", { name: t("p.measure.offer") });
		await ask.getByLabel(t("p.measure.role"), { exact: true }).fill(role);
		await ask.getByRole("button", { name: t("p.measure.tell") }).tap();
		await sees(this.slip(measure).getByText(t("p.note.received"), { exact: true }));
	}
}
