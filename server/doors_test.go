package server_test

import (
	"encoding/json"
	"testing"
	"time"

	"dugnad/room"
)

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

// A deputy and an assistant have a key each. Taking theirs back locks out
// nobody else, and an assistant cannot lock the facilitator out.
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
	leads := func(d *device) bool { return d.get(view).status == 200 }
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
