package report

import (
	"slices"
	"testing"

	"dugnad/room"
)

// The book is looked up by name: Ål stands last in Norwegian and not between
// two letters of a code page.
func TestTheBookIsAlphabetical(t *testing.T) {
	entry := func(org, who string) room.BookEntry { return room.BookEntry{Org: org, Who: who} }
	sheet := BookSheet([]room.BookEntry{entry("Ål skole", ""), entry("Østre skole", ""), entry("Ærlig talt", "Åse"), entry("Ærlig talt", "Øyvind"), entry("Zonta", "")}, catalogue(t, "nn"))
	var got []string
	for _, l := range sheet.Lines {
		got = append(got, l.Cells[0].Text+" "+l.Cells[1].Text)
	}
	want := []string{"Zonta ", "Ærlig talt Øyvind", "Ærlig talt Åse", "Østre skole ", "Ål skole "}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A number on paper is written as on the screen it was read from.
func TestACountIsWrittenAsInItsLanguage(t *testing.T) {
	n := int64(1234)
	for lang, want := range map[string]string{"nn": "1\u00a0234", "en": "1,234"} {
		w := catalogue(t, lang)
		w.Texts["report.count"] = "{n}"
		if got := counted(w, room.Count{Date: "2021-01-01", Value: &n}); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
