package report

import (
	"strings"
	"testing"

	"dugnad/room"
)

// A measure that was dropped waits for nobody: it is in no count of what lacks
// somebody or a date, and its line does not say that it is unclear.
func TestWhatWasDroppedLacksNothing(t *testing.T) {
	rec := Record{Meeting: Meeting{Title: "Fritid", Lang: "nb", Zone: "Europe/Oslo", Status: "ended", Ended: 1}, Measures: []Measure{
		{ID: "m1", Title: "Koordinator", Responsible: "Helse", First: "Søke", Due: "2021-01-01", Status: string(room.InPlace)},
		{ID: "m2", Title: "Minibuss", Status: string(room.Dropped), FollowUp: true, Care: Care{Says: "Fylket først"}},
	}}
	about := About{Made: 1_633_072_800_000, Zone: "Europe/Oslo"}
	minutes := string(Markdown(Minutes(rec, about, catalogue(t, "nb"), nil)))
	for _, wrong := range []string{"har ingen ansvarlig", "har ingen frist", "Ikke avklart | Ikke avklart", "finner noen", "2 tiltak, 1 med"} {
		if strings.Contains(minutes, wrong) {
			t.Errorf("of a measure that was dropped the report says %q:\n%s", wrong, minutes)
		}
	}
	for _, right := range []string{"2 tiltak, ett lagt bort. Ett har ansvarlig.", "| Minibuss | – | – | – | Lagt bort |"} {
		if !strings.Contains(minutes, right) {
			t.Errorf("%q is not in\n%s", right, minutes)
		}
	}
	if sheet := string(Markdown(OneSheet(rec, about, catalogue(t, "nb"), false))); strings.Contains(sheet, "ansvarlig.") || strings.Contains(sheet, "finner noen") {
		t.Error(sheet)
	}
}

// Every file that a spreadsheet opens has each column under a name of its own.
func TestNoTwoColumnsHaveOneName(t *testing.T) {
	for _, lang := range []string{"nb", "nn", "en", "sv"} {
		b, err := CSV(catalogue(t, lang), Sheets(Record{}, catalogue(t, lang))...)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(strings.TrimPrefix(string(b), "\ufeff"), "\r\n")
		seen := map[string]bool{}
		for _, name := range strings.Split(head, ";") {
			if seen[name] || name == "" || strings.HasPrefix(name, "report.") {
				t.Errorf("%s: two columns are called %q", lang, name)
			}
			seen[name] = true
		}
	}
}
