package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
)

// A deck is taken home, changed, and brought along again; a broken one changes
// nothing, and a participant may do neither.
func TestADeckOfOnesOwn(t *testing.T) {
	h := open(t)
	m := h.meeting()
	guest := h.guest(m)
	at := "/api/rooms/" + m.Room
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.AdoptDeck{Deck: "frivillighet"})
	mine := m.lead.get(at + "/deck.json")
	d, err := room.ReadDeck([]byte(mine.body))
	if mine.status != 200 || err != nil || len(d.Cards) < 10 {
		t.Fatal(mine.status, err, mine.body)
	}
	if r := guest.get(at + "/deck.json"); r.status == 200 {
		t.Error("a participant has the deck as a file")
	}
	d.ID, d.Cards[2].Words["nb"] = "bygda", room.CardText{Theme: "Vårt", Title: "Grendehuset", Question: "Hvem har nøkkelen?"}
	file, _ := json.Marshal(d)
	if r := guest.post(at+"/deck", map[string]string{"file": string(file)}); r.status == 200 {
		t.Error("a participant laid a deck on the tables")
	}
	if r := m.lead.post(at+"/deck", map[string]string{"file": string(file)}); r.status != 200 {
		t.Fatal(r.status, r.body)
	}
	for fault, code := range map[string]string{"": "empty", "{": "invalid", string(file[:len(file)/2]): "invalid",
		strings.Replace(string(file), `"colour"`, `"color"`, 1): "invalid", strings.Repeat("x", room.DeckBytes+1): "too_long",
		strings.Repeat("x", 3*room.DeckBytes): "too_large"} {
		if r := m.lead.post(at+"/deck", map[string]string{"file": fault}); r.status == 200 || !strings.Contains(r.body, `"`+code+`"`) {
			t.Errorf("%.20q: %d %s, want %s", fault, r.status, r.body, code)
		}
	}
	if body := m.lead.get(at + "/deck.json").body; !strings.Contains(body, "Grendehuset") {
		t.Error("a broken file took the deck away:", body)
	}
}

// Every meeting we ship can be taken home as a file and brought along as it is.
func TestATemplateOfOnesOwn(t *testing.T) {
	h := open(t)
	for _, tpl := range room.Templates() {
		r := h.device().get("/api/templates/" + tpl.ID)
		again, err := room.ReadTemplate([]byte(r.body))
		if r.status != 200 || err != nil || len(again.Steps) != len(tpl.Steps) || again.Minutes != tpl.Minutes {
			t.Errorf("%s: %d %v", tpl.ID, r.status, err)
		}
	}
	if r := h.device().get("/api/templates/none"); r.status != 404 {
		t.Error(r.status)
	}
	file := h.device().get("/api/templates/kommune-150").body
	var tpl room.Template
	if err := json.Unmarshal([]byte(file), &tpl); err != nil {
		t.Fatal(err)
	}
	make := func(file string) reply {
		return h.device().post("/api/meetings", map[string]string{"title": "Vår egen", "lang": "nb", "file": file})
	}
	if r := make(file); r.status != 200 {
		t.Fatal(r.status, r.body)
	}
	for code, change := range map[string]string{
		"minutes": strings.Replace(file, `"minutes": 150`, `"minutes": 10`, 1),
		"no_vote": strings.Replace(file, `"kind": "avstemning"`, `"kind": "samtale"`, 1),
		"invalid": file[:2000],
	} {
		if r := make(change); r.status == 200 || !strings.Contains(r.body, `"`+code+`"`) {
			t.Errorf("%s: %d %s", code, r.status, r.body)
		}
	}
}
