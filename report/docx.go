package report

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"dugnad/room"
)

// docx writes the body of a document in WordprocessingML: paragraphs with the
// styles a screen reader knows as headings and lists, and tables whose head is
// marked as one.
type docx struct {
	strings.Builder
}

func (b *docx) document(d Document) string {
	b.WriteString(xml.Header + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	b.paragraph("Title", run(d.Title, ""))
	for _, f := range d.Facts {
		b.paragraph("Facts", run(f.Label+": ", "<w:b/>")+run(f.Text, ""))
	}
	for _, block := range d.Blocks {
		switch x := block.(type) {
		case Heading:
			b.paragraph("Heading"+strconv.Itoa(x.Level-1), run(x.Text, ""))
		case Text:
			b.text(x)
		case Points:
			for _, s := range x {
				b.paragraph("ListBullet", sentence(s))
			}
		case List:
			for _, point := range x {
				b.paragraph("ListBullet", run(point, ""))
			}
		case Table:
			b.table(x)
		}
	}
	b.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1021" w:right="1021" w:bottom="1134" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return b.String()
}

var toneStyles = map[Tone]string{Plain: "Normal", Opening: "Opening", Note: "Note", Ask: "Ask"}

func (b *docx) text(t Text) {
	var runs strings.Builder
	for n, s := range t.Sentences {
		if n > 0 {
			runs.WriteString(run(" ", ""))
		}
		runs.WriteString(sentence(s))
	}
	b.paragraph(toneStyles[t.Tone], runs.String())
}

func sentence(s Sentence) string {
	if s.From == 0 {
		return run(s.Text, "")
	}
	return run(s.Text, "") + run(fmt.Sprintf(" [%d]", s.From), `<w:color w:val="1A4A86"/>`)
}

func (b *docx) paragraph(style, runs string) {
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs + `</w:p>`)
}

// textWidth is what lies between the margins, in twentieths of a point.
const textWidth = 11906 - 2*1021

func (b *docx) table(t Table) {
	sum := 0
	for _, w := range t.Wide {
		sum += w
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>` +
		`<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
		`<w:tblCaption w:val="` + quoted(t.Title) + `"/><w:tblDescription w:val="` + quoted(strings.Join(t.Head, ", ")) + `"/></w:tblPr><w:tblGrid>`)
	for _, w := range t.Wide {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, textWidth*w/sum)
	}
	b.WriteString(`</w:tblGrid>`)
	b.row(t, t.Head, sum, `<w:cantSplit/><w:tblHeader/>`)
	for _, l := range t.Lines {
		b.row(t, l, sum, `<w:cantSplit/>`)
	}
	b.WriteString(`</w:tbl>`)
	b.paragraph("Note", "") // two tables that touch become one
}

func (b *docx) row(t Table, cells []string, sum int, props string) {
	b.WriteString(`<w:tr><w:trPr>` + props + `</w:trPr>`)
	for n, c := range cells {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>`, textWidth*t.Wide[n]/sum)
		if t.Right[n] {
			b.WriteString(`<w:jc w:val="right"/>`)
		}
		b.WriteString(`</w:pPr>` + run(c, "") + `</w:p></w:tc>`)
	}
	b.WriteString(`</w:tr>`)
}

// run is a piece of text. props are ours, never somebody's.
func run(text, props string) string {
	if props != "" {
		props = "<w:rPr>" + props + "</w:rPr>"
	}
	return `<w:r>` + props + `<w:t xml:space="preserve">` + spaced(text) + `</w:t></w:r>`
}

// spaced keeps the spaces around a text, which cleaning folds away.
func spaced(text string) string {
	said := quoted(text)
	if strings.HasPrefix(text, " ") {
		said = " " + said
	}
	if strings.HasSuffix(text, " ") && said != " " {
		said += " "
	}
	return said
}

// quoted makes a text safe inside XML, in an element or an attribute.
func quoted(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(room.Clean(text))) // a builder never fails
	return b.String()
}
