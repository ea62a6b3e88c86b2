package server_test

import (
	"encoding/json"
	"testing"

	"dugnad/room"
)

// When the young have let it, or have not been heard of, the adult who watches makes
// one link. It opens once, to whoever opens it; the adult is let in nowhere by it.
func TestAnAdultMakesOneLinkForAYoungLeader(t *testing.T) {
	h := open(t)
	m := h.young(t)
	at := "/api/rooms/" + m.Room
	link := func(d *device, door string) (key string, status int) {
		r := d.post(at+"/links/"+door+"?surface=lead", struct{}{})
		var said struct{ Key, QR string }
		if r.status == 200 {
			if err := json.Unmarshal([]byte(r.body), &said); err != nil {
				t.Fatal(err)
			}
		}
		return said.Key, r.status
	}
	comes := func(key string) (*device, int) {
		d := h.device()
		return d, d.post(at+"/key", map[string]string{"surface": "lead", "key": key, "id": d.id}).status
	}
	adult := m.lead
	adultSeat := h.seats(m, room.Facilitator)[0]
	key, _ := link(adult, "ung1")
	sara, status := comes(key)
	if status != 200 {
		t.Fatal(status)
	}
	if _, status = link(adult, room.SpareDoor); status != 403 {
		t.Errorf("an adult made a link that nobody had been asked about: %d", status)
	}
	h.act(m, adultSeat, room.AskSpare{})
	if _, status = link(adult, room.SpareDoor); status != 403 {
		t.Errorf("an adult made a link while the young could still say no: %d", status)
	}
	young := h.seats(m, room.Facilitator)[0]
	lets := func() {
		var claim int64
		h.state(m, func(st *room.State) { claim = st.Youth.Spare.Seq })
		h.act(m, young, room.AnswerSpare{Claim: claim, Yes: true})
	}
	lets()
	key, status = link(adult, room.SpareDoor)
	if status != 200 {
		t.Fatal(status)
	}
	if _, status = link(adult, room.SpareDoor); status != 403 {
		t.Errorf("an adult made two: %d", status)
	}
	if _, status = link(adult, "ung2"); status != 403 {
		t.Errorf("an adult made a link to another door: %d", status)
	}
	omar, status := comes(key)
	if status != 200 {
		t.Fatal(status)
	}
	if _, status = comes(key); status != 410 {
		t.Errorf("it opened twice: %d", status)
	}
	if r := adult.post(at+"/board", struct{}{}); r.status != 403 {
		t.Errorf("the adult opens the board: %v", r)
	}
	h.act(m, adultSeat, room.AskSpare{})
	lets()
	if _, status = link(adult, room.SpareDoor); status != 200 {
		t.Errorf("no second link when the first has been used: %d", status)
	}
	for who, d := range map[string]*device{"who came by it": omar, "a phone that woke": sara} {
		if r := d.post(at+"/board", struct{}{}); r.status != 200 {
			t.Errorf("%s does not lead: %v", who, r)
		}
	}
}
