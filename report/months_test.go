package report

import (
	"strings"
	"testing"

	"dugnad/room"
)

// How it stood when each month ended is counted as it was then: what was said is
// believed for sixty days, what was dropped stays dropped, and every column of
// numbers has its bar.
func TestHowItStoodMonthByMonth(t *testing.T) {
	said := func(date string, status room.Status) Turn {
		for ms := int64(1606338000000); ; ms += room.Day {
			if day(ms, "Europe/Oslo") == date {
				return Turn{At: ms, Role: "followup", Status: string(status)}
			}
		}
	}
	rec := Record{Meeting: Meeting{Title: "Fritid", Lang: "nb", Zone: "Europe/Oslo", Ended: 1606338000000}, Measures: []Measure{
		{ID: "a", Title: "A", Care: Care{Trail: []Turn{said("2020-12-11", room.UnderWay), said("2021-03-01", room.InPlace)}}},
		{ID: "b", Title: "B", Care: Care{Trail: []Turn{said("2020-12-20", room.Dropped)}}},
		{ID: "c", Title: "C"},
	}}
	about := About{Made: said("2021-03-10", "").At, Zone: "Europe/Oslo"}
	minutes := Minutes(rec, about, catalogue(t, "nb"), nil)
	text := string(Markdown(minutes))
	for _, line := range []string{"| Ved utgangen av | På plass | I gang | Ikke startet | Lagt bort | Ukjent |", "| november 2020 | 0 | 0 | 3 | 0 | 0 |",
		"| desember 2020 | 0 | 1 | 1 | 1 | 0 |", "| februar 2021 | 0 | 0 | 0 | 1 | 2 |", "| mars 2021 | 1 | 0 | 0 | 1 | 1 |"} {
		if !strings.Contains(text, line) {
			t.Errorf("%q is not in\n%s", line, text)
		}
	}
	page, err := HTML(minutes, Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, bar := range []string{`<rect class="i-gang" x="0.00" width="33.33" height="6"/><rect class="ikke-startet" x="33.33"`, `<svg class="bar" aria-hidden="true"`} {
		if !strings.Contains(string(page), bar) {
			t.Errorf("no %s on the page", bar)
		}
	}
}
