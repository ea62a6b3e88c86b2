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

// Whoever leads may give a dead phone's seat to another phone, and could give it to
// their own. What was chosen on it stays in the bag unread; the person can vote
// anew, and sees that.
func TestASeatHandedOverShowsNoBallot(t *testing.T) {
	h := open(t)
	m, ds := h.voting(t)
	voter, lead := h.seatOf(m, ds[0]), h.seats(m, room.Facilitator)[0]
	h.act(m, voter, room.CastBallot{Vote: "v1", Choice: room.Choice{"c-i1"}})
	slip := "/api/rooms/" + m.Room + "/slip/v1"
	if r := ds[0].get(slip); r.status != 200 {
		t.Fatal(r)
	}
	fresh := h.guest(m)
	came, digits := h.seatOf(m, fresh), ""
	h.act(m, came, room.AskSwap{On: true})
	h.state(m, func(s *room.State) { digits = s.Seats[came].Swap })
	h.act(m, lead, room.SwapSeat{Code: digits, Seat: voter})
	if r := fresh.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 || h.seatOf(m, fresh) != voter {
		t.Fatal(r)
	}
	if r := fresh.get(slip); r.status != 404 {
		t.Error("a ballot can be read by whoever the seat was handed to:", r)
	}
	h.act(m, voter, room.CastBallot{Vote: "v1", Choice: room.Choice{"c-i2"}})
	if r := fresh.get(slip); r.status != 200 {
		t.Error("one's own cannot:", r)
	}
}
