// Keeps the catalogues: `node words.mjs KEY NB NN EN SV` puts a text in every
// language, `node words.mjs -d KEY` takes one out, and without arguments it
// sorts the files and writes src/gen/words.ts, so that a missing key is a type error.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const order = ["nb", "nn", "en", "sv"];
const langs = readdirSync(new URL("locales", here))
	.filter((f) => f.endsWith(".json"))
	.map((f) => f.slice(0, -5));
const file = (lang) => new URL(`locales/${lang}.json`, here);
const texts = Object.fromEntries(langs.map((l) => [l, JSON.parse(readFileSync(file(l), "utf8"))]));

const [key, ...said] = process.argv.slice(2);
if (key === "-d") {
	for (const l of langs) delete texts[l][said[0]];
} else if (key) {
	if (said.length !== order.length || !/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(key)) {
		console.error("node words.mjs KEY NB NN EN SV");
		process.exit(2);
	}
	// A language that is not among the four gets the first one until somebody translates it.
	for (const l of langs) texts[l][key] = said[order.indexOf(l)] ?? said[0];
}
for (const l of langs) {
	const sorted = Object.fromEntries(Object.entries(texts[l]).sort(([a], [b]) => (a < b ? -1 : 1)));
	writeFileSync(file(l), `${JSON.stringify(sorted, null, "\t")}\n`);
}
const keys = Object.keys(texts.nb).sort();
writeFileSync(
	new URL("src/gen/words.ts", here),
	`// Made by words.mjs from locales/nb.json. Do not edit.\n\nexport type Key =\n${keys.map((k) => `\t| ${JSON.stringify(k)}`).join("\n")};\n`,
);
