package courier_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dugnad/courier"
	"dugnad/internal/testpg"
	"dugnad/internal/testsmtp"
	"dugnad/room"
	"dugnad/store"
)

// box is a real queue with letters to a number of people, and a clock.
type box struct {
	*store.Store
	now   atomic.Int64
	dies  atomic.Bool // between the mail server's yes and the mark
	moved chan struct{}
}

func (b *box) SentLetter(ctx context.Context, l room.Mail, at int64) error {
	if b.dies.Load() {
		return errors.New("killed")
	}
	return b.mark(b.Store.SentLetter(ctx, l, at))
}

func (b *box) LaterLetter(ctx context.Context, l room.Mail, due int64) error {
	return b.mark(b.Store.LaterLetter(ctx, l, due))
}

func (b *box) FailedLetter(ctx context.Context, l room.Mail, at int64) error {
	return b.mark(b.Store.FailedLetter(ctx, l, at))
}

func (b *box) mark(err error) error {
	b.moved <- struct{}{}
	return err
}

func lay(t *testing.T, o store.Options, people int) *box {
	t.Helper()
	o.Mails = true
	s, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	letters := room.PutMails{Purpose: "answer", About: "1", Kind: "reply"}
	var fx []room.Effect
	for n := range people {
		id := fmt.Sprintf("s-%03d", n)
		fx = append(fx, room.PutPerson{ID: id, Kind: "reply", Body: room.MailBody(fmt.Sprintf("nr%03d@example.no", n))})
		letters.To = append(letters.To, id)
	}
	records := func(cmd string, seq int64, fx ...room.Effect) {
		e := room.Entry{Cmd: cmd, At: 1, Effects: fx, Records: []room.Record{{Cmd: cmd, At: 1, Kind: "answer.published", Body: []byte("{}")}}}
		if _, err := s.Append(t.Context(), "r", seq, []room.Entry{e}); err != nil {
			t.Fatal(err)
		}
	}
	records("a", 0, append(fx, letters)...)
	records("b", 1, letters) // asked for again, it is the same letters
	b := &box{Store: s, moved: make(chan struct{}, 1000)}
	b.now.Store(1_000)
	return b
}

// office carries from a box. What it says is what the test looks for.
func (b *box) office(t *testing.T, at string, log *bytes.Buffer, failed func(room.Mail)) *courier.Office {
	t.Helper()
	smtp, err := courier.NewSMTP(at, "Dugnad <fra@example.no>")
	if err != nil {
		t.Fatal(err)
	}
	return courier.Open(courier.Options{Box: b, Carrier: smtp, Look: time.Millisecond, Speed: 1e6,
		Log: slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Now: func(context.Context) (int64, error) { return b.now.Load(), nil },
		Write: func(_ context.Context, l room.Mail) (courier.Message, error) {
			to := strings.Split(string(l.Body), `"`)[3]
			return courier.Message{ID: l.Person, To: to, Subject: "Svaret", Text: "Les", HTML: "<p>Les</p>", Stop: "https://x.example/stop"}, nil
		},
		Failed: func(_ context.Context, l room.Mail) {
			if failed != nil {
				failed(l)
			}
		}})
}

// However many carry from one queue, a letter is carried once.
func TestManyCarryOneQueue(t *testing.T) {
	for name, o := range map[string]store.Options{"sqlite": {Dir: t.TempDir()}, "postgres": {URL: testpg.URL(t)}} {
		t.Run(name, func(t *testing.T) {
			const people = 40
			b, post := lay(t, o, people), testsmtp.New(t)
			var log bytes.Buffer
			var offices []*courier.Office
			for range 4 {
				offices = append(offices, b.office(t, post.URL, &bytes.Buffer{}, nil))
			}
			for range people {
				<-b.moved
			}
			for _, o := range offices {
				o.Close()
			}
			got := map[string]int{}
			for _, l := range post.Letters() {
				got[l.To]++
				if l.Header.Get("List-Unsubscribe") != "<https://x.example/stop>" || l.Header.Get("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" {
					t.Error(l.Raw)
				}
			}
			for to, n := range got {
				if n != 1 {
					t.Errorf("%s got %d", to, n)
				}
			}
			if len(got) != people || log.Len() != 0 {
				t.Errorf("%d of %d people", len(got), people)
			}
		})
	}
}

// Killed between the mail server's yes and the mark, it is sent again when its
// time is over, under the same Message-ID; and not before.
func TestKilledBeforeTheMark(t *testing.T) {
	b, post := lay(t, store.Options{Dir: t.TempDir()}, 1), testsmtp.New(t)
	b.dies.Store(true)
	first := b.office(t, post.URL, &bytes.Buffer{}, nil)
	post.Wait(t, 1)
	first.Close()
	b.dies.Store(false)
	due, err := b.DueLetters(t.Context(), b.now.Load()+4*60_000)
	if err != nil || len(due) != 0 {
		t.Fatal("it is due again at once:", due, err)
	}
	b.now.Add(6 * 60_000)
	second := b.office(t, post.URL, &bytes.Buffer{}, nil)
	<-b.moved
	second.Close()
	all := post.Letters()
	if len(all) != 2 || all[0].Header.Get("Message-Id") != all[1].Header.Get("Message-Id") {
		t.Errorf("%d letters", len(all))
	}
}

// *Later* is tried later and for two days, *never* once, and neither the address
// nor what the server said is in the log.
func TestLaterAndNever(t *testing.T) {
	b, post := lay(t, store.Options{Dir: t.TempDir()}, 2), testsmtp.New(t)
	var mu sync.Mutex
	asked := map[string]int{}
	post.Answers(func(to string) string {
		mu.Lock()
		defer mu.Unlock()
		asked[to]++
		if strings.HasPrefix(to, "nr000") {
			return "550 5.1.1 <nr000@example.no> merket ukjent"
		}
		return "451 4.7.1 merket vent litt " + to
	})
	var log bytes.Buffer
	gone := make(chan string, 10)
	o := b.office(t, post.URL, &log, func(l room.Mail) { gone <- l.Person })
	<-b.moved
	<-b.moved
	if who := <-gone; who != "s-000" {
		t.Error("given up:", who)
	}
	for n := 1; n < 9; n++ {
		b.now.Add(25 * 60 * 60_000)
		<-b.moved
	}
	if who := <-gone; who != "s-001" {
		t.Error("given up:", who)
	}
	o.Close()
	if asked["nr000@example.no"] != 1 || asked["nr001@example.no"] != 9 {
		t.Error("tried", asked)
	}
	counts, err := b.Letters(t.Context(), "r")
	if err != nil || len(counts) != 1 || counts[0].State != "failed" || counts[0].N != 2 {
		t.Error(counts, err)
	}
	if said := log.String(); strings.Contains(said, "example.no") || strings.Contains(said, "merket") || !strings.Contains(said, "code=550") {
		t.Error("the log:", said)
	}
}

// A letter cannot be made to carry more headers, or to go to more people.
func TestA25Letters(t *testing.T) {
	smtp, err := courier.NewSMTP("smtp://127.0.0.1:1", "fra@example.no")
	if err != nil {
		t.Fatal(err)
	}
	good := courier.Message{ID: "x", To: "a@example.no", Subject: "Hei"}
	for what, change := range map[string]func(*courier.Message){
		"a line in the subject": func(m *courier.Message) { m.Subject = "Hei\r\nBcc: b@example.no" },
		"a line in the address": func(m *courier.Message) { m.To = "a@example.no\r\nBcc: b@example.no" },
		"two addresses":         func(m *courier.Message) { m.To = "a@example.no, b@example.no" },
		"a name":                func(m *courier.Message) { m.To = "B <b@example.no>" },
		"a line in the id":      func(m *courier.Message) { m.ID = "x\nBcc: b@example.no" },
		"a line in the way out": func(m *courier.Message) { m.Stop = "https://x\r\nBcc: b@example.no" },
	} {
		m := good
		change(&m)
		var no courier.Refused
		if err := smtp.Carry(t.Context(), m); !errors.As(err, &no) || !no.Forever || no.Code != 0 {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := smtp.Carry(t.Context(), good); errors.As(err, new(courier.Refused)) {
		t.Error("a good one is refused before anybody is asked:", err)
	}
}

// What the settings may say.
func TestSettings(t *testing.T) {
	for at, good := range map[string]bool{"smtp://u:p@mail.example.no:587": true, "smtps://mail.example.no": true, "smtp://10.0.0.1:25?starttls=no": true,
		"http://mail.example.no": false, "mail.example.no:25": false, "smtp://": false, "smtp://x/y": false} {
		if _, err := courier.NewSMTP(at, "fra@example.no"); (err == nil) != good {
			t.Errorf("%s: %v", at, err)
		}
	}
	if _, err := courier.NewSMTP("smtp://x.example", "to hele navn"); err == nil {
		t.Error("from nobody")
	}
}
