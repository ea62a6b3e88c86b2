package likeness

import (
	"strings"
	"testing"
)

// What is asked for is found in another form, another language's letters and as
// a part of a longer word; and what is not there is not.
func TestSearch(t *testing.T) {
	for _, c := range []struct {
		asked, lang, text string
		finds             bool
	}{
		{"bussen", "nb", "Felles minibuss på kveldstid", true},
		{"BUSS", "nn", "Kveldsbussar til Solbakken", true},
		{"gatelys", "nb", "Gatelysene langs skoleveien", true},
		{"lys", "nb", "Gatelys ved skolen", true},
		{"bil", "nb", "Billetter til kino", false},
		{"ungdomar", "nb", "Treff for ungdom", true},
		{"skolväg", "sv", "Trygga skolvägar", true},
		{"kafé", "nb", "En kafe for alle", true},
		{"volunteers", "en", "One volunteer at each table", true},
		{"buss skole", "nb", "Buss til skolen", true},
		{"buss kino", "nb", "Buss til skolen", false},
		{"og på", "nb", "Buss og båt på søndag", false},
		{"ene", "nb", "Buss til skolene", false},
		{"%", "nb", "Hundre prosent", false},
		{"", "nb", "Buss", false},
	} {
		q, words := Ask(c.asked), Words(c.text, c.lang)
		if got := q.Finds(words); got != c.finds {
			t.Errorf("%q in %q: %v", c.asked, words, got)
		}
		if c.finds && !strings.Contains(words, q.Part()) {
			t.Errorf("%q: a database that looks for %q leaves out %q", c.asked, q.Part(), words)
		}
		marked, whole := false, ""
		for _, p := range q.Mark(c.text, c.lang) {
			marked, whole = marked || p.Hit, whole+p.Text
		}
		if whole != c.text || c.finds && !marked {
			t.Errorf("%q marked in %q: %v, and it became %q", c.asked, c.text, marked, whole)
		}
	}
	if got := Written("Gatelysene langs skoleveien", "nb", "gatelys"); got != "gatelysene" {
		t.Error(got)
	}
	if Words("og", "nb") != " " {
		t.Error("a text that was read cannot be told from one that was not")
	}
}
