package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// ask stands in a line's turns without waiting, and gives the order of service.
func order(quiet, noisy []string) []string {
	l := &line{}
	names := map[*asker]string{}
	for n, list := range [][]string{quiet, noisy} {
		for _, name := range list {
			a := &asker{turn: make(chan struct{})}
			names[a] = name
			place, opened := strings.CutSuffix(name, "*")
			l.class(n == 1).stand(strings.TrimRight(place, "0123456789"), a, opened)
		}
	}
	var served []string
	for l.next() {
		for a, name := range names {
			select {
			case <-a.turn:
				served = append(served, name)
				delete(names, a)
			default:
			}
		}
	}
	return served
}

// Places take turns: a flood from one address delays another's only look-up by
// one turn. Within a place a phone that opened the page (*) goes first. Places
// that guess get every fourth turn.
func TestLineIsFair(t *testing.T) {
	for _, c := range []struct{ quiet, noisy, want string }{
		{"a1 a2 a3 b1 c1", "", "a1 b1 c1 a2 a3"},
		{"a1 a2 a3*", "", "a3* a1 a2"},
		{"a1 a2 a3 a4 a5", "x1 x2 x3", "a1 a2 a3 x1 a4 a5 x2 x3"},
		{"", "x1 y1 x2", "x1 y1 x2"},
	} {
		got := order(strings.Fields(c.quiet), strings.Fields(c.noisy))
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s | %s: %v, not %s", c.quiet, c.noisy, got, c.want)
		}
	}
}

// A hall that comes at once is let through at once; a flood is served at the
// pace that makes guessing hopeless.
func TestLinePace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLine(200)
		defer l.close()
		start := time.Now()
		for n := range 1000 {
			done, err := l.wait(t.Context(), fmt.Sprint(n), false, false)
			if err != nil {
				t.Fatal(err)
			}
			done()
			if n == 599 && time.Since(start) > 0 {
				t.Errorf("a hall of 600 waited %v", time.Since(start))
			}
		}
		if took := time.Since(start); took < 1900*time.Millisecond || took > 2100*time.Millisecond {
			t.Errorf("the 400 after that took %v, not 2 s", took)
		}
	})
}

// Who hangs up while waiting leaves no hole in the line.
func TestLineHangUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLine(200)
		defer l.close()
		var busy []func()
		for range lineAtOnce {
			done, err := l.wait(t.Context(), "a", false, false)
			if err != nil {
				t.Fatal(err)
			}
			busy = append(busy, done)
		}
		ctx, hangUp := context.WithCancel(t.Context())
		gone := make(chan error)
		go func() {
			_, err := l.wait(ctx, "a", false, false)
			gone <- err
		}()
		synctest.Wait()
		hangUp()
		if err := <-gone; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		busy[0]()
		done, err := l.wait(t.Context(), "a", false, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range append(busy[1:], done) {
			d()
		}
	})
}

// Whoever hangs up in the very moment of being called passes the turn on.
func TestLineHangUpWhenCalled(t *testing.T) {
	l := newLine(1_000_000)
	defer l.close()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 400 {
				ctx, hangUp := context.WithCancel(t.Context())
				go hangUp()
				if done, err := l.wait(ctx, "a", false, false); err == nil {
					done()
				}
			}
		})
	}
	all.Wait()
	ctx, late := context.WithTimeout(t.Context(), 10*time.Second)
	defer late()
	for range lineAtOnce {
		if _, err := l.wait(ctx, "b", false, false); err != nil {
			t.Fatal("a turn was lost:", err)
		}
	}
}

func TestLineEnds(t *testing.T) {
	l := &line{}
	for range lineMax {
		l.quiet.stand("a", &asker{}, false)
	}
	if _, err := l.wait(t.Context(), "b", true, false); !errors.Is(err, errLine) {
		t.Error("a line without an end:", err)
	}
}

// Wrong codes are forgotten after a while, and a place cannot fill the memory.
func TestTries(t *testing.T) {
	now := time.Now()
	tr := newTries(func() time.Time { return now })
	for n := range triesMax {
		if _, many := tr.missed("a"); many {
			t.Fatalf("slowed down at %d", n)
		}
	}
	if wait, many := tr.missed("a"); !many || wait != triesLast {
		t.Error("never slowed down", wait)
	}
	if _, many := tr.missed("b"); many || !tr.many("a") {
		t.Error("one place's guesses slow another")
	}
	now = now.Add(triesLast)
	if tr.many("a") {
		t.Error("never forgotten")
	}
	for n := range triesHeld + 10 {
		tr.missed(fmt.Sprint(n))
	}
	if len(tr.by) > triesHeld {
		t.Error("remembers", len(tr.by))
	}
}

func TestLinePlacesEmpty(t *testing.T) {
	var ts turns
	ts.stand("a", &asker{}, true)
	ts.stand("b", &asker{}, false)
	for ts.call() != nil {
	}
	if ts.n != 0 || len(ts.at) != 0 || slices.Contains(ts.round, "a") {
		t.Error("an empty line remembers", ts)
	}
}
