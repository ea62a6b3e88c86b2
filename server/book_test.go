package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
)

// The contact book is read by those in the meeting and by nobody else, prints,
// can be kept as a file that does nothing when it is opened, and is in no frame,
// no event, no report and no line of the log.
func TestContactBook(t *testing.T) {
	h := open(t)
	m := h.meeting()
	anna, berit := h.guest(m), h.guest(m)
	at := "/api/rooms/" + m.Room
	h.act(m, h.seatOf(m, anna), room.JoinBook{Who: "=Leder", Org: "Idrettslaget", Phone: "900 00 111", Mail: "anna@example.no"})
	for _, d := range []*device{anna, berit, m.lead} {
		if r := d.get(at + "/book"); r.status != 200 || !strings.Contains(r.body, `"phone":"900 00 111"`) {
			t.Error(r)
		}
		if r := d.get("/kontaktbok/" + m.Room); r.status != 200 || !strings.Contains(r.body, `<th scope="row">=Leder</th>`) || !strings.Contains(r.body, "900 00 111") {
			t.Error(r)
		}
		if r := d.get(at + "/book.csv"); r.status != 200 || !strings.Contains(r.body, "'=Leder;") {
			t.Error("a cell that does something:", r)
		}
	}
	var key struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post(at+"/links/follow", nil).body), &key); err != nil {
		t.Fatal(err)
	}
	follow := h.device()
	follow.post(at+"/key", map[string]string{"surface": "follow", "key": key.Key, "id": follow.id})
	for _, d := range []*device{follow, h.board(m), h.device()} {
		for _, path := range []string{at + "/book", at + "/book.csv", "/kontaktbok/" + m.Room} {
			if r := d.get(path); r.status < 400 || strings.Contains(r.body, "900 00") {
				t.Error(path, r)
			}
		}
	}
	if log := h.log.String(); strings.Contains(log, "900 00") || strings.Contains(log, "anna@") {
		t.Error("the log tells who can be called")
	}
	for _, shape := range []string{"/export.json", "/export.csv", "/export.md", "/view?surface=lead"} {
		if body := m.lead.get(at + shape).body; strings.Contains(body, "900 00") || strings.Contains(body, "anna@") {
			t.Error("the book is in", shape)
		}
	}
	h.act(m, h.seatOf(m, anna), room.LeaveBook{})
	if r := berit.get(at + "/book"); r.body != `{"entries":[]}` {
		t.Error("who has left the book is still in it:", r)
	}
}
