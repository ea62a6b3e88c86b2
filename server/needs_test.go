package server_test

import (
	"strings"
	"testing"

	"dugnad/room"
)

// What somebody needs may tell of their health: those who lead read it, and it is
// nowhere else, not even in the log.
func TestOnlyThoseWhoLeadReadWhatSomebodyNeeds(t *testing.T) {
	h := open(t)
	m := h.meeting()
	anna, per := h.guest(m), h.guest(m)
	const said = "Jeg hører dårlig på venstre øre"
	seat := h.seatOf(m, anna)
	h.act(m, seat, room.TellNeed{Text: said})
	path := "/api/rooms/" + m.Room + "/needs"
	if r := m.lead.get(path); r.status != 200 || !strings.Contains(r.body, said) {
		t.Error("whoever leads:", r)
	}
	for name, d := range map[string]*device{"a guest": per, "oneself": anna, "the board": h.board(m), "a stranger": h.device()} {
		if r := d.get(path); r.status == 200 || strings.Contains(r.body, said) {
			t.Errorf("%s: %d %s", name, r.status, r.body)
		}
	}
	for _, where := range []string{"/api/rooms/" + m.Room + "/view?surface=lead", "/api/rooms/" + m.Room + "/export.json"} {
		if r := m.lead.get(where); r.status != 200 || strings.Contains(r.body, said) {
			t.Errorf("%s: %d, and it holds what somebody needs: %v", where, r.status, strings.Contains(r.body, said))
		}
	}
	h.act(m, seat, room.ForgetMe{})
	if r := m.lead.get(path); r.status != 200 || strings.Contains(r.body, said) {
		t.Error("it is there after its owner has deleted it:", r)
	}
	if r := anna.get("/api/rooms/" + m.Room + "/view?surface=p"); r.status != 401 {
		t.Error("the seat still stands:", r.status)
	}
}
