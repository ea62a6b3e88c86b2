package report

import (
	"bytes"
	"strings"
	"testing"

	"dugnad/room"
)

// at is day 310 of the Vestby year, at noon.
const at = 1633082400000

func ago(days int64) int64 { return at - days*room.Day }

// yearOf is a measure whose status was last said some days ago.
func yearOf(id, title, status string, days int64, says string) Measure {
	return Measure{ID: id, Title: title, Cluster: "c" + id, Responsible: "Kultur", Status: status, Care: Care{Status: status, Says: says, Confirmed: ago(days),
		AgesAt: ago(days) + room.StaleDays*room.Day, Trail: []Turn{{ago(days), "followup", "", status, says}}}}
}

func sheetText(t *testing.T, rec Record) string {
	t.Helper()
	a := about
	a.Made = at
	return string(Markdown(OneSheet(rec, a, catalogue(t, "nb"), false)))
}

// An old status is never printed as if it still held: after sixty days it is
// unknown, and says since when.
func TestOldStatusIsUnknown(t *testing.T) {
	rec := filled("Noe")
	rec.Measures = []Measure{yearOf("1", "Koordinator", "pa-plass", 59, "Begynte 1. oktober."), yearOf("2", "Plattform", "i-gang", 61, "Vi tester.")}
	said := sheetText(t, rec)
	for _, want := range []string{"status på dag 310", "| 1 | Koordinator | Kultur | På plass |", "| 2 | Plattform | Kultur | Ukjent siden 1. august 2021 |",
		"«Plattform» er ukjent siden 1. august 2021. Da var det: I gang. [2]", "Koordinator: Begynte 1. oktober. [1]", "På plass: 1. Ukjent: 1."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if strings.Contains(said, "| Kultur | I gang |") || strings.Contains(said, "Plattform: Vi tester.") {
		t.Error("an old status is told as if it held:", said)
	}
}

// Every sentence about a measure points to its line, and no line is missing.
func TestEverySentenceHasItsMeasure(t *testing.T) {
	rec := filled("Noe")
	rec.Measures = nil
	names := []string{"Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"}
	for n, status := range []string{"pa-plass", "i-gang", "star-fast", "lagt-bort", "ikke-startet", "i-gang"} {
		rec.Measures = append(rec.Measures, yearOf(names[n][:1], names[n], status, 3, ""))
	}
	rec.Measures[0].Care.Sign, rec.Measures[1].Care.Help, rec.Measures[2].Care.Lasts = "Alfa virker", true, "sommeren"
	rec.Measures[3].Care.AgesAt, rec.Measures[4].Due, rec.Measures[5].Care.Parts = 0, "2021-01-01", []room.Part{{ID: "p", Name: "Skole", Done: true}}
	a := about
	a.Made = at
	d := OneSheet(rec, a, catalogue(t, "nb"), false)
	told := map[int]bool{}
	for _, b := range d.Blocks {
		var said []Sentence
		switch x := b.(type) {
		case Text:
			said = x.Sentences
		case Points:
			said = x
		}
		for _, s := range said {
			told[s.From] = true
			for n, name := range names {
				if strings.Contains(s.Text, name) && s.From != n+1 {
					t.Errorf("%q points to %d", s.Text, s.From)
				}
			}
		}
	}
	table := d.Blocks[len(d.Blocks)-1].(Table)
	if len(table.Lines) != len(names) {
		t.Error(table.Lines)
	}
	for n, name := range names {
		if table.Lines[n][1] != name || !told[n+1] {
			t.Errorf("%s: line %q, told %v", name, table.Lines[n], told[n+1])
		}
	}
	page, err := HTML(d, Page{})
	if err != nil {
		t.Fatal(err)
	}
	for n := range names {
		if id := []byte(`id="line-` + string(rune('1'+n)) + `"`); !bytes.Contains(page, id) {
			t.Errorf("nothing to point to: %s", id)
		}
	}
}

// What nobody has counted is said to be unknown, and an amount is never made up.
func TestWhatIsNotKnownIsSaid(t *testing.T) {
	rec := filled("Noe")
	rec.Measures = []Measure{yearOf("1", "Koordinator", "i-gang", 1, "")}
	said := sheetText(t, rec)
	for _, want := range []string{"Beløp er ikke ført inn.", "det vet vi ikke ennå", "Vi ber ikke om noe nå.", "Vi ber ikke om noen beslutning nå."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}
