package server_test

import (
	"strings"
	"testing"

	"github.com/coder/websocket/wsjson"

	"dugnad/room"
)

// *Slett opplysningene om meg* on the page of thanks: the meeting is over, and the
// phone's own line still takes it. From then on the seat opens nothing, and none
// of those who lead or follow up reads what it had left.
func TestAGuestDeletesThemselvesAfterTheEnd(t *testing.T) {
	h := open(t)
	m := h.meeting()
	anna, per := h.guest(m), h.guest(m)
	lead, seat := h.seats(m, room.Facilitator)[0], h.seatOf(m, anna)
	h.act(m, seat, room.JoinBook{Who: "merket-bok", Org: "Laget", Phone: "90000000"})
	h.act(m, lead, room.EndMeeting{})
	h.act(m, seat, room.Contribute{Name: "merket-navn", Reach: "90000001"})
	h.act(m, seat, room.AskToBeTold{Mail: "merket@example.no"})
	h.act(m, seat, room.SayGoodbye{Useful: 3, Change: "merket-avskjed"})
	rooms := "/api/rooms/" + m.Room
	if r := anna.get(rooms + "/mine.json"); r.status != 200 || !strings.Contains(r.body, "merket-navn") {
		t.Fatal("nothing to delete:", r)
	}
	conn := h.hi(anna, m)
	if err := wsjson.Write(t.Context(), conn, map[string]any{"t": "cmd", "id": "forget-0001", "do": "seat.forget", "with": map[string]any{}}); err != nil {
		t.Fatal(err)
	}
	if code := closed(t, conn); code != 4100 {
		t.Error("the line closed with", code)
	}
	for _, path := range []string{"/view?surface=p", "/mine.json", "/ws?surface=p"} {
		if r := anna.get(rooms + path); r.status != 401 {
			t.Error("the seat still opens", path, r.status)
		}
	}
	if r := anna.join(m.Code); r.status == 200 {
		t.Error("and comes in again after the end:", r)
	}
	group := h.member(m)
	for path, d := range map[string]*device{"/view?surface=lead": m.lead, "/book": m.lead, "/export.json": m.lead,
		"/view?surface=follow": group, "/contributors": group} {
		if r := d.get(rooms + path); r.status != 200 || strings.Contains(r.body, "merket") {
			t.Error(path, r.status, strings.Contains(r.body, "merket"))
		}
	}
	if strings.Contains(h.log.String(), "merket") {
		t.Error("it stands in the program's own log")
	}
	if r := per.get(rooms + "/view?surface=p"); r.status != 200 {
		t.Error("another guest is out as well:", r)
	}
}

// What the phone promises before it deletes: whoever wants to be with us again comes
// in as somebody new by the code. Whoever was shown out does not.
func TestWhoeverDeletedThemselvesComesInAgainAsSomebodyNew(t *testing.T) {
	h := open(t)
	m := h.meeting()
	anna := h.guest(m)
	lead, was := h.seats(m, room.Facilitator)[0], h.seatOf(m, anna)
	for range 2 {
		h.act(m, was, room.ForgetMe{})
		if r := anna.join(m.Code); r.status != 200 {
			t.Fatal("the promise is not kept:", r)
		}
		now := h.seatOf(m, anna)
		if now == was {
			t.Fatal("the same seat again")
		}
		was = now
	}
	h.act(m, lead, room.RemoveSeat{Seat: was})
	if r := anna.join(m.Code); r.status != 403 || !strings.Contains(r.body, "shown_out") {
		t.Error("shown out, and came in:", r)
	}
}
