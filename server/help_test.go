package server_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"dugnad/room"
)

type told struct {
	Digits, Title, Room string
	Left                int
}

func (d *device) waits(t *testing.T, yes bool) (told, reply) {
	t.Helper()
	r := d.post("/api/help", map[string]any{"id": d.id, "yes": yes})
	var got told
	if err := json.Unmarshal([]byte(r.body), &got); err != nil {
		t.Fatal(r)
	}
	return got, r
}

func (d *device) types(m meeting, digits string) reply {
	return d.post("/api/rooms/"+m.Room+"/help", map[string]string{"digits": digits})
}

// TestANeighbourLetsAPhoneIn: the phone shows four digits, a neighbour who is in
// types them, the phone says yes to the meeting, and sits at the neighbour's
// table. The digits work once.
func TestANeighbourLetsAPhoneIn(t *testing.T) {
	h := open(t)
	m := h.meeting()
	anna, olga := h.guest(m), h.device()
	shown, _ := olga.waits(t, false)
	if len(shown.Digits) != 4 || shown.Left != 180 || shown.Title != "" || shown.Room != "" {
		t.Fatalf("%+v", shown)
	}
	if again, _ := olga.waits(t, true); again.Digits != shown.Digits || again.Room != "" {
		t.Fatalf("asked again: %+v", again)
	}
	if r := anna.types(m, shown.Digits); r.status != 200 {
		t.Fatal(r)
	}
	if r := anna.types(m, shown.Digits); r.status != 404 {
		t.Error("the same digits once more:", r)
	}
	if got, r := olga.waits(t, false); got.Title != "Vi rigger" || got.Room != "" || r.header.Get("Set-Cookie") != "" {
		t.Errorf("before the yes: %+v", got)
	}
	if got, _ := olga.waits(t, true); got.Room != m.Room {
		t.Fatalf("after the yes: %+v", got)
	}
	if r := olga.get("/api/rooms/" + m.Room + "/view"); r.status != 200 {
		t.Error("in, but shown nothing:", r)
	}
	came, neighbour := h.seatOf(m, olga), h.seatOf(m, anna)
	h.state(m, func(st *room.State) {
		if by := st.Seats[came].By; by != neighbour {
			t.Errorf("helped in by %q", by)
		}
	})
	if got, _ := h.device().waits(t, true); got.Digits == "" {
		t.Error("the next phone gets no digits")
	}
}

// TestAMachineAtTheProjector: the hall's own machine shows four digits, whoever leads
// types them, and after its yes it has the board, and leads nothing. Digits that a
// guest typed open no board, those of a board are no seat, and wrong ones are counted.
func TestAMachineAtTheProjector(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	pc, anna := h.device(), h.guest(m)
	ask := func(yes bool) (got told, r reply) {
		t.Helper()
		r = pc.post("/api/help", map[string]any{"id": pc.id, "yes": yes, "board": true})
		if err := json.Unmarshal([]byte(r.body), &got); err != nil {
			t.Fatal(r)
		}
		return got, r
	}
	types := func(by *device, digits string) int {
		return by.post(at+"/screen", map[string]string{"digits": digits}).status
	}
	first, _ := ask(false)
	if types(anna, first.Digits) == 200 || anna.types(m, first.Digits).status != 200 {
		t.Fatal("a guest types like whoever leads, or no digits at all")
	}
	if got, r := ask(true); got != (told{}) || r.header.Get("Set-Cookie") != "" {
		t.Fatalf("a guest opened a board: %+v", got)
	}
	again, _ := ask(true)
	if again.Digits == "" {
		t.Fatalf("no new digits: %+v", again)
	}
	if got := types(m.lead, again.Digits); got != 200 {
		t.Fatal(got)
	}
	if got, r := ask(false); got.Title != "Vi rigger" || r.header.Get("Set-Cookie") != "" {
		t.Errorf("before the yes: %+v", got)
	}
	people := len(h.seats(m, room.Participant))
	if got, _ := ask(true); got.Room != m.Room {
		t.Fatalf("after the yes: %+v", got)
	}
	if r := pc.get(at + "/view?surface=board"); r.status != 200 {
		t.Error("no board:", r)
	}
	for _, surface := range []string{"p", "lead"} {
		if r := pc.get(at + "/view?surface=" + surface); r.status == 200 {
			t.Error("the machine at the projector has", surface)
		}
	}
	if got := len(h.seats(m, room.Participant)); got != people {
		t.Errorf("%d people, %d before", got, people)
	}
	for range 20 {
		if got := types(m.lead, "0000"); got != 404 {
			t.Fatal(got)
		}
	}
	if got := types(m.lead, "0000"); got != 429 {
		t.Errorf("after twenty wrong ones: %d", got)
	}
}

// TestFourDigitsOpenNothingFromOutside: whoever is outside has nothing to guess.
// Whoever is inside and types wrong digits, or digits that are old, lets nobody in,
// and is slowed down; a locked meeting and one that is over let nobody in this way.
func TestFourDigitsOpenNothingFromOutside(t *testing.T) {
	h := open(t)
	m := h.meeting()
	anna, olga := h.guest(m), h.device()
	shown, _ := olga.waits(t, false)
	if r := olga.types(m, shown.Digits); r.status != 401 {
		t.Error("typed by the phone itself:", r)
	}
	if r := m.lead.post("/api/rooms/"+h.meeting().Room+"/help", map[string]string{"digits": shown.Digits}); r.status != 404 && r.status != 401 {
		t.Error("typed in a meeting one is not in:", r)
	}
	// One wrong digit, or two that changed places, are never another phone's.
	for at := range 4 {
		for d := '0'; d <= '9'; d++ {
			wrong := []byte(shown.Digits)
			if wrong[at] == byte(d) {
				continue
			}
			wrong[at] = byte(d)
			if r := h.guest(m).types(m, string(wrong)); r.status != 404 {
				t.Fatalf("%s for %s: %v", wrong, shown.Digits, r)
			}
		}
	}
	h.act(m, h.seats(m, room.Facilitator)[0], room.LockMeeting{On: true})
	if r := anna.types(m, shown.Digits); r.status != 403 || r.code() != "locked" {
		t.Error("into a locked meeting:", r)
	}
	h.act(m, h.seats(m, room.Facilitator)[0], room.LockMeeting{On: false})
	// Locked between the digits and the yes.
	if r := anna.types(m, shown.Digits); r.status != 200 {
		t.Fatal(r)
	}
	h.act(m, h.seats(m, room.Facilitator)[0], room.LockMeeting{On: true})
	if _, r := olga.waits(t, true); r.status != 403 || r.code() != "locked" {
		t.Error("let in, and then locked:", r)
	}
	h.act(m, h.seats(m, room.Facilitator)[0], room.LockMeeting{On: false})
	stale, _ := olga.waits(t, false)
	if stale.Digits == "" {
		t.Fatalf("no new digits after a locked door: %+v", stale)
	}
	h.later(3*time.Minute + time.Second)
	if r := anna.types(m, stale.Digits); r.status != 404 {
		t.Error("digits that are three minutes old:", r)
	}
	if fresh, _ := olga.waits(t, false); fresh.Left != 180 {
		t.Errorf("after three minutes: %+v", fresh)
	}
	for n := range 30 {
		r := anna.types(m, fmt.Sprintf("%04d", n))
		if n == 29 && r.status != 429 {
			t.Error("the thirtieth guess from one seat:", r)
		}
	}
}

// TestOnePlaceCannotFillTheDigits: phones from one address that ask for digits
// again and again are told to slow down.
func TestOnePlaceCannotFillTheDigits(t *testing.T) {
	h := open(t)
	seen := map[string]bool{}
	for n := range 25 {
		got, r := h.device().waits(t, false)
		if n < 20 && (r.status != 200 || seen[got.Digits]) {
			t.Fatalf("phone %d: %v", n, r)
		}
		seen[got.Digits] = true
		if n == 24 && (r.status != 429 || r.header.Get("Retry-After") == "") {
			t.Errorf("phone %d: %v", n, r)
		}
	}
	if r := h.device().post("/api/help", map[string]string{"id": "kort"}); r.status != 400 {
		t.Error("an id without dice:", r)
	}
	if r := h.device().post("/api/help", map[string]string{"id": strings.Repeat("æ", 26)}); r.status != 400 {
		t.Error("an id of other letters:", r)
	}
}
