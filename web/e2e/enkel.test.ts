import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { Phone } from "./phone";
import { story } from "./story";
import { speak } from "./words";

const easy: Record<string, string> = JSON.parse(
	readFileSync(new URL("../locales/plain/nb-enkel.json", import.meta.url), "utf8"),
);
const t = (key: string, n?: number) => (easy[key] ?? key).replace(/\{n\}/g, String(n));

/** Two voices, as phones have them: one that sends what it reads to its maker, and one that lives on the phone. */
const voices = () => {
	const said: { text: string; by: string }[] = [];
	class Words {
		voice?: { name: string };
		lang = "";
		onend?: () => void;
		constructor(readonly text: string) {}
	}
	Object.assign(globalThis, { said, SpeechSynthesisUtterance: Words });
	Object.defineProperty(globalThis, "speechSynthesis", {
		value: {
			getVoices: () => [
				{ name: "far away", lang: "nb-NO", localService: false },
				{ name: "here", lang: "nb-NO", localService: true },
			],
			addEventListener: () => {},
			speak: (w: Words) => said.push({ text: w.text, by: w.voice?.name ?? "" }),
			cancel: () => {},
		},
	});
};

describe("a phone in a language that we do not have", () => {
	let hall: Hall;
	let e: Evening;
	let sara: Phone;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	const heard = async () => {
		const asked: string[] = [];
		// The parts of the page that come meanwhile are our own, and hold no words of hers.
		sara.page.on("request", (r) => r.url().includes("/assets/") || asked.push(r.url()));
		await sara.button(t("p.aloud")).tap();
		const said = await sara.page.evaluate(() =>
			(globalThis as unknown as { said: { text: string; by: string }[] }).said.splice(0),
		);
		await sara.button(t("p.aloud.stop")).tap();
		expect(asked).toEqual([]);
		expect(said.every((s) => s.by === "here")).toBe(true);
		return said.map((s) => s.text).join(" ");
	};

	chapter("she finds plain Norwegian on the first page, and comes in", async () => {
		e = await gather(hall);
		sara = new Phone(await hall.device("sara", "phone", "ti-ER"));
		await sara.page.addInitScript(voices);
		await sara.page.goto("/");
		await sara.page.getByRole("combobox").selectOption("Enkel norsk");
		await sees(sara.heading(t("p.join.title")));
		expect(await sara.page.evaluate(() => document.documentElement.lang)).toBe("nb-enkel");
		expect(await heard()).toContain(t("p.join.hint"));
		await look(sara.device, "p-plain-door");
		await sara.page.getByLabel(t("p.join.code"), { exact: true }).pressSequentially(e.lead.code);
		await sees(sara.heading(t("p.as.title")));
		expect(await heard()).toContain(t("p.as.innbygger"));
		await sara.button(t("p.as.innbygger")).tap();
		await sara.button(t("p.as.go")).tap();
		await sees(sara.page.getByRole("heading", { level: 1, name: t("p.lobby.group", 1) }));
	});

	chapter("she writes in her own language, and it is received", async () => {
		await e.lead.next();
		const field = sara.page.getByLabel(t("p.note.new"), { exact: true });
		await field.fill("ቆልዑ ክዋስኡ ይደልዩ");
		await sara.button(t("p.note.add")).tap();
		await sees(sara.slip("ቆልዑ ክዋስኡ ይደልዩ").getByText(t("p.note.received"), { exact: true }));
		// With her note at the foot of the screen nothing lies half under it.
		await sara.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await look(sara.device, "p-plain-note");
		await e.anna.write("Felles buss");
		await e.anna.received("Felles buss");
		await e.lead.next();
		await e.anna.share("Felles buss");
		await sara
			.slip("ቆልዑ")
			.getByRole("button", { name: t("p.table.share") })
			.tap();
		await sees(e.anna.list("ቆልዑ ክዋስኡ ይደልዩ"));
	});

	chapter("what she wrote is not laid aside unread, and whoever interprets says what it says", async () => {
		const { anna, berit } = e;
		const nb = speak("nb");
		await sees(anna.list("ቆልዑ").getByText(nb("p.norsk.unread"), { exact: true }));
		await anna
			.list("ቆልዑ")
			.getByRole("button", { name: nb("p.table.aside"), exact: true })
			.tap();
		await sees(anna.page.getByRole("dialog", { name: nb("p.norsk.aside") }));
		await look(anna.device, "p-norsk-aside");
		await anna.button(nb("common.cancel")).tap();
		// Berit turns out to be her interpreter: from here she has no voice of her own, and one line to write.
		await berit.button(nb("p.size")).tap();
		await berit.page.getByLabel(nb("p.as.is"), { exact: true }).last().selectOption("tolk");
		await berit.button(nb("common.close")).tap();
		await sees(berit.page.getByText(nb("p.tolk.is")).first());
		expect(await berit.button(nb("p.note.add")).count()).toBe(0);
		await look(berit.device, "p-tolk");
		await berit
			.slip("ቆልዑ")
			.getByRole("button", { name: nb("p.norsk.write") })
			.tap();
		await berit.page.getByLabel(nb("common.norsk"), { exact: true }).fill("Barna <b>vil</b> leke");
		await look(berit.device, "p-norsk");
		await berit.button(nb("common.save")).tap();
		for (const p of [anna, sara]) await sees(p.page.getByText("Barna <b>vil</b> leke", { exact: true }));
		expect(await anna.list("ቆልዑ").getByText(nb("p.norsk.unread"), { exact: true }).count()).toBe(0);
		await look(anna.device, "p-norsk-line");
	});

	chapter("she votes by the numbers she hears", async () => {
		const { anna, lead } = e;
		await anna.send(2);
		await lead.next();
		await lead.next();
		await lead.open();
		await sees(sara.page.getByText(t("p.vote.secret")).first());
		expect(await heard()).toMatch(/\b[12]\b.*Barna/s);
		await sara.option("Barna <b>vil</b> leke").tap();
		await sees(sara.page.getByText(t("p.vote.done"), { exact: true }));
		await look(sara.device, "p-plain-vote");
	});
});
