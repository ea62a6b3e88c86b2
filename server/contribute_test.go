package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
)

// Jeg vil bidra: who sees it and when it goes is said before anything is written;
// the group alone can read it, has a task for a fortnight, and it can be taken
// back.
func TestContribute(t *testing.T) {
	h := open(t)
	m := h.meeting()
	guest, other, at := h.guest(m), h.guest(m), "/bidra/"+m.Room
	r := guest.get(at, header("Accept-Language", "nb"))
	for _, said := range []string{"Bare oppfølgingsgruppa ser det du skriver", "innen 14 dager", "slettes 60 dager etter møtet"} {
		if !strings.Contains(r.body, said) {
			t.Error(said, r)
		}
	}
	// Whoever reads the answer in easy words goes on in them, there and back.
	easy := "?lang=nb-enkel"
	if r := guest.get("/svar/"+m.Room+easy, header("Accept-Language", "en")); !strings.Contains(r.body, `href="`+at+easy+`"`) || !strings.Contains(r.body, "Få svaret på e-post") || !strings.Contains(r.body, "Jeg vil hjelpe") {
		t.Error("the answer leads to another language, or is half in one:", r)
	}
	if r := guest.get(at+easy, header("Accept-Language", "en")); !strings.Contains(r.body, `<html lang="nb-enkel"`) || !strings.Contains(r.body, "Bare gruppa som jobber videre, ser det du skriver.") || !strings.Contains(r.body, ">Enkel norsk</a>") {
		t.Error("not in easy words:", r)
	}
	if r := other.post(at+easy, "reach=99+00+00+00", form); r.status != 303 || r.header.Get("Location") != at+"?takk=1&lang=nb-enkel" {
		t.Error("easy words are lost on the way back:", r)
	}
	if r := other.post(at+easy, "", form); r.status != 303 {
		t.Error(r)
	}
	if r := h.device().get(at); r.status != 401 {
		t.Error(r)
	}
	if r := guest.post(at, "name=merket-Per&reach=&what=Trener", form); r.status != 400 {
		t.Error("nobody can call that:", r)
	}
	for _, d := range []*device{guest, other} {
		if r := d.post(at, "name=merket-Per&reach=99+00+00+00&what=Trener", form); r.status != 303 {
			t.Fatal(r)
		}
	}
	if r := other.post(at, "", form); r.status != 303 {
		t.Error("it cannot be taken back:", r)
	}
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.EndMeeting{})
	var key struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post("/api/rooms/"+m.Room+"/links/follow", nil).body), &key); err != nil {
		t.Fatal(err)
	}
	d := h.device()
	d.post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "follow", "key": key.Key, "id": d.id})
	r = d.get("/api/rooms/" + m.Room + "/contributors")
	var all []struct{ ID, Name, Reach, What string }
	if err := json.Unmarshal([]byte(r.body), &all); err != nil || len(all) != 1 || all[0].Reach != "99 00 00 00" || all[0].Name != "merket-Per" {
		t.Fatal(r, err)
	}
	for surface, who := range map[string]*device{"p": other, "lead": m.lead, "board": h.board(m), "follow": d} {
		if r := who.get("/api/rooms/" + m.Room + "/view?surface=" + surface); r.status != 200 || strings.Contains(r.body, "merket-") || strings.Contains(r.body, "99 00") {
			t.Error("it is in a frame of", surface)
		}
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/contributors"); r.status != 403 {
		t.Error("others than the group read it:", r)
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/export.json"); strings.Contains(r.body, "merket-") {
		t.Error("it is in the export")
	}
	if log := h.log.String(); strings.Contains(log, "merket-") {
		t.Error("it is in the log")
	}
	seat := h.seats(m, room.FollowUp)[0]
	h.act(m, seat, room.ContactMade{ID: all[0].ID})
	h.act(m, seat, room.DropContributor{ID: all[0].ID})
	if rows, err := h.store.People(t.Context(), m.Room, "contribute"); err != nil || len(rows) != 0 {
		t.Errorf("%s %v", rows, err)
	}
}

// Until young people share their meeting the adults who are to answer are not
// told who was there, nor what anybody offered to do.
func TestPeopleOfTheYoungBeforeTheyShare(t *testing.T) {
	h := open(t)
	m := h.young(t)
	guest := h.guest(m)
	h.act(m, h.seatOf(m, guest), room.Contribute{Name: "merket-Per", Reach: "99 00 00 00", What: "Trener"})
	h.act(m, h.seatOf(m, guest), room.AskToBeTold{Mail: "anna@example.no"})
	var key struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post("/api/rooms/"+m.Room+"/links/follow", nil).body), &key); err != nil {
		t.Fatal(err)
	}
	d := h.device()
	d.post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "follow", "key": key.Key, "id": d.id})
	for _, what := range []string{"/contributors", "/subscribers"} {
		if r := d.get("/api/rooms/" + m.Room + what); r.status != 403 || r.code() != "veiled" {
			t.Error(what, r)
		}
	}
}

func (h *house) young(t *testing.T) meeting {
	t.Helper()
	m := meeting{lead: h.device()}
	r := m.lead.post("/api/meetings", map[string]string{"title": "Ungdom", "lang": "nb", "template": "ung-90", "decides": "Kommunestyret", "id": m.lead.id})
	if err := json.Unmarshal([]byte(r.body), &m); err != nil || r.status != 200 {
		t.Fatal(r, err)
	}
	return m
}
