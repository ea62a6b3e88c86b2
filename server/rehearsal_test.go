package server_test

import (
	"encoding/base64"
	"encoding/json"
	"testing"

	"dugnad/room"
	"dugnad/server"
)

// nobody is a rehearsal without people.
type nobody struct{}

func (nobody) Fill(string) {}

// The pictures of the evening's slides are in the rehearsal as they lie, and go with
// it; the evening keeps its own.
func TestARehearsalHasThePictures(t *testing.T) {
	h := open(t, func(o *server.Options) { o.Crowd = nobody{} })
	m := h.meeting()
	lead := h.seats(m, room.Facilitator)[0]
	var kept struct{ ID string }
	r := m.lead.post("/api/rooms/"+m.Room+"/pictures", map[string]string{"file": base64.StdEncoding.EncodeToString(drawing(t, 64, 48, asPNG))})
	if err := json.Unmarshal([]byte(r.body), &kept); r.status != 200 || err != nil {
		t.Fatal(r)
	}
	for _, id := range []string{"l1", "l2"} { // on two slides, and still one picture
		h.act(m, lead, room.SetSlide{Slide: room.Slide{ID: id, Step: "skriv", Kind: room.PictureSlide, Picture: kept.ID, Alt: "Et hus"}})
	}
	own := m.lead.get("/api/rooms/" + m.Room + "/pictures/" + kept.ID)
	rehearse := func() string {
		t.Helper()
		var to struct{ Room string }
		r := m.lead.post("/api/rooms/"+m.Room+"/rehearsal", map[string]string{"id": m.lead.id})
		if err := json.Unmarshal([]byte(r.body), &to); r.status != 200 || err != nil {
			t.Fatal(r)
		}
		return to.Room
	}
	first := rehearse()
	if r := m.lead.get("/api/rooms/" + first + "/pictures/" + kept.ID); r.status != 200 || r.body != own.body {
		t.Error("the rehearsal has not the picture:", r.status)
	}
	rehearse() // wipes the first
	if _, _, ok, err := h.store.Picture(t.Context(), first, kept.ID); ok || err != nil {
		t.Error("the picture outlives its rehearsal:", err)
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/pictures/" + kept.ID); r.status != 200 || r.body != own.body {
		t.Error("the evening has lost its own:", r.status)
	}
}
