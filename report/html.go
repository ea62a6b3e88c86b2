package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"dugnad/room"
)

// Style is the one sheet of the printed pages. The door serves it as a file,
// because its policy allows no style inside a page; a page that is handed on by
// itself carries it along.
//
//go:embed print.css
var Style []byte

//go:embed page.html
var pageText string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"clean": room.Clean,
	"kind":  func(b Block) string { return fmt.Sprintf("%T", b) },
	"bar":   Table.pieces,
	"key":   Table.key,
	"right": func(t Table, n int) bool { return t.Right[n] },
	// A word that no language has would push the other columns off the paper.
	"long": func(text string) bool {
		return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return utf8.RuneCountInString(w) > 40 })
	},
	"plus": func(n int) int { return n + 1 },
}).Parse(pageText))

// Page is how a document is shown as a page. Its zero value carries its style
// along and links to nowhere.
type Page struct {
	StyleAt string // where the style is served
	Back    string // where the reader came from
	Edit    string // the same as a document to edit
	Named   Named  // what the two are called; the zero value is the report's
}

// Named are the keys of the two links above a page.
type Named struct{ Back, Edit string }

func (n Named) or(back, edit string) Named {
	if n.Back == "" {
		n.Back = back
	}
	if n.Edit == "" {
		n.Edit = edit
	}
	return n
}

// HTML is the document as a page: real headings, lists and tables, no script,
// and a paper size when it is printed.
func HTML(d Document, p Page) ([]byte, error) {
	style := template.CSS("")
	if p.StyleAt == "" {
		style = template.CSS(Style)
	}
	named := p.Named.or("report.back", "report.edit")
	var b bytes.Buffer
	err := page.Execute(&b, struct {
		Document
		Page  Page
		Style template.CSS
		Dir   string
		Print string
		Back  string
		Edit  string
	}{d, p, style, d.Words.say("lang.dir"), d.Words.say("report.print"), d.Words.say(named.Back), d.Words.say(named.Edit)})
	if err != nil {
		return nil, fmt.Errorf("write a page: %w", err)
	}
	return b.Bytes(), nil
}
