package server_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

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
	came, seat := h.seatOf(m, fresh), h.seatOf(m, old)
	h.state(m, func(s *room.State) { digits = s.Seats[came].Swap })
	conn := h.hi(old, m)
	h.act(m, seat, room.SwapSeat{Code: digits})
	if code := closed(t, conn); code != 4106 {
		t.Error("the old phone stays in the room, or is told that it was shown out:", code)
	}

	view := "/api/rooms/" + m.Room + "/view?surface=p"
	if r := fresh.get(view); r.status != 401 {
		t.Error("the seat it came in with still stands:", r.status)
	}
	if r := other.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 || h.seatOf(m, other) == seat {
		t.Error("somebody else got the seat")
	}
	if r := fresh.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 {
		t.Fatal(r)
	}
	if h.seatOf(m, fresh) != seat {
		t.Error("the new phone has not the old seat")
	}
	if r := fresh.get(view); r.status != 200 {
		t.Error("the old seat does not open:", r.status)
	}
	// Whoever lost the cookie in between joins with the code, and is the same.
	if r := fresh.join(m.Code); r.status != 200 || h.seatOf(m, fresh) != seat {
		t.Error("joining again made somebody else of it")
	}
	if stale == fresh.cookie(name) {
		t.Error("the cookie is the one it came with")
	}

	// The old one may be lost: what it has opens nothing, on any road, and says why.
	for _, path := range []string{view, "/api/rooms/" + m.Room + "/ws?surface=p"} {
		if r := old.get(path); r.status != 401 || r.code() != "moved_on" {
			t.Error("the old phone:", path, r)
		}
	}
	if r := old.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 401 {
		t.Error("the old phone fetches the seat back:", r)
	}
	if r := old.get("/api/mine"); r.status != 200 {
		t.Error("the list of its meetings fails:", r)
	}
	// Whoever has it comes in by the code like anybody, and is who they were before each time they ask.
	if r := old.join(m.Code); r.status != 200 {
		t.Fatal(r)
	}
	anew := h.seatOf(m, old)
	if anew == seat || anew == came {
		t.Error("the old phone joined as who it was")
	}
	if r := old.join(m.Code); r.status != 200 || h.seatOf(m, old) != anew {
		t.Error("joining twice gave two seats", r)
	}
}

// A seat that goes from phone to phone is only ever the last one's, also for a
// phone that has had it in between, and comes back to the first when that is next.
func TestASeatIsTheLastPhones(t *testing.T) {
	h := open(t)
	m := h.meeting()
	a, b, c := h.guest(m), h.guest(m), h.guest(m)
	seat := h.seatOf(m, a)
	give := func(to *device) {
		t.Helper()
		came, digits := h.seatOf(m, to), ""
		h.act(m, came, room.AskSwap{On: true})
		h.state(m, func(s *room.State) { digits = s.Seats[came].Swap })
		h.act(m, seat, room.SwapSeat{Code: digits})
		if r := to.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 || h.seatOf(m, to) != seat {
			t.Fatal(r)
		}
	}
	out := func(who string, d *device) {
		t.Helper()
		if r := d.get("/api/rooms/" + m.Room + "/view?surface=p"); r.status != 401 || r.code() != "moved_on" {
			t.Error(who, r)
		}
		if r := d.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 401 {
			t.Error(who, "fetches it back:", r)
		}
	}
	give(b)
	give(c)
	out("the first", a)
	out("the second", b)
	for who, d := range map[string]*device{"the first": a, "the second": b} {
		if r := d.join(m.Code); r.status != 200 || h.seatOf(m, d) == seat {
			t.Error(who, "joined as who it was", r)
		}
	}
	if r := c.join(m.Code); r.status != 200 || h.seatOf(m, c) != seat {
		t.Error("the last one lost it by joining again", r)
	}
	give(a)
	out("the third", c)
	if r := a.join(m.Code); r.status != 200 || h.seatOf(m, a) != seat {
		t.Error("the first has it back, and joining lost it", r)
	}
}

// hi opens a device's line and waits until it is in.
func (h *house) hi(d *device, m meeting) *websocket.Conn {
	h.t.Helper()
	conn, status := d.dial("/api/rooms/" + m.Room + "/ws?surface=p")
	if status != 101 {
		h.t.Fatal(status)
	}
	conn.SetReadLimit(1 << 20)
	if err := wsjson.Write(h.t.Context(), conn, map[string]any{"t": "hi", "v": 1, "since": 0}); err != nil {
		h.t.Fatal(err)
	}
	if _, _, err := conn.Read(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
	return conn
}

// closed reads a line to its end, and gives the code it ended with.
func closed(t *testing.T, conn *websocket.Conn) websocket.StatusCode {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for {
		if _, _, err := conn.Read(ctx); err != nil {
			return websocket.CloseStatus(err)
		}
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
	h.act(m, voter, room.AskToBeTold{Mail: "merket@example.no"})
	h.act(m, voter, room.Contribute{Name: "merket", Reach: "900"})
	file := "/api/rooms/" + m.Room + "/mine.json"
	if r := ds[0].get(file); strings.Count(r.body, "merket") != 2 || !strings.Contains(r.body, "c-i1") {
		t.Error("one's own file:", r)
	}
	fresh := h.guest(m)
	came, digits := h.seatOf(m, fresh), ""
	h.act(m, came, room.AskSwap{On: true})
	h.state(m, func(s *room.State) { digits = s.Seats[came].Swap })
	conn := h.hi(ds[0], m)
	h.act(m, lead, room.SwapSeat{Code: digits, Seat: voter})
	// Whose seat it was is told, there and when it comes back: with it went the notes they had not shared.
	if code := closed(t, conn); code != 4107 {
		t.Error("the phone whose seat it was:", code)
	}
	if r := ds[0].get(slip); r.status != 401 || r.code() != "given_away" {
		t.Error("the phone whose seat it was:", r)
	}
	if r := fresh.post("/api/rooms/"+m.Room+"/swap", map[string]string{}); r.status != 200 || h.seatOf(m, fresh) != voter {
		t.Fatal(r)
	}
	if r := fresh.get(slip); r.status != 404 {
		t.Error("a ballot can be read by whoever the seat was handed to:", r)
	}
	if r := fresh.get(file); r.status != 200 || strings.Contains(r.body, "merket") || strings.Contains(r.body, "c-i1") {
		t.Error("the file tells whoever the seat was handed to what was never for them:", r)
	}
	h.act(m, voter, room.CastBallot{Vote: "v1", Choice: room.Choice{"c-i2"}})
	if r := fresh.get(slip); r.status != 200 {
		t.Error("one's own cannot:", r)
	}
}
