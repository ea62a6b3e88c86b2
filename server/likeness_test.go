package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
)

// The hint is for who leads, is made of what everybody is shown, and holds no
// word of what is hidden, no seat and nothing that is not asked for.
func TestLikenessIsOfWhatIsShown(t *testing.T) {
	h := open(t)
	m, _ := h.voting(t)
	at := "/api/rooms/" + m.Room + "/likeness"
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.CancelVote{Vote: "v1"})
	// The last has words in common with a private note and with what a table laid aside.
	for id, text := range map[string]string{"bil": "Minibuss til trening", "buss": "Buss mellom bygdene", "lik": "Notat lagt på andre side av hallen"} {
		h.act(m, lead, room.PostIdea{ID: id, Text: text})
	}
	var hint struct {
		Mentioned int
		Pairs     []struct {
			A, B  string
			Alike int
			Words []string
		}
	}
	r := m.lead.get(at)
	if err := json.Unmarshal([]byte(r.body), &hint); err != nil || r.status != 200 || hint.Mentioned == 0 {
		t.Fatal(r.status, r.body, err)
	}
	found := false
	for _, p := range hint.Pairs {
		found = found || p.A == "bil" && p.B == "buss" && len(p.Words) == 1 && p.Words[0] == "minibuss"
	}
	if !found || !strings.Contains(r.header.Get("Cache-Control"), "no-store") {
		t.Error(r.header.Get("Cache-Control"), r.body)
	}
	for _, secret := range append(append(h.seats(m, room.Participant), lead), "hemmelig", "notat", "side", "i3", "i4", m.Code) {
		if strings.Contains(r.body, secret) {
			t.Errorf("the hint tells %q", secret)
		}
	}
	h.act(m, lead, room.RedactIdea{ID: "bil"})
	if body := m.lead.get(at).body; strings.Contains(body, "minibuss") {
		t.Error("a word that was taken away:", body)
	}
}
