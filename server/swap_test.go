package server_test

import (
	"testing"

	"dugnad/room"
)

// A phone dies. Its person joins on a new one, the facilitator types its digits at
// the old seat, and the new phone's cookie is then of that seat and no other's.
func TestANewPhoneGetsTheOldSeat(t *testing.T) {
	h := open(t)
	m := h.meeting()
	old, fresh, other := h.device(), h.device(), h.device()
	for _, d := range []*device{old, fresh, other} {
		if r := d.join(m.Code); r.status != 200 {
			t.Fatal(r)
		}
	}
	name := "d_p_" + m.Room
	stale := fresh.cookie(name)
	if r := fresh.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 || h.seatOf(m, fresh) == h.seatOf(m, old) {
		t.Fatal("a phone that has swapped nothing got another seat", r)
	}
	h.act(m, h.seatOf(m, fresh), room.AskSwap{On: true})
	var digits string
	came := h.seatOf(m, fresh)
	h.state(m, func(s *room.State) { digits = s.Seats[came].Swap })
	h.act(m, h.seatOf(m, old), room.SwapSeat{Code: digits})

	view := "/api/rooms/" + m.Room + "/view?surface=p"
	if r := fresh.get(view); r.status != 401 {
		t.Error("the seat it came in with still stands:", r.status)
	}
	if r := other.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 || h.seatOf(m, other) == h.seatOf(m, old) {
		t.Error("somebody else got the seat")
	}
	if r := fresh.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 {
		t.Fatal(r)
	}
	if h.seatOf(m, fresh) != h.seatOf(m, old) {
		t.Error("the new phone has not the old seat")
	}
	if r := fresh.get(view); r.status != 200 {
		t.Error("the old seat does not open:", r.status)
	}
	// Whoever lost the cookie in between joins with the code, and is the same.
	if r := fresh.join(m.Code); r.status != 200 || h.seatOf(m, fresh) != h.seatOf(m, old) {
		t.Error("joining again made somebody else of it")
	}
	if stale == fresh.cookie(name) {
		t.Error("the cookie is the one it came with")
	}
}
