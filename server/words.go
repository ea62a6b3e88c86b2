package server

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"dugnad/report"
)

// words are the catalogues: by language, key to sentence. The few pages the
// door writes itself take theirs from here.
type words struct {
	by    map[string]map[string]string
	langs []string
	match language.Matcher
}

// firstLanguage is spoken to whoever asks for none we have.
const firstLanguage = "nb"

func readWords(files fs.FS) (words, error) {
	w := words{by: map[string]map[string]string{}, langs: []string{firstLanguage}}
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return w, err
	}
	for _, name := range names {
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			return w, err
		}
		texts := map[string]string{}
		if err := json.Unmarshal(raw, &texts); err != nil {
			return w, fmt.Errorf("catalogue %s: %w", name, err)
		}
		lang := strings.TrimSuffix(path.Base(name), ".json")
		w.by[lang] = texts
		if lang != firstLanguage {
			w.langs = append(w.langs, lang)
		}
	}
	var tags []language.Tag
	for _, lang := range w.langs {
		tags = append(tags, language.Make(lang))
	}
	w.match = language.NewMatcher(tags)
	return w, nil
}

// in is a language's catalogue, for a report; the first one for a language we
// have no more.
func (w words) in(lang string) report.Words {
	if !w.speaks(lang) {
		lang = firstLanguage
	}
	return report.Words{Lang: lang, Texts: w.by[lang], First: w.by[firstLanguage]}
}

// speaks tells whether there is a catalogue.
func (w words) speaks(lang string) bool { return slices.Contains(w.langs, lang) }

// language is the one a browser asks for that we have.
func (w words) language(r *http.Request) string {
	asked, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil || len(asked) == 0 {
		return firstLanguage
	}
	_, i, sure := w.match.Match(asked...)
	if sure == language.No {
		return firstLanguage
	}
	return w.langs[i]
}

// say gives a sentence; a key without one shows itself.
func (w words) say(lang, key string) string {
	if text, ok := w.by[lang][key]; ok {
		return text
	}
	if text, ok := w.by[firstLanguage][key]; ok {
		return text
	}
	return key
}
