package server_test

import (
	"strings"
	"testing"

	"dugnad/room"
)

// Last ned mine opplysninger: everything that Slett opplysningene om meg takes away is
// in the file, and nothing of anybody else; nor what was shared, for that is nobody's.
func TestOwnFile(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room + "/mine.json"
	who := map[string]*device{"anna": h.guest(m), "berit": h.guest(m)}
	h.act(m, h.seats(m, room.Facilitator)[0], room.NextStep{})
	for name, d := range who {
		seat := h.seatOf(m, d)
		h.act(m, seat, room.PresentSeat{As: "ungdom"})
		h.act(m, seat, room.PostIdea{ID: name + "-own", Text: name + " lapp"})
		h.act(m, seat, room.TellNeed{Text: name + " teleslynge"})
		h.act(m, seat, room.JoinBook{Who: name + " boka", Phone: "900 00 000"})
		h.act(m, seat, room.AskToBeTold{Mail: name + "@example.no"})
		h.act(m, seat, room.Contribute{Name: name + " bidrar", Reach: "900"})
	}
	for name, other := range map[string]string{"anna": "berit", "berit": "anna"} {
		r := who[name].get(at)
		if r.status != 200 || !strings.Contains(r.header.Get("Content-Disposition"), "attachment") {
			t.Fatal(r)
		}
		for _, own := range []string{" lapp", " teleslynge", " boka", "@example.no", " bidrar"} {
			if !strings.Contains(r.body, name+own) {
				t.Errorf("%s%s is not in the file of %s: %s", name, own, name, r.body)
			}
		}
		if strings.Contains(r.body, other) || !strings.Contains(r.body, `"hereAs":"ungdom"`) {
			t.Errorf("the file of %s: %s", name, r.body)
		}
	}
	for what, d := range map[string]*device{"the one who leads": m.lead, "the board": h.board(m)} {
		if r := d.get(at); r.status != 403 {
			t.Error(what, r)
		}
	}
}
