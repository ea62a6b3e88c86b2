package hub_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/room"
)

var errDied = errors.New("the connection died")

// once gives an error the first time and nothing afterwards.
func once(err error) func() error {
	var o sync.Once
	return func() (e error) {
		o.Do(func() { e = err })
		return e
	}
}

// The connection dies in the middle of a commit, so nobody knows whether it is
// stored: it is looked up. One event, one answer, either way.
func TestAnUnknownOutcomeIsLookedUp(t *testing.T) {
	for name, plant := range map[string]func(*paper){
		"stored":             func(p *paper) { p.after = once(errDied) },
		"not stored":         func(p *paper) { p.before = once(errDied) },
		"stored, as stale":   func(p *paper) { p.after = once(room.ErrStale) },
		"the log panics":     func(p *paper) { p.before = once(nil); p.before = panicsOnce() },
		"panics when stored": func(p *paper) { p.after = panicsOnce() },
	} {
		t.Run(name, func(t *testing.T) {
			log := newPaper()
			h := newHall(t, log, nil).meet(2)
			h.as("lead1", "next-1", room.NextStep{})
			p := h.join(h.guest(0))
			plant(log)
			seq, no := p.ask("idea.post", room.PostIdea{ID: "i1", Text: "akkurat da"})
			if no != "" || seq != 6 {
				t.Errorf("refused %q, at %d", no, seq)
			}
			p.same(h.view(h.guest(0)))
			for cmd, n := range log.stored(h.id) {
				if n != 1 {
					t.Errorf("%s is stored %d times", cmd, n)
				}
			}
			if h.head() != 6 {
				t.Errorf("head is %d", h.head())
			}
		})
	}
}

func panicsOnce() func() error {
	var o sync.Once
	return func() error {
		o.Do(func() { panic("planted in the log") })
		return nil
	}
}

// While the log does not answer, nothing is acknowledged and nobody waits for
// more than five seconds; when it answers again, everything goes on.
func TestWhileTheLogIsDownCommandsAreToldBusy(t *testing.T) {
	still(t, func(t *testing.T, h *hall, log *paper) {
		h.meet(2)
		h.as("lead1", "next-1", room.NextStep{})
		p := h.join(h.guest(0))
		log.fail(errDied)
		asked := time.Now()
		_, no := p.ask("idea.post", room.PostIdea{ID: "i1", Text: "uten nett"})
		if took := time.Since(asked); no != room.Busy || took > 5500*time.Millisecond {
			t.Errorf("%q after %v", no, took)
		}
		if _, err := h.try(guest(1), "post-1", room.PostIdea{ID: "i2", Text: "uten nett"}); err != room.Refuse(room.Busy) {
			t.Errorf("our own code is told %v", err)
		}
		late := h.dial(h.guest(1))
		late.say(map[string]any{"t": "hi", "v": 1})
		if code := late.closed(); code != 4001 {
			t.Errorf("who comes now is closed with %d", code)
		}
		log.fail(nil)
		p.sendAs("cmd-00001", "idea.post", room.PostIdea{ID: "i1", Text: "uten nett"}) // what it was refused, again
		p.until("it is stored", func() bool { return p.acks["cmd-00001"] != 0 })
		p.same(h.view(h.guest(0)))
	})
}

// Somebody else wrote first: what was decided on the old state is decided
// again, and refused if it no longer holds.
func TestAConflictIsDecidedAgain(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, nil).meet(2)
	p := h.join(h.lead())
	log.before = func() error {
		log.before = nil
		log.edit(h.id, func(s *story) {
			s.records = append(s.records, sealed(t, int64(len(s.records)+1), "lead1:elsewhere", "lead1", room.SeatRemoved{Seat: guest(0)}))
		})
		return nil
	}
	if _, no := p.ask("seat.place", room.PlaceSeat{Seat: guest(0), Group: 1}); no == "" {
		t.Error("a seat that was removed elsewhere was placed here")
	}
	p.same(h.view(h.lead()))
	if s := h.hub.Stats(); s.Stale == 0 {
		t.Error("there was no conflict: this test sees nothing")
	}
}

func sealed(t testing.TB, seq int64, cmd, seat string, e room.Event) room.Record {
	kind, body, err := room.Seal(e)
	if err != nil {
		t.Fatal(err)
	}
	return room.Record{Seq: seq, Cmd: cmd, At: time.Now().UnixMilli(), Seat: seat, Kind: kind, Body: body}
}

// The same command again is answered with its first position, whatever it says
// this time; another seat's id is simply new.
func TestARepeatIsAnsweredWithTheFirstPosition(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(2)
	h.as("lead1", "next-1", room.NextStep{})
	p, q := h.join(h.guest(0)), h.join(h.guest(1))
	first, _ := p.ask("idea.post", room.PostIdea{ID: "i1", Text: "første"})
	for range 3 {
		p.sendAs("cmd-00001", "idea.post", room.PostIdea{ID: "i2", Text: "noe annet"})
	}
	p.until("every answer", func() bool { return p.count("ack") == 4 })
	for _, f := range p.all() {
		if f.T == "ack" && f.Seq != first {
			t.Errorf("answered with %d, first with %d", f.Seq, first)
		}
	}
	if seq, no := q.ask("idea.post", room.PostIdea{ID: "i3", Text: "naboens"}); no != "" || seq != first+1 {
		t.Errorf("a neighbour with the same id: %q at %d", no, seq)
	}
	p.same(h.view(h.guest(0)))
	if p.shows("ideas/i2") {
		t.Error("the content of a repeat was applied")
	}
}

// What queued while the last commit ran is one append, in order.
func TestWhatQueuesIsOneAppend(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, nil).meet(0)
	inside, goOn := make(chan bool), make(chan bool)
	log.before = func() error {
		log.before = nil
		close(inside)
		<-goOn
		return nil
	}
	var wg sync.WaitGroup
	join := func(n int) {
		wg.Go(func() { h.house(fmt.Sprintf("join-%d", n), room.JoinSeat{Seat: guest(n), Role: room.Participant}) })
	}
	join(0)
	<-inside
	for n := 1; n < 400; n++ {
		join(n)
	}
	h.until(func() bool { return h.hub.Waiting(h.id) == 399 })
	before := log.writes
	close(goOn)
	wg.Wait()
	if n := log.writes - before; n != 3 {
		t.Errorf("399 commands took %d appends after the one they waited for; 256 go in one", n-1)
	}
	if h.head() != 402 {
		t.Errorf("head is %d", h.head())
	}
}

// A vote is counted once, by the house, as soon as it is closed; what was in
// the same batch after it is decided after it.
func TestAClosedVoteIsCountedOnce(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, nil).meet(3)
	voteOn(h)
	for n := range 3 {
		h.as(guest(n), "cast-1", room.CastBallot{Vote: "v1", Choice: room.Choice{"c-i1"}})
	}
	board := h.join(h.board())
	h.as("lead1", "close-1", room.CloseVote{Vote: "v1"})
	h.as("lead1", "next-9", room.NextStep{})
	board.until("the result", func() bool { return board.shows("results/v1") })
	if n := log.stored(h.id)["count:v1"]; n != 1 {
		t.Errorf("counted %d times", n)
	}
	for _, f := range board.all() {
		if strings.Contains(string(f.raw), `"choice"`) {
			t.Errorf("a choice was shown: %s", f.raw)
		}
	}
	board.same(h.view(h.board()))
}

// voteOn brings the meeting to an open vote on two proposals.
func voteOn(h *hall) {
	h.as("lead1", "go-1", room.GoToStep{Step: "samme"})
	h.as("lead1", "post-1", room.PostIdea{ID: "i1", Text: "det ene"})
	h.as("lead1", "post-2", room.PostIdea{ID: "i2", Text: "det andre"})
	h.as("lead1", "go-2", room.NextStep{})
	h.as("lead1", "open-1", room.OpenVote{ID: "v1", Method: "approve", K: 1, Secret: true})
}

// Time in a story never goes back, also when the log's clock does.
func TestTimeInAStoryNeverGoesBack(t *testing.T) {
	log := newPaper()
	log.ahead = time.Hour
	h := newHall(t, log, nil).meet(1)
	log.ahead = -time.Hour
	other := newHall(t, log, nil)
	other.as("lead1", "next-1", room.NextStep{})
	log.edit(h.id, func(s *story) {
		for n := 1; n < len(s.records); n++ {
			if s.records[n].At < s.records[n-1].At {
				t.Errorf("record %d is stamped before the one in front of it", n+1)
			}
		}
	})
}

// until waits for something that rings no bell.
func (h *hall) until(ok func() bool) {
	h.t.Helper()
	late := time.After(patience)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-late:
			h.t.Fatal("waited in vain")
		case <-tick.C:
		}
	}
}
