// The surfaces: which page each is, and which texts it carries with it.

const common = ["common.", "refused.", "lang."];

export const surfaces = {
	// What a part says that every phone fetches on its first screen comes with the first texts.
	participant: { page: "index", prefixes: [...common, "p."], soon: ["pairing"] },
	lead: { page: "led", prefixes: [...common, "lead.", "check."] },
	check: { page: "sjekk", prefixes: [...common, "check."] },
	follow: {
		page: "oppfolging",
		prefixes: [...common, "follow.", "p.as.", "lead.mail", "lead.report", "plain.status_", "svar."],
	},
	see: { page: "se", prefixes: [...common, "p."] },
	board: { page: "tavle", prefixes: [...common, "board."] },
};

const icon =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 128"><circle cx="38" cy="84" r="32" fill="#1A4A86"/><rect x="58" y="16" width="19" height="100" rx="7" fill="#F59A3F"/></svg>';

const text = (s) => s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export const pages = {
	icon,
	/** shell is the page a browser gets first: one script, one sheet, one catalogue, nothing from elsewhere. Of the parts and of the other catalogues it knows only the names. A browser that can run none of it stands on the floor. */
	shell: ({ lang, texts, catalogues, js, css, font, parts, floor }) => `<!doctype html>
<html lang="${lang}" dir="${texts["lang.dir"]}" data-color-scheme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#FBF6EC" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0F1E2A" media="(prefers-color-scheme: dark)">
<title>dugnad</title>
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="manifest" href="/manifest.${lang}.webmanifest">
${css ? `<link rel="stylesheet" href="${css}">\n` : ""}${font ? `<link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href="${font}">\n` : ""}<link rel="preload" as="fetch" crossorigin="anonymous" href="${catalogues[lang].urls[0]}">
<script type="module" src="${js}"></script>
</head>
<body>
<div id="app">${floor ? `<p class="floor">${text(texts["common.floor"])}</p>` : ""}<noscript><p>${text(texts["common.noscript"])}</p></noscript></div>
<script type="application/json" id="langs">${JSON.stringify(catalogues)}</script>
${Object.keys(parts).length ? `<script type="application/json" id="parts">${JSON.stringify(parts)}</script>\n` : ""}</body>
</html>
`,
	manifest: (lang, texts) =>
		JSON.stringify({
			name: texts["common.app"],
			short_name: texts["common.app"],
			lang,
			dir: texts["lang.dir"],
			start_url: "/",
			display: "standalone",
			background_color: "#FBF6EC",
			theme_color: "#FBF6EC",
			icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any maskable" }],
		}),
};
