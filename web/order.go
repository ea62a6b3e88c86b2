package web

import (
	"slices"
	"strconv"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// alphabets are the orders people look for words in. The library keeps the
// Norwegian one under nynorsk alone: asked for bokmål it sorts as in English.
var alphabets = map[string]language.Tag{
	"nb": language.MustParse("nn"),
	"nn": language.MustParse("nn"),
	"sv": language.Swedish,
	"en": language.English,
}

// Alphabet compares what people have written as a reader of a language would
// look for it: in Norwegian æ ø å come last, and aa is å. A language we have no
// alphabet for is read in Norway. It is for one goroutine. The front end sorts
// alike; both are held to src/words/order.cases.json.
func Alphabet(lang string) func(a, b string) int {
	tag, ok := alphabets[lang]
	if !ok {
		tag = alphabets["nb"]
	}
	return collate.New(tag).CompareString
}

// Number writes a number as one does in a language, “1 234” or “1,234”.
func Number(lang string, n int64) string {
	between := "\u00a0"
	if lang == "en" {
		between = ","
	}
	out := strconv.FormatInt(n, 10)
	first := 0
	if n < 0 {
		first = 1
	}
	for at := len(out) - 3; at > first; at -= 3 {
		out = string(slices.Insert([]byte(out), at, []byte(between)...))
	}
	return out
}
