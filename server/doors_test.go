package server_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dugnad/room"
)

// gives has a deputy claim, and whoever leads say yes.
func (h *house) gives(m meeting, deputy *device) {
	h.t.Helper()
	seat := h.seats(m, room.Deputy)[0]
	h.act(m, seat, room.ClaimLead{})
	var claim int64
	h.state(m, func(st *room.State) { claim = st.Seats[seat].Claim.Seq })
	h.act(m, h.seats(m, room.Facilitator)[0], room.AnswerClaim{Seat: seat, Claim: claim, Yes: true})
}

// A deputy who waits has the line, and what the hall sees on it. Every other road
// is shut, also those that only ask for the panel's cookie, and it looks at no
// board.
func TestADeputyWaitsOutside(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	var said struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post(at+"/links/deputy", struct{}{}).body), &said); err != nil {
		t.Fatal(err)
	}
	deputy := h.device()
	key := map[string]string{"surface": "lead", "key": said.Key, "id": deputy.id}
	if r := deputy.post(at+"/key", key); r.status != 200 {
		t.Fatal(r)
	}
	open := map[string]bool{"/view": true, "/listen": true, "/ws": true, "/say": true}
	for _, line := range h.door.Table() {
		road, ok := strings.CutPrefix(line.Path, "/api/rooms/{room}")
		if !ok && !strings.HasSuffix(line.Path, "/{room}") || line.Who == "all" || open[road] || line.Path == "/bidra/{room}" && line.Method == "POST" { // a form, of the guests
			continue
		}
		path, body := in(line.Path, m)+"?surface=lead", any(struct{}{})
		if line.Method == "GET" {
			body = nil
		}
		if r := deputy.do(line.Method, path, body); r.status != 403 && r.status != 404 && r.status != 401 {
			t.Errorf("%s %s by a deputy who waits: %d", line.Method, line.Path, r.status)
		}
	}
	var view struct{ Set map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(deputy.get(at+"/view?surface=lead").body), &view); err != nil {
		t.Fatal(err)
	}
	var seat string
	h.state(m, func(st *room.State) {
		for k := range view.Set {
			if l := st.Where(room.Key(k)); l != room.All && l != room.MineLayer(h.deputyOf(st)) {
				t.Errorf("a deputy who waits is shown %s of %s", k, l)
			}
		}
		seat = h.deputyOf(st)
	})
	if len(view.Set) < 5 || view.Set["standins/"+seat] == nil {
		t.Errorf("it is shown %d things", len(view.Set))
	}
	for _, see := range []string{"board", "0"} {
		if _, code := deputy.dial(at + "/ws?surface=lead&see=" + see); code == 101 {
			if r := deputy.get(at + "/view?surface=lead&see=" + see); r.status == 200 {
				t.Errorf("a deputy who waits looks at %s", see)
			}
		}
	}
	// Shown out, it neither asks nor comes in by the same key.
	h.act(m, h.seats(m, room.Facilitator)[0], room.RemoveSeat{Seat: seat})
	if r := deputy.post(at+"/say?surface=lead", map[string]any{"t": "cmd", "id": "claim-it-12345", "do": "lead.claim", "with": struct{}{}}); r.status != 401 {
		t.Errorf("a deputy who was shown out asks: %v", r)
	}
	if r := deputy.post(at+"/key", key); r.status != 403 {
		t.Errorf("and comes in again: %v", r)
	}
}

func (h *house) deputyOf(st *room.State) string {
	for id, x := range st.Seats {
		if x.Role == room.Deputy {
			return id
		}
	}
	return ""
}

// Whoever leads shows the board on their own machine, by whichever door they came, and
// the board that hangs in the hall stays up: what has a key keeps it. Those who only
// help make no new link to it, and nobody else gets the cookie.
func TestWhoeverLeadsShowsTheBoard(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	hung := h.board(m)
	shows := func(d *device) bool { return d.get(at+"/view?surface=board").status == 200 }
	for door, helps := range map[string]bool{"lead": false, "assistant": true, "guest": true} {
		var said struct{ Key string }
		if said.Key = m.Key; door != "lead" {
			if err := json.Unmarshal([]byte(m.lead.post(at+"/links/"+door, struct{}{}).body), &said); err != nil {
				t.Fatal(err)
			}
		}
		d := h.device()
		if r := d.post(at+"/key", map[string]string{"surface": "lead", "key": said.Key, "id": d.id}); r.status != 200 {
			t.Fatal(r)
		}
		if r := d.post(at+"/board", struct{}{}); r.status != 200 || !shows(d) {
			t.Errorf("%s opens no board: %v", door, r)
		}
		if r := d.post(at+"/say?surface=board", map[string]any{"t": "cmd", "id": "next-1234567", "do": "step.next", "with": struct{}{}}); r.status != 403 {
			t.Errorf("%s sends by the board's cookie: %v", door, r)
		}
		if !shows(hung) {
			t.Fatalf("%s put out the board in the hall", door)
		}
		if helps {
			if r := d.post(at+"/links/board?surface=lead", struct{}{}); r.status != 403 || !shows(hung) {
				t.Errorf("%s made a new link to the board: %v", door, r)
			}
		}
	}
	again := h.device()
	if r := again.post(at+"/key", map[string]string{"surface": "board", "key": m.Board}); r.status != 200 {
		t.Errorf("the board's key: %v", r)
	}
	for name, d := range map[string]*device{"a guest": h.guest(m), "the board": hung, "nobody": h.device()} {
		if r := d.post(at+"/board", struct{}{}); r.status == 200 {
			t.Errorf("%s fetched the board's cookie: %v", name, r)
		}
	}
	if r := m.lead.post(at+"/links/board", struct{}{}); r.status != 200 || shows(hung) || shows(again) {
		t.Error("a new link leaves the old boards open:", r)
	}
	if r := m.lead.post(at+"/board", struct{}{}); r.status != 200 || !shows(m.lead) {
		t.Error("and opens none:", r)
	}
}

// A leader borrowed from elsewhere leads this meeting and its aftermath: it
// locks nobody out, deletes nothing, hands the year after to nobody, and thirty
// days after the end its door is shut.
func TestABorrowedLeader(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	var said struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post(at+"/links/guest", struct{}{}).body), &said); err != nil {
		t.Fatal(err)
	}
	guest := h.device()
	if r := guest.post(at+"/key", map[string]string{"surface": "lead", "key": said.Key, "id": guest.id}); r.status != 200 {
		t.Fatal(r)
	}
	leads := func() int { return guest.get(at + "/view?surface=lead").status }
	if leads() != 200 {
		t.Fatal("the borrowed leader does not lead")
	}
	for _, surface := range []string{"lead", "deputy", "assistant", "guest", "follow"} {
		if r := guest.post(at+"/links/"+surface+"?surface=lead", struct{}{}); r.status != 403 {
			t.Errorf("a borrowed leader rotated %s: %d", surface, r.status)
		}
	}
	if r := guest.do("DELETE", at, nil, header("Content-Type", "application/json")); r.status != 403 {
		t.Errorf("a borrowed leader deleted the meeting: %v", r)
	}
	h.act(m, h.seats(m, room.Assistant)[0], room.NextStep{})
	h.act(m, h.seats(m, room.Facilitator)[0], room.EndMeeting{})
	h.later(29 * 24 * time.Hour)
	if got := leads(); got != 200 {
		t.Errorf("29 days after the end: %d", got)
	}
	h.later(2 * 24 * time.Hour)
	if got := leads(); got != 401 {
		t.Errorf("31 days after the end: %d", got)
	}
}

// A deputy and an assistant have a key each. The deputy waits until whoever leads
// says yes. Taking theirs back locks out nobody else, and an assistant cannot lock
// the facilitator out.
func TestDoors(t *testing.T) {
	h := open(t)
	m := h.meeting()
	key := func(by *device, surface string) (string, int) {
		var said struct{ Key string }
		r := by.post("/api/rooms/"+m.Room+"/links/"+surface, struct{}{})
		_ = json.Unmarshal([]byte(r.body), &said)
		return said.Key, r.status
	}
	enter := func(k string) *device {
		d := h.device()
		if r := d.post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "lead", "key": k, "id": d.id}); r.status != 200 {
			t.Fatalf("a key of the panel opens it not: %v", r)
		}
		return d
	}
	deputyKey, status := key(m.lead, "deputy")
	assistantKey, _ := key(m.lead, "assistant")
	if status != 200 || deputyKey == assistantKey {
		t.Fatalf("status %d", status)
	}
	deputy, assistant := enter(deputyKey), enter(assistantKey)
	view := "/api/rooms/" + m.Room + "/view?surface=lead"
	leads := func(d *device) bool { return d.get("/api/rooms/"+m.Room+"/likeness?surface=lead").status == 200 }
	if d := deputy.get(view); d.status != 200 || leads(deputy) {
		t.Fatalf("a deputy who waits: %v, leads %v", d.status, leads(deputy))
	}
	h.gives(m, deputy)
	if !leads(deputy) || !leads(assistant) || !leads(m.lead) {
		t.Fatal("somebody with a right key does not lead")
	}
	if got := h.seats(m, room.Facilitator); len(got) != 2 {
		t.Errorf("%d facilitators, want the maker and the deputy", len(got))
	}
	for _, surface := range []string{"lead", "deputy", "assistant"} {
		if _, status := key(assistant, surface); status != 403 {
			t.Errorf("an assistant rotated %s: %d", surface, status)
		}
	}
	if r := assistant.do("DELETE", "/api/rooms/"+m.Room, nil, header("Content-Type", "application/json")); r.status != 403 {
		t.Errorf("an assistant deleted the meeting: %v", r)
	}
	if _, status := key(m.lead, "assistant"); status != 200 {
		t.Fatal(status)
	}
	if leads(assistant) || !leads(deputy) || !leads(m.lead) {
		t.Error("taking back the assistant's key must shut out the assistant and nobody else")
	}
	// The deputy takes over: the recovery key is made anew, and the first machine is out.
	if _, status := key(deputy, "lead"); status != 200 {
		t.Fatal(status)
	}
	if leads(m.lead) || !leads(deputy) {
		t.Error("a deputy could not take over")
	}
	d := h.device()
	if r := d.post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "lead", "key": assistantKey, "id": d.id}); r.status != 410 || r.code() != "rotated" {
		t.Errorf("a key that was taken back opens the panel: %v", r)
	}
}
