package server

import (
	"encoding/json"
	"errors"
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

// plainLanguage is the first language in few and easy words, for those who took
// part. What is not said in it is said in the first.
const plainLanguage = "nb-enkel"

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
	raw, err := fs.ReadFile(files, "plain/"+plainLanguage+".json")
	if err == nil {
		texts := map[string]string{}
		err = json.Unmarshal(raw, &texts)
		w.by[plainLanguage] = texts
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return w, fmt.Errorf("catalogue %s: %w", plainLanguage, err)
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

// spoken tells whether a page can be in a language: one with a catalogue, or the first in easy words.
func (w words) spoken(lang string) bool {
	return w.speaks(lang) || lang == plainLanguage && w.by[lang] != nil
}

// choices are the languages of a page for those who took part, with easy words next to the language they are in.
func (w words) choices() []string {
	if w.by[plainLanguage] == nil {
		return w.langs
	}
	return slices.Insert(slices.Clone(w.langs), 1, plainLanguage)
}

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
