package server_test

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"dugnad/room"
	"dugnad/server"
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

// Whoever chose easy words in the hall reads the answer's page in them too, and what is not said in them is said in bokmål.
func TestReplyPageInPlainNorwegian(t *testing.T) {
	h := open(t)
	m, _, seat := h.ended()
	plain := "/svar/" + m.Room + "?lang=nb-enkel"
	says := func(what ...string) {
		t.Helper()
		body := h.device().get(plain, header("Accept-Language", "en")).body
		for _, w := range what {
			if !strings.Contains(body, w) {
				t.Errorf("%q is not on the page:\n%s", w, body)
			}
		}
	}
	says(`<html lang="nb-enkel" dir="ltr">`, "Vi vet ikke når svaret kommer.", `lang="nb-enkel" hreflang="nb-enkel" aria-current="true">Enkel norsk</a>`, ">Bokmål</a>")
	h.act(m, seat, room.PromiseAnswer{Date: time.Now().AddDate(0, 0, -3).Format(time.DateOnly)})
	says("dager for sent", "Svaret har ikke kommet.")
	if r := h.device().get("/inn?lang=nb-enkel"); strings.Contains(r.body, "Enkel norsk") {
		t.Error("easy words are offered on a page that is not written in them")
	}
}

// The public page counts down, says by itself that it is late, and shows the
// answer and its correction, without a name and without a script.
func TestReplyPage(t *testing.T) {
	h := open(t)
	m, _, seat := h.ended()
	stranger := h.device()
	page := "/svar/" + m.Room
	oslo, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	today := func(days int) string { return time.Now().In(oslo).AddDate(0, 0, days).Format(time.DateOnly) }
	says := func(lang string, what ...string) {
		t.Helper()
		r := stranger.get(page, header("Accept-Language", lang))
		if r.status != 200 {
			t.Fatal(r)
		}
		for _, w := range what {
			if !strings.Contains(r.body, w) {
				t.Errorf("%q is not on the page:\n%s", w, r.body)
			}
		}
		// One script of our own, which asks nobody; none in the page.
		if strings.Count(r.body, "<script") != strings.Count(r.body, `<script src="/mine.js" defer></script>`) || strings.Contains(r.body, seat) {
			t.Error("a script in the page, or somebody's seat:\n", r.body)
		}
	}
	says("nb", "Det er ikke avklart når svaret kommer")
	h.act(m, seat, room.PromiseAnswer{Date: today(12)})
	says("nb", "Om 12 dager", "Svaret kommer")
	says("nn", "Om 12 dagar")
	h.act(m, seat, room.PromiseAnswer{Date: today(-6)})
	says("nb", "Svaret er 6 dager forsinket", "Først lovet til")
	h.act(m, seat, room.PromiseAnswer{Date: today(-1)})
	says("nb", "Svaret er én dag forsinket")
	says("sv", "Svaret är en dag försenat")
	h.act(m, seat, room.PromiseAnswer{Date: today(0)})
	says("nb", "I dag", `<a href="?lang=nb-enkel" lang="nb-enkel" hreflang="nb-enkel">Enkel norsk</a>`)
	h.act(m, seat, room.WriteAnswer{Lang: "nb", Part: "does", Text: "Kommunen får en koordinator. <b>"})
	h.act(m, seat, room.WriteAnswer{Lang: "en", Part: "does", Text: "There will be a co-ordinator."})
	if r := stranger.get(page); strings.Contains(r.body, "koordinator.") || strings.Contains(r.body, "Minibuss") {
		t.Error("a draft can be read:", r)
	}
	h.act(m, seat, room.PublishAnswer{})
	h.act(m, seat, room.SetContact{Contact: room.Contact{Who: "Koordinator for fritid", Phone: "00 00 00 00"}})
	h.act(m, seat, room.SetStatus{ID: "m2", Status: room.Dropped, Says: "Fylket bestemte først"})
	says("nb", "som lovet", "Kommunen får en koordinator. &lt;b&gt;", "Hvem ringer jeg?", "tel:00000000", "Lagt bort", "Minibuss")
	says("en", "There will be a co-ordinator.", "Whom do I call?", "Dropped")
	if r := stranger.get(page + "?lang=nb-enkel"); !strings.Contains(r.body, "Vi gjør det ikke") || strings.Contains(r.body, "Lagt bort") {
		t.Error("how it went is not in easy words:", r)
	}
	says("sv", `lang="nb"`, "Kommunen får")
	if r := stranger.get(page); strings.Contains(r.body, "Fylket") {
		t.Error("the reason is the group's own:", r)
	}
	h.act(m, seat, room.WriteAnswer{Lang: "nb", Part: "does", Text: "Kommunen har fått en koordinator.", Seen: 99999})
	h.act(m, seat, room.PublishAnswer{})
	says("nb", "Rettet", "Slik sto det", "Kommunen har fått en koordinator.")
	for _, nowhere := range []string{"/svar/0000000000000000", "/svar/x", "/svar/" + m.Code} {
		if r := stranger.get(nowhere); r.status != 404 {
			t.Error(nowhere, r.status)
		}
	}
}

// Those who asked are told to the group alone, and taking it back is at once.
func TestSubscribers(t *testing.T) {
	h := open(t)
	m := h.meeting()
	guest := h.guest(m)
	at := "/api/rooms/" + m.Room
	h.act(m, h.seatOf(m, guest), room.AskToBeTold{Mail: "anna@example.no"})
	var key struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post(at+"/links/follow", nil).body), &key); err != nil {
		t.Fatal(err)
	}
	d := h.device()
	d.post(at+"/key", map[string]string{"surface": "follow", "key": key.Key, "id": d.id})
	if r := d.get(at + "/subscribers"); r.body != `{"mails":["anna@example.no"]}` {
		t.Error(r)
	}
	for _, other := range []*device{m.lead, guest, h.board(m)} {
		if r := other.get(at + "/subscribers"); r.status != 403 {
			t.Error(r)
		}
	}
	h.act(m, h.seatOf(m, guest), room.AskToBeTold{})
	if r := d.get(at + "/subscribers"); r.body != `{"mails":[]}` {
		t.Error(r)
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

// Whoever was there asks for the answer on its page. Without a mail server only a
// seat can, and the group sends it.
func TestAskForTheAnswer(t *testing.T) {
	h := open(t)
	m := h.meeting()
	guest, page := h.guest(m), "/svar/"+m.Room
	if r := h.device().get(page); strings.Contains(r.body, `type="email"`) {
		t.Error("an address is asked for that nobody will use")
	}
	if r := h.device().post(page, "mail=a@example.no", form); r.status != 409 {
		t.Error(r)
	}
	if r := guest.get(page); !strings.Contains(r.body, `type="email"`) {
		t.Error(r)
	}
	if r := guest.post(page, "mail=a@example.no%0d%0aBcc:b@example.no", form); r.status != 400 {
		t.Error(r)
	}
	if r := guest.post(page, "mail=a@example.no", form); r.status != 303 {
		t.Error(r)
	}
	if r := guest.get(page + "?bedt=1"); !strings.Contains(r.body, "Oppfølgingsgruppa sender deg svaret") {
		t.Error(r)
	}
	rows, err := h.store.People(t.Context(), m.Room, "reply")
	if err != nil || len(rows) != 1 || string(rows[0]) != `{"mail":"a@example.no"}` {
		t.Errorf("%s %v", rows, err)
	}
}

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

// Where letters are sent, an address counts when somebody has said that it is
// theirs: anybody could write another's on the page of the answer.
func TestUnconfirmedAddressesAreToldToNobody(t *testing.T) {
	h := open(t, func(o *server.Options) { o.Mail = true })
	m, d, _ := h.ended()
	h.act(m, "", room.TellAnswer{ID: "s-anna", Mail: "anna@example.no"})
	h.act(m, "", room.TellAnswer{ID: "s-bo", Mail: "bo@example.no"})
	h.act(m, "", room.ConfirmAddress{Kind: room.MailReply, ID: "s-bo"})
	if r := d.get("/api/rooms/" + m.Room + "/subscribers"); r.body != `{"mails":["bo@example.no"]}` {
		t.Error(r)
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

// Behind one address sit the whole kommune: whoever guesses there is told to wait,
// whoever holds a key that works is let in all the same, and whoever holds one that
// was replaced is told so and not taken for somebody who guesses.
func TestOneAddressGuessesAndTheOthersComeIn(t *testing.T) {
	h := open(t)
	m, d, _ := h.ended()
	at := "/api/rooms/" + m.Room
	var old, now struct{ Key string }
	for _, key := range []*struct{ Key string }{&old, &now} {
		r := d.post(at+"/links/follow", nil)
		if err := json.Unmarshal([]byte(r.body), key); err != nil || r.status != 200 {
			t.Fatal(r, err)
		}
	}
	tap := h.tap(m, d, "m1")
	dead, tap := tap, h.tap(m, d, "m1")
	one := h.device()
	come := func(key string) reply {
		return one.post(at+"/key", map[string]string{"surface": "follow", "key": key, "id": one.id})
	}
	guess := old.Key[:len(old.Key)-4] + "7777"
	var last reply
	for range 25 {
		last = come(guess)
	}
	if last.status != 429 || last.code() != "slow_down" {
		t.Fatal("a guess is not told to wait:", last)
	}
	if r := come(old.Key); r.status != 410 || r.code() != "rotated" {
		t.Error("a key that was replaced:", r)
	}
	if r := one.get(dead, header("Accept", "text/html"), header("Accept-Language", "nb")); r.status != 410 || !strings.Contains(r.body, "Denne lenken er byttet") {
		t.Error("a link that was replaced:", r)
	}
	if r := one.get(tap); r.status != 200 {
		t.Error("a link that works:", r)
	}
	if r := come(now.Key); r.status != 200 {
		t.Error("a key that works:", r)
	}
}

// Whoever opens a page of the follow-up without being in it gets a page of the house
// that says where it is opened from, and where no mail is sent the way in says what to
// do instead.
func TestTurnedAwayWithAdvice(t *testing.T) {
	h := open(t)
	m, _, _ := h.ended()
	stranger := h.device()
	for _, page := range []string{"/referat/", "/ett-ark/", "/soknad/"} {
		r := stranger.get(page+m.Room, header("Accept", "text/html"), header("Accept-Language", "nb"))
		if r.status != 401 || !strings.Contains(r.body, "/plain.css") || !strings.Contains(r.body, `href="/oppfolging/`+m.Room+`"`) || strings.Contains(r.body, "møtekoden") {
			t.Error(page, r)
		}
	}
	for lang, says := range map[string]string{"nb": "gjenopprettingsnøkkelen", "nn": "attopprettingsnøkkelen", "en": "recovery key", "sv": "återställningsnyckeln"} {
		if r := stranger.get("/inn?lang=" + lang); r.status != 200 || !strings.Contains(r.body, says) || strings.Contains(r.body, "<form") {
			t.Error(lang, r)
		}
	}
}
