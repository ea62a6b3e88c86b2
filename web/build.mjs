// Bundles the three surfaces into dist/: hashed scripts, styles and catalogues
// with .gz and .br beside each, and one page per surface and language. What a
// surface imports only when it is needed becomes parts of its own. Nothing in
// dist/ is touched before everything is made.
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

// Plain Norwegian is for those who take part. What is not written in it stays in bokmål.
const plain = JSON.parse(readFileSync(join(here, "locales/plain/nb-enkel.json"), "utf8"));

for (const [surface, { prefixes, page, soon = [] }] of Object.entries(surfaces)) {
	const spoken = surface === "participant" ? { ...langs, "nb-enkel": { ...langs.nb, ...plain } } : langs;
	const built = bundle(surface);
	const early = [built.js, ...soon.flatMap((part) => built.parts[part])];
	const script = early.map((file) => readFileSync(join(out, file), "utf8")).join("\n");
	const catalogues = {};
	for (const [lang, texts] of Object.entries(spoken)) {
		const own = Object.entries(texts).filter(([k]) => prefixes.some((p) => k.startsWith(p)));
		const asked = cutsInTwo(built) ? asksFor(script) : () => true;
		const cut = [own.filter(([k]) => asked(k)), own.filter(([k]) => !asked(k))].filter((c) => c.length);
		catalogues[lang] = {
			name: texts["lang.name"],
			urls: cut.map((c, i) =>
				put(`${surface}.${lang}${i ? ".rest" : ""}`, "json", JSON.stringify(Object.fromEntries(c))),
			),
		};
	}
	for (const [lang, texts] of Object.entries(langs)) {
		const html = pages.shell({ lang, texts, catalogues, floor: surface === "participant", ...built });
		write(lang === "nb" ? `${page}.html` : `${page}.${lang}.html`, html);
	}
}
for (const [lang, texts] of Object.entries(langs)) write(`manifest.${lang}.webmanifest`, pages.manifest(lang, texts));
write("icon.svg", pages.icon);
const shell = createHash("sha256")
	.update(readFileSync(join(out, "index.html")))
	.digest("hex")
	.slice(0, 8);
write("sw.js", readFileSync(join(here, "sw.js"), "utf8").replace("VERSION", shell));

const dist = join(here, "dist");
for (const f of readdirSync(dist)) if (f !== ".keep") rmSync(join(dist, f), { recursive: true });
cpSync(out, dist, { recursive: true });

/** cutsInTwo tells whether a surface has parts to come later; their texts come with them. */
function cutsInTwo({ parts }) {
	return Object.keys(parts).length > 0;
}

/**
 * asksFor reads from a page's own script, and from the parts it fetches at once, which texts they can show: the keys
 * that stand in them, and those they put together from a beginning. Every other text belongs to a part. Nobody keeps a list: a screen that moves takes its texts along.
 */
function asksFor(script) {
	const begun = [...script.matchAll(/`([a-z]+\.[\w.]*)\$\{/g)].map((m) => m[1]);
	const named = new Set([...script.matchAll(/(["'`])([a-z]+(?:\.\w+)+)\1/g)].map((m) => m[2]));
	return (key) => named.has(key) || key === "lang.dir" || begun.some((b) => key.startsWith(b));
}

/** bundle runs the pinned esbuild over one surface and gives the addresses of what came out. */
function bundle(surface) {
	const made = join(out, "assets");
	const before = new Set(readdirSync(made));
	const entry = `web/src/${surface}/index.tsx`;
	const meta = join(out, `${surface}.meta.json`);
	const esbuild = spawnSync(
		"go",
		[
			"tool",
			"-modfile=tools.mod",
			"esbuild",
			entry,
			"--bundle",
			"--splitting",
			// The parts import what the page has already. If every part may reach the
			// whole of it, esbuild keeps it in one file; else it would be cut in a
			// dozen, each a request before anybody can join.
			`--inject:${entry}`,
			"--format=esm",
			"--target=chrome105,safari15.4,firefox121",
			"--jsx=automatic",
			"--jsx-import-source=preact",
			"--charset=utf8",
			"--legal-comments=none",
			"--loader:.woff2=file",
			"--asset-names=[name]-[hash]",
			dev ? "--sourcemap=inline" : "--minify",
			`--outdir=${made}`,
			`--entry-names=${surface}-[hash]`,
			`--chunk-names=${surface}.[name]-[hash]`,
			`--metafile=${meta}`,
			"--log-level=warning",
		],
		{ cwd: join(here, ".."), stdio: "inherit" },
	);
	if (esbuild.status !== 0) process.exit(1);
	const { stub, ...told } = follow(JSON.parse(readFileSync(meta, "utf8")).outputs, entry);
	for (const f of [meta, ...stub]) rmSync(f);
	const fresh = readdirSync(made).filter((f) => !before.has(f));
	for (const f of fresh) if (!f.endsWith(".woff2")) squeeze(join(made, f)); // packed already
	// Two surfaces have the same letters: the second finds them made.
	const sheet = fresh.find((f) => f.endsWith(".css"));
	const font = sheet && /[\w-]+\.woff2/.exec(readFileSync(join(made, sheet), "utf8"))?.[0];
	return {
		...told,
		font: font && `/assets/${font}`,
		css: fresh.filter((f) => f.endsWith(".css")).map((f) => `/assets/${f}`)[0],
	};
}

/** follow finds the page's own script among what was made, and of which files each part is made beside it. */
function follow(outputs, entry) {
	const made = Object.entries(outputs).filter(([path]) => path.endsWith(".js"));
	const byPath = new Map(made);
	const still = (path) =>
		byPath
			.get(path)
			.imports.filter((i) => i.kind === "import-statement")
			.map((i) => i.path);
	const holds = (path) => entry in byPath.get(path).inputs;
	const [page] = made.find(([path]) => holds(path));
	const address = (path) => `/assets/${basename(path)}`;
	const parts = {};
	for (const [path, { entryPoint }] of made) {
		if (!entryPoint || entryPoint === entry) continue;
		const files = new Set([path]);
		for (const f of files) for (const i of still(f)) if (i !== page) files.add(i);
		parts[basename(entryPoint).replace(/\.tsx?$/, "")] = [...files].map(address);
	}
	// What is left of the entry, when the page is in a file that the parts share, is one line that nobody asks for.
	const stub = made
		.filter(([path, o]) => o.entryPoint === entry && path !== page)
		.map(([path]) => join(here, "..", path));
	return { js: address(page), parts, stub };
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
