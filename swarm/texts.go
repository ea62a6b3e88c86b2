package swarm

import (
	"embed"
	"encoding/json"
	"fmt"
)

// said is what simulated people write, in one language.
type said struct {
	Notes []string `json:"notes"`
	Child string   `json:"child"`
	Role  string   `json:"role"`
}

//go:embed texts/*.json
var files embed.FS

// all is read at start: a file that cannot be read is noticed by any test.
var all = func() map[string]said {
	m := map[string]said{}
	for _, lang := range []string{"nb", "nn", "en", "sv"} {
		raw, err := files.ReadFile("texts/" + lang + ".json")
		if err != nil {
			panic(err)
		}
		var s said
		if err := json.Unmarshal(raw, &s); err != nil {
			panic(fmt.Errorf("texts/%s.json: %w", lang, err))
		}
		m[lang] = s
	}
	return m
}()

// Notes is what simulated people write in a language, for those who come by
// sockets of their own.
func Notes(lang string) []string { return texts(lang).Notes }

// texts falls back on bokmål for a language that nobody has written for.
func texts(lang string) said {
	if s, ok := all[lang]; ok {
		return s
	}
	return all["nb"]
}
