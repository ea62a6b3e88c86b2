package hub_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dugnad/hub"
	"dugnad/internal/testredis"
	"dugnad/room"
	"dugnad/store"
)

// disk is the real store, as the hub asks for it.
type disk struct{ *store.Store }

func (d disk) Heads(ctx context.Context, ids []string) (map[string]hub.Head, int64, error) {
	found, now, err := d.Store.Heads(ctx, ids)
	heads := make(map[string]hub.Head, len(found))
	for id, h := range found {
		heads[id] = hub.Head(h)
	}
	return heads, now, err
}

func openDisk(t testing.TB) disk {
	t.Helper()
	s, err := store.Open(context.Background(), store.Options{Dir: t.TempDir(), Log: talk(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return disk{s}
}

// leaky is a bus that loses a tenth, says some things twice and gets the order
// wrong. It knows nothing of it.
type leaky struct {
	hub.Bus
	mu   sync.Mutex
	r    *rand.Rand
	kept []hub.Batch
}

func (l *leaky) Publish(ctx context.Context, b hub.Batch) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var now []hub.Batch
	switch n := l.r.IntN(100); {
	case n < 10:
	case n < 15:
		now = append(now, b, b)
	case n < 25:
		l.kept = append(l.kept, b) // after the next one
		return nil
	default:
		now = append(now, b)
	}
	now = append(now, l.kept...)
	l.kept = nil
	for _, b := range now {
		if err := l.Bus.Publish(ctx, b); err != nil {
			return err
		}
	}
	return nil
}

func (l *leaky) Poll() time.Duration { return 5 * time.Second }

// mute is a bus that reaches nobody, and knows it.
type mute struct{ hub.Bus }

func (mute) Publish(context.Context, hub.Batch) error { return errors.New("nobody there") }
func (mute) Poll() time.Duration                      { return time.Second }

// deaf loses the next batch, and everything that would reveal it but the batch
// after it.
type deaf struct {
	hub.Bus
	lose atomic.Int32
}

func (d *deaf) Publish(ctx context.Context, b hub.Batch) error {
	if len(b.Records) == 0 || d.lose.Add(-1) >= 0 {
		return nil
	}
	return d.Bus.Publish(ctx, b)
}

// A batch that is lost is noticed when the next one comes, and read from the
// log at once.
func TestALostBatchIsReadFromTheLog(t *testing.T) {
	log, bus := newPaper(), &deaf{Bus: &hub.Local{}}
	one, two := newHall(t, log, bus).meet(1), newHall(t, log, bus)
	far := two.join(two.board())
	far.until("a picture", func() bool { return far.has("snap") })
	bus.lose.Store(1)
	one.as("lead1", "next-1", room.NextStep{})
	seq := one.as("lead1", "time-1", room.AddTime{Seconds: 60})
	began := time.Now()
	far.until("both", func() bool { return far.at >= seq })
	far.same(one.view(one.board()))
	if took := time.Since(began); took > 500*time.Millisecond {
		t.Errorf("took %v", took)
	}
}

// Two nodes on one log behave as one: whoever follows at either shows what a
// newcomer at either is shown, and both have the same state.
func TestTwoNodesBehaveAsOne(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) (log hub.Log, one, two hub.Bus){
		"SQLite and Redis": func(t *testing.T) (hub.Log, hub.Bus, hub.Bus) {
			url := testredis.URL(t)
			return openDisk(t), openRedis(t, url), openRedis(t, url)
		},
		"memory, a bus that loses, repeats and reorders": func(t *testing.T) (hub.Log, hub.Bus, hub.Bus) {
			local := &hub.Local{}
			return newPaper(), &leaky{Bus: local, r: rand.New(rand.NewPCG(1, 2))}, &leaky{Bus: local, r: rand.New(rand.NewPCG(3, 4))}
		},
		"memory, a bus that reaches nobody": func(t *testing.T) (hub.Log, hub.Bus, hub.Bus) {
			return newPaper(), mute{&hub.Local{}}, mute{&hub.Local{}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			log, busOne, busTwo := open(t)
			one, two := newHall(t, log, busOne), newHall(t, log, busTwo)
			nodes := []*hall{one, two}
			p := newPlayer(one, 11, 6)
			phones := follow(t, p, func(n int) *hall { return nodes[n%2] })
			may := layersOf(p, phones)
			var worst time.Duration
			for round := range 4 {
				// A question makes a node look at the log, so only one of them is
				// asked: the other must hear by itself.
				p.hall = nodes[round%2]
				for range 40 {
					p.step()
					may.look(p)
				}
				quiet := time.Now()
				for _, f := range phones {
					f.same(p.view(f.who))
				}
				worst = max(worst, time.Since(quiet))
				// Somebody changes node.
				n := p.r.IntN(len(phones))
				phones[n].conn.CloseNow()
				phones[n] = nodes[p.r.IntN(2)].back(phones[n].who, phones[n])
			}
			may.check(t, p, phones)
			if one.hash() != two.hash() {
				t.Error("the nodes have lived different stories")
			}
			if worst > 2*time.Second {
				t.Errorf("everybody equal only %v after quiet", worst)
			}
			t.Logf("everybody equal within %v of quiet", worst.Round(time.Millisecond))
		})
	}
}

// The same command at the same time, again and again, at both nodes: one event,
// and every answer names it.
func TestTheSameCommandAtTwoNodesIsOneEvent(t *testing.T) {
	onEveryBus(t, func(t *testing.T, busOne, busTwo hub.Bus) {
		log := newPaper()
		one, two := newHall(t, log, busOne).meet(8), newHall(t, log, busTwo)
		one.as("lead1", "next-1", room.NextStep{})
		two.head()
		for n := range 8 {
			var wg sync.WaitGroup
			seqs := make([]int64, 5)
			for i := range seqs {
				h := []*hall{one, two}[i%2]
				wg.Go(func() {
					seqs[i] = h.as(guest(n), "post-1", room.PostIdea{ID: fmt.Sprintf("i%d", n), Text: "bare én gang"})
				})
			}
			wg.Wait()
			for _, seq := range seqs {
				if seq != seqs[0] {
					t.Fatalf("answered with %v", seqs)
				}
			}
		}
		for cmd, n := range log.stored("r1") {
			if n != 1 {
				t.Errorf("%s is stored %d times", cmd, n)
			}
		}
	})
}

// Two nodes write the same room as hard as they can: they get in each other's
// way, and nothing is lost, doubled or out of order.
func TestTwoNodesWriteTheSameRoomHard(t *testing.T) {
	log := newPaper()
	bus := &hub.Local{}
	one, two := newHall(t, log, bus).meet(8), newHall(t, log, bus)
	one.as("lead1", "next-1", room.NextStep{})
	nodes := []*hall{one, two}
	var wg sync.WaitGroup
	var mu sync.Mutex
	acked := map[string]int64{}
	var slowest time.Duration
	conflicts := func() int64 { return int64(one.hub.Stats().Stale) + int64(two.hub.Stats().Stale) }
	for round := 0; round == 0 || round < 20 && conflicts() == 0; round++ { // a busy machine may let them take turns
		for n := range 8 {
			wg.Go(func() {
				for i := range 25 {
					began := time.Now()
					id := fmt.Sprintf("post-%d-%d", round, i)
					seq := nodes[n%2].as(guest(n), id, room.PostIdea{ID: fmt.Sprintf("i%d-%d-%d", n, round, i), Text: "hardt"})
					mu.Lock()
					acked[guest(n)+":"+id], slowest = seq, max(slowest, time.Since(began))
					mu.Unlock()
				}
			})
		}
		wg.Wait()
	}
	if one.hash() != two.hash() {
		t.Error("the nodes have lived different stories")
	}
	log.edit("r1", func(s *story) {
		at := map[string]int64{}
		for _, rec := range s.records {
			at[rec.Cmd] = rec.Seq
		}
		for cmd, seq := range acked {
			if at[cmd] != seq {
				t.Errorf("%s was acknowledged at %d and lies at %d", cmd, seq, at[cmd])
			}
		}
	})
	if conflicts() == 0 {
		t.Error("no conflict in thousands of commands: this test sees nothing")
	} else {
		t.Logf("%d conflicts, the slowest command took %v", conflicts(), slowest.Round(time.Millisecond))
	}
}

// What one node has just been told holds at the other also when the bus is
// dead: a phone is not turned away for what has not got there yet.
func TestNewsThatHasNotArrivedTurnsNobodyAway(t *testing.T) {
	log := newPaper()
	one, two := newHall(t, log, mute{&hub.Local{}}).meet(1), newHall(t, log, mute{&hub.Local{}})
	old := two.join(two.guest(0)) // two is awake and will hear nothing
	for n := 1; n < 5; n++ {
		one.house(fmt.Sprintf("join-%d", n), room.JoinSeat{Seat: guest(n), Role: room.Participant})
		two.join(two.guest(n)).until("a picture", func() bool { return true })
	}
	one.as("lead1", "rotate-1", room.RotateLink{Surface: "board", Hash: strings.Repeat("0", 64)})
	board := two.board()
	board.LinkEpoch = 2
	two.join(board)

	one.as("lead1", "next-1", room.NextStep{})
	if seq, no := old.ask("idea.post", room.PostIdea{ID: "i1", Text: "nå er det åpent"}); no != "" {
		t.Errorf("refused with %s at %d: the other node opened for it before it was sent", no, seq)
	}
}

// What ends at one node ends at the other within a second.
func TestWhatEndsAtOneNodeEndsAtTheOther(t *testing.T) {
	onEveryBus(t, func(t *testing.T, busOne, busTwo hub.Bus) {
		log := newPaper()
		one, two := newHall(t, log, busOne), newHall(t, log, busTwo)
		one.id, two.id = t.Name(), t.Name()
		one.meet(2)
		gone, board, stays := two.join(two.guest(0)), two.join(two.board()), two.join(two.guest(1))
		ends := func(p *phone, code int) {
			t.Helper()
			began := time.Now()
			if got := p.closed(); int(got) != code || time.Since(began) > time.Second {
				t.Errorf("closed with %d after %v, want %d", got, time.Since(began), code)
			}
		}
		one.as("lead1", "remove-1", room.RemoveSeat{Seat: guest(0)})
		ends(gone, int(hub.Removed))
		one.as("lead1", "rotate-1", room.RotateLink{Surface: "board", Hash: strings.Repeat("0", 64)})
		ends(board, int(hub.Rotated))
		log.edit(one.id, func(s *story) { s.gone = true })
		one.hub.Drop(one.id)
		ends(stays, int(hub.Deleted))
	})
}

// Redis goes away for a while and comes back empty: everything works meanwhile,
// the other node a second later, and acknowledgements are not held up.
func TestWithoutRedisEverythingWorksASecondLater(t *testing.T) {
	s := testredis.Start(t)
	log := openDisk(t)
	one, two := newHall(t, log, openRedis(t, s.URL)).meet(2), newHall(t, log, openRedis(t, s.URL))
	one.as("lead1", "next-1", room.NextStep{})
	phone, far := one.join(one.guest(0)), two.join(two.board())
	for name, fail := range map[string]func(){"gone": s.Kill, "hanging": s.Pause} {
		fail()
		for n := range 3 {
			began := time.Now()
			seq := one.as("lead1", fmt.Sprintf("time-%s-%d", name, n), room.AddTime{Seconds: 60})
			if took := time.Since(began); took > time.Second {
				t.Errorf("redis %s: an acknowledgement took %v", name, took)
			}
			far.until("what the other node did", func() bool { return far.at >= seq })
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("redis %s: the other node's board showed it after %v", name, took)
			}
			phone.until("what its own node did", func() bool { return phone.at >= seq })
		}
		if !one.hub.Stats().BusSick {
			t.Errorf("redis %s: the metrics show nothing", name)
		}
		s.Resume()
		s.Restart()
		one.until(func() bool { return !one.hub.Stats().BusSick && !two.hub.Stats().BusSick })
	}
}
