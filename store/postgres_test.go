package store

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"testing"
	"time"

	"dugnad/internal/testpg"
	"dugnad/room"
)

func TestAServerThatForgetsIsRefused(t *testing.T) {
	c := testpg.New(t, "fsync=off")
	mustRefuse(t, Options{URL: c.URL()}, ErrFsyncOff)

	c.Crash()
	if err := c.Run("synchronous_commit=off"); err != nil {
		t.Fatal(err)
	}
	said := make(chan string, 8)
	opened(t, Options{URL: c.URL(), Log: logTo(func(line string) { said <- line })})
	if line := <-said; !strings.Contains(line, "synchronous_commit") {
		t.Fatalf("the log says %q", line)
	}
}

func TestADatabaseThatIsNotThere(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0") // takes connections and never answers
	if err != nil {
		t.Fatal(err)
	}
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	missing, err := url.Parse(places["postgres"](t).URL)
	if err != nil {
		t.Fatal(err)
	}
	missing.Path = "/nosuchbase"
	for name, address := range map[string]string{
		"closed port":    "postgres://u:topsecret@" + closed.Addr().String() + "/d?sslmode=disable",
		"silent":         "postgres://u:topsecret@" + silent.Addr().String() + "/d?sslmode=disable",
		"no such base":   missing.String(),
		"no address":     "postgres://u:topsecret@:x/d",
		"unknown scheme": "mysql://u:topsecret@127.0.0.1/d",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			s, err := Open(context.Background(), Options{URL: address, Patience: 500 * time.Millisecond})
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, ErrUnreachable) {
				t.Fatalf("open: %v", err)
			}
			if strings.Contains(err.Error(), "topsecret") {
				t.Fatalf("the error tells the password: %v", err)
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Fatalf("it took %v to say so", d)
			}
		})
	}
	silent.Close()
}

// TestF05TheAnswerToACommitIsLost: the database has stored it and nobody was
// told. It must not be acknowledged on a guess, nor stored twice.
func TestF05TheAnswerToACommitIsLost(t *testing.T) {
	for name, lost := range map[string]struct {
		word  string
		entry room.Entry
	}{
		"append": {"s1:lost", said("s1:lost", "{}")},
		"count":  {"commit", room.Entry{Cmd: "s1:lost", Effects: []room.Effect{tally("v", "k1")}}},
	} {
		t.Run(name, func(t *testing.T) {
			o := places["postgres"](t)
			c, url := throughCable(t, o.URL)
			s := opened(t, Options{URL: url})
			ctx := context.Background()
			append1(t, s, "r", 0, cast("v", "s1", "k1"))
			settled(t, s) // so that nobody else is on the line
			c.when(lost.word, swallow)
			_, err := s.Append(ctx, "r", 1, []room.Entry{lost.entry})
			if !errors.Is(err, room.ErrStale) || c.armed() {
				t.Fatalf("append: %v, want stale; the answer was not lost: %v", err, c.armed())
			}
			whole(t, s, "r", []string{"s1:lost"})
			if _, err := s.Append(ctx, "r", 1, []room.Entry{lost.entry}); !errors.Is(err, room.ErrStale) {
				t.Fatalf("the same again where it was: %v, want stale", err)
			}
			if _, err := s.Append(ctx, "r", 2, []room.Entry{lost.entry}); !errors.Is(err, room.ErrStale) {
				t.Fatalf("the same again at the end: %v, want stale", err)
			}
			append1(t, s, "r", 2, said("s1:next", "{}"))
			whole(t, s, "r", []string{"s1:lost", "s1:next"})
		})
	}
}

func TestF05TheAnswerToADeletionIsLost(t *testing.T) {
	o := places["postgres"](t)
	c, url := throughCable(t, o.URL)
	s := opened(t, Options{URL: url})
	append1(t, s, "r", 0, said("s1:a", "{}"))
	settled(t, s)
	c.when("commit", swallow)
	if err := s.Delete(context.Background(), "r"); err != nil {
		t.Fatal(err)
	}
	if c.armed() {
		t.Fatal("no answer was lost")
	}
	if _, _, err := s.Tail(context.Background(), "r", 0); !errors.Is(err, room.ErrGone) {
		t.Fatalf("tail: %v", err)
	}
}

// TestF06ABlackHole: nothing waits longer than the patience, nothing is
// acknowledged, and the pool is well again afterwards.
func TestF06ABlackHole(t *testing.T) {
	o := places["postgres"](t)
	c, url := throughCable(t, o.URL)
	const patience = time.Second
	s := opened(t, Options{URL: url, Patience: patience})
	ctx := context.Background()
	append1(t, s, "r", 0, said("s1:a", "{}"))
	settled(t, s)
	c.when("", hole)
	start := time.Now()
	if records, err := s.Append(ctx, "r", 1, []room.Entry{said("s1:b", "{}")}); err == nil {
		t.Fatalf("%d records were acknowledged out of a black hole", len(records))
	}
	if _, _, err := s.Tail(ctx, "r", 0); !errors.Is(err, ErrUnreachable) {
		t.Errorf("tail: %v", err)
	}
	if err := s.Ping(ctx); !errors.Is(err, ErrUnreachable) {
		t.Errorf("ping: %v", err)
	}
	if d := time.Since(start); d > 4*patience {
		t.Errorf("three questions took %v with a patience of %v", d, patience)
	}
	c.mend()
	append1(t, s, "r", 1, said("s1:b", "{}"))
	whole(t, s, "r", []string{"s1:a", "s1:b"})
}

// TestF07AnAppendIsOneJourney: with the database 200 ms away everything that
// waits for an answer of its own costs the hall a fifth of a second.
func TestF07AnAppendIsOneJourney(t *testing.T) {
	o := places["postgres"](t)
	c, url := throughCable(t, o.URL)
	s := opened(t, Options{URL: url})
	settled(t, s)
	fewest := 100
	var head int64
	for i := range 20 { // the first ones introduce their statements to the database
		var entries []room.Entry
		for slip := range 10 {
			e := cast("v", fmt.Sprint("s", slip), "k1")
			e.Records[0].Cmd = fmt.Sprint(i, "-", slip)
			entries = append(entries, e)
		}
		n := c.count(func() { append1(t, s, "r", head, entries...) })
		fewest = min(fewest, n)
		head += int64(len(entries))
	}
	if fewest != 1 {
		t.Fatalf("an append of ten ballots takes %d journeys", fewest)
	}
}

// TestA29TheBagIsGivenBackAfterTheCount: the pages that held the choices are
// cut off the table's file.
func TestA29TheBagIsGivenBackAfterTheCount(t *testing.T) {
	s := opened(t, places["postgres"](t))
	size := func() (bytes int) {
		t.Helper()
		if err := s.db.QueryRowContext(context.Background(), `SELECT pg_relation_size('ballots')`).Scan(&bytes); err != nil {
			t.Fatal(err)
		}
		return bytes
	}
	var entries []room.Entry
	for i := range 200 {
		entries = append(entries, cast("v", fmt.Sprint("s", i), "k1"))
	}
	append1(t, s, "r", 0, entries...)
	if size() == 0 {
		t.Fatal("the bag takes no place: the test is blind")
	}
	append1(t, s, "r", 200, room.Entry{Cmd: "count:v", Effects: []room.Effect{tally("v", "k1")}})
	for tries := 0; size() > 0; tries++ { // somebody else in the same database may still look at an older picture
		if tries == 50 {
			t.Fatalf("the bag still takes %d bytes", size())
		}
		s.sweeper.mark(wipeBallots)
		settled(t, s)
	}
}
