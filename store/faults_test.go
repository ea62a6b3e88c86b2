package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"dugnad/internal/testpg"
	"dugnad/room"
)

var (
	kills   = flag.Int("kills", 5, "how often each writer is killed")
	crashes = flag.Int("crashes", 2, "how often PostgreSQL is crashed")
)

// torn compares the bag with the log: every stored cast has its ballot, and no
// ballot lies there without one.
func torn(t *testing.T, s *Store, records []room.Record) {
	t.Helper()
	var ballots int
	if err := s.reads.QueryRowContext(context.Background(), `SELECT count(*) FROM ballots`).Scan(&ballots); err != nil {
		t.Fatal(err)
	}
	if ballots != len(records) {
		t.Fatalf("%d ballots for %d casts: a transaction was torn", ballots, len(records))
	}
}

// outlived waits for what a killed process had under way in the database: nobody
// gets past it without knowing how it ended.
func outlived(t *testing.T, s *Store) {
	t.Helper()
	for {
		head := int64(len(tailOf(t, s, "r", 0)))
		_, err := s.Append(context.Background(), "r", head, []room.Entry{cast("v", "outlived", "k1")})
		if err == nil {
			return
		}
		if !errors.Is(err, room.ErrStale) {
			t.Fatal(err)
		}
	}
}

func TestF23KillNine(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		var acked []string
		for range *kills {
			w := startWriter(t, o)
			w.hear(50 + rand.IntN(200))
			w.kill()
			acked = append(acked, w.acked...)
		}
		s := opened(t, o)
		outlived(t, s)
		stored := whole(t, s, "r", acked)
		torn(t, s, stored)
		t.Logf("%d kills, %d acknowledged, %d stored", *kills, len(acked), len(stored))
	})
}

// TestF03ANodeThatSlept is stopped in the middle of writing, while another node
// goes on. When it wakes, what it had in hand is refused, and it catches up.
func TestF03ANodeThatSlept(t *testing.T) {
	o := places["postgres"](t)
	s := opened(t, o)
	w := startWriter(t, o)
	w.hear(20)
	if err := w.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	var acked []string
	head := int64(len(tailOf(t, s, "r", 0)))
	for len(acked) < 20 {
		e := cast("v", fmt.Sprint("awake", len(acked)), "k1")
		records, err := s.Append(context.Background(), "r", head, []room.Entry{e})
		switch {
		case err == nil:
			head = records[0].Seq
			acked = append(acked, e.Cmd)
		case errors.Is(err, room.ErrStale): // the sleeper's last append was under way
			head += int64(len(tailOf(t, s, "r", head)))
		default:
			t.Fatal(err)
		}
	}
	if err := w.cmd.Process.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	w.hear(20)
	w.kill()
	outlived(t, s)
	torn(t, s, whole(t, s, "r", append(acked, w.acked...)))
}

func TestF25TheSecondProcessIsRefused(t *testing.T) {
	o := places["sqlite"](t)
	s := opened(t, o)
	append1(t, s, "r", 0, said("s1:a", "{}"))
	out, err := childOf(t, o, "opens").Output()
	if err != nil || !strings.HasPrefix(string(out), "true ") {
		t.Fatalf("the second process: %s (%v)", out, err)
	}
	mustRefuse(t, o, ErrInUse)
	append1(t, s, "r", 1, said("s1:b", "{}"))
}

// TestF21NodesStartOnAnEmptyDatabase all at once.
func TestF21NodesStartOnAnEmptyDatabase(t *testing.T) {
	o := places["postgres"](t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			s, err := Open(context.Background(), o)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if _, err := s.Append(context.Background(), fmt.Sprint("r", i), 0, []room.Entry{said("s1:a", "{}")}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	s := opened(t, o)
	found, _, err := s.Heads(context.Background(), []string{"r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"})
	if err != nil || len(found) != 8 {
		t.Fatalf("rooms %v (%v)", found, err)
	}
	var applied int
	if err := s.db.QueryRowContext(context.Background(), `SELECT count(*) FROM goose_db_version WHERE version_id = 1`).Scan(&applied); err != nil || applied != 1 {
		t.Fatalf("the first migration was applied %d times (%v)", applied, err)
	}
}

// ledger is what the writers have been told, and how far they have come.
type ledger struct {
	mu    sync.Mutex
	more  *sync.Cond
	acked map[string][]string // by room
	n     int
	gate  sync.RWMutex // held while the database is down
	over  atomic.Bool
}

func (l *ledger) ack(id, cmd string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.acked[id] = append(l.acked[id], cmd)
	l.n++
	l.more.Broadcast()
}

// pass waits until n more have been acknowledged.
func (l *ledger) pass(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for want := l.n + n; l.n < want; {
		l.more.Wait()
	}
}

// wait returns when the database is not being started.
func (l *ledger) wait() {
	l.gate.RLock()
	defer l.gate.RUnlock()
}

// write is a room in small: it appends, and when anything surprises it, it
// reads the log and decides anew.
func (l *ledger) write(s *Store, id, who string) {
	ctx := context.Background()
	for head, n := int64(0), 0; !l.over.Load(); {
		e := cast("v", fmt.Sprintf("%s-%d", who, n), "k1")
		records, err := s.Append(ctx, id, head, []room.Entry{e})
		if err == nil {
			l.ack(id, e.Cmd)
			head, n = records[0].Seq, n+1
			continue
		}
		_, tail, err := s.Tail(ctx, id, head)
		if err != nil {
			l.wait()
		}
		for _, r := range tail {
			head = r.Seq
			if r.Cmd == e.Cmd {
				l.ack(id, e.Cmd)
				n++
			}
		}
	}
}

// TestF04PostgresCrashes under eight writers in four rooms.
func TestF04PostgresCrashes(t *testing.T) {
	c := testpg.New(t)
	s := opened(t, Options{URL: c.URL()})
	l := &ledger{acked: map[string][]string{}}
	l.more = sync.NewCond(&l.mu)
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() { l.write(s, fmt.Sprint("r", w/2), fmt.Sprint("w", w)) })
	}
	for range *crashes {
		l.pass(300)
		l.gate.Lock()
		c.Crash()
		err := c.Run()
		l.gate.Unlock()
		if err != nil {
			l.over.Store(true)
			t.Fatal(err)
		}
	}
	l.pass(300)
	l.over.Store(true)
	wg.Wait()
	var all []room.Record
	for id, acked := range l.acked {
		all = append(all, whole(t, s, id, acked)...)
	}
	torn(t, s, all)
	t.Logf("%d crashes, %d acknowledged, %d stored", *crashes, l.n, len(all))
}
