package spelling

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const root = "../../"

// text is something we have written for people, and where it stands.
type text struct{ where, says string }

// texts gives all that is written in a language: the catalogue and what the
// decks, steps, templates and checklists hold of it.
func texts(t *testing.T, lang string) (all []text) {
	t.Helper()
	all = from(t, root+"web/locales/"+lang+".json", lang, true)
	if lang == "nb" {
		all = append(all, from(t, root+"web/locales/plain/nb-enkel.json", lang, true)...)
	}
	for _, dir := range []string{"decks", "steps", "templates", "checklists"} {
		files, err := fs.Glob(os.DirFS(root+"room/"+dir), "*.json")
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s to read (%v)", dir, err)
		}
		for _, f := range files {
			all = append(all, from(t, filepath.Join(root, "room", dir, f), lang, false)...)
		}
	}
	return all
}

// from reads one file. In a catalogue everything is in one language; elsewhere
// what stands under its name is.
func from(t *testing.T, path, lang string, whole bool) (all []text) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(path, err)
	}
	var walk func(where string, v any, ours bool)
	walk = func(where string, v any, ours bool) {
		switch v := v.(type) {
		case string:
			if ours && !strings.HasSuffix(where, "lang.dir") {
				all = append(all, text{where, v})
			}
		case []any:
			for _, v := range v {
				walk(where, v, ours)
			}
		case map[string]any:
			for k, v := range v {
				if !whole && k == "status" {
					continue // for us, not for people
				}
				walk(where+" "+k, v, ours || k == lang)
			}
		}
	}
	walk(strings.TrimPrefix(path, root), v, whole)
	return all
}

var (
	notWords = regexp.MustCompile(`\{\w+, plural,|\b(?:one|other) \{|\{\w+\}|https?://\S+|\S+@\S+|\S+\.(?:no|se|json)\b|` +
		`\b[A-Z]{2,}-\p{L}+|\b[Ee]-`) // PC-en is a name with an ending, e-post is post
	aWord = regexp.MustCompile(`\p{L}{2,}`)
)

func wordsOf(says string) []string {
	return aWord.FindAllString(notWords.ReplaceAllString(says, "  "), -1)
}
