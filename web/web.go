// Package web carries the front end: the built files and the catalogues of
// every language, inside the binary.
package web

import "embed"

// Dist is what `npm run build` made, under dist/. A fresh clone holds only
// dist/.keep, so that everything compiles before the first build.
//
//go:embed all:dist
var Dist embed.FS

// Locales holds one catalogue per language, under locales/, and what is said otherwise in plain Norwegian beside them.
//
//go:embed locales/*.json locales/plain/nb-enkel.json
var Locales embed.FS
