package report

import (
	"fmt"
	"strings"

	"dugnad/room"
)

// Markdown is the document as text with marks. What people wrote is taken as it
// stands: no mark of theirs is one.
func Markdown(d Document) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", plainText(d.Title))
	for _, f := range d.Facts {
		fmt.Fprintf(&b, "- **%s:** %s\n", plainText(f.Label), plainText(f.Text))
	}
	for _, block := range d.Blocks {
		b.WriteString("\n")
		switch x := block.(type) {
		case Heading:
			fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", x.Level), plainText(x.Text))
		case Text:
			b.WriteString(plainSentences(x) + "\n")
		case Points:
			for _, s := range x {
				fmt.Fprintf(&b, "- %s\n", plainSentences(Text{Sentences: []Sentence{s}}))
			}
		case List:
			for _, point := range x {
				fmt.Fprintf(&b, "- %s\n", plainText(point))
			}
		case Table:
			b.WriteString(plainTable(x))
		}
	}
	return []byte(b.String())
}

func plainSentences(t Text) string {
	var parts []string
	for _, s := range t.Sentences {
		said := plainText(s.Text)
		if s.From > 0 {
			said += fmt.Sprintf(" [%d]", s.From)
		}
		parts = append(parts, said)
	}
	if t.Tone == Ask {
		return "> " + strings.Join(parts, " ")
	}
	return strings.Join(parts, " ")
}

func plainTable(t Table) string {
	var b strings.Builder
	line := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + plainText(c) + " ")
		}
		b.WriteString("|\n")
	}
	line(t.Head)
	for n := range t.Head {
		if t.Right[n] {
			b.WriteString("|---:")
		} else {
			b.WriteString("|---")
		}
	}
	b.WriteString("|\n")
	for _, l := range t.Lines {
		line(l)
	}
	return b.String()
}

// marks are the characters that mean something to a reader of Markdown, HTML
// among them.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`,
	"~", `\~`, "://", `:\//`, "www.", `www\.`)

func plainText(text string) string {
	said := marks.Replace(room.Clean(text))
	switch { // what would begin a list, a number or a line across
	case said == "":
		return said
	case strings.ContainsAny(said[:1], "-+=#"):
		return `\` + said
	}
	if digits := strings.TrimLeft(said, "0123456789"); digits != said && digits != "" && strings.ContainsAny(digits[:1], ".)") {
		return said[:len(said)-len(digits)] + `\` + digits
	}
	return said
}
