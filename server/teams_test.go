package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
)

// A team sees its own measures and nothing else the group keeps, works on them and
// on nothing else, and is out when its link is rotated or it is no more. The main
// group sees all of it.
func TestTeams(t *testing.T) {
	h := open(t)
	m, d, seat := h.ended()
	at := "/api/rooms/" + m.Room
	h.act(m, seat, room.NameTeam{N: 2, Name: "Ungdommene", Young: true})
	h.act(m, seat, room.WriteComment{ID: "k1", Measure: "m1", Text: "hemmelig-hos-hovedgruppa"})
	h.act(m, seat, room.EditMeasure{ID: "m1", Field: "after", Text: "hemmelig-etterpå"})
	h.act(m, seat, room.WriteAnswer{Lang: "nb", Part: "does", Text: "hemmelig-utkast"})
	h.act(m, seat, room.EditMeasure{ID: "m2", Field: "lasts", Text: "merket-varer"})
	h.act(m, seat, room.WriteComment{ID: "k2", Measure: "m2", Text: "sagt før den ble deres"})
	key := func(surface string) string {
		var key struct{ Key, URL string }
		if err := json.Unmarshal([]byte(d.post(at+"/links/"+surface, nil).body), &key); err != nil || !strings.Contains(key.URL, "/oppfolging/") {
			t.Fatal(key, err)
		}
		return key.Key
	}
	if r := d.post(at+"/links/team3", nil); r.status != 404 {
		t.Error("a link for a team that is not there:", r)
	}
	young := h.device()
	if r := young.post(at+"/key", map[string]string{"surface": "follow", "key": key("team2"), "id": young.id}); r.status != 200 {
		t.Fatal(r)
	}
	view := func(who *device) string {
		r := who.get(at + "/view?surface=follow")
		if r.status != 200 {
			t.Fatal(r)
		}
		return r.body
	}
	if v := view(young); strings.Contains(v, "hemmelig-") || strings.Contains(v, "followups/") || strings.Contains(v, "sagt før") || !strings.Contains(v, `"teams/2"`) {
		t.Error("before anything is theirs:", v)
	}
	h.act(m, seat, room.GiveMeasure{Measure: "m2", Team: 2})
	if v := view(young); strings.Contains(v, "hemmelig-") || strings.Contains(v, "followups/m1") || !strings.Contains(v, `"followups/m2"`) || !strings.Contains(v, "sagt før den ble deres") {
		t.Error("once one is:", v)
	}
	if r := d.get(at + "/export.json"); !strings.Contains(r.body, `"lasts":"merket-varer"`) {
		t.Error("the record has lost the year of a measure that a team has:", r.body)
	}
	ours := h.seats(m, room.TeamRole)[0]
	h.act(m, ours, room.SetStatus{ID: "m2", Status: room.UnderWay, Says: "Vi har spurt busselskapet"})
	if v := view(d); !strings.Contains(v, "Vi har spurt busselskapet") || !strings.Contains(v, "hemmelig-hos-hovedgruppa") {
		t.Error("the main group does not see it:", v)
	}
	for n, c := range []room.Command{room.SetStatus{ID: "m1", Status: room.InPlace}, room.EditMeasure{ID: "m1", Field: "first", Text: "x"},
		room.WriteComment{ID: "k9", Measure: "m1", Text: "x"}, room.TakeUp{ID: "m9", Title: "x"}, room.PublishAnswer{}, room.HandOver{From: "a", To: "b"},
		room.GiveMeasure{Measure: "m1", Team: 2}, room.NameTeam{N: 2, Name: "Sjefene"}, room.RotateLink{Surface: "follow", Hash: strings.Repeat("a", 64)},
		room.MakeTap{Measure: "m2", Hash: strings.Repeat("a", 64)}, room.LeaveAddress{Mail: "a@example.no"}} {
		if _, err := h.hub.Do(t.Context(), m.Room, ours, "no-"+string(rune('a'+n)), c); err == nil || err.Error() != room.Refuse(room.Forbidden).Error() {
			t.Errorf("%T: %v", c, err)
		}
	}
	for _, line := range h.door.Table() {
		if !strings.HasPrefix(line.Path, "/api/rooms/{room}/") || line.Who == "all" {
			continue
		}
		live := false
		for _, way := range []string{"/ws", "/listen", "/say", "/view"} {
			live = live || strings.HasSuffix(line.Path, way)
		}
		if r := young.do(line.Method, in(line.Path, m), map[string]string{}); !live && r.status != 403 {
			t.Errorf("%s %s: %d", line.Method, line.Path, r.status)
		}
	}
	for _, page := range []string{"/referat/", "/ett-ark/"} {
		if r := young.get(page + m.Room); r.status != 403 {
			t.Error(page, r.status)
		}
	}
	key("team2")
	if r := young.get(at + "/view?surface=follow"); r.status != 401 {
		t.Error("a rotated link still opens:", r.status)
	}
	if r := young.post(at+"/key", map[string]string{"surface": "follow", "key": key("team2"), "id": young.id}); r.status != 200 {
		t.Fatal(r)
	}
	last := key("team2")
	h.act(m, seat, room.NameTeam{N: 2})
	if r := young.post(at+"/key", map[string]string{"surface": "follow", "key": last, "id": young.id}); r.status != 410 || r.code() != "withdrawn" {
		t.Error("the key of a team that is no more:", r)
	}
	if r := young.get(at + "/view?surface=follow"); r.status != 401 {
		t.Error("a team that is no more still sees:", r.status)
	}
	if v := view(d); !strings.Contains(v, `"team":0`) || strings.Contains(v, `"team":2`) {
		t.Error("its measures are nobody's:", v)
	}
}
