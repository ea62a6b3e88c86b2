// Bundles the three surfaces into dist/: hashed scripts, styles and catalogues
// with .gz and .br beside each, and one page per surface and language.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { pages, surfaces } from "./surfaces.mjs";

const here = new URL(".", import.meta.url).pathname;
const dist = `${here}dist/`;
const watch = process.argv.includes("--dev");

for (const f of readdirSync(dist)) if (f !== ".keep") rmSync(dist + f, { recursive: true });
mkdirSync(`${dist}assets`);

const langs = Object.fromEntries(
	readdirSync(`${here}locales`).map((f) => [f.slice(0, -5), JSON.parse(readFileSync(`${here}locales/${f}`, "utf8"))]),
);

for (const [surface, { prefixes, page }] of Object.entries(surfaces)) {
	const catalogues = {};
	for (const [lang, texts] of Object.entries(langs)) {
		const own = Object.entries(texts).filter(([k]) => prefixes.some((p) => k.startsWith(p)));
		catalogues[lang] = {
			name: texts["lang.name"],
			dir: texts["lang.dir"],
			url: put(`${surface}.${lang}`, "json", JSON.stringify(Object.fromEntries(own))),
		};
	}
	const built = bundle(surface, catalogues);
	for (const [lang, texts] of Object.entries(langs)) {
		const html = pages.shell({ lang, texts, page, words: catalogues[lang].url, ...built });
		write(lang === "nb" ? `${page}.html` : `${page}.${lang}.html`, html);
	}
}
for (const [lang, texts] of Object.entries(langs)) write(`manifest.${lang}.webmanifest`, pages.manifest(lang, texts));
write("icon.svg", pages.icon);

/** bundle runs the pinned esbuild over one surface and gives the addresses of what came out. */
function bundle(surface, catalogues) {
	const meta = `${dist}meta.json`;
	execFileSync(
		"go",
		[
			"tool",
			"-modfile=tools.mod",
			"esbuild",
			`web/src/${surface}/index.tsx`,
			"--bundle",
			"--format=esm",
			"--target=chrome105,safari15.4,firefox121",
			"--jsx=automatic",
			"--jsx-import-source=preact",
			"--charset=utf8",
			"--legal-comments=none",
			watch ? "--sourcemap=inline" : "--minify",
			`--define:DUGNAD_LANGS=${JSON.stringify(catalogues)}`,
			"--outdir=web/dist/assets",
			`--entry-names=${surface}-[hash]`,
			`--metafile=${meta}`,
			"--log-level=warning",
		],
		{ cwd: `${here}..`, stdio: "inherit" },
	);
	const outputs = Object.keys(JSON.parse(readFileSync(meta, "utf8")).outputs).map(
		(o) => `/${o.slice("web/dist/".length)}`,
	);
	rmSync(meta);
	for (const o of outputs) squeeze(dist + o.slice(1));
	return { js: outputs.find((o) => o.endsWith(".js")), css: outputs.find((o) => o.endsWith(".css")) };
}

/** put writes a file whose name changes with its content, and gives its address. */
function put(name, ext, text) {
	const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
	const path = `assets/${name}-${hash}.${ext}`;
	write(path, text);
	return `/${path}`;
}

function write(path, text) {
	writeFileSync(dist + path, text);
	squeeze(dist + path);
}

function squeeze(path) {
	const raw = readFileSync(path);
	writeFileSync(`${path}.gz`, gzipSync(raw, { level: 9 }));
	writeFileSync(
		`${path}.br`,
		brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: watch ? 4 : 11 } }),
	);
}
