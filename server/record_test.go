package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
	"dugnad/server"
)

// TestA23, TestA24: the record holds what was shared and nobody; it is not
// kept, not for strangers, and gone with the meeting.
func TestA23(t *testing.T) {
	h := open(t)
	m, _ := h.voting(t)
	at := "/api/rooms/" + m.Room
	h.act(m, h.seats(m, room.Facilitator)[0], room.CloseVote{Vote: "v1"})
	h.eventually(func() bool {
		counted := false
		h.state(m, func(st *room.State) { counted = st.Votes["v1"].Status == "counted" })
		return counted
	})
	for _, ext := range []string{"json", "csv"} {
		r := m.lead.get(at + "/export." + ext)
		if r.status != 200 || r.header.Get("Cache-Control") != "no-store" || r.header.Get("Content-Disposition") != `attachment; filename="dugnad-`+m.Room+"."+ext+`"` {
			t.Error(ext, r.status, r.header)
		}
		for _, part := range []string{"Forslag 1", "Forslag 2", "lagt til side", "Vi rigger", "Kommunestyret"} {
			if !strings.Contains(r.body, part) {
				t.Errorf("%s: no %q", ext, part)
			}
		}
		secrets := append(h.seats(m, room.Participant), "hemmelig", m.Code, m.Key, m.Board, "house:", "act-")
		for _, secret := range append(secrets, h.seats(m, room.Facilitator)...) {
			if strings.Contains(r.body, secret) {
				t.Errorf("%s tells %q", ext, secret)
			}
		}
	}
	if csv := m.lead.get(at + "/export.csv").body; !strings.Contains(csv, ";'=1+1 lagt til side;") {
		t.Error("a formula came through:", csv)
	}
	var rec server.Record
	if err := json.Unmarshal([]byte(m.lead.get(at+"/export.json").body), &rec); err != nil {
		t.Fatal(err)
	}
	if len(rec.Groups) != 1 || rec.Groups[0].Size != nil || len(rec.Votes) != 1 || len(rec.Ideas) != 3 {
		t.Errorf("%+v", rec)
	}
}

// What a table still works on is the table's, also when it is laid aside; and
// nothing of an open vote is in the record.
func TestRecordWaitsForTheTable(t *testing.T) {
	h := open(t)
	m, _ := h.voting(t)
	late := h.guest(m)
	lead := h.seats(m, room.Facilitator)[0]
	at := "/api/rooms/" + m.Room + "/export.json"
	var rec server.Record
	if err := json.Unmarshal([]byte(m.lead.get(at).body), &rec); err != nil || len(rec.Votes) != 0 {
		t.Errorf("an open vote: %+v %v", rec.Votes, err)
	}
	h.act(m, lead, room.CloseVote{Vote: "v1"})
	h.act(m, lead, room.PlaceSeat{Seat: h.seatOf(m, late), Group: 2})
	h.act(m, lead, room.PreviousStep{})
	h.act(m, h.seatOf(m, late), room.PostIdea{ID: "i9", Text: "fortsatt bordets", Table: true})
	h.act(m, h.seatOf(m, late), room.SetIdeaAside{ID: "i9"})
	h.act(m, h.seatOf(m, late), room.PostIdea{ID: "i10", Text: "tas med", Table: true})
	if body := m.lead.get(at).body; strings.Contains(body, "bordets") {
		t.Error("a table's list is in the record before it is sent")
	}
	h.act(m, h.seatOf(m, late), room.SendGroup{})
	if body := m.lead.get(at).body; !strings.Contains(body, "bordets") {
		t.Error("what was laid aside is lost")
	}
}

func TestA24(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	if r := h.device().get(at + "/export.json"); r.status != 401 || r.header.Get("Cache-Control") != "no-store" {
		t.Error("without login:", r)
	}
	if r := h.guest(m).do("DELETE", at, nil); r.status != 403 {
		t.Error("a guest deletes:", r.status)
	}
	board := h.board(m)
	cookie := header("Cookie", m.cookie)
	if r := m.lead.do("DELETE", at, nil); r.status != 200 {
		t.Fatal(r)
	}
	for _, path := range []string{"/export.json", "/export.csv", "/view?surface=lead", "/ws?surface=lead"} {
		if r := h.device().get(at+path, cookie); r.status != 404 {
			t.Error("after the deletion:", path, r.status)
		}
	}
	if r := board.get("/api/mine"); r.body != "[]" || board.cookie("d_board_"+m.Room) != "" {
		t.Error("the board's device still has it:", r.body)
	}
	if m.lead.cookie("d_lead_"+m.Room) != "" {
		t.Error("the cookie stays")
	}
}
