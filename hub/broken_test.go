package hub_test

import (
	"context"
	"slices"
	"testing"

	"dugnad/hub"
	"dugnad/room"
)

// bomb is a command that breaks whatever looks at it.
type bomb struct{ room.Command }

// A command that breaks the room is refused; the others in its batch, the
// people in the room and the other rooms go on as if nothing had happened.
func TestAPanicCostsOnlyTheCommandThatCausedIt(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, nil).meet(2)
	h.as("lead1", "next-1", room.NextStep{})
	p := h.join(h.guest(0))
	sum := h.hash()
	if _, err := h.try(guest(1), "bomb-1", bomb{}); err != room.Refuse(room.Invalid) {
		t.Errorf("told %v", err)
	}
	if h.hash() != sum {
		t.Error("the state is another")
	}
	if err := h.hub.Ask(context.Background(), h.id, func(*room.State) { panic("planted in a question") }); err == nil {
		t.Error("a question that broke was answered")
	}
	if _, no := p.ask("idea.post", room.PostIdea{ID: "i1", Text: "vi fortsetter"}); no != "" {
		t.Error(no)
	}
	p.same(h.view(h.guest(0)))
	if p.times("snap") != 1 {
		t.Error("a phone was disturbed")
	}
}

// What cannot be read: the room is shown as far as it can be, and refuses to be
// written; other rooms are fine. If a newer version wrote it, people are told
// to move there; where there is no other node, they would only come back to this one.
func TestARoomThatCannotBeReadIsReadOnly(t *testing.T) {
	for name, x := range map[string]struct {
		spoil func(*room.Record)
		bus   hub.Bus
		moves bool
	}{
		"corrupt body":        {func(r *room.Record) { r.Body = []byte(`{"seat":`) }, &hub.Local{}, false},
		"unknown kind":        {func(r *room.Record) { r.Kind = "seat.teleported" }, &hub.Local{}, true},
		"unknown kind, alone": {func(r *room.Record) { r.Kind = "seat.teleported" }, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			log := newPaper()
			h := newHall(t, log, x.bus).meet(2)
			p := h.join(h.guest(0))
			p.until("a picture", func() bool { return p.has("snap") })
			log.edit(h.id, func(s *story) {
				rec := sealed(t, int64(len(s.records)+1), "lead1:newer", "lead1", room.SeatPresented{Seat: guest(1), As: "kommune"})
				x.spoil(&rec)
				s.records = append(s.records, rec)
			})
			if _, no := p.ask("seat.hand", room.RaiseHand{Why: "help"}); no != room.ReadOnly {
				t.Errorf("refused with %q", no)
			}
			if x.moves {
				p.until("the word to move", func() bool { return p.has("move") })
			} else if p.times("move") != 0 {
				t.Error("told to move, and no other node could read it either")
			}
			h.until(func() bool { return h.hub.Stats().Unreadable == 1 })
			late := h.join(h.guest(1))
			late.until("a picture", func() bool { return late.has("snap") })

			other := *h
			other.id = "r2"
			other.meet(1)
			if _, no := other.join(other.guest(0)).ask("seat.hand", room.RaiseHand{Why: "help"}); no != "" {
				t.Errorf("another room: %s", no)
			}
		})
	}
}

// History is another one than before: everybody gets a whole picture of it.
func TestAnotherHistoryIsShownWhole(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, &hub.Local{}).meet(2)
	p := h.join(h.guest(0))
	h.as(guest(0), "hand-1", room.RaiseHand{Why: "help"})
	log.edit(h.id, func(s *story) { // restored to an older point
		s.epoch = "restored"
		s.records = slices.Clone(s.records[:len(s.records)-1])
	})
	h.state(func(*room.State) {}) // somebody asks
	p.until("a picture of the new history", func() bool { return p.epoch == "restored" })
	p.same(h.view(h.guest(0)))

	h.as(guest(0), "hand-2", room.RaiseHand{Why: "help"})
	log.edit(h.id, func(s *story) { // as long as the old one, and not the same
		s.epoch = "restored again"
		n := int64(len(s.records))
		s.records = append(slices.Clone(s.records[:n-1]), sealed(t, n, "lead1:elsewhere", "lead1", room.SeatPresented{Seat: guest(1), As: "kommune"}))
	})
	h.state(func(*room.State) {})
	p.until("a picture of the newer history", func() bool { return p.epoch == "restored again" })
	p.same(h.view(h.guest(0)))
}
