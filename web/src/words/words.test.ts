import { beforeEach, expect, test, vi } from "vitest";

/** A page with two languages in two cuts, and a server that answers when the test lets it. */
const cuts: Record<string, Record<string, string>> = {
	"/nb": { "p.join.title": "Bli med", "lang.dir": "ltr" },
	"/nb.rest": { "p.note.add": "Legg til" },
	"/ar": { "p.join.title": "انضم", "lang.dir": "rtl" },
	"/ar.rest": { "p.note.add": "أضف" },
};
let words: typeof import("./words");
let asked: { url: string; answer: (ok?: boolean) => void; fail: () => void }[];
const settle = async () => {
	for (let i = 0; i < 10; i++) await Promise.resolve();
};
const answer = async (ok = true) => {
	for (const a of asked.splice(0)) a.answer(ok);
	await settle();
};

beforeEach(async () => {
	document.body.innerHTML = `<script type="application/json" id="langs">${JSON.stringify({
		nb: { name: "Bokmål", urls: ["/nb", "/nb.rest"] },
		ar: { name: "العربية", urls: ["/ar", "/ar.rest"] },
	})}</script>`;
	asked = [];
	vi.stubGlobal(
		"fetch",
		(url: string) =>
			new Promise((done, fail) => {
				asked.push({
					url,
					answer: (ok = true) => done(new Response(JSON.stringify(cuts[url]), { status: ok ? 200 : 503 })),
					fail: () => fail(new TypeError("no network")),
				});
			}),
	);
	vi.resetModules();
	words = await import("./words");
});
const urls = () => asked.map((a) => a.url);
const says = () => [words.t("p.join.title"), words.t("p.note.add")];

test("whoever asks for no language of ours reads plain Norwegian, where the page has it and is itself in bokmål", async () => {
	const page = async (lang: string, ...langs: string[]) => {
		document.documentElement.lang = lang;
		document.body.innerHTML = `<script type="application/json" id="langs">${JSON.stringify(
			Object.fromEntries(langs.map((l) => [l, { name: l, urls: [`/${l}`] }])),
		)}</script>`;
		vi.resetModules();
		return (await import("./words")).preferred;
	};
	const phone = await page("nb", "nb", "nn", "nb-enkel");
	expect([phone("ti-ER"), phone(null), phone("ti-ER", "nn-NO"), phone("no"), phone("nb-enkel", "nn")]).toEqual([
		"nb-enkel",
		"nb-enkel",
		"nn",
		"nb",
		"nb-enkel",
	]);
	expect((await page("nn", "nb", "nn", "nb-enkel"))("ti-ER")).toBe("nn");
	expect((await page("nb", "nb", "nn"))("ti-ER")).toBe("nb");
});

test("one comes in with the first cut alone, and a part brings the rest", async () => {
	const first = words.fetchWords("nb");
	expect(urls()).toEqual(["/nb"]);
	await answer();
	expect([await first, ...says()]).toEqual([true, "Bli med", "p.note.add"]);
	const rest = words.fetchAllWords();
	expect(urls()).toEqual(["/nb", "/nb.rest"]);
	await answer();
	expect([await rest, ...says()]).toEqual([true, "Bli med", "Legg til"]);
	expect(await words.fetchAllWords()).toBe(true);
	expect(urls()).toEqual([]);
});

test("when a part is here a language is changed with all it has, or not at all", async () => {
	const rest = words.fetchAllWords();
	await answer();
	await rest;
	const change = words.fetchWords("ar");
	expect(urls()).toEqual(["/ar", "/ar.rest"]);
	asked[0]?.answer();
	await settle();
	expect(says()).toEqual(["Bli med", "Legg til"]);
	asked[1]?.fail();
	expect([await change, ...says()]).toEqual([false, "Bli med", "Legg til"]);
	asked = [];
	const again = words.fetchWords("ar");
	await answer();
	expect([await again, ...says(), document.documentElement.dir]).toEqual([true, "انضم", "أضف", "rtl"]);
});

test("a part that asks while a language is on its way gets that one whole, and never half of it", async () => {
	const change = words.fetchWords("ar");
	const rest = words.fetchAllWords();
	const [half, ...own] = asked;
	for (const a of own) a.answer();
	await settle();
	expect([await rest, ...says()]).toEqual([true, "Bli med", "Legg til"]);
	asked = [];
	half?.answer();
	await settle();
	expect(says()).toEqual(["Bli med", "Legg til"]);
	expect(urls()).toEqual(["/ar", "/ar.rest"]);
	await answer();
	expect([await change, ...says()]).toEqual([true, "انضم", "أضف"]);
});

test("of two choices the last one stands", async () => {
	const slow = words.fetchWords("ar");
	const [late] = asked.splice(0);
	const quick = words.fetchWords("nb");
	await answer();
	late?.answer();
	expect([await slow, await quick, words.lang.value]).toEqual([false, true, "nb"]);
});

test("a catalogue of another build is no catalogue", async () => {
	const rest = words.fetchAllWords();
	await answer(false);
	expect(await rest).toBe(false);
});
