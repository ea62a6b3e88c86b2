package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"dugnad/room"
	"dugnad/server"
)

func keyed(o *server.Options) { o.Operator = operatorKey }

// operator is a device with the cookie for the overview.
func (h *house) operator() *device {
	h.t.Helper()
	d := h.device()
	if r := d.post("/api/org/key", map[string]string{"key": "7gk2-mx4q-9zt0-vwrb-5ncd-hj3e-8a"}); r.status != 200 {
		h.t.Fatal(r)
	}
	return d
}

func keyForm(fields ...string) (string, func(*http.Request)) {
	v := url.Values{}
	for n := 0; n+1 < len(fields); n += 2 {
		v.Set(fields[n], fields[n+1])
	}
	return v.Encode(), header("Content-Type", "application/x-www-form-urlencoded")
}

var html = header("Accept", "text/html")

func TestOverview(t *testing.T) {
	h := open(t, keyed)
	d := h.operator()
	if r := d.get("/oversikt?lang=nb"); r.status != 200 || !strings.Contains(r.body, "Ingen dugnader ennå.") {
		t.Fatal("with nothing to show:", r)
	}
	m, _, seat := h.ended()
	today := h.now().UTC()
	late, soon := today.AddDate(0, 0, -40).Format(time.DateOnly), today.AddDate(0, 0, 20).Format(time.DateOnly)
	h.act(m, seat, room.EditMeasure{ID: "m1", Field: "due", Text: late})
	h.act(m, seat, room.EditMeasure{ID: "m2", Field: "due", Text: soon})
	h.act(m, seat, room.SetStatus{ID: "m2", Status: room.UnderWay, Says: "<b>Bussen</b> er bestilt"})
	var body struct {
		Meetings   []room.Dugnad
		Late, Soon []room.Found
	}
	r := d.get("/api/org/overview")
	if err := json.Unmarshal([]byte(r.body), &body); err != nil || len(body.Meetings) != 1 || len(body.Late) != 1 || len(body.Soon) != 1 {
		t.Fatal(err, r)
	}
	if body.Late[0].ID != "m1" || body.Soon[0].Status != room.UnderWay || body.Meetings[0].Late != 1 || body.Meetings[0].Next != late {
		t.Errorf("%+v", body)
	}
	// The organisation's calendar: what a group wrote down, what is promised, and what is due, from today on.
	h.act(m, seat, room.SetDate{Date: room.Date{ID: "d1", Day: today.AddDate(0, 0, 9).Format(time.DateOnly), Kind: "okonomiplan"}})
	h.act(m, seat, room.SetDate{Date: room.Date{ID: "d0", Day: today.AddDate(0, 0, -9).Format(time.DateOnly), Kind: "eget", Title: "Var i går"}})
	h.act(m, seat, room.PromiseAnswer{Date: today.AddDate(0, 0, 12).Format(time.DateOnly)})
	var ahead struct{ Days []room.OrgDay }
	if r := d.get("/api/org/overview"); json.Unmarshal([]byte(r.body), &ahead) != nil || len(ahead.Days) != 3 ||
		ahead.Days[0].Kind != "okonomiplan" || ahead.Days[1].What != "answer" || ahead.Days[2].ID != "m2" {
		t.Errorf("ahead: %+v", ahead.Days)
	}
	file := d.get("/oversikt/kalender.ics?lang=nb")
	if file.status != 200 || strings.Count(file.body, "BEGIN:VEVENT") != 3 || strings.Contains(file.body, "Var i går") || strings.Contains(file.body, "report.") {
		t.Error(file)
	}
	if r := h.device().get("/oversikt/kalender.ics"); r.status != 401 {
		t.Error("a stranger has the calendar:", r)
	}
	for lang, words := range map[string][]string{
		"nb": {"Kalender", "Last ned til din egen kalender", "Alle dugnadene", "Over fristen", "dager over", "Dag 0", "Lenkene går til oppfølgingen"},
		"nn": {"Alle dugnadene", "dagar over"}, "en": {"All the dugnads", "days overdue"}, "sv": {"Alla dugnader", "dagar sen"},
	} {
		page := d.get("/oversikt?lang=" + lang).body
		for _, w := range append(words, "/oppfolging/"+m.Room, "Helse og livsmestring") {
			if !strings.Contains(page, w) {
				t.Errorf("%s: %q is not on the page", lang, w)
			}
		}
		if strings.Contains(page, "oversikt.") || strings.Contains(page, m.Code) || strings.Contains(page, seat) || strings.Contains(page, "<script") {
			t.Errorf("%s: the page shows a key, a code or a seat", lang)
		}
	}
	page := d.get("/oversikt?q=minibussene").body
	if !strings.Contains(page, "<mark>Minibuss</mark>") || strings.Contains(page, "koordinator") {
		t.Error("search:", page)
	}
	if page = d.get("/oversikt?q=bestilt").body; !strings.Contains(page, "&lt;b&gt;Bussen&lt;/b&gt; er <mark>bestilt</mark>") {
		t.Error("a hit in a sentence:", page)
	}
	if page = d.get("/oversikt?lang=nb&q=og").body; !strings.Contains(page, "Søk etter et ord") {
		t.Error("a small word:", page)
	}
	if page = d.get("/oversikt?lang=nb&q=trikk").body; !strings.Contains(page, "Ingen treff") || !strings.Contains(page, `href="/oversikt?lang=nb"`) {
		t.Error("no hits:", page)
	}
	// 61 days on nobody knows; the page says so without anybody having been there.
	h.later(61 * 24 * time.Hour)
	d = h.operator()
	if page = d.get("/oversikt?lang=nb").body; !strings.Contains(page, "Ukjent") || strings.Contains(page, "I gang") {
		t.Error("the old status is still shown")
	}
	if err := h.store.Delete(t.Context(), m.Room); err != nil {
		t.Fatal(err)
	}
	if page = d.get("/oversikt?lang=nb").body; !strings.Contains(page, "Ingen dugnader ennå.") || d.get("/api/org/search?q=buss").body != `{"of":0,"found":[]}` {
		t.Error("a deleted meeting is still there:", page)
	}
}

// The page asks for the key itself, and says what was wrong.
func TestOverviewDoor(t *testing.T) {
	h := open(t, keyed)
	h.meeting()
	d := h.device()
	if r := d.get("/oversikt?lang=nb", html); r.status != 401 || !strings.Contains(r.body, `name="key"`) || strings.Contains(r.body, "oversikt.") {
		t.Fatal(r)
	}
	text, kind := keyForm("key", "7GK2MX4Q9ZT0VWRB5NCDHJ3E8B")
	if r := d.do("POST", "/oversikt?lang=nb", text, kind, html); r.status != 403 || !strings.Contains(r.body, `role="alert"`) || d.cookie("d_org") != "" {
		t.Fatal("a wrong key:", r)
	}
	text, kind = keyForm("key", "7gk2 mx4q 9zto vwrb 5ncd hj3e 8a")
	if r := d.do("POST", "/oversikt?lang=nb", text, kind, html); r.status != 303 && !strings.Contains(r.body, "Alle dugnadene") {
		t.Fatal("the right one:", r)
	}
	if r := d.get("/oversikt?lang=nb", html); r.status != 200 || strings.Contains(r.body, `name="key"`) {
		t.Fatal(r)
	}
	for range 25 {
		d.post("/api/org/key", map[string]string{"key": "7GK2MX4Q9ZT0VWRB5NCDHJ3E8B"})
	}
	if r := d.post("/api/org/key", map[string]string{"key": "7GK2MX4Q9ZT0VWRB5NCDHJ3E8B"}); r.status != 429 || r.code() != "slow_down" {
		t.Error("wrong keys are not slowed:", r)
	}
	if r := d.post("/api/org/key", map[string]string{"key": operatorKey}); r.status != 200 {
		t.Error("the right key after many wrong ones:", r)
	}
	if strings.Contains(h.log.String(), operatorKey) || strings.Contains(h.log.String(), "7GK2") {
		t.Error("a key is in the log")
	}
}

// TestA22Org: no meeting's cookie opens the overview under any name, the
// overview's opens no meeting, and it dies with its key and its time.
func TestA22Org(t *testing.T) {
	h := open(t, keyed)
	m := h.meeting()
	d := h.operator()
	org := d.cookie("d_org")
	lead := m.lead.cookie("d_lead_" + m.Room)
	cases := 0
	for _, line := range h.door.Table() {
		if line.Who == "operator key" {
			cases++
			for who, r := range map[string]reply{
				"a stranger":    h.device().get(line.Path),
				"a facilitator": m.lead.get(line.Path),
				"a guest":       h.guest(m).get(line.Path),
				"a lead's pass": h.device().get(line.Path, header("Cookie", "d_org="+lead)),
				"half of one":   h.device().get(line.Path, header("Cookie", "d_org="+org[:len(org)-4])),
			} {
				if r.status != 401 || r.code() != "org_key" {
					t.Errorf("%s by %s: %d %s", line.Path, who, r.status, r.body)
				}
			}
			if r := d.get(line.Path); r.status != 200 {
				t.Errorf("%s by the operator: %d", line.Path, r.status)
			}
		}
		if !strings.HasPrefix(line.Path, "/api/rooms/{room}") || line.Who == "all" {
			continue
		}
		for _, surface := range []string{"p", "lead", "board", "follow"} {
			if r := h.device().do(line.Method, in(line.Path, m), nil, header("Cookie", "d_"+surface+"_"+m.Room+"="+org)); r.status != 401 && r.status != 403 {
				t.Errorf("%s %s as %s with the operator's cookie: %d", line.Method, line.Path, surface, r.status)
			}
		}
	}
	if cases < 3 {
		t.Error("only", cases, "routes tried")
	}
	other := open(t, func(o *server.Options) { o.Operator = "8GK2MX4Q9ZT0VWRB5NCDHJ3E8A" })
	if r := other.device().get("/oversikt", header("Cookie", "d_org="+org)); r.status != 401 {
		t.Error("the cookie outlives its key:", r.status)
	}
	none := open(t)
	for _, typed := range []string{"", operatorKey, strings.Repeat("0", 26)} {
		if r := none.device().post("/api/org/key", map[string]string{"key": typed}); r.status != 403 {
			t.Errorf("where there is no key, %q: %d", typed, r.status)
		}
	}
	h.later(13 * time.Hour)
	if r := d.get("/api/org/overview"); r.status != 401 {
		t.Error("it lasts longer than a day's work:", r.status)
	}
}
