package server_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dugnad/room"
	"dugnad/server"
)

// counting is the store, and what it said last of whether one more may be sent.
type counting struct {
	server.Store
	let atomic.Bool
}

func (c *counting) Asked(ctx context.Context, who string, now int64, most int) (bool, error) {
	ok, err := c.Store.Asked(ctx, who, now, most)
	c.let.Store(ok)
	return ok, err
}

// Somebody else who knows the address of whoever leads uses up their own links in the
// hour, not the owner's; and all the networks there are do not fill a mailbox.
func TestAnotherCannotUseUpTheWayBackIn(t *testing.T) {
	count := &counting{}
	h := open(t, trusting, func(o *server.Options) { o.Mail, count.Store, o.Store = true, o.Store, count })
	m := h.meeting()
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.LeaveAddress{Mail: "kari@example.no"})
	h.act(m, "", room.ConfirmAddress{Kind: room.MailLead, ID: lead})
	// asks tells whether a link is sent, as soon after the last as one may be.
	asks := func(from string) bool {
		t.Helper()
		h.later(room.LoginEvery * time.Millisecond)
		count.let.Store(false)
		r := h.device().do("POST", "/inn", "mail=kari@example.no", form, header("X-Forwarded-For", from))
		if r.status != 200 {
			t.Fatal(r)
		}
		h.device().get("/healthz") // on the same connection, so behind all that the answer before did not wait for
		return count.let.Load()
	}
	for n := range 6 {
		if sent := asks("203.0.113.1"); sent != (n < 4) {
			t.Errorf("time %d from one network: sent is %v", n+1, sent)
		}
	}
	if !asks("198.51.100.7") {
		t.Error("the owner's own was used up by another")
	}
	sent := 5
	for _, from := range []string{"203.0.113.2", "203.0.113.3", "203.0.113.4"} {
		for range 4 {
			if asks(from) {
				sent++
			}
		}
	}
	if sent != 12 {
		t.Errorf("%d letters in an hour", sent)
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
