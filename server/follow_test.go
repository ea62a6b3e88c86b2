package server_test

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"dugnad/room"
)

// ended is a meeting that is over, with a follow-up member on a device of its
// own and two measures.
func (h *house) ended() (meeting, *device, string) {
	h.t.Helper()
	m := h.meeting()
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.EndMeeting{})
	d := h.member(m)
	seat := h.seats(m, room.FollowUp)[0]
	h.act(m, seat, room.TakeUp{ID: "m1", Title: "Egen koordinator for fritid"})
	h.act(m, seat, room.TakeUp{ID: "m2", Title: "Minibuss"})
	h.act(m, seat, room.EditMeasure{ID: "m1", Field: "responsible", Text: "Helse og livsmestring"})
	return m, d, seat
}

// member opens the page of the follow-up group on a new device.
func (h *house) member(m meeting) *device {
	h.t.Helper()
	var key struct{ Key string }
	r := m.lead.post("/api/rooms/"+m.Room+"/links/follow", nil)
	if err := json.Unmarshal([]byte(r.body), &key); err != nil || r.status != 200 {
		h.t.Fatal(r, err)
	}
	d := h.device()
	if r := d.post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "follow", "key": key.Key, "id": d.id}); r.status != 200 {
		h.t.Fatal(r)
	}
	return d
}

func (h *house) tap(m meeting, d *device, measure string) string {
	h.t.Helper()
	var link struct{ URL string }
	r := d.post("/api/rooms/"+m.Room+"/taps/"+measure, nil)
	if err := json.Unmarshal([]byte(r.body), &link); err != nil || r.status != 200 {
		h.t.Fatal(r, err)
	}
	return link.URL[strings.Index(link.URL, "/s/"):]
}

var form = header("Content-Type", "application/x-www-form-urlencoded")

// The follow-up group comes by its link, rotates its own and nobody else's, and
// is out when it is rotated by another.
func TestFollowSurface(t *testing.T) {
	h := open(t)
	m, d, _ := h.ended()
	at := "/api/rooms/" + m.Room
	if r := d.get(at + "/view?surface=follow"); r.status != 200 || !strings.Contains(r.body, `"followups/m1"`) {
		t.Fatal(r)
	}
	if r := d.post(at+"/links/lead", nil); r.status != 403 {
		t.Error("the follow-up group rotates the facilitator's link:", r)
	}
	if r := d.get(at + "/address"); r.status != 403 {
		t.Error(r)
	}
	if r := d.post(at+"/links/follow", nil); r.status != 200 {
		t.Error(r)
	}
	if r := d.get(at + "/view?surface=follow"); r.status != 200 {
		t.Error("whoever rotates is out:", r)
	}
	m.lead.post(at+"/links/follow", nil)
	if r := d.get(at + "/view?surface=follow"); r.status != 401 {
		t.Error("a rotated link still opens:", r)
	}
}

// What the group keeps is in no frame of a guest or the board.
func TestFollowUpIsNobodyElses(t *testing.T) {
	h := open(t)
	m := h.meeting()
	guest, board := h.guest(m), h.board(m)
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.EndMeeting{})
	h.act(m, lead, room.TakeUp{ID: "m1", Title: "Egen koordinator"})
	h.act(m, lead, room.WriteComment{ID: "k1", Measure: "m1", Text: "oppf-hemmelig"})
	h.act(m, lead, room.SetStatus{ID: "m1", Status: room.Dropped, Says: "oppf-hemmelig"})
	h.act(m, lead, room.WriteAnswer{Lang: "nb", Part: "does", Text: "oppf-hemmelig"})
	for surface, d := range map[string]*device{"p": guest, "board": board} {
		r := d.get("/api/rooms/" + m.Room + "/view?surface=" + surface)
		if r.status != 200 || strings.Contains(r.body, "oppf-hemmelig") || strings.Contains(r.body, "followups/") {
			t.Error(surface, r)
		}
		if !strings.Contains(r.body, `"status":"lagt-bort"`) {
			t.Error("what everybody may know is not shown:", r)
		}
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/view?surface=lead"); !strings.Contains(r.body, "oppf-hemmelig") {
		t.Error("the facilitator cannot read it", r)
	}
}

// One tap: fetching changes nothing, posting says it for that one measure, a
// second link kills the first, and another responsible kills it too.
func TestTap(t *testing.T) {
	h := open(t)
	m, d, seat := h.ended()
	link := h.tap(m, d, "m1")
	head := func() (n int64) { h.state(m, func(s *room.State) { n = s.Head }); return n }
	before := head()
	stranger := h.device()
	for range 3 {
		r := stranger.get(link, header("Accept-Language", "nn"))
		if r.status != 200 || !strings.Contains(r.body, "Egen koordinator for fritid") || !strings.Contains(r.body, "Treng hjelp") || strings.Contains(r.body, "Minibuss") {
			t.Fatal(r)
		}
		if strings.Contains(r.body, "<script") {
			t.Error("the page has a script")
		}
		stranger.do("HEAD", link, nil)
	}
	if head() != before {
		t.Error("fetching the page changed something")
	}
	if r := stranger.post(link, "answer=pa-plass", form, header("Origin", "http://evil.example")); r.status != 403 || head() != before {
		t.Error("another site's form got through:", r)
	}
	if r := stranger.post(link, "answer=ferdig", form); r.status != 400 || head() != before {
		t.Error(r)
	}
	r := stranger.post(link+"?lang=sv", "answer=hjelp&says=Vi+mangler+folk", form)
	if r.status != http.StatusSeeOther || !strings.HasSuffix(r.header.Get("Location"), "?takk=1&lang=sv") {
		t.Fatal(r)
	}
	if r := stranger.get(r.header.Get("Location")); !strings.Contains(r.body, "Tack.") || !strings.Contains(r.body, "Står still") ||
		strings.Count(r.body, "<q>Vi mangler folk</q>") != 2 || !strings.Contains(r.body, "på uppföljningsgruppens lista") || !strings.Contains(r.body, "Ta tillbaka svaret") {
		t.Error(r)
	}
	said := func() (v room.FollowUpView) {
		h.state(m, func(s *room.State) {
			shown, _ := s.See(room.Follow, "followups/m1")
			v = shown.(room.FollowUpView)
		})
		return v
	}
	if v := said(); v.Status != room.Stuck || !v.Help || v.Says != "Vi mangler folk" || v.By != (room.Voice{Role: room.Responsible, As: "Helse og livsmestring"}) {
		t.Errorf("%+v", v)
	}
	// Taken back it is as nobody had said it; twice, or by a scanner, it is nothing.
	seq := head()
	if r := stranger.get(link + "?undo=" + strconv.FormatInt(seq, 10)); r.status != 200 || head() != seq {
		t.Error("fetching took the answer back:", r)
	}
	for _, says := range []string{"tatt tilbake", "svart etter deg"} {
		r := stranger.post(link, "undo="+strconv.FormatInt(seq, 10), form)
		if r := stranger.get(r.header.Get("Location"), header("Accept-Language", "nb")); !strings.Contains(r.body, says) || strings.Contains(r.body, "mangler folk") {
			t.Error(r)
		}
	}
	if v := said(); v.Status != room.NotStarted || v.Help || v.Says != "" {
		t.Errorf("%+v", v)
	}
	fresh := h.tap(m, d, "m1")
	for what, dead := range map[string]string{"a made-up one": fresh[:len(fresh)-1] + "0", "half a link": fresh[:20],
		"another room": "/s/0000000000000000" + fresh[19:]} {
		if dead == fresh {
			continue
		}
		if r := stranger.get(dead, header("Accept", "text/html")); r.status != 404 {
			t.Error(what, r.status)
		}
		if r := stranger.post(dead, "answer=pa-plass", form); r.status != 404 || r.code() != "dead_link" {
			t.Error(what, r)
		}
	}
	if r := stranger.post(link, "answer=pa-plass", form); r.status != 410 || r.code() != "rotated" {
		t.Error("an older link", r)
	}
	h.act(m, seat, room.HandOver{From: "Helse og livsmestring", To: "Oppvekst"})
	taken := stranger.get(fresh, header("Accept", "text/html"), header("Accept-Language", "nb"))
	if taken.status != 410 || !strings.Contains(taken.body, "Denne lenken er trukket tilbake") {
		t.Error("the link of whoever was responsible still works, or is said to be replaced:", taken)
	}
	if log := h.log.String(); strings.Contains(log, link[3:]) || strings.Contains(log, "mangler folk") {
		t.Error("the log tells the link or what was said")
	}
}

func (h *house) owner(m meeting, d *device, role string) string {
	h.t.Helper()
	var link struct{ URL string }
	r := d.post("/api/rooms/"+m.Room+"/owners", map[string]string{"role": role})
	if err := json.Unmarshal([]byte(r.body), &link); err != nil || r.status != 200 {
		h.t.Fatal(r, err)
	}
	return link.URL[strings.Index(link.URL, "/a/"):]
}

// An owner's own place: all the measures of the role and, to the byte, nothing
// else of the meeting. Fetching it changes nothing, one tap says the status, a
// next step is written beside another's and not over it, and the link dies when
// a new one is made and when the role is handed over.
func TestOwnersPlace(t *testing.T) {
	h := open(t)
	m, d, seat := h.ended()
	h.act(m, seat, room.TakeUp{ID: "m3", Title: "Foreldremøte om høsten"})
	h.act(m, seat, room.EditMeasure{ID: "m3", Field: "responsible", Text: "Helse og livsmestring"})
	h.act(m, seat, room.EditMeasure{ID: "m2", Field: "responsible", Text: "merket-annen"})
	for what, c := range map[string]room.Command{
		"after": room.EditMeasure{ID: "m1", Field: "after", Text: "merket-etterpå"}, "deputy": room.EditMeasure{ID: "m1", Field: "deputy", Text: "merket-stedfortreder"},
		"comment": room.WriteComment{ID: "k1", Measure: "m1", Text: "merket-kommentar"}, "answer": room.WriteAnswer{Lang: "nb", Part: "does", Text: "merket-utkast"},
		"member": room.PresentMember{As: "merket-medlem"}, "other": room.SetStatus{ID: "m2", Status: room.Stuck, Says: "merket-status"},
	} {
		t.Log(what)
		h.act(m, seat, c)
	}
	link := h.owner(m, d, "Helse og livsmestring")
	head := func() (n int64) { h.state(m, func(s *room.State) { n = s.Head }); return n }
	before, stranger := head(), h.device()
	for range 3 {
		r := stranger.get(link, header("Accept-Language", "nb"))
		if r.status != 200 || !strings.Contains(r.body, "Egen koordinator for fritid") || !strings.Contains(r.body, "Foreldremøte om høsten") {
			t.Fatal(r)
		}
		for _, not := range []string{"merket-", "Minibuss", seat, m.Code, "<script", "Kommunestyret"} {
			if strings.Contains(r.body, not) {
				t.Errorf("%q leaves by an owner's link", not)
			}
		}
		stranger.do("HEAD", link, nil)
	}
	if head() != before {
		t.Error("fetching the page changed something")
	}
	if r := stranger.post(link, "measure=m3&answer=i-gang&says=Dato+er+satt", form); r.status != 303 || !strings.HasSuffix(r.header.Get("Location"), "?takk=m3#m3") {
		t.Fatal(r)
	}
	seq := strconv.FormatInt(head(), 10)
	if r := stranger.get(link+"?takk=m3", header("Accept-Language", "nb")); strings.Count(r.body, "<q>Dato er satt</q>") != 2 || strings.Count(r.body, "Ta svaret tilbake") != 1 {
		t.Error("the receipt of one, and of one only:", r)
	}
	if r := stranger.get(link+"?takk=m3", header("Accept-Language", "nb")); strings.Index(r.body, "Ta svaret tilbake") > strings.Index(r.body, "<dt>Hvem ser det?</dt>") {
		t.Error("on a phone the way to take the answer back is below the fold: it stands after who sees it")
	}
	if r := stranger.post(link, "measure=m3&undo="+seq, form); !strings.HasSuffix(r.header.Get("Location"), "?takk=m3-svar-tilbake#m3") {
		t.Error(r)
	}
	if r := stranger.post(link, "measure=m3&answer=i-gang&says=Dato+er+satt", form); r.status != 303 {
		t.Error(r)
	}
	if r := stranger.post(link, "measure=m2&answer=i-gang", form); r.status != 404 {
		t.Error("another's measure:", r)
	}
	if r := stranger.post(link, "measure=m3&first=Booke+salen&seen=0", form); !strings.HasSuffix(r.header.Get("Location"), "?takk=m3-steg#m3") {
		t.Error(r)
	}
	h.act(m, seat, room.EditMeasure{ID: "m3", Field: "first", Text: "Spørre FAU", Seen: 1 << 40})
	if r := stranger.post(link, "measure=m3&first=Noe+annet&seen=0", form); !strings.HasSuffix(r.header.Get("Location"), "?takk=m3-endret#m3") {
		t.Error("written over in silence:", r)
	}
	h.state(m, func(s *room.State) {
		if x, c := s.Measures["m3"], s.Cares["m3"]; x.First != "Spørre FAU" || x.Status != string(room.UnderWay) || c.Says != "Dato er satt" || c.By.As != "Helse og livsmestring" {
			t.Errorf("%+v %+v", x, c)
		}
	})
	fresh := h.owner(m, d, "Helse og livsmestring")
	if r := stranger.get(link); r.status != 410 {
		t.Error("an older link still opens:", r.status)
	}
	if r := stranger.get(h.tap(m, d, "m1")); r.status != 200 {
		t.Error(r)
	}
	if r := stranger.get("/s" + fresh[2:]); r.status != 404 {
		t.Error("a key to one page opens another:", r.status)
	}
	if r := d.post("/api/rooms/"+m.Room+"/owners", map[string]string{"role": "Ingen"}); r.status != 404 {
		t.Error("a link for nobody:", r)
	}
	h.act(m, seat, room.HandOver{From: "Helse og livsmestring", To: "Oppvekst"})
	if r := stranger.get(fresh); r.status != 410 {
		t.Error("whoever had the role still sees it:", r.status)
	}
	if r := stranger.post(fresh, "measure=m3&answer=hjelp", form); r.status != 410 {
		t.Error(r)
	}
	if log := h.log.String(); strings.Contains(log, link[3:]) || strings.Contains(log, "Booke salen") {
		t.Error("the log tells the link or what was said")
	}
}
