// Bundles the three surfaces into dist/: hashed scripts, styles and catalogues
// with .gz and .br beside each, and one page per surface and language. Nothing
// in dist/ is touched before everything is made.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { pages, surfaces } from "./surfaces.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dev = process.argv.includes("--dev");
const out = mkdtempSync(join(tmpdir(), "dugnad-web-"));
process.on("exit", () => rmSync(out, { recursive: true, force: true }));
mkdirSync(join(out, "assets"));

const langs = Object.fromEntries(
	readdirSync(join(here, "locales"))
		.filter((f) => f.endsWith(".json"))
		.map((f) => [f.slice(0, -5), JSON.parse(readFileSync(join(here, "locales", f), "utf8"))]),
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
		const html = pages.shell({ lang, texts, words: catalogues[lang].url, ...built });
		write(lang === "nb" ? `${page}.html` : `${page}.${lang}.html`, html);
	}
}
for (const [lang, texts] of Object.entries(langs)) write(`manifest.${lang}.webmanifest`, pages.manifest(lang, texts));
write("icon.svg", pages.icon);

const dist = join(here, "dist");
for (const f of readdirSync(dist)) if (f !== ".keep") rmSync(join(dist, f), { recursive: true });
cpSync(out, dist, { recursive: true });

/** bundle runs the pinned esbuild over one surface and gives the addresses of what came out. */
function bundle(surface, catalogues) {
	const made = join(out, "assets");
	const before = new Set(readdirSync(made));
	const esbuild = spawnSync(
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
			dev ? "--sourcemap=inline" : "--minify",
			`--define:DUGNAD_LANGS=${JSON.stringify(catalogues)}`,
			`--outdir=${made}`,
			`--entry-names=${surface}-[hash]`,
			"--log-level=warning",
		],
		{ cwd: join(here, ".."), stdio: "inherit" },
	);
	if (esbuild.status !== 0) process.exit(1);
	const fresh = readdirSync(made).filter((f) => !before.has(f));
	for (const f of fresh) squeeze(join(made, f));
	const address = (ext) => fresh.filter((f) => f.endsWith(ext)).map((f) => `/assets/${basename(f)}`)[0];
	return { js: address(".js"), css: address(".css") };
}

/** put writes a file whose name changes with its content, and gives its address. */
function put(name, ext, text) {
	const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
	const path = `assets/${name}-${hash}.${ext}`;
	write(path, text);
	return `/${path}`;
}

function write(path, text) {
	writeFileSync(join(out, path), text);
	squeeze(join(out, path));
}

function squeeze(path) {
	const raw = readFileSync(path);
	const quality = dev ? 4 : constants.BROTLI_MAX_QUALITY;
	writeFileSync(`${path}.gz`, gzipSync(raw, { level: 9 }));
	writeFileSync(`${path}.br`, brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
}
