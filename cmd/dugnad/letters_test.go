package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/internal/testsmtp"
	"dugnad/room"
)

// mailed is a meeting on one or more nodes that send mail, with a clock that
// moves only when it is told to.
type mailed struct {
	t     *testing.T
	ctx   context.Context
	nodes []*App
	clock *Clock
	post  *testsmtp.Server
	room  string
}

func mailing(t *testing.T, configs ...Config) *mailed {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	m := &mailed{t: t, ctx: ctx, post: testsmtp.New(t), clock: &Clock{shows: time.Date(2020, 11, 25, 18, 0, 0, 0, time.UTC), still: true}}
	for _, c := range configs {
		c.Addr, c.LogLevel, c.MaxSockets = "127.0.0.1:0", "info", "5000"
		c.DataDir, c.JWTKeys, c.PublicURL = t.TempDir(), sharedKeys(), "http://10.0.0.9:8080"
		c.SMTP, c.SMTPFrom = m.post.URL, "Dugnad <dugnad@kommunen.example>"
		a := &App{Config: c, Say: t.Output(), Dice: loaded(), Clock: m.clock, MailLook: 20 * time.Millisecond, MailSpeed: 1000}
		if err := a.Open(t.Context()); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := a.Close(); err != nil {
				t.Error(err)
			}
		})
		m.nodes = append(m.nodes, a)
	}
	return m
}

func (m *mailed) phone(n int) *phone.Phone {
	p := phone.New(m.nodes[n%len(m.nodes)].url())
	p.Dice(fmt.Sprintf("mailed-device-of-somebody-%03d", n))
	return p
}

func (m *mailed) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

// link finds the first link of a kind in a letter, as a path.
func (m *mailed) link(l testsmtp.Letter, kind string) string {
	m.t.Helper()
	found := regexp.MustCompile(`http://10\.0\.0\.9:8080(/` + kind + `/[^\s]+)`).FindStringSubmatch(l.Text)
	if found == nil {
		m.t.Fatalf("no /%s/ in\n%s", kind, l.Text)
	}
	if !strings.Contains(l.HTML, found[1]) {
		m.t.Errorf("the link %s is not in the other half", found[1])
	}
	return found[1]
}

// browser is one that keeps cookies and follows no redirect.
func browser() *http.Client {
	jar, _ := cookiejar.New(nil)
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// ask fetches (with no form) or posts a page, on any node.
func (m *mailed) ask(c *http.Client, path string, form url.Values) (int, string, http.Header) {
	m.t.Helper()
	method, body := "GET", ""
	if form != nil {
		method, body = "POST", form.Encode()
	}
	r, err := http.NewRequestWithContext(m.ctx, method, m.nodes[len(path)%len(m.nodes)].url()+path, strings.NewReader(body))
	m.must(err)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	resp, err := c.Do(r)
	m.must(err)
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	m.must(err)
	return resp.StatusCode, string(raw), resp.Header
}

// quiet waits until no letter waits, and says how many have come.
func (m *mailed) quiet() int {
	m.t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		counts, err := m.nodes[0].store.Letters(m.ctx, m.room)
		m.must(err)
		waiting := 0
		for _, c := range counts {
			if c.State == "waiting" {
				waiting += c.N
			}
		}
		if waiting == 0 {
			return len(m.post.Letters())
		}
		select {
		case <-tick.C:
		case <-m.ctx.Done():
			m.t.Fatalf("letters wait: %+v", counts)
		}
	}
}

// day moves the clock to nine in the morning and waits for a task.
func (m *mailed) day(p *phone.Phone, date, task string) {
	m.t.Helper()
	at, err := time.Parse(time.DateOnly, date)
	m.must(err)
	m.must(m.clock.Set(at.Add(9 * time.Hour)))
	if task != "" {
		m.must(p.Until(m.ctx, task, func(v phone.View) bool { return v.Has("tasks/" + task + "-2021-01-29") }))
	}
}

// TestLettersAreSentOnce plays a year on both engines: those who asked confirm,
// the group is reminded at −21, −3 and +1, the answer and its correction come to
// those who have said yes and to nobody else, and however many nodes there are,
// every letter comes once.
func TestLettersAreSentOnce(t *testing.T) {
	t.Parallel() // at the pace of people, it mostly waits
	t.Run("one node", func(t *testing.T) { mailing(t, Config{}).year() })
	t.Run("two nodes", func(t *testing.T) {
		db, bus := testpg.URL(t), testredis.URL(t)
		mailing(t, Config{Database: db, Redis: bus}, Config{Database: db, Redis: bus}).year()
	})
}

func (m *mailed) year() {
	t, ctx := m.t, m.ctx
	lead := m.phone(0)
	made, err := lead.Make(ctx, map[string]any{"title": "Vi rigger\r\nBcc: alle@example.no", "lang": "nb", "decides": "Kommunestyret", "answerBy": "2021-01-29"})
	m.must(err)
	m.room = made.Room
	m.live(lead)
	var guests []*phone.Phone
	for n, mail := range []string{"anna@example.no", "BO@example.no", "aldri@example.no"} {
		p := m.phone(1 + n)
		m.must(p.Join(ctx, made.Code, "frivillighet"))
		m.live(p)
		m.must(p.Do(ctx, "answer.ask", map[string]any{"mail": mail}))
		guests = append(guests, p)
	}
	for _, odd := range []string{"a@example.no\r\nBcc: b@example.no", "a@example.no,b@example.no", "a b@example.no", "ø@example.no", "a@b@example.no", "a@localhost", "<a@example.no>"} {
		if code, err := guests[0].Try(ctx, "answer.ask", map[string]any{"mail": odd}); err != nil || code != "invalid" {
			t.Errorf("%q: %q %v", odd, code, err)
		}
	}
	m.post.Wait(t, 3)
	for _, mail := range []string{"anna@example.no", "bo@example.no"} {
		l := m.post.To(mail)[0]
		if l.Subject != "Er dette adressen din?" || l.Header.Get("Bcc") != "" || l.Header.Get("List-Unsubscribe") != "" || l.Header.Get("Auto-Submitted") != "auto-generated" {
			t.Error(l.Raw)
		}
		page := m.link(l, "e")
		before := m.head()
		for range 3 { // a scanner of mail
			if status, body, _ := m.ask(browser(), page, nil); status != 200 || !strings.Contains(body, "Ja, det er min adresse") {
				t.Fatal(status, body)
			}
		}
		if m.head() != before {
			t.Error("fetching a page changed something")
		}
		if status, body, _ := m.ask(browser(), page, url.Values{}); status != 200 || !strings.Contains(body, "Adressen er bekreftet") {
			t.Fatal(status, body)
		}
	}
	if status, _, _ := m.ask(browser(), m.link(m.post.To("anna@example.no")[0], "e")+"0", nil); status != 404 {
		t.Error("a made-up link:", status)
	}

	m.must(lead.Do(ctx, "meeting.end", map[string]any{}))
	var link struct{ Key string }
	m.must(lead.Post(ctx, "/api/rooms/"+m.room+"/links/follow?surface=lead", map[string]any{}, &link))
	member := m.phone(7)
	m.must(member.Unlock(ctx, m.room, "follow", link.Key))
	m.live(member)
	m.must(member.Do(ctx, "address.leave", map[string]any{"mail": "nav@example.no"}))
	m.post.Wait(t, 4)
	m.ask(browser(), m.link(m.post.To("nav@example.no")[0], "e"), url.Values{})

	n := m.quiet()
	for _, day := range []struct{ date, task, subject string }{
		{"2021-01-07", "", ""}, {"2021-01-08", "answer_due", "Om tre uker skal svaret være klart"},
		{"2021-01-26", "answer_soon", "Om tre dager skal svaret være klart"}, {"2021-01-30", "answer_late", "Svaret er forsinket"},
	} {
		m.day(member, day.date, day.task)
		if day.task != "" {
			n++
			m.post.Wait(t, n)
		}
		if got := m.quiet(); got != n {
			t.Fatalf("%s: %d letters, want %d", day.date, got, n)
		}
		if all := m.post.To("nav@example.no"); day.subject != "" && all[len(all)-1].Subject != day.subject {
			t.Error(day.date, all[len(all)-1].Subject)
		}
	}

	m.must(member.Do(ctx, "answer.write", map[string]any{"lang": "nb", "part": "does", "text": "Kommunen får en koordinator <b>."}))
	m.must(member.Do(ctx, "answer.write", map[string]any{"lang": "en", "part": "does", "text": "There will be a co-ordinator."}))
	m.must(member.Do(ctx, "answer.publish", map[string]any{}))
	m.post.Wait(t, n+2)
	if got := m.quiet(); got != n+2 {
		t.Fatalf("%d letters with the answer, want 2", got-n)
	}
	l := m.post.To("anna@example.no")[1]
	if l.Subject != "Svaret fra «Vi rigger Bcc: alle@example.no»" || !strings.Contains(l.Text, "koordinator <b>.") || !strings.Contains(l.HTML, "koordinator &lt;b&gt;.") ||
		!strings.Contains(l.Text, "There will be a co-ordinator.") || strings.Contains(l.Raw, "bo@example.no") {
		t.Error(l.Raw)
	}
	stop := m.link(l, "e")
	if l.Header.Get("List-Unsubscribe") != "<http://10.0.0.9:8080"+stop+">" {
		t.Error("no way to stop from the mail program:", l.Header.Get("List-Unsubscribe"))
	}
	if status, body, _ := m.ask(browser(), stop, url.Values{"List-Unsubscribe": {"One-Click"}}); status != 200 || !strings.Contains(body, "Adressen din er slettet") {
		t.Fatal(status, body)
	}
	m.must(member.Do(ctx, "answer.write", map[string]any{"lang": "nb", "part": "next", "text": "Neste møte er i mai.", "seen": 1 << 40}))
	m.must(member.Do(ctx, "answer.publish", map[string]any{}))
	m.post.Wait(t, n+3)
	if got := m.quiet(); got != n+3 || len(m.post.To("bo@example.no")) != 3 || len(m.post.To("anna@example.no")) != 2 {
		t.Error("the correction went to", got-n-2)
	}
	if len(m.post.To("aldri@example.no")) != 1 {
		t.Error("somebody who never said yes was told")
	}

	m.help(member)
	ids := map[string]int{}
	for _, l := range m.post.Letters() {
		ids[l.Header.Get("Message-Id")+" "+l.To]++
	}
	for id, n := range ids {
		if n != 1 {
			t.Errorf("%s came %d times", id, n)
		}
	}
}

// help: whoever is responsible asks for it by the link, twice with other words and
// on any node. The group hears it once, and again only when they have been helped.
// The letter holds neither the sentence nor the measure.
func (m *mailed) help(member *phone.Phone) {
	t, ctx := m.t, m.ctx
	m.must(member.Do(ctx, "measure.take", map[string]any{"id": "m9", "title": "Minibuss"}))
	m.must(member.Do(ctx, "measure.edit", map[string]any{"id": "m9", "field": "responsible", "text": "Kultur"}))
	var made struct{ URL string }
	m.must(member.Post(ctx, "/api/rooms/"+m.room+"/taps/m9?surface=follow", map[string]any{}, &made))
	page := made.URL[strings.Index(made.URL, "/s/"):]
	letters := func() (n int) {
		for _, l := range m.post.To("nav@example.no") {
			if l.Subject == "Noen ber om hjelp" {
				n++
				if strings.Contains(l.Raw, "Minibuss") || strings.Contains(l.Raw, "sjåfør") || !strings.Contains(l.Text, "/oppfolging/"+m.room) {
					t.Error(l.Raw)
				}
			}
		}
		return n
	}
	say := func(answer, says string) {
		t.Helper()
		if status, body, _ := m.ask(browser(), page, url.Values{"answer": {answer}, "says": {says}}); status != 303 {
			t.Fatal(status, body)
		}
	}
	was := m.quiet()
	for n, step := range []struct {
		answer, says string
		letters      int
	}{{"hjelp", "Vi mangler sjåfør", 1}, {"hjelp", "Vi mangler sjåfør, og bil", 1}, {"i-gang", "Det ordnet seg", 1}, {"hjelp", "Nå mangler vi bil", 2}} {
		say(step.answer, step.says)
		m.post.Wait(t, was+step.letters)
		if got := m.quiet(); got != was+step.letters || letters() != step.letters {
			t.Fatalf("answer %d: %d letters, %d of them about help", n+1, got-was, letters())
		}
	}
}

// TestStatusByLetter: whoever is responsible is asked by mail, answers with one
// tap there and one on the page, and is asked no more once another is responsible.
// What cannot be delivered is said to the group.
func TestStatusByLetter(t *testing.T) {
	m := mailing(t, Config{})
	ctx := m.ctx
	lead := m.phone(0)
	made, err := lead.Make(ctx, map[string]any{"title": "Vi rigger", "lang": "nn"})
	m.must(err)
	m.room = made.Room
	m.live(lead)
	m.must(lead.Do(ctx, "meeting.end", map[string]any{}))
	m.must(lead.Do(ctx, "measure.take", map[string]any{"id": "m1", "title": "Minibuss"}))
	m.must(lead.Do(ctx, "measure.edit", map[string]any{"id": "m1", "field": "responsible", "text": "Kultur"}))
	ask := "/api/rooms/" + m.room + "/taps/m1/ask?surface=lead"
	if err := lead.Post(ctx, ask, map[string]any{}, nil); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Error("asked without an address:", err)
	}
	m.must(lead.Do(ctx, "address.leave", map[string]any{"measure": "m1", "mail": "kultur@example.no"}))
	m.must(lead.Post(ctx, ask, map[string]any{}, nil))
	if err := lead.Post(ctx, ask, map[string]any{}, nil); err == nil || !strings.Contains(err.Error(), "rate") {
		t.Error("asked twice at once:", err)
	}
	l := m.post.Wait(t, 1)[0]
	if l.To != "kultur@example.no" || l.Subject != "Korleis går det med «Minibuss»?" || strings.Count(l.Text, "/s/") != 4 {
		t.Fatal(l.Raw)
	}
	page := m.link(l, "s")
	before := m.head()
	status, body, _ := m.ask(browser(), page, nil)
	if status != 200 || m.head() != before || !strings.Contains(body, `name="answer" value="pa-plass" class="one pa-plass"`) {
		t.Fatal(status, body)
	}
	if status, _, _ := m.ask(browser(), page, url.Values{"answer": {"pa-plass"}}); status != 303 {
		t.Fatal(status)
	}
	m.must(lead.Until(ctx, "the status", func(v phone.View) bool {
		return phone.Read[room.FollowUpView](v, "followups/m1").Status == room.InPlace
	}))

	m.must(m.clock.Set(m.clock.Now().Add(2 * time.Hour)))
	m.post.Answers(func(string) string { return "550 5.1.1 kultur@example.no is unknown" })
	m.must(lead.Post(ctx, ask, map[string]any{}, nil))
	m.must(lead.Until(ctx, "that it did not arrive", func(v phone.View) bool {
		for _, k := range v.Keys() {
			if task := phone.Read[room.TaskView](v, k); strings.HasPrefix(k, "tasks/mail-status") && task.Kind == "mail_failed" && task.Measure == "m1" {
				return true
			}
		}
		return false
	}))
	m.must(lead.Do(ctx, "role.hand", map[string]any{"from": "Kultur", "to": "Oppvekst"}))
	if body, err := m.nodes[0].store.Person(ctx, m.room, "m1", room.MailMeasure); err != nil || body != nil {
		t.Errorf("the address of whoever was responsible is still there: %s %v", body, err)
	}
	m.must(m.clock.Set(m.clock.Now().Add(2 * time.Hour)))
	if err := lead.Post(ctx, ask, map[string]any{}, nil); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Error("the one before is asked:", err)
	}
}

// TestA26 is the way back in by mail: fetching it uses nothing up, it works once
// and for a quarter of an hour, another browser is asked, fifty requests are one
// letter, and an address nobody knows is answered like one that is known.
func TestA26(t *testing.T) {
	m := mailing(t, Config{})
	ctx := m.ctx
	lead := m.phone(0)
	made, err := lead.Make(ctx, map[string]any{"title": "Vi rigger", "lang": "nb"})
	m.must(err)
	m.room = made.Room
	m.live(lead)
	m.must(lead.Do(ctx, "address.leave", map[string]any{"mail": "Kari@example.no"}))
	confirm := m.link(m.post.Wait(t, 1)[0], "e")
	here := browser()
	form := url.Values{"mail": {"kari@Example.no"}}
	if status, _, _ := m.ask(here, "/inn", form); status != 200 {
		t.Fatal(status)
	}
	m.ask(browser(), confirm, url.Values{})
	if got := m.quiet(); got != 1 {
		t.Error("an address nobody has confirmed lets in:", got)
	}
	statusKnown, known, _ := m.ask(here, "/inn", form)
	statusNot, not, _ := m.ask(browser(), "/inn", url.Values{"mail": {"ukjent@example.no"}})
	if statusKnown != 200 || statusNot != 200 || known != not {
		t.Error("the answer tells whether the address is known")
	}
	l := m.post.Wait(t, 2)[1]
	link := m.link(l, "inn")
	limited := 0
	for range 50 {
		if status, _, _ := m.ask(browser(), "/inn", form); status == 429 {
			limited++
		}
	}
	if got := m.quiet(); got != 2 || limited < 25 {
		t.Errorf("%d letters, %d of fifty limited", got, limited)
	}
	before := m.head()
	for range 3 {
		if status, body, _ := m.ask(browser(), link, nil); status != 200 || !strings.Contains(body, "en annen nettleser") {
			t.Fatal(status, body)
		}
	}
	if status, body, _ := m.ask(browser(), link, url.Values{}); status != 200 || !strings.Contains(body, "en annen nettleser") || m.head() != before {
		t.Fatal("another browser is let in without a question:", status)
	}
	if _, body, _ := m.ask(here, link, nil); strings.Contains(body, "en annen nettleser") {
		t.Error("the browser that asked is asked")
	}
	status, _, h := m.ask(here, link, url.Values{})
	if status != 303 || h.Get("Location") != "/led/"+m.room {
		t.Fatal(status, h)
	}
	if status, _, _ := m.ask(here, "/api/rooms/"+m.room+"/view?surface=lead", nil); status != 200 {
		t.Error("the cookie opens nothing:", status)
	}
	for _, second := range []url.Values{nil, {}, {"sure": {"yes"}}} {
		if status, _, _ := m.ask(here, link, second); status != 410 {
			t.Error("used twice:", status)
		}
	}

	m.must(m.clock.Set(m.clock.Now().Add(time.Hour)))
	m.ask(here, "/inn", form)
	late := m.link(m.post.Wait(t, 3)[2], "inn")
	m.must(m.clock.Set(m.clock.Now().Add(16 * time.Minute)))
	if status, _, _ := m.ask(here, late, url.Values{}); status != 410 {
		t.Error("it works after a quarter of an hour:", status)
	}

	deputy := m.phone(9)
	m.must(lead.Post(ctx, "/api/rooms/"+m.room+"/links/lead?surface=lead", map[string]any{}, nil))
	_ = deputy
	m.must(m.clock.Set(m.clock.Now().Add(time.Hour)))
	if status, _, _ := m.ask(here, "/inn", form); status != 200 {
		t.Error(status)
	}
	m.post.Wait(t, 4)  // whoever rotates keeps the address
	for n := range 6 { // each time as soon as a link may be asked for again
		m.must(m.clock.Set(m.clock.Now().Add(room.LoginEvery * time.Millisecond)))
		if status, body, _ := m.ask(here, "/inn", form); status != 200 || body != known {
			t.Error("the answer tells that there was no letter:", status)
		}
		if n < 3 {
			m.post.Wait(t, 5+n)
		}
	}
	if got := m.quiet(); got != 7 {
		t.Errorf("%d letters, where the hour has four", got-3)
	}
}

func (m *mailed) head() (n int64) {
	m.t.Helper()
	m.must(m.nodes[0].hub.Ask(m.ctx, m.room, func(s *room.State) { n = s.Head }))
	return n
}

// live keeps a phone on the line until the test ends.
func (m *mailed) live(p *phone.Phone) {
	m.t.Helper()
	live(m.ctx, m.t, p)
}
