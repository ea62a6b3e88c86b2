package report

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dugnad/room"
)

// hostile is what people, or an old log, could have written.
var hostile = []string{`=cmd|'/c calc'!A0`, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＋1", "－1", "＠a", "\u00a0=1",
	`=HYPERLINK("http://x","y")`, `a"; b`, "a；b", "../../x.docx", "a\r\nb;c", `"=1"`, "<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`,
	"javascript:alert(1)", "]]><!--", "</w:t></w:r>", "&amp;&lt;", "\u202eabc\u2066", "a\x00b\x1b[31m", "\u200b=1", "| a | b |\n|---|", "# Tittel", "1. en",
	"[her](http://x)", "{{.Title}}", "{n}", "\xff\xfe", strings.Repeat("a\u0301\u0301\u0301\u0301\u0301", 500), strings.Repeat("Wø ", 3400)}

// filled is a record with one text in every place that holds text.
func filled(text string) Record {
	size := 12
	rec := Record{
		Meeting: Meeting{Title: text, Lang: "nb", Decides: text, AnswerBy: "2021-01-29", Zone: "Europe/Oslo", Status: "ended",
			Started: 1606322400000, Ended: 1606338000000, Steps: []Step{{"s1", "stille", text}}},
		People:   People{All: 12, As: []room.Share{{As: "kommune", N: 7}}, Others: 5},
		Groups:   []Group{{1, &size, true}, {2, nil, false}},
		Clusters: []Cluster{{"c1", text, []string{"i1", "i2"}}},
		Ideas:    []Idea{{"i1", text, 1, room.InPlenum, text, "hindring", "ar", text}, {"i2", text, 2, room.InPlenum, "", "", "", ""}, {"i3", text, 1, room.Aside, text, "ide", "und", ""}},
		Votes: []Vote{{ID: "v1", Method: "yesno", K: 1, Secret: true, Ballots: 12, Rows: []Row{{"c1", text, 1, 7, 5}}},
			{ID: "v2", Method: "approve", K: 3, Ballots: 12, Rows: []Row{{"c1", text, 1, 9, 0}}}},
		Decisions: []Resolution{{"b1", text, text}},
		Measures: []Measure{{ID: "m1", Title: text, Cluster: "c1", Responsible: text, First: text, Due: "2021-10-01", Status: "ikke-startet",
			Drafts: []Draft{{1, text, text, text, "2021-10-01"}}, Care: cared(text)}, {ID: "m2", Title: text, FollowUp: true, Status: "ikke-startet"}},
		Goodbyes: Goodbyes{Answers: 11, Useful: []int{0, 0, 0, 5, 6}, Know: 6},
		Reply:    &Reply{1611900000000, 1623312000000, text, text, text, []Earlier{{1611900000000, text, text, text}}},
	}
	return rec
}

// cared is a year with one text in every place.
func cared(text string) Care {
	value := int64(17)
	return Care{Kind: "tiltak", Deputy: text, Lasts: text, Youth: text, Sign: text, Status: "star-fast", Says: text, Help: true, Confirmed: 1606338000000,
		AgesAt: 1606338000000 + room.StaleDays*room.Day, Trail: []Turn{{1606338000000, "followup", text, "star-fast", text}, {1606338000000, "house", "", "i-gang", ""}},
		Parts: []room.Part{{ID: "p1", Name: text, Done: true, Date: "2021-01-29"}}, Milestones: []room.Milestone{{ID: "s1", Title: text, Date: "2021-09-01"}},
		Counts: []room.Count{{ID: "n1", Date: "2021-09-01", Value: &value, Source: text}, {ID: "n2", Date: "2021-09-02"}}}
}

// everyText is all that a document and its sheets say.
func everyText(d Document, sheets []Sheet) (said []string) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			said = append(said, v.String())
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Interface, reflect.Pointer:
			walk(v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i).Name; f != "Words" && f != "Key" && f != "ID" && f != "About" {
					walk(v.Field(i))
				}
			}
		}
	}
	walk(reflect.ValueOf(d))
	walk(reflect.ValueOf(sheets))
	return said
}

// unsafe tells what must be in no file of ours: what turns text around, hides
// it, or is no text at all.
func unsafe(text string) string {
	for _, r := range text {
		switch {
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200b, r < 0x20 && r != '\n' && r != '\r' && r != '\t':
			return string(r)
		}
	}
	return ""
}

// unzipped reads a parcel, and refuses names that lead out of it.
func unzipped(t *testing.T, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(f.Name, "..") || strings.HasPrefix(f.Name, "/") {
			t.Errorf("a file called %q", f.Name)
		}
		parts[f.Name] = string(raw)
	}
	return parts
}

// wellFormed walks through XML and hands out its elements.
func wellFormed(t *testing.T, name, text string, visit func(xml.StartElement)) (plain string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	var said strings.Builder
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return said.String()
		}
		if err != nil {
			t.Fatalf("%s is not well formed: %v", name, err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			if visit != nil {
				visit(x)
			}
		case xml.CharData:
			said.Write(x)
		}
	}
}

// squeezed is a text without its white space, to find it again whatever a shape
// does with lines.
func squeezed(s string) string { return strings.Join(strings.Fields(room.Clean(s)), "") }

// A23 for every shape: whatever people wrote is text when it comes out, and all
// of it is there.
func TestWhateverPeopleWroteIsText(t *testing.T) {
	w := catalogue(t, "nb")
	for _, evil := range hostile {
		rec := filled(evil)
		d := Minutes(rec, about, w, &Later{N: 1, Changes: Since(filled("Før"), rec, filled("Før").Sum(), w)})
		sheets := Sheets(rec, w)
		one := OneSheet(rec, about, w, false)
		for _, d := range []Document{d, one} {
			htmlIsText(t, d, evil)
			docxIsText(t, d, evil)
			markdownIsText(t, d, evil)
		}
		xlsxIsText(t, w, sheets, evil)
		csvIsText(t, w, sheets, evil)
		b, err := JSON(rec)
		var back Record
		if err != nil || json.Unmarshal(b, &back) != nil || bytes.ContainsAny(b, "<>") {
			t.Errorf("%.40q as JSON: %v", evil, err)
		}
	}
}

func htmlIsText(t *testing.T, d Document, evil string) {
	t.Helper()
	for _, p := range []Page{{}, {StyleAt: "/print.css", Back: "/led/x", Edit: "/x.docx"}} {
		b, err := HTML(d, p)
		if err != nil {
			t.Fatal(err)
		}
		x := xml.NewDecoder(bytes.NewReader(b))
		x.Strict, x.AutoClose, x.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
		var said strings.Builder
		for {
			tok, err := x.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%.40q: %v", evil, err)
			}
			switch e := tok.(type) {
			case xml.CharData:
				said.Write(e)
			case xml.StartElement:
				for _, a := range e.Attr {
					if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" || a.Name.Local == "src" || a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#line-") && !slices.Contains([]string{"/led/x", "/x.docx", "/print.css", "/icon.svg"}, a.Value) {
						t.Errorf("%.40q became %s=%q", evil, a.Name.Local, a.Value)
					}
				}
				ours := e.Name.Local == "svg" && slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "class" && (a.Value == "bar" || a.Value == "key") })
				if strings.Contains(" script img svg iframe object embed form a:x ", " "+e.Name.Local+" ") && !ours {
					t.Errorf("%.40q became <%s>", evil, e.Name.Local)
				}
			}
		}
		if bad := unsafe(said.String()); bad != "" || !strings.Contains(squeezed(said.String()), squeezed(evil)) {
			t.Errorf("%.40q on the page: %q", evil, bad)
		}
	}
}

func docxIsText(t *testing.T, d Document, evil string) {
	t.Helper()
	b, err := DOCX(d)
	if err != nil {
		t.Fatal(err)
	}
	heads, headings := 0, 0
	for name, part := range unzipped(t, b) {
		said := wellFormed(t, name, part, func(e xml.StartElement) {
			for _, a := range e.Attr {
				switch {
				case e.Name.Local == "tblHeader":
					heads++
				case e.Name.Local == "pStyle" && (a.Value == "Heading1" || a.Value == "Heading2"):
					headings++
				case e.Name.Local == "hyperlink":
					t.Errorf("%.40q became a link", evil)
				}
				if bad := unsafe(a.Value); bad != "" {
					t.Errorf("%.40q in an attribute: %q", evil, bad)
				}
			}
			if e.Name.Local == "tblHeader" {
				heads++
			}
		})
		if bad := unsafe(said); bad != "" || name == "word/document.xml" && !strings.Contains(squeezed(said), squeezed(evil)) {
			t.Errorf("%.40q in %s: %q", evil, name, bad)
		}
	}
	wantHeads, wantHeadings := 0, 0
	for _, block := range d.Blocks {
		switch block.(type) {
		case Table:
			wantHeads++
		case Heading:
			wantHeadings++
		}
	}
	if heads != wantHeads || headings != wantHeadings || heads < 1 {
		t.Errorf("%d table heads of %d, %d headings of %d", heads, wantHeads, headings, wantHeadings)
	}
}

func xlsxIsText(t *testing.T, w Words, sheets []Sheet, evil string) {
	t.Helper()
	b, err := XLSX(about, w, sheets)
	if err != nil {
		t.Fatal(err)
	}
	for name, part := range unzipped(t, b) {
		wellFormed(t, name, part, func(e xml.StartElement) {
			if e.Name.Local == "f" || e.Name.Local == "hyperlink" || strings.Contains(name, "external") {
				t.Errorf("%.40q became <%s> in %s", evil, e.Name.Local, name)
			}
		})
		if bad := unsafe(part); bad != "" {
			t.Errorf("%.40q in %s: %q", evil, name, bad)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, s := range sheets {
		rows, err := f.GetRows(s.Title)
		if err != nil || len(rows) != len(s.Lines)+1 {
			t.Fatalf("%s: %d rows of %d, %v", s.Title, len(rows), len(s.Lines)+1, err)
		}
		for r, l := range s.Lines {
			for c, cell := range l.Cells {
				if cell.Kind == IsText && cell.Text != "" && rows[r+1][c] != cell.Text {
					t.Errorf("%s: %.40q came out as %.40q", s.Title, cell.Text, rows[r+1][c])
				}
			}
		}
		if p, err := f.GetPanes(s.Title); err != nil || !p.Freeze || p.YSplit != 1 {
			t.Errorf("%s: the head does not stay: %+v %v", s.Title, p, err)
		}
	}
}

func csvIsText(t *testing.T, w Words, sheets []Sheet, evil string) {
	t.Helper()
	b, err := CSV(w, sheets...)
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(b), "\ufeff")
	if !marked || !strings.HasPrefix(text, "Hva;") || !strings.Contains(text, "\r\n") {
		t.Errorf("not as Excel reads it: %.60q", b)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	lines := 1
	for _, s := range sheets {
		lines += len(s.Lines)
	}
	if len(rows) != lines {
		t.Errorf("%.40q: %d rows of %d", evil, len(rows), lines)
	}
	found := false
	for _, row := range rows {
		for _, cell := range row {
			found = found || squeezed(strings.TrimPrefix(cell, "'")) == squeezed(evil)
			if bare := strings.TrimLeft(cell, " \t\r\n\u00a0"); bare != "" && strings.ContainsAny(bare[:1], "=+-@") || strings.ContainsAny(cell, "＝＋－＠") && cell[0] != '\'' {
				t.Errorf("%.40q is taken for a formula", cell)
			}
			if bad := unsafe(cell); bad != "" {
				t.Errorf("%.40q in a cell: %q", evil, bad)
			}
		}
	}
	if !found {
		t.Errorf("%.40q is not there", evil)
	}
}

func markdownIsText(t *testing.T, d Document, evil string) {
	t.Helper()
	b := string(Markdown(d))
	if bad := unsafe(b); bad != "" || strings.ContainsAny(b, "<") {
		t.Errorf("%.40q in Markdown: %q", evil, bad)
	}
	headings, tables := 0, 0
	for line := range strings.Lines(b) {
		if strings.HasPrefix(line, "#") {
			headings++
		}
		if strings.HasPrefix(line, "|---") {
			tables++
		}
	}
	wantHeadings, wantTables := 1, 0
	for _, block := range d.Blocks {
		switch block.(type) {
		case Table:
			wantTables++
		case Heading:
			wantHeadings++
		}
	}
	if headings != wantHeadings || tables != wantTables {
		t.Errorf("%.40q: %d headings of %d, %d tables of %d", evil, headings, wantHeadings, tables, wantTables)
	}
	if strings.Contains(strings.ReplaceAll(b, `\](`, ""), "](") || strings.Contains(b, "://") {
		t.Errorf("%.40q became a link", evil)
	}
}

// A parcel's files are what its metadata says, byte for byte, and the same
// record makes the same parcel.
func TestBundle(t *testing.T) {
	w := catalogue(t, "nn")
	rec := filled("Noko")
	done := about
	done.Version = 2
	b, err := Bundle(rec, done, w, nil)
	if err != nil {
		t.Fatal(err)
	}
	parts := unzipped(t, b)
	var meta struct {
		Title, Organisation, Held, Language, Generator string
		Version                                        int
		Files                                          []File
	}
	if err := json.Unmarshal([]byte(parts["metadata.json"]), &meta); err != nil {
		t.Fatal(err)
	}
	if meta.Title != "Referat: Noko" || meta.Organisation != "Eksempel kommune" || meta.Held != "2020-11-25" || meta.Language != "nn-NO" ||
		meta.Generator != "dugnad prøve" || meta.Version != 2 || len(meta.Files) != 19 {
		t.Errorf("%+v", meta)
	}
	for _, f := range meta.Files {
		if sumOf([]byte(parts[f.Name])) != f.SHA256 || len(parts[f.Name]) != f.Bytes || f.Bytes == 0 {
			t.Errorf("%s is not what is said of it", f.Name)
		}
		if !strings.Contains(parts["metadata.xml"], "<sjekksum>"+f.SHA256+"</sjekksum>") || !strings.Contains(parts["SHA256SUMS"], f.SHA256+"  "+f.Name+"\n") {
			t.Errorf("%s has no sum", f.Name)
		}
	}
	wellFormed(t, "metadata.xml", parts["metadata.xml"], nil)
	if again, err := Bundle(rec, done, w, nil); err != nil || !bytes.Equal(again, b) {
		t.Error("the same record made another parcel", err)
	}
}

// TestSince: what has changed after the line is said, thing by thing.
func TestSince(t *testing.T) {
	w := catalogue(t, "nb")
	then := filled("Noe")
	now := filled("Noe")
	now.Measures[1].Responsible = "Kultur"
	now.Measures = append(now.Measures, Measure{ID: "m3", Title: "Nytt", Status: "ikke-startet"})
	now.Ideas = now.Ideas[:2]
	var said []string
	for _, c := range Since(then, now, then.Sum(), w) {
		said = append(said, c.say(w))
	}
	want := []string{"Tiltak: «Noe» · Ansvarlig var «ikke utfylt» og er nå «Kultur».", "Tiltak: «Nytt» er kommet til.", "Ideer: «Noe» er ikke lenger med."}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("%q", said)
	}
	if cs := Since(then, then, then.Sum(), w); len(cs) != 0 {
		t.Errorf("%+v", cs)
	}
	if cs := Since(then, then, "another", w); len(cs) != 1 || !cs[0].Removed {
		t.Errorf("a text is gone and it is not said: %+v", cs)
	}
}

func FuzzInert(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got := inert(cell)
		if strings.TrimPrefix(got, "'") != strings.TrimPrefix(cell, "'") {
			t.Errorf("%q became %q", cell, got)
		}
		if got != "" && strings.ContainsRune("=+-@\t\r\n", rune(got[0])) {
			t.Errorf("%q begins as a formula", got)
		}
	})
}

// FuzzQuoted: no text breaks out of the document's XML.
func FuzzQuoted(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, text string) {
		body := `<w:p xmlns:w="w"><w:a w:val="` + quoted(text) + `"/>` + run(text, "") + `</w:p>`
		elements := 0
		wellFormed(t, "a run", body, func(xml.StartElement) { elements++ })
		if elements != 4 {
			t.Errorf("%q made %d elements", text, elements)
		}
	})
}

// TestAPreliminaryResultSaysSoInEveryShape: numbers that will change are never
// handed on as if they would not.
func TestAPreliminaryResultSaysSoInEveryShape(t *testing.T) {
	w := catalogue(t, "nb")
	rec := Record{Votes: []Vote{{ID: "v1", Method: "approve", K: 1, Secret: true, Ballots: 20, Early: true, Round: 2, Follows: "v0",
		Rows: []Row{{"c1", "Lys", 1, 7, 0}}}}}
	sheet, err := CSV(w, voteSheet(rec, w))
	if err != nil {
		t.Fatal(err)
	}
	data, err := JSON(rec)
	if err != nil {
		t.Fatal(err)
	}
	page := Markdown(Minutes(rec, About{}, w, nil))
	for shape, text := range map[string]string{"csv": string(sheet), "json": string(data), "text": string(page)} {
		if !strings.Contains(text, "foreløpig") && !strings.Contains(text, `"preliminary":true`) {
			t.Errorf("%s does not say that the result is preliminary: %s", shape, text)
		}
	}
	rec.Votes[0].Early = false
	if sheet, _ = CSV(w, voteSheet(rec, w)); strings.Contains(string(sheet), "foreløpig") || !strings.Contains(string(sheet), "endelig") {
		t.Errorf("the final result: %s", sheet)
	}
}
