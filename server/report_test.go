package server_test

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"dugnad/report"
	"dugnad/room"
)

// shapesOf fetches a meeting's report in every shape, and opens what is packed:
// everything in it that anybody could read, by name.
func (h *house) shapesOf(m meeting, query string) map[string]string {
	h.t.Helper()
	at := "/api/rooms/" + m.Room + "/export."
	all := map[string]string{}
	for _, ext := range []string{"json", "csv", "xlsx", "docx", "md", "zip"} {
		r := m.lead.get(at + ext + query)
		if r.status != 200 || r.header.Get("Cache-Control") != "no-store" || r.header.Get("Content-Disposition") != `attachment; filename="dugnad-`+m.Room+"."+ext+`"` {
			h.t.Error(ext, r.status, r.header)
		}
		h.unpack(all, ext, r.body)
	}
	page := m.lead.get("/referat/" + m.Room + query)
	if page.status != 200 || page.header.Get("Cache-Control") != "no-store" || strings.Contains(page.body, "style=") || strings.Contains(page.body, "<style") {
		h.t.Error(page.status, page.header)
	}
	all["page"] = page.body
	return all
}

func (h *house) unpack(all map[string]string, name, body string) {
	h.t.Helper()
	all[name] = body
	if !strings.HasPrefix(body, "PK") {
		return
	}
	delete(all, name)
	z, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil {
		h.t.Fatal(name, err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			h.t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			h.t.Fatal(err)
		}
		h.unpack(all, name+"/"+f.Name, string(raw))
	}
}

// counted is a meeting whose vote has been counted.
func (h *house) counted(t *testing.T) (meeting, []*device) {
	m, ds := h.voting(t)
	h.act(m, h.seats(m, room.Facilitator)[0], room.CloseVote{Vote: "v1"})
	h.eventually(func() bool {
		counted := false
		h.state(m, func(st *room.State) { counted = st.Votes["v1"].Status == "counted" })
		return counted
	})
	return m, ds
}

// TestA23, TestA24: the report holds what was shared and nobody, in every
// shape; it is not kept, not for strangers, and gone with the meeting.
func TestA23(t *testing.T) {
	h := open(t)
	m, _ := h.counted(t)
	shapes := h.shapesOf(m, "")
	for _, name := range []string{"json", "csv", "xlsx/xl/sharedStrings.xml", "docx/word/document.xml", "md", "page", "zip/referat.html", "zip/referat.docx/word/document.xml"} {
		for _, part := range []string{"Forslag 1", "Forslag 2", "lagt til side", "Vi rigger", "Kommunestyret"} {
			if !strings.Contains(shapes[name], part) {
				t.Errorf("%s: no %q", name, part)
			}
		}
	}
	secrets := append(h.seats(m, room.Participant), "hemmelig notat", "i4", m.Code, m.Key, m.Board, "house:", "act-", "v1:", "ballot", "slip")
	for name, body := range shapes {
		for _, secret := range append(secrets, h.seats(m, room.Facilitator)...) {
			if strings.Contains(body, secret) && (secret != "ballot" || !strings.Contains(body, `"ballots"`)) {
				t.Errorf("%s tells %q", name, secret)
			}
		}
	}
	if csv := shapes["csv"]; !strings.Contains(csv, ";'=1+1 lagt til side;") || !strings.HasPrefix(csv, "\ufeffHva;") {
		t.Error("a formula came through:", csv)
	}
	if one := m.lead.get("/api/rooms/" + m.Room + "/export.csv?sheet=votes").body; !strings.HasPrefix(one, "\ufeffAvstemning nr.;Plass;Forslag;Stemmer;") || strings.Count(one, "\r\n") != 3 {
		t.Error(one)
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/export.csv?sheet=seats"); r.status != 404 {
		t.Error(r)
	}
	var rec report.Record
	if err := json.Unmarshal([]byte(shapes["json"]), &rec); err != nil {
		t.Fatal(err)
	}
	if len(rec.Groups) != 1 || rec.Groups[0].Size != nil || len(rec.Votes) != 1 || len(rec.Ideas) != 3 || !rec.People.Hidden {
		t.Errorf("%+v", rec)
	}
}

// TestFinished: a finished report stays as it was, later ones say what has
// changed, and what is redacted is gone from it too.
func TestFinished(t *testing.T) {
	h := open(t)
	m, ds := h.counted(t)
	lead := h.seats(m, room.Facilitator)[0]
	at := "/api/rooms/" + m.Room
	if r := m.lead.post(at+"/reports", nil); r.status != 409 || r.code() != "closed" {
		t.Error("finished before the end:", r)
	}
	h.act(m, lead, room.NextStep{})
	h.act(m, lead, room.NextStep{})
	h.act(m, lead, room.EndMeeting{})
	h.act(m, lead, room.MakeMeasure{ID: "m1", Title: "Lån utstyr"})
	if r := ds[0].post(at+"/reports", nil); r.status != 403 {
		t.Error("a guest finishes:", r)
	}
	var done struct {
		N   int
		Sum string
	}
	if r := m.lead.post(at+"/reports", nil); r.status != 200 || json.Unmarshal([]byte(r.body), &done) != nil || done.N != 1 {
		t.Fatal(r)
	}
	if r := m.lead.post(at+"/reports", nil); r.status != 409 || r.code() != "unchanged" {
		t.Error("finished twice:", r)
	}
	was := m.lead.get(at + "/export.json?version=1").body
	if sum := sha256.Sum256([]byte(was)); hex.EncodeToString(sum[:]) != done.Sum {
		t.Error("the sum is of something else")
	}
	if page := m.lead.get("/referat/" + m.Room).body; !strings.Contains(page, "Ingenting er endret siden da.") || !strings.Contains(page, "Ikke ferdigstilt") {
		t.Error(page)
	}

	kultur := "Kulturskolen"
	h.act(m, lead, room.SetMeasure{ID: "m1", Responsible: &kultur})
	if again := m.lead.get(at + "/export.json?version=1").body; again != was {
		t.Error("a finished report has changed:", again)
	}
	page := m.lead.get("/referat/" + m.Room).body
	if !strings.Contains(page, "Endret siden versjon 1") || !strings.Contains(page, "og er nå «Kulturskolen»") {
		t.Error("what has changed is not said:", page)
	}
	first := m.lead.get("/referat/" + m.Room + "?version=1").body
	if strings.Contains(first, kultur) || !strings.Contains(first, "Ferdigstilt") || !strings.Contains(first, "versjon 1") || !strings.Contains(first, done.Sum) {
		t.Error(first)
	}
	if r := m.lead.post(at+"/reports", nil); r.status != 200 || !strings.Contains(r.body, `"n":2`) {
		t.Error("no second version:", r)
	}

	h.act(m, lead, room.RedactIdea{ID: "i1"})
	for _, query := range []string{"", "?version=1", "?version=2"} {
		for name, body := range h.shapesOf(m, query) {
			if strings.Contains(body, "Forslag 1") {
				t.Errorf("%s%s still tells what is redacted", name, query)
			}
		}
	}
	if page := m.lead.get("/referat/" + m.Room).body; !strings.Contains(page, "fjernet for godt") {
		t.Error("it is not said that a text is gone:", page)
	}
	for _, query := range []string{"?version=3", "?version=0", "?version=x", "?version=-1"} {
		if r := m.lead.get(at + "/export.json" + query); r.status != 404 {
			t.Error(query, r.status)
		}
	}
}

// The follow-up group has the report and the one sheet, but nothing of the hall
// before the meeting is over.
func TestFollowUpReads(t *testing.T) {
	h := open(t)
	m, d, _ := h.ended()
	at := "/api/rooms/" + m.Room
	for _, path := range []string{at + "/export.json", at + "/export.zip", at + "/sheet.docx", "/referat/" + m.Room, "/ett-ark/" + m.Room} {
		if r := d.get(path); r.status != 200 || r.header.Get("Cache-Control") != "no-store" {
			t.Error(path, r.status, r.header)
		}
		if r := h.guest(h.meeting()).get(path); r.status != 404 {
			t.Error("somebody else's guest reads", path, r.status)
		}
	}
	page := d.get("/ett-ark/" + m.Room).body
	for _, part := range []string{`href="/oppfolging/` + m.Room, "Egen koordinator for fritid", `id="line-2"`, "«Minibuss» har ingen ansvarlig.", `href="#line-2"`} {
		if !strings.Contains(page, part) {
			t.Errorf("no %q in %s", part, page)
		}
	}
	if r := d.post(at+"/reports", nil); r.status != 200 {
		t.Error("the follow-up group cannot finish:", r)
	}

	early := h.meeting()
	var key struct{ Key string }
	if err := json.Unmarshal([]byte(early.lead.post("/api/rooms/"+early.Room+"/links/follow", nil).body), &key); err != nil {
		t.Fatal(err)
	}
	e := h.device()
	if r := e.post("/api/rooms/"+early.Room+"/key", map[string]string{"surface": "follow", "key": key.Key, "id": e.id}); r.status != 200 {
		t.Fatal(r)
	}
	for _, path := range []string{"/api/rooms/" + early.Room + "/export.json", "/referat/" + early.Room, "/ett-ark/" + early.Room} {
		if r := e.get(path); r.status != 403 {
			t.Error("the follow-up group reads before the end:", path, r.status)
		}
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
	var rec report.Record
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
	for _, path := range []string{"/export.json", "/export.csv", "/export.zip", "/view?surface=lead", "/ws?surface=lead"} {
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
