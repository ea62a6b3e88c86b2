package hub_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dugnad/hub"
	"dugnad/room"
)

// reader is a phone whose reading the test does by hand.
func (h *hall) reader(who hub.Caller) *phone {
	h.t.Helper()
	held := h.dialHeld(who)
	held.say(map[string]any{"t": "hi", "v": 1})
	return held
}

// One phone that does not read: the others are shown everything as if it were
// not there, and it is parted from when it has kept us waiting long enough.
func TestASlowPhoneDelaysNobodyAndIsPartedFrom(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(2)
		h.as("lead1", "next-1", room.NextStep{})
		quick := h.join(h.guest(1))
		h.reader(h.guest(0)) // never reads again
		began := time.Now()
		for n := range 30 {
			h.as("lead1", fmt.Sprintf("time-%d", n), room.AddTime{Seconds: 60})
			head := h.head()
			quick.until("the new time", func() bool { return quick.at >= head })
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("a neighbour waited %v for thirty changes", took)
		}
		time.Sleep(25 * time.Second)
		if s := h.hub.Stats(); s.Closed[int(hub.Slow)] != 1 || s.Lines != 1 {
			t.Errorf("after half a minute: closed %v, %d lines", s.Closed, s.Lines)
		}
		if _, no := quick.ask("seat.hand", room.RaiseHand{Why: "help"}); no != "" {
			t.Error(no)
		}
	})
}

// While a round over the phones runs, what happens is collected and written all
// in the next; the round is not waited for longer than it takes to blink, and a
// phone that is behind is not waited for at all.
func TestWhatHappensDuringASweepGoesInTheNext(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(2)
		h.as("lead1", "next-1", room.NextStep{})
		time.Sleep(time.Second) // the counts that follow from coming have been shown
		quick := h.join(h.guest(1))
		held := h.reader(h.guest(0))
		held.hear(2)    // hi and the first picture
		synctest.Wait() // it is idle; from the next frame on it is in the middle of one
		add := func(n int) int64 { return h.as("lead1", fmt.Sprintf("time-%d", n), room.AddTime{Seconds: 60}) }
		add(0)
		synctest.Wait()
		if n := quick.times("patch"); n != 1 {
			t.Fatalf("%d patches for the first change: it should not have waited", n)
		}
		var last int64
		for n := 1; n < 10; n++ {
			last = add(n)
		}
		synctest.Wait()
		if n := quick.times("patch"); n != 1 {
			t.Errorf("%d patches while a round was running", n)
		}
		time.Sleep(51 * time.Millisecond)
		synctest.Wait()
		if n := quick.times("patch"); n != 2 || quick.position() != last {
			t.Errorf("%d patches, at %d of %d", n, quick.position(), last)
		}
		add(10)
		synctest.Wait()
		if n := quick.times("patch"); n != 3 {
			t.Errorf("%d patches: the phone that is behind was waited for again", n)
		}
	})
}

// A phone that was away for a moment while much happened is sent one whole
// picture, and every answer it is owed.
func TestAPhoneThatFellBehindGetsAFreshPicture(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		h.as("lead1", "next-1", room.NextStep{})
		slow := h.reader(h.guest(0))
		slow.hear(2) // hi and the first picture
		id := slow.send("idea.post", room.PostIdea{ID: "mine", Text: "fra den trege"})
		synctest.Wait()
		for n := range 300 {
			h.as("lead1", fmt.Sprintf("time-%d", n), room.AddTime{Seconds: 60 - 120*int64(n%2)})
			time.Sleep(6 * time.Millisecond)
		}
		time.Sleep(5 * time.Second)
		slow.reading.Add(1)
		go slow.listen()
		synctest.Wait()
		slow.same(h.view(h.guest(0)))
		if _, no := slow.answer(id); no != "" {
			t.Error(no)
		}
		if n := slow.times("patch"); n > 200 {
			t.Errorf("was sent %d patches it had no use for", n)
		}
		if slow.times("snap") != 2 {
			t.Errorf("%d pictures", slow.times("snap"))
		}
		h.as("lead1", "last", room.AddTime{Seconds: 600})
		head := h.head()
		slow.until("what happens next", func() bool { return slow.at >= head })
	})
}

// A phone that has left without a word is noticed, and so is one that never
// said a word.
func TestAPhoneThatIsGoneIsNoticed(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		h.join(h.guest(0))
		h.far.cut.Store(true)
		h.dial(h.guest(0)) // says nothing
		time.Sleep(14 * time.Second)
		if s := h.hub.Stats(); s.Lines != 1 {
			t.Errorf("one never said hi, and there are %d lines", s.Lines)
		}
		time.Sleep(26 * time.Second)
		if s := h.hub.Stats(); s.Lines != 0 || s.Closed[int(hub.Silent)] != 2 {
			t.Errorf("after 40 s: %d lines, closed %v", s.Lines, s.Closed)
		}
	})
}

// Heartbeats tell the time by the log's clock, and a line that nothing has
// concerned how far the room has come.
func TestHeartbeatsTellTheTimeAndThePosition(t *testing.T) {
	still(t, func(t *testing.T, h *hall, log *paper) {
		log.ahead = time.Hour
		h.meet(2)
		h.as("lead1", "next-1", room.NextStep{})
		p := h.join(h.guest(0))
		h.as(guest(1), "post-1", room.PostIdea{ID: "i1", Text: "i stillhet"}) // nothing for guest 0
		time.Sleep(52 * time.Second)
		synctest.Wait()
		var beats []said
		for _, f := range p.all() {
			if f.T == "hi" {
				beats = append(beats, f)
			}
		}
		if len(beats) != 3 {
			t.Fatalf("%d hi in 52 s", len(beats))
		}
		if off := beats[2].Now - beats[2].arrived.Add(time.Hour).UnixMilli(); off < -1000 || off > 1000 {
			t.Errorf("the clock is %d ms off the log's", off)
		}
		if head := h.head(); p.position() != head || beats[2].Seq != head {
			t.Errorf("at %d, told %d, the room is at %d", p.position(), beats[2].Seq, head)
		}
		var at int64
		h.state(func(s *room.State) { at = s.At })
		if late := time.Now().Add(time.Hour).Sub(time.UnixMilli(at)); late > 2*time.Minute {
			t.Errorf("events are stamped %v behind the log's clock", late)
		}
	})
}

// A room that nobody uses goes to sleep, and wakes as it was.
func TestAnIdleRoomSleeps(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		sum := h.hash()
		time.Sleep(70 * time.Second)
		if s := h.hub.Stats(); s.Rooms != 0 {
			t.Errorf("%d rooms awake", s.Rooms)
		}
		if h.hash() != sum {
			t.Error("it woke as another")
		}
	})
}

// A vote that waits for slips of paper is counted a day later, though everybody
// has gone home and nobody has opened the room since.
func TestPaperIsWaitedForInAnEmptyRoom(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(4)
		h.as("lead1", "groups-1", room.MakeGroups{Size: 4})
		h.as("lead1", "place-11", room.AddPlace{ID: "papir-plass", Group: 1})
		h.as("lead1", "step-111", room.GoToStep{Step: "bordet"})
		for _, id := range []string{"i1", "i2"} {
			h.as(guest(0), "post-"+id+"1", room.PostIdea{ID: id, Text: "Forslag " + id, Table: true})
		}
		h.as("lead1", "send-111", room.SendGroup{Group: 1})
		h.as("lead1", "step-222", room.GoToStep{Step: "stem"})
		h.as("lead1", "open-111", room.OpenVote{ID: "v1", Method: "approve", K: 1, Secret: true})
		h.as(guest(0), "cast-111", room.CastBallot{Vote: "v1", Choice: room.Choice{"c-i1"}})
		h.as("lead1", "shut-111", room.CloseVote{Vote: "v1"})
		time.Sleep(23 * time.Hour)
		if got := h.vote("v1"); got != "hall" {
			t.Errorf("after 23 hours it is %s", got)
		}
		time.Sleep(70 * time.Minute)
		if s := h.hub.Stats(); s.Rooms != 0 {
			t.Errorf("%d rooms awake when there is nothing left to do", s.Rooms)
		}
		if got := h.vote("v1"); got != "counted" {
			t.Errorf("after a day it is %s", got)
		}
	})
}

func (h *hall) vote(id string) (status string) {
	h.state(func(s *room.State) { status = s.Votes[id].Status })
	return status
}

// Typing is a number for the table, merged, and never stored.
func TestTypingIsMergedAndForgotten(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(6)
		h.as("lead1", "groups-1", room.MakeGroups{Size: 3})
		head := h.head()
		groups := map[int][]int{}
		h.state(func(s *room.State) {
			for n := range 6 {
				g := s.Seats[guest(n)].Group
				groups[g] = append(groups[g], n)
			}
		})
		one, two := h.join(h.guest(groups[1][0])), h.join(h.guest(groups[1][1]))
		other := h.join(h.guest(groups[2][0]))
		for range 3 {
			one.say(map[string]any{"t": "eph", "what": "typing"})
			two.say(map[string]any{"t": "eph", "what": "typing"})
		}
		one.until("two are typing", func() bool { return one.typing() == 2 })
		one.until("nobody is typing", func() bool { return one.typing() == 0 })
		if n := one.times("eph"); n > 3 {
			t.Errorf("%d frames for six that said the same", n)
		}
		if other.times("eph") != 0 || h.head() != head {
			t.Errorf("another table heard of it, or it was stored")
		}
	})
}

func (p *phone) typing() int {
	for n := len(p.frames) - 1; n >= 0; n-- {
		if p.frames[n].T == "eph" {
			return p.frames[n].Typing
		}
	}
	return -1
}

// A node that leaves tells its phones to move, spread out, lets go of those who
// do not, and takes nobody new.
func TestADrainingNodeSendsItsPhonesAway(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(20)
		var phones []*phone
		for n := range 20 {
			phones = append(phones, h.join(h.guest(n)))
		}
		began := time.Now()
		ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
		defer cancel()
		h.hub.Drain(ctx)
		if took := time.Since(began); took > 5*time.Second || ctx.Err() != nil {
			t.Errorf("took %v", took)
		}
		var first, last time.Time
		for _, p := range phones {
			if code := p.closed(); code != hub.Moving {
				t.Errorf("closed with %d", code)
			}
			moves := 0
			for _, f := range p.all() {
				if f.T != "move" {
					continue
				}
				moves++
				if first.IsZero() || f.arrived.Before(first) {
					first = f.arrived
				}
				if f.arrived.After(last) {
					last = f.arrived
				}
			}
			if moves != 1 {
				t.Errorf("told %d times to move", moves)
			}
		}
		if spread := last.Sub(first); spread < 200*time.Millisecond {
			t.Errorf("all told within %v", spread)
		}
		late := h.dial(h.guest(0))
		if code := late.closed(); code != hub.Moving {
			t.Errorf("who comes late: closed with %d", code)
		}
	})
}

// A clock that is set while people look at their timers is told to them at
// once, not with the next heartbeat.
func TestAClockThatIsSetIsTold(t *testing.T) {
	still(t, func(t *testing.T, h *hall, log *paper) {
		var ahead atomic.Int64
		h.hub.Close()
		h.hub = hub.New(hub.Options{Log: log, Logger: talk(t), Build: "test",
			Now: func() int64 { return time.Now().Add(time.Duration(ahead.Load())).UnixMilli() }})
		t.Cleanup(h.hub.Close)
		h.meet(1)
		p := h.join(h.guest(0))
		time.Sleep(5 * time.Second)
		if n := p.times("hi"); n != 1 {
			t.Fatalf("%d hi before the clock was set", n)
		}
		ahead.Store(int64(310 * 24 * time.Hour))
		time.Sleep(1100 * time.Millisecond)
		synctest.Wait()
		all := p.all()
		last := all[len(all)-1]
		if off := time.Now().AddDate(0, 0, 310).UnixMilli() - last.Now; last.T != "hi" || off < 0 || off > 1100 {
			t.Errorf("last told %s, %d ms off", last.T, off)
		}
	})
}
