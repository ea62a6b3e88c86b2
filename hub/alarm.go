package hub

import (
	"context"
	"errors"
	"time"

	"dugnad/room"
)

// Alarm is what a log can do while nobody is looking: say in which rooms that
// sleep the house has something to do, delete one whose time is over, and sweep
// away what lies beside the rooms and is kept for minutes.
type Alarm interface {
	Due(ctx context.Context, now int64) (rooms []string, err error)
	Sweep(ctx context.Context, now int64) error
	Delete(ctx context.Context, room string) error
}

const (
	alarmEvery   = 20 * time.Second
	alarmTimeout = 5 * time.Second
)

// alarm wakes the rooms in which something is due. Once awake, a room does it by
// itself, with ids that every node knows, so several nodes may ring at once.
func (h *Hub) alarm(a Alarm) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var rung time.Time
	var shown int64
	for {
		select {
		case <-h.ctx.Done():
			return
		case at := <-tick.C:
			// A clock that has been set forward rings at once.
			if now := h.clock.now(); at.Sub(rung) >= alarmEvery || now-shown >= alarmEvery.Milliseconds() {
				rung, shown = at, now
				h.ring(a, now)
			}
		}
	}
}

func (h *Hub) ring(a Alarm, now int64) {
	ctx, cancel := context.WithTimeout(h.ctx, alarmTimeout)
	defer cancel()
	if err := a.Sweep(ctx, now); err != nil && h.ctx.Err() == nil {
		h.slog.Warn("what is kept for minutes could not be swept away", "err", err)
	}
	due, err := a.Due(ctx, now)
	if err != nil {
		if h.ctx.Err() == nil {
			h.slog.Warn("nobody can say which rooms have something to do", "err", err)
		}
		return
	}
	for _, id := range due {
		if err := h.wakeUp(a, id, now); err != nil && h.ctx.Err() == nil {
			h.slog.Warn("a room could not be woken", "room", id, "err", err)
		}
	}
}

// wakeUp has a room look at the clock, or takes it away for good when its year
// is over and everybody who had to be told has been told.
func (h *Hub) wakeUp(a Alarm, id string, now int64) error {
	ctx, cancel := context.WithTimeout(h.ctx, alarmTimeout)
	defer cancel()
	over := false
	err := h.Ask(ctx, id, func(s *room.State) {
		at := s.Expires()
		over = at != 0 && at <= now
	})
	if err != nil || !over {
		if errors.Is(err, room.ErrGone) {
			return nil
		}
		return err
	}
	if err := a.Delete(ctx, id); err != nil && !errors.Is(err, room.ErrGone) {
		return err
	}
	h.Drop(id)
	h.slog.Info("a meeting has been kept long enough and is deleted", "room", id)
	return nil
}
