// Package web carries the front end: the built files and the catalogues of
// every language, inside the binary.
package web

import "embed"

// Dist is what `npm run build` made, under dist/. A fresh clone holds only
// dist/.keep, so that everything compiles before the first build.
//
//go:embed all:dist
var Dist embed.FS

// Locales holds one catalogue per language, under locales/.
//
//go:embed locales/*.json
var Locales embed.FS

// Page names the file under dist of a surface's page in a language: surface is
// "p", "lead" or "board". A language we do not speak gets bokmål.
func Page(surface, lang string) string {
	name := map[string]string{"lead": "led", "board": "tavle"}[surface]
	if name == "" {
		name = "index"
	}
	if f := "dist/" + name + "." + lang + ".html"; lang != "nb" && exists(f) {
		return f
	}
	return "dist/" + name + ".html"
}

func exists(name string) bool {
	f, err := Dist.Open(name)
	if err != nil {
		return false
	}
	return f.Close() == nil
}
