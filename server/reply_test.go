package server_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dugnad/room"
	"dugnad/server"
)

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
