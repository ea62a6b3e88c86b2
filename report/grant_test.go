package report

import (
	"strings"
	"testing"

	"dugnad/room"
)

// Every sentence that names a measure points to its line, only measures that are
// tagged are in, and what nobody has written says so in every part.
func TestGrantSheetIsTraceable(t *testing.T) {
	rec := filled("Noe")
	if len(rec.Measures) < 2 {
		t.Fatal("the record is too small to show anything")
	}
	rec.Measures[1].Title = "Noe annet"
	in, out := rec.Measures[0], rec.Measures[1]
	rec.Grant = &Grant{Parts: map[string]string{"need": "Ti barn står utenfor."}, Tags: map[string][]string{in.ID: {"utstyrssentral", "los"}}}
	rec.Dates = []room.Date{{ID: "a", Day: "2020-01-01", Kind: "bufdir"}, {ID: "b", Day: "2099-10-31", Kind: "bufdir"}, {ID: "c", Day: "2099-09-01", Kind: "eget"}}
	d := GrantSheet(rec, About{Held: "2020-11-25", Made: 1_700_000_000_000, Zone: "Europe/Oslo"}, catalogue(t, "nb"))
	md := string(Markdown(d))
	for _, want := range []string{"Ti barn står utenfor.", "utstyrssentral, los", `31\. oktober 2099`, "Ikke skrevet ennå."} {
		if !strings.Contains(md, want) {
			t.Errorf("%q is not in\n%s", want, md)
		}
	}
	if out.Title != "" && strings.Contains(md, "«"+out.Title+"»") {
		t.Error("a measure that nobody put in is in:", out.Title)
	}
	parts, named := 0, 0
	for _, b := range d.Blocks {
		switch x := b.(type) {
		case Heading:
			parts++
		case Points:
			for _, s := range x {
				if strings.Contains(s.Text, "«"+in.Title+"»") {
					named++
					if s.From != 1 {
						t.Errorf("%q points to %d", s.Text, s.From)
					}
				}
			}
		}
	}
	if parts != 8 || named == 0 {
		t.Errorf("%d parts, %d sentences about the measure", parts, named)
	}
	if b, err := DOCX(d); err != nil || len(b) == 0 {
		t.Error(err)
	}
	empty := GrantSheet(Record{}, About{}, catalogue(t, "nb"))
	if md := string(Markdown(empty)); strings.Count(md, "Ikke skrevet ennå.") != 6 || !strings.Contains(md, "Ingen tiltak er tatt med ennå.") {
		t.Error("an application that nobody has begun does not say so:\n", md)
	}
}

// The calendar file has a whole day for everything ahead, an alarm where the group
// asked for one, no line that a calendar refuses, and the same ids when it is
// fetched again.
func TestCalendarFile(t *testing.T) {
	rec := filled("Noe")
	rec.Dates = []room.Date{{ID: "a", Day: "2026-10-31", Kind: "bufdir", Before: 42},
		{ID: "b", Day: "2026-11-01", Kind: "eget", Title: "Møte; med, komma\nog " + strings.Repeat("lang tekst ", 20)}}
	rec.Measures[0].Due, rec.Measures[0].Status, rec.Measures[0].Care.Lasts = "2026-12-01", "i-gang", "2027-06-30"
	file := string(Calendar(rec, About{Made: 1_700_000_000_000}, catalogue(t, "nb"), "rom1"))
	for _, want := range []string{"BEGIN:VCALENDAR\r\n", "UID:date-a@rom1.dugnad\r\n", "DTSTART;VALUE=DATE:20261031\r\n", "DTEND;VALUE=DATE:20261101\r\n", "TRIGGER:-P42D\r\n",
		"UID:due-" + rec.Measures[0].ID + "@rom1.dugnad", "UID:ends-" + rec.Measures[0].ID + "@rom1.dugnad", `Møte\; med\, komma`} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	for _, line := range strings.Split(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	if again := string(Calendar(rec, About{Made: 1_700_000_000_000}, catalogue(t, "nb"), "rom1")); again != file {
		t.Error("another file the second time")
	}
}
