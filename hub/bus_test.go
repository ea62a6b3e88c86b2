package hub_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/hub"
	"dugnad/internal/testredis"
	"dugnad/room"
)

// buses is every engine of the bus, each with two ends that stand for two
// nodes.
var buses = map[string]func(t testing.TB) (one, two hub.Bus){
	"local": func(testing.TB) (hub.Bus, hub.Bus) {
		b := &hub.Local{}
		return b, b
	},
	"redis": func(t testing.TB) (hub.Bus, hub.Bus) {
		url := testredis.URL(t)
		return openRedis(t, url), openRedis(t, url)
	},
}

func openRedis(t testing.TB, url string) *hub.Redis {
	t.Helper()
	b, err := hub.OpenRedis(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

func onEveryBus(t *testing.T, test func(t *testing.T, one, two hub.Bus)) {
	for name, open := range buses {
		t.Run(name, func(t *testing.T) {
			one, two := open(t)
			test(t, one, two)
		})
	}
}

// ear listens to a bus.
type ear struct {
	t      testing.TB
	mu     sync.Mutex
	heard  []hub.Batch
	missed int
	bell   chan bool
	stop   func()
}

func listen(t testing.TB, b hub.Bus) *ear {
	t.Helper()
	e := &ear{t: t, bell: make(chan bool, 1)}
	note := func(f func()) {
		e.mu.Lock()
		defer e.mu.Unlock()
		f()
		select {
		case e.bell <- true:
		default:
		}
	}
	e.stop = b.Listen(func(b hub.Batch) { note(func() { e.heard = append(e.heard, b) }) }, func() { note(func() { e.missed++ }) })
	t.Cleanup(func() { e.stop() })
	e.until("that listening has begun", func() bool { return e.missed > 0 })
	return e
}

func (e *ear) until(what string, ok func() bool) {
	e.t.Helper()
	late := time.After(patience)
	for {
		e.mu.Lock()
		done := ok()
		e.mu.Unlock()
		if done {
			return
		}
		select {
		case <-e.bell:
		case <-late:
			e.t.Fatalf("waited in vain for %s", what)
		}
	}
}

func publish(t testing.TB, b hub.Bus, batch hub.Batch) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := b.Publish(ctx, batch); err != nil {
		t.Fatal(err)
	}
}

func batchOf(id string, from, to int64) hub.Batch {
	b := hub.Batch{Room: id, Epoch: "e1", From: from, To: to}
	for seq := from; seq <= to; seq++ {
		b.Records = append(b.Records, room.Record{Seq: seq, Cmd: fmt.Sprintf("s:%d", seq), At: 1, Kind: "seat.left", Body: []byte(`{"seat":"ø"}`)})
	}
	return b
}

// What one node publishes, the others hear, whole and in order.
func TestWhatIsPublishedIsHeardInOrder(t *testing.T) {
	onEveryBus(t, func(t *testing.T, one, two hub.Bus) {
		id := t.Name() // whoever shares a Redis with us is not heard
		a, b := listen(t, two), listen(t, two)
		for n := range int64(50) {
			publish(t, one, batchOf(id, n*2+1, n*2+2))
		}
		for _, e := range []*ear{a, b} {
			mine := func() (bs []hub.Batch) {
				for _, b := range e.heard {
					if b.Room == id {
						bs = append(bs, b)
					}
				}
				return bs
			}
			e.until("fifty batches", func() bool { return len(mine()) == 50 })
			for n, b := range mine() {
				want := batchOf(id, int64(n)*2+1, int64(n)*2+2)
				if fmt.Sprint(b) != fmt.Sprint(want) {
					t.Fatalf("batch %d came as %v", n, b)
				}
			}
		}
	})
}

// A batch that is large may come without its records, and never without its
// positions.
func TestALargeBatchKeepsItsHeader(t *testing.T) {
	onEveryBus(t, func(t *testing.T, one, two hub.Bus) {
		e := listen(t, two)
		b := batchOf(t.Name(), 8, 9)
		b.Records[0].Body = []byte(`{"text":"` + strings.Repeat("x", 100<<10) + `"}`)
		publish(t, one, b)
		e.until("the batch", func() bool { return len(e.heard) > 0 && e.heard[len(e.heard)-1].Room == t.Name() })
		got := e.heard[len(e.heard)-1]
		if got.From != 8 || got.To != 9 || got.Epoch != "e1" || len(got.Records) != 0 && len(got.Records) != 2 {
			t.Errorf("came as %d to %d of %q with %d records", got.From, got.To, got.Epoch, len(got.Records))
		}
	})
}

// Who has stopped listening is told nothing more.
func TestWhoHasStoppedHearsNothing(t *testing.T) {
	onEveryBus(t, func(t *testing.T, one, two hub.Bus) {
		gone, here := listen(t, two), listen(t, two)
		gone.stop()
		publish(t, one, batchOf(t.Name(), 1, 1))
		here.until("the batch", func() bool { return len(here.heard) > 0 })
		gone.mu.Lock()
		defer gone.mu.Unlock()
		if len(gone.heard) > 0 {
			t.Error("it was told")
		}
	})
}

// A Redis that is killed, hangs, or throws its listeners out: publishing never
// takes long, listening begins again by itself and says that some was missed.
func TestARedisThatFailsIsNoticedAndComesBack(t *testing.T) {
	s := testredis.Start(t)
	one, two := openRedis(t, s.URL), openRedis(t, s.URL)
	e := listen(t, two)
	quick := func(what string) {
		t.Helper()
		began := time.Now()
		if err := one.Publish(context.Background(), batchOf("r", 1, 1)); err == nil {
			t.Errorf("%s: no error", what)
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%s: took %v", what, took)
		}
		if one.Poll() > time.Second {
			t.Errorf("%s: nobody would look at the heads for %v", what, one.Poll())
		}
	}
	again := func(what string, missed int) {
		t.Helper()
		e.until("listening again after "+what, func() bool { return e.missed > missed })
		before := len(e.heard)
		publish(t, one, batchOf("r", 2, 2))
		e.until("a batch after "+what, func() bool { return len(e.heard) > before })
		if one.Poll() < 2*time.Second || two.Poll() < 2*time.Second {
			t.Errorf("after %s the bus still takes itself for sick", what)
		}
	}

	s.Kill()
	quick("killed")
	s.Restart()
	again("a restart", 1)

	s.Pause()
	quick("hanging")
	s.Resume()
	publish(t, one, batchOf("r", 3, 3))

	if err := one.KillListeners(); err != nil {
		t.Fatal(err)
	}
	again("being thrown out", 2)
}
