package likeness

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
)

// Words is a text as it is kept to be searched: its stems with a space before
// and after each. A text without any is a space, so that it can be told from
// one that nobody has read yet.
func Words(text, lang string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, tok := range tongueOf(lang).tokens(text) {
		b.WriteString(tok.stem)
		b.WriteByte(' ')
	}
	return b.String()
}

// Written finds a stem in a text and gives the word as somebody wrote it.
func Written(text, lang, stem string) string {
	for _, tok := range tongueOf(lang).tokens(text) {
		if tok.stem == stem {
			return tok.word
		}
	}
	return stem
}

const (
	askedMax = 8 // words of a question that are looked for
	frontMin = 4 // letters that a longer word may begin with
	backMin  = 3 // letters that a longer word may end with: *gatelys* is a light
)

// Query is what somebody looks for, in whatever language it was written: each
// word as every language reads it, since the meetings may have another.
type Query struct{ words []asked }

// asked is one word of a question. A long word loses endings that a short one
// keeps, so what it may end with is not always the stem of the short one.
type asked struct{ stems, tails []string }

// Ask reads a question. One that says nothing finds nothing.
func Ask(text string) Query {
	var q Query
	env := snowballstem.NewEnv("")
	for word := range strings.FieldsFuncSeq(text, between) {
		var a asked
		for _, lang := range []string{"nb", "sv", "en"} {
			stem := tongues[lang].read(env, word)
			if stem == "" { // a small word in one of them is one in all
				a = asked{}
				break
			}
			a.stems = append(a.stems, stem)
			const front = "hus"
			tail := strings.TrimPrefix(tongues[lang].read(env, front+word), front)
			if utf8.RuneCountInString(word) >= backMin && utf8.RuneCountInString(tail) >= backMin-1 { // an ending by itself is no word
				a.tails = append(a.tails, tail)
			}
		}
		if len(a.stems) > 0 && len(q.words) < askedMax {
			q.words = append(q.words, a)
		}
	}
	return q
}

// Empty tells a question that says nothing.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Part is letters that the kept words of every answer have in them somewhere,
// the longest of what is asked for. It lets a database leave out most rows; it
// is [Query.Finds] that decides.
func (q Query) Part() string {
	part := ""
	for _, a := range q.words {
		common := a.stems[0]
		for _, stem := range append(a.stems[1:len(a.stems):len(a.stems)], a.tails...) {
			for !strings.HasPrefix(stem, common) {
				_, size := utf8.DecodeLastRuneInString(common)
				common = common[:len(common)-size]
			}
		}
		if len(common) > len(part) {
			part = common
		}
	}
	return part
}

// Finds tells whether all that is asked for stands among kept words.
func (q Query) Finds(words string) bool {
	for _, a := range q.words {
		found := false
		for word := range strings.FieldsSeq(words) {
			found = found || a.is(word)
		}
		if !found {
			return false
		}
	}
	return !q.Empty()
}

// is tells whether a stem is the one asked for, or put together with it.
func (a asked) is(word string) bool {
	for _, stem := range a.stems {
		if word == stem || utf8.RuneCountInString(stem) >= frontMin && strings.HasPrefix(word, stem) {
			return true
		}
	}
	for _, tail := range a.tails {
		if front, ok := strings.CutSuffix(word, tail); ok && utf8.RuneCountInString(front) >= restMin {
			return true
		}
	}
	return false
}

// Piece is a stretch of a text; Hit is a word that was asked for.
type Piece struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit"`
}

// Mark cuts a text where the words that were asked for begin and end.
func (q Query) Mark(text, lang string) []Piece {
	t, env := tongueOf(lang), snowballstem.NewEnv("")
	pieces, done := []Piece{}, 0
	hit := func(word string) bool {
		stem := t.read(env, word)
		for _, a := range q.words {
			if stem != "" && a.is(stem) {
				return true
			}
		}
		return false
	}
	for at := 0; at < len(text); {
		size := strings.IndexFunc(text[at:], between)
		if size < 0 {
			size = len(text) - at
		}
		if word := text[at : at+size]; hit(word) {
			if at > done {
				pieces = append(pieces, Piece{Text: text[done:at]})
			}
			pieces, done = append(pieces, Piece{word, true}), at+size
		}
		if at += size; at < len(text) {
			_, gap := utf8.DecodeRuneInString(text[at:])
			at += gap
		}
	}
	if done < len(text) {
		pieces = append(pieces, Piece{Text: text[done:]})
	}
	return pieces
}
