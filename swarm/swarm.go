// Package swarm fills a rehearsal with simulated people. They come in, write,
// share, send and vote by the same rules as anybody, so that a facilitator can
// lead the whole plan before it counts, with three things going wrong on purpose.
package swarm

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"dugnad/room"
)

// Rooms is what a swarm asks of the house: that a command is decided by the
// rules and stored, and to be allowed to look.
type Rooms interface {
	Do(ctx context.Context, roomID, seat, cmdID string, c room.Command) (int64, error)
	Ask(ctx context.Context, roomID string, f func(*room.State)) error
}

// Options is what a swarm is made of. Rooms and Delete must be there.
type Options struct {
	Rooms  Rooms
	Delete func(ctx context.Context, roomID string) error // takes a rehearsal away for good
	People int                                            // 0 is ten
	Tick   time.Duration                                  // how long a second is to them; 0 is a second
	Lasts  time.Duration                                  // a rehearsal that nobody wiped is gone after this; 0 is two hours
	Log    *slog.Logger
}

// Swarm is the people in all rehearsals on this node.
type Swarm struct {
	o    Options
	ctx  context.Context
	stop context.CancelFunc
	over sync.WaitGroup
}

// New is a swarm with nobody in it yet. Close ends it.
func New(o Options) *Swarm {
	if o.People == 0 {
		o.People = 10
	}
	if o.Tick == 0 {
		o.Tick = time.Second
	}
	if o.Lasts == 0 {
		o.Lasts = 2 * time.Hour
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Swarm{o: o}
	s.ctx, s.stop = context.WithCancel(context.Background())
	return s
}

// Fill sends people into a rehearsal. They stay until it is deleted, which
// happens by itself when nobody has done it in good time.
func (s *Swarm) Fill(roomID string) {
	s.over.Go(func() { s.live(roomID) })
}

// Close sends everybody home and waits for them.
func (s *Swarm) Close() {
	s.stop()
	s.over.Wait()
}

func (s *Swarm) live(roomID string) {
	ctx, cancel := context.WithTimeout(s.ctx, s.o.Lasts)
	defer cancel()
	tick := time.NewTicker(s.o.Tick)
	defer tick.Stop()
	at, since := "", 0
	for n := 1; ; n++ {
		var err error
		if at, since, err = s.step(ctx, roomID, n, at, since); err != nil {
			if !errors.Is(err, room.ErrGone) && ctx.Err() == nil {
				s.o.Log.Warn("a rehearsal has lost its people", "room", roomID, "err", err)
			}
			break
		}
		select {
		case <-tick.C:
			continue
		case <-ctx.Done():
		}
		break
	}
	if s.ctx.Err() != nil || ctx.Err() == nil {
		return // the house closes, or the room was gone before us
	}
	if err := s.o.Delete(s.ctx, roomID); err != nil && !errors.Is(err, room.ErrGone) {
		s.o.Log.Error("a rehearsal could not be wiped", "room", roomID, "err", err)
	}
}

// step lets everybody look, and do what they think of. A no from the rules is
// what people meet all the time, and no trouble. It tells which step the room is
// in and at which tick it came there.
func (s *Swarm) step(ctx context.Context, roomID string, tick int, at string, since int) (string, int, error) {
	var acts []act
	err := s.o.Rooms.Ask(ctx, roomID, func(st *room.State) {
		if id := st.Agenda.Steps[st.Agenda.Now].ID; id != at {
			at, since = id, tick
		}
		acts = think(look{st, tick, int64(tick-since) * 1000}, s.o.People)
	})
	if err != nil {
		return at, since, err
	}
	for n, a := range acts {
		_, err := s.o.Rooms.Do(ctx, roomID, a.seat, fmt.Sprintf("sim-%d-%d", tick, n), a.do)
		var no room.Refusal
		if err != nil && !errors.As(err, &no) {
			return at, since, err
		}
	}
	return at, since, nil
}
