package hub_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dugnad/room"
)

// A phone that lost the network is shown what it missed, as it is now: nothing
// that has been hidden in the meantime, and that it is gone.
func TestWhoComesBackIsShownWhatWasMissed(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(2)
	h.as("lead1", "next-1", room.NextStep{})
	h.as(guest(0), "post-1", room.PostIdea{ID: "first", Text: "første"})
	p := h.join(h.guest(0))
	p.until("its note", func() bool { return p.shows("ideas/first") })
	p.conn.CloseNow()

	h.as(guest(0), "post-2", room.PostIdea{ID: "second", Text: "andre"})
	h.as(guest(0), "post-3", room.PostIdea{ID: "third", Text: "tredje"})
	h.as(guest(0), "gone-1", room.WithdrawIdea{ID: "first"})
	h.as(guest(0), "gone-3", room.WithdrawIdea{ID: "third"})

	back := h.back(h.guest(0), p)
	back.until("what it missed", func() bool { return back.shows("ideas/second") })
	back.same(h.view(h.guest(0)))
	frames := back.all()
	if i := slices.IndexFunc(frames, func(f said) bool { return f.T == "snap" }); i >= 0 {
		t.Error("sent a whole picture for four records")
	}
	if !slices.Contains(frames[1].Del, "ideas/first") {
		t.Errorf("not told that the first note is gone: %s", frames[1].raw)
	}
}

// Counts are shown a little later than the rest. Who drops off in between is
// shown them on coming back, also at a node that never kept them back.
func TestACountThatWasKeptBackIsNotLost(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		h.as("lead1", "next-1", room.NextStep{})
		time.Sleep(time.Second)
		p := h.join(h.lead())
		h.as(guest(0), "hand-1", room.RaiseHand{Why: "help"}) // a count
		h.as("lead1", "time-1", room.AddTime{Seconds: 60})    // and something that is shown at once
		synctest.Wait()
		if n := p.times("patch"); n != 1 {
			t.Fatalf("%d patches: the count should have been kept back", n)
		}
		p.conn.CloseNow()
		time.Sleep(time.Second)
		back := h.back(h.lead(), p)
		back.until("what it missed", func() bool { return back.has("patch") })
		back.same(h.view(h.lead()))
	})
}

// Whoever has nothing we can go on from gets everything.
func TestWhoNeedsAWholePictureGetsOne(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(3)
	h.as("lead1", "groups-1", room.MakeGroups{Size: 3})
	h.as("lead1", "next-1", room.NextStep{})
	for name, since := range map[string]func(p *phone){
		"new":           func(p *phone) { p.at, p.epoch = 0, "" },
		"other history": func(p *phone) { p.epoch = "another" },
		"ahead of us":   func(p *phone) { p.at = 1 << 40 },
		"moved since":   func(p *phone) { h.as("lead1", "place-1", room.PlaceSeat{Seat: guest(0)}) },
		"too long ago": func(p *phone) {
			for n := range 2001 {
				h.as("lead1", fmt.Sprintf("time-%d", n), room.AddTime{Seconds: 60 - 120*int64(n%2)})
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := h.join(h.guest(0))
			p.until("a picture", func() bool { return p.at > 0 })
			p.conn.CloseNow()
			since(p)
			back := h.back(h.guest(0), p)
			back.until("a whole picture", func() bool { return back.has("snap") })
			back.same(h.view(h.guest(0)))
		})
	}
}

// Two tabs of one person both live, and both are answered.
func TestTwoTabsBothStayLive(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(1)
	h.as("lead1", "next-1", room.NextStep{})
	one, two := h.join(h.guest(0)), h.join(h.guest(0))
	if _, no := one.ask("idea.post", room.PostIdea{ID: "a", Text: "fra den ene"}); no != "" {
		t.Fatal(no)
	}
	two.sent = 100 // its own ids
	if _, no := two.ask("idea.post", room.PostIdea{ID: "b", Text: "fra den andre"}); no != "" {
		t.Fatal(no)
	}
	for _, p := range []*phone{one, two} {
		p.until("both notes", func() bool { return p.shows("ideas/a") && p.shows("ideas/b") })
	}
	one.conn.CloseNow()
	if _, no := two.ask("idea.post", room.PostIdea{ID: "c", Text: "fortsatt her"}); no != "" {
		t.Fatal(no)
	}
}

// A picture too large for a frame is fetched, and what happens on the way
// there is laid on top of it.
func TestALargePictureIsFetched(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(0)
	h.as("lead1", "go", room.GoToStep{Step: "samme"})
	long := strings.Repeat("å", 50)
	for n := range 700 {
		lead := fmt.Sprintf("lead-%d", n/200)
		h.try("", lead, room.JoinSeat{Seat: lead, Role: room.Facilitator})
		h.as(lead, fmt.Sprintf("post-%d", n), room.PostIdea{ID: fmt.Sprintf("i%d", n), Text: fmt.Sprintf("%d %s", n, long)})
	}
	p := h.dial(h.board())
	p.say(map[string]any{"t": "hi", "v": 1, "since": 0, "epoch": ""})
	p.until("the word to fetch", func() bool { return p.has("snap") })
	snap := p.all()[1]
	if !snap.Large || snap.Set != nil {
		t.Fatalf("a frame of %d bytes", len(snap.raw))
	}
	h.as("lead1", "title-1", room.RenameCluster{Cluster: "c-i1", Title: "Nytt navn"})
	view := h.view(h.board())
	h.as("lead1", "title-2", room.RenameCluster{Cluster: "c-i2", Title: "Nyere navn"})
	p.until("what happened on the way", func() bool { return len(p.kept) > 1 })
	p.fetched(view)
	p.same(h.view(h.board()))
}
