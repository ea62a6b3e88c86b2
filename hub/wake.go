package hub

import (
	"context"
	"fmt"
	"time"

	"dugnad/room"
)

const (
	readOnlyRetry = 30 * time.Second // how often a room that could not be read is tried again
	moveSpread    = 5 * time.Second
)

// awake makes sure that there is a state, read from the log. A room that is not
// in the log is awake as one where nothing has happened: it can be made.
func (r *live) awake(ctx context.Context) error {
	if r.world != nil {
		return nil
	}
	r.hub.setClock(ctx, false)
	asked := time.Now()
	epoch, story, err := r.hub.log.Tail(ctx, r.id, 0)
	if gone(err) {
		epoch, story, err = "", nil, nil
	}
	if err != nil {
		if !r.dark {
			r.dark = true // said once, until it can be read again
			r.hub.slog.Warn("cannot read a room", "room", r.id, "err", err)
		}
		return fmt.Errorf("wake room %s: %w", r.id, err)
	}
	r.dark = false
	w, ms := replay(epoch, story, r.pict.seen)
	if unborn(w) && r.epoch != "" { // it was there a moment ago
		return room.ErrGone
	}
	r.world, r.fresh, r.dueSoon = w, asked, true
	r.hub.count.wakes.Add(1)
	switch {
	case epoch != r.epoch || w.state.Head < r.pict.seen:
		// First time, or another history: what people hold is worth nothing.
		r.epoch, r.regarded = epoch, w.state.Head
		r.pict.renew(w.state.Head)
		for l := range r.lines {
			if code := r.unwelcome(l.Caller); code != 0 {
				l.end(code)
				continue
			}
			r.place(l)
			l.moved(epoch)
			r.present(l)
		}
	default:
		r.pict.collect(w, ms)
	}
	if w.stuck != nil {
		r.unreadable()
	}
	return nil
}

// unreadable says that from here on the room is only shown. What we do not know
// was written by a newer node: people are told to move, and may find it.
func (r *live) unreadable() {
	r.retried = time.Now()
	r.hub.slog.Error("room is read-only", "room", r.id, "err", r.world.stuck)
	if !r.world.foreign || r.hub.bus == nil {
		return
	}
	for l := range r.lines {
		l.send(move(moveSpread))
	}
}

// tail reads what others have written since, and tells whether there was any.
func (r *live) tail(ctx context.Context) (moved bool, err error) {
	w, asked := r.world, time.Now()
	if w.stuck != nil {
		return false, nil
	}
	epoch, records, err := r.hub.log.Tail(ctx, r.id, w.state.Head)
	switch {
	case gone(err) && unborn(w):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("tail of room %s: %w", r.id, err)
	case epoch != w.epoch:
		r.world = nil
		return true, r.awake(ctx)
	}
	r.hub.count.tails.Add(1)
	r.fresh = asked
	return len(records) > 0, r.play(records)
}

// play applies records that are in the log.
func (r *live) play(records []room.Record) error {
	w := r.world
	for _, rec := range records {
		if rec.Seq <= w.state.Head {
			continue
		}
		m, _, err := w.apply(rec)
		if err != nil {
			w.getStuck(rec, err)
			r.unreadable()
			return nil
		}
		r.pict.collect(w, []moment{m})
	}
	if len(records) > 0 {
		r.active = time.Now()
	}
	return nil
}

// catchUp is tail for when nobody waits for the answer. A room that is asleep
// wakes if somebody sits in it.
func (r *live) catchUp(d time.Duration) {
	if r.world == nil && len(r.lines) == 0 {
		return
	}
	ctx, cancel := r.within(d)
	defer cancel()
	err := safely(func() error {
		if r.world == nil {
			return r.awake(ctx)
		}
		_, err := r.tail(ctx)
		return err
	})
	switch {
	case gone(err):
		r.vanish()
	case broken(err):
		r.lose("catch up", err)
	}
}

// doubtful tells whether somebody else may have written since we last looked,
// and before these were asked.
func (r *live) doubtful(jobs []*job) bool {
	if r.hub.bus == nil {
		return false
	}
	for _, j := range jobs {
		if j.err != nil && r.fresh.Before(j.born) {
			return true
		}
	}
	return false
}
