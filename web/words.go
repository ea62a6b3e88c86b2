package web

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Args are what a text's holes are filled with: strings and whole numbers.
type Args map[string]any

// Say fills in a text: `{name}`, and `{n, plural, one {…} other {…}}` with the
// language's own forms. Nothing more. A brace that is neither stays as it
// stands. The front end reads the same texts the same way; both are held to
// src/words/say.cases.json.
func Say(lang, text string, args Args) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := closing(text, open)
		if end < 0 {
			break
		}
		out.WriteString(text[:open])
		if said, ok := fill(lang, text[open+1:end], args); ok {
			out.WriteString(said)
		} else {
			out.WriteString(text[open : end+1])
		}
		text = text[end+1:]
	}
	return out.String() + text
}

var pluralHead = regexp.MustCompile(`^\s*(\w+)\s*,\s*plural\s*,`)

func fill(lang, inside string, args Args) (string, bool) {
	head := pluralHead.FindStringSubmatch(inside)
	if head == nil {
		v, ok := args[strings.TrimSpace(inside)]
		return fmt.Sprint(v), ok
	}
	n, ok := args[head[1]].(int)
	if !ok {
		return "", false
	}
	forms := branches(inside[len(head[0]):])
	form, ok := forms[pluralForm(lang, n)]
	if !ok {
		form, ok = forms["other"]
	}
	return Say(lang, form, args), ok
}

var formNames = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few",
	plural.Many: "many", plural.Other: "other"}

func pluralForm(lang string, n int) string {
	return formNames[plural.Cardinal.MatchPlural(language.Make(lang), max(n, -n), 0, 0, 0, 0)]
}

// branches reads `one {…} other {…}`.
func branches(text string) map[string]string {
	forms := map[string]string{}
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			return forms
		}
		end := closing(text, open)
		if end < 0 {
			return forms
		}
		forms[strings.TrimSpace(text[:open])] = text[open+1 : end]
		text = text[end+1:]
	}
}

// closing finds the brace that closes the one at a position, or -1.
func closing(text string, open int) int {
	depth := 0
	for i := open; i < len(text); i++ {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
