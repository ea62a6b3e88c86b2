package likeness

import (
	"embed"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/swedish"
	"golang.org/x/text/unicode/norm"
)

// tongue is how words are read in one language.
type tongue struct {
	stem func(*snowballstem.Env) bool
	stop map[string]bool
}

// token is a word as written and what is left of it when its ending is gone.
type token struct{ word, stem string }

//go:embed stop
var stops embed.FS

// Both written norms of Norwegian are read as one, since both are written at
// the same table.
var tongues = map[string]tongue{
	"nb": {norwegian.Stem, stopped("nb", "nn")},
	"nn": {norwegian.Stem, stopped("nb", "nn")},
	"sv": {swedish.Stem, stopped("sv")},
	"en": {english.Stem, stopped("en")},
}

// tongueOf falls back on reading words whole: a language without endings here
// still has words in common.
func tongueOf(lang string) tongue { return tongues[lang] }

func stopped(lists ...string) map[string]bool {
	words := map[string]bool{}
	for _, name := range lists {
		raw, err := stops.ReadFile("stop/" + name + ".txt")
		if err != nil {
			panic("stop words: " + err.Error())
		}
		for line := range strings.Lines(string(raw)) {
			if line, _, _ = strings.Cut(line, "#"); line != "" {
				for word := range strings.FieldsSeq(line) {
					words[fold(word)] = true
				}
			}
		}
	}
	return words
}

// tokens lists the words of a text that say something.
func (t tongue) tokens(text string) []token {
	var list []token
	env := snowballstem.NewEnv("")
	for word := range strings.FieldsFuncSeq(text, between) {
		if stem := t.read(env, word); stem != "" {
			list = append(list, token{strings.ToLower(word), stem})
		}
	}
	return list
}

func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// read gives the stem of a word; a word that says nothing has none.
func (t tongue) read(env *snowballstem.Env, word string) string {
	f := fold(word)
	if len([]rune(f)) < 2 || t.stop[f] {
		return ""
	}
	if t.stem != nil {
		env.SetCurrent(f)
		t.stem(env)
		f = env.Current()
	}
	return f
}

// fold makes one letter of what is written in several ways. Letters of the
// Scandinavian alphabets are letters, not decorated others.
func fold(word string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFC.String(word)) {
		switch r {
		case 'ä':
			r = 'æ'
		case 'ö':
			r = 'ø'
		case 'å':
		default:
			r = []rune(norm.NFD.String(string(r)))[0]
		}
		b.WriteRune(r)
	}
	return b.String()
}
