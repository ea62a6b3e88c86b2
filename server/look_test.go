package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"dugnad/room"
)

// looked is the picture a look is given, by socket, and the socket.
func (d *device) looked(m meeting, at string) (*websocket.Conn, map[string]json.RawMessage) {
	d.h.t.Helper()
	conn, status := d.dial("/api/rooms/" + m.Room + "/ws?surface=lead&see=" + at)
	if status != 101 {
		d.h.t.Fatal(at, status)
	}
	if err := wsjson.Write(d.h.t.Context(), conn, map[string]any{"t": "hi", "v": 1, "since": 0}); err != nil {
		d.h.t.Fatal(err)
	}
	for {
		var f struct {
			T   string
			Set map[string]json.RawMessage
		}
		if err := wsjson.Read(d.h.t.Context(), conn, &f); err != nil {
			d.h.t.Fatal(err)
		}
		if f.T == "snap" {
			return conn, f.Set
		}
	}
}

// table sits a guest down at a table with a note of its own and a point on the
// table's list.
func (h *house) table(m meeting) *device {
	h.t.Helper()
	d := h.guest(m)
	lead, seat := h.seats(m, room.Facilitator)[0], h.seatOf(m, d)
	h.act(m, lead, room.PlaceSeat{Seat: seat, Group: 1})
	h.act(m, lead, room.GoToStep{Step: "skriv"})
	h.act(m, seat, room.PostIdea{ID: "note", Text: "Bare min egen"})
	h.act(m, seat, room.PostIdea{ID: "other", Text: "Ligger på bordet"})
	h.act(m, lead, room.NextStep{})
	h.act(m, seat, room.ShareIdea{ID: "other"})
	return d
}

// TestALookIsWhatTheOthersSee: a leader who looks at the board gets exactly
// what the board gets, and at a table what all get; never what only leads see,
// nor what lies on a table or in a pocket.
func TestALookIsWhatTheOthersSee(t *testing.T) {
	h := open(t)
	m := h.meeting()
	h.table(m)
	board := h.board(m)
	seen := board.get("/api/rooms/" + m.Room + "/view?surface=board")
	look := m.lead.get("/api/rooms/" + m.Room + "/view?surface=lead&see=board")
	if look.status != 200 || look.body != seen.body {
		t.Errorf("the board is %s\nthe look is %d %s", seen.body, look.status, look.body)
	}
	for _, at := range []string{"board", "0", "1", "7"} {
		_, set := m.lead.looked(m, at)
		if len(set) == 0 || set["step"] == nil {
			t.Errorf("%s: nothing to see: %v", at, set)
		}
		for key, shown := range set {
			kind, _, _ := strings.Cut(key, "/")
			switch {
			case kind == "script" || kind == "scripts" || kind == "seats" || kind == "acts" || kind == "progress" || kind == "hall" || kind == "me":
				t.Errorf("%s: %s is the leader's own", at, key)
			case strings.Contains(string(shown), "Ligger på bordet") || strings.Contains(string(shown), "Bare min egen"):
				t.Errorf("%s: %s holds what the table has not told", at, key)
			}
		}
	}
}

// TestALookSaysNothingAndIsNobody: it can send nothing, is counted nowhere, is
// only for who leads, and ends when they no longer do.
func TestALookSaysNothingAndIsNobody(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.table(m)
	before, _ := m.lead.counted(m)
	conn, _ := m.lead.looked(m, "1")
	for _, f := range []any{map[string]any{"t": "eph", "what": "typing"},
		map[string]any{"t": "cmd", "id": "abcdefgh", "do": "meeting.end", "with": map[string]any{}}} {
		if err := wsjson.Write(t.Context(), conn, f); err != nil {
			t.Fatal(err)
		}
	}
	for {
		var f struct{ T, Code string }
		if err := wsjson.Read(t.Context(), conn, &f); err != nil {
			t.Fatal(err)
		}
		if f.T == "ack" || f.T == "refused" && f.Code != "forbidden" {
			t.Fatal("a look was answered", f)
		}
		if f.T == "refused" {
			break
		}
	}
	if after, here := m.lead.counted(m); after != before {
		t.Errorf("seats and people were %d, and are %d (%s)", before, after, here)
	}
	at := "/api/rooms/" + m.Room
	for _, path := range []string{"/view?surface=p&see=board", "/view?see=board", "/listen?surface=p&since=0&see=1"} {
		if r := d.get(at + path); r.status != 403 {
			t.Errorf("a guest looks: %s %d", path, r.status)
		}
	}
	if _, status := d.dial(at + "/ws?surface=lead&see=board"); status != 403 {
		t.Error("a guest looks by socket:", status)
	}
	for _, at := range []string{"lead", "mine", "-1", "801", "99999999999", "1:", "board:x", "%00"} {
		if r := m.lead.get("/api/rooms/" + m.Room + "/view?surface=lead&see=" + at); r.status != 400 {
			t.Errorf("see=%s: %d", at, r.status)
		}
	}
	// An assistant looks along, and no longer once shown out.
	deputy := h.device()
	var key struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post(at+"/links/assistant", map[string]string{}).body), &key); err != nil {
		t.Fatal(err)
	}
	if r := deputy.post(at+"/key", map[string]string{"surface": "lead", "key": key.Key, "id": deputy.id}); r.status != 200 {
		t.Fatal(r)
	}
	look, _ := deputy.looked(m, "board")
	h.act(m, h.seats(m, room.Facilitator)[0], room.RemoveSeat{Seat: h.seats(m, room.Assistant)[0]})
	for {
		if _, _, err := look.Read(t.Context()); err != nil {
			if code := websocket.CloseStatus(err); code != 4100 {
				t.Error("the look of somebody who was shown out:", err)
			}
			break
		}
	}
}

// TestOnlyLooksCanBeFramed: and only by a page of ours.
func TestOnlyLooksCanBeFramed(t *testing.T) {
	h := open(t)
	m := h.meeting()
	for path, framed := range map[string]bool{
		"/led/" + m.Room: false, "/tavle/" + m.Room: false, "/rom/" + m.Room: false, "/": false,
		"/se/" + m.Room + "?see=1": true, "/tavle/" + m.Room + "?see=board": true,
	} {
		r := m.lead.get(path)
		policy, options := r.header.Get("Content-Security-Policy"), r.header.Get("X-Frame-Options")
		if got := strings.Contains(policy, "frame-ancestors 'self'") && options == "SAMEORIGIN"; got != framed {
			t.Errorf("%s: %s, %s", path, policy, options)
		}
		if !framed && (!strings.Contains(policy, "frame-ancestors 'none'") || options != "DENY") {
			t.Errorf("%s: %s, %s", path, policy, options)
		}
		if got := strings.Contains(policy, "frame-src 'self'"); got != strings.HasPrefix(path, "/led/") {
			t.Errorf("%s: %s", path, policy)
		}
	}
}

// counted is how many seats there are and how many people are said to be here.
func (d *device) counted(m meeting) (int, string) {
	d.h.t.Helper()
	n, here := 0, ""
	d.h.state(m, func(s *room.State) {
		n = len(s.Seats)
		view, _ := s.See(room.All, "presence")
		raw, _ := json.Marshal(view)
		here = string(raw)
		n = 1000*n + view.(room.PresenceView).Here
	})
	return n, here
}
