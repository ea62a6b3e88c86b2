package server_test

import (
	"strings"
	"testing"

	"dugnad/room"
)

// A kommune stands on the open list because its group asked to, with a function
// and nobody's name, and is off it at once. An address that is none does nothing.
func TestTheOpenList(t *testing.T) {
	h := open(t)
	m, _, seat := h.ended()
	page := func() string {
		r := h.device().get("/kommuner", header("Accept-Language", "nb"))
		if r.status != 200 {
			t.Fatal(r)
		}
		return r.body
	}
	if body := page(); !strings.Contains(body, "Ingen kommuner står på lista ennå") || strings.Contains(body, "<script") {
		t.Error(body)
	}
	set := func(l room.Listing) {
		var seen int64
		h.state(m, func(st *room.State) { seen = st.Head })
		h.act(m, seat, room.SetListing{Listing: l, Seen: seen})
	}
	set(room.Listing{Kommune: "Eksempel <b>", Coordinator: true, Address: "fritid@example.no"})
	if body := page(); !strings.Contains(body, "Eksempel &lt;b&gt;") || !strings.Contains(body, `href="mailto:fritid@example.no"`) || !strings.Contains(body, "Ja") ||
		strings.Contains(body, seat) || strings.Contains(body, m.Room) || strings.Contains(body, m.Code) {
		t.Error(body)
	}
	set(room.Listing{Kommune: "Eksempel", Address: "javascript:alert(1)"})
	if body := page(); strings.Contains(body, `href="javascript`) || strings.Contains(body, "fritid@example.no") || !strings.Contains(body, "Nei") {
		t.Error(body)
	}
	set(room.Listing{})
	if strings.Contains(page(), "Eksempel") {
		t.Error("whoever has asked to be taken off is still there")
	}
}

// One looks for one's own kommune where the alphabet of the page has it: Øystre
// Slidre before Ålesund in Norwegian, and after it for whoever reads English.
func TestTheOpenListIsAlphabetical(t *testing.T) {
	h := open(t)
	for _, kommune := range []string{"Øystre Slidre", "Ålesund", "Ærø", "Vestby"} {
		m, _, seat := h.ended()
		h.act(m, seat, room.SetListing{Listing: room.Listing{Kommune: kommune}})
	}
	for lang, want := range map[string][]string{
		"nb": {"Vestby", "Ærø", "Øystre Slidre", "Ålesund"},
		"nn": {"Vestby", "Ærø", "Øystre Slidre", "Ålesund"},
		"en": {"Ærø", "Ålesund", "Øystre Slidre", "Vestby"},
	} {
		body, from := h.device().get("/kommuner", header("Accept-Language", lang)).body, 0
		for _, kommune := range want {
			at := strings.Index(body[from:], kommune)
			if at < 0 {
				t.Errorf("%s: %s does not stand where it is looked for", lang, kommune)
				break
			}
			from += at
		}
	}
}
