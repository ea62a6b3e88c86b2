package hub

import (
	"context"
	"sync/atomic"
	"time"

	"dugnad/room"
)

const (
	slowEvery = 200 * time.Millisecond // counts are collected this long
	sweepMax  = 50 * time.Millisecond  // a sweep that takes longer is not waited for
	gapWait   = 10 * time.Millisecond  // for a batch that is only late
	idleMax   = 60 * time.Second       // a room nobody uses is put to sleep
)

// live is a room that is awake. Everything in it belongs to its goroutine;
// others reach it through the inbox. A room is never busy with two things, so
// whatever reads it between two turns sees only what is in the log.
type live struct {
	inbox
	id  string
	hub *Hub

	world *world // nil: must be read from the log
	epoch string // of the picture that people hold
	pict  *picture
	lines map[*line]struct{}
	fresh time.Time // the world holds all that was in the log then

	owed     []*job // answers that wait for the flush that shows what they did
	sweep    *sweep // still running, or nil
	slowDue  bool
	slowSet  bool
	regarded int64   // head at which the lines were last looked at
	dueSoon  bool    // the house may have something to ask
	trying   *job    // being decided now: guilty if it panics
	pending  []Batch // batches that came too early
	gap      bool
	dark     bool // the log did not answer when we last asked
	over     bool // the room is gone for good, or the hub is closing

	buckets buckets
	typing  typing
	signs   signs

	used    time.Time             // when somebody last wanted something
	active  time.Time             // when something last happened here, on this node or another
	mark    atomic.Pointer[where] // for the poller and the metrics
	nudged  time.Time
	retried time.Time

	slow, late, gapT *time.Timer
}

func newLive(h *Hub, id string) *live {
	now := time.Now()
	r := &live{id: id, hub: h, pict: newPicture(), lines: map[*line]struct{}{}, used: now, nudged: now,
		slow: stopped(), late: stopped(), gapT: stopped()}
	r.bell = make(chan struct{}, 1)
	return r
}

func stopped() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
}

// run is the room's goroutine.
func (r *live) run() {
	defer r.stop()
	for !r.over {
		select {
		case <-r.hub.ctx.Done():
			r.over = true
			continue
		case <-r.bell:
		case <-r.slow.C:
			r.slowDue = true
		case <-r.late.C:
			r.sweep = nil
		case <-r.gapT.C:
			r.gap = true
		}
		if err := safely(func() error { r.turn(); return nil }); err != nil {
			r.restart(err)
		}
	}
}

// turn does what has come in: first what needs no state, then questions, then
// commands, and at last shows what has changed.
func (r *live) turn() {
	in := r.take()
	for _, b := range in.news {
		in.acts = append(in.acts, func() { r.heard(b) })
	}
	for _, act := range in.acts {
		if err := safely(func() error { act(); return nil }); err != nil {
			r.restart(err)
		}
	}
	if r.gap || in.lost {
		r.gap = false
		r.pending = nil // the log knows them all
		r.catchUp(tailTimeout)
	}
	if len(in.asks)+len(in.jobs) > 0 {
		r.used = time.Now()
		r.active = r.used
	}
	for _, a := range in.asks {
		a.done <- r.answer(a)
	}
	r.work(in.jobs)
	r.house()
	r.show()
	r.note()
}

// where is what others may know of a room without asking its goroutine.
type where struct {
	Head
	asleep, stuck bool
	active        time.Time
}

func (r *live) note() {
	n := where{asleep: r.world == nil, active: r.active}
	if w := r.world; w != nil {
		n.Head, n.stuck = Head{w.state.Head, w.epoch}, w.stuck != nil
	}
	if old := r.mark.Load(); old == nil || *old != n {
		r.mark.Store(&n)
	}
}

// lose throws the state away; the next who needs it wakes the room.
func (r *live) lose(why string, err error) {
	r.world = nil
	r.pending = nil
	r.hub.count.lost.Add(1)
	switch {
	case broken(err):
		r.hub.slog.Error("panic in a room", "room", r.id, "why", why, "err", err, "stack", stack(err))
	case err != nil:
		r.hub.slog.Warn("room drops its state", "room", r.id, "why", why, "err", err)
	}
}

// restart is for a panic outside of any command: nothing in memory is trusted,
// and people come back to a room that has been read anew.
func (r *live) restart(err error) {
	r.lose("panic in the room itself", err)
	r.tellOwed(nil)
	for l := range r.lines {
		l.end(Restarted)
	}
	r.pict.renew(0)
	r.epoch = ""
}

// vanish parts from everybody: the meeting is deleted.
func (r *live) vanish() {
	for l := range r.lines {
		l.end(Deleted)
	}
	r.world, r.over = nil, true
}

// stop ends the room: whoever still waits is told.
func (r *live) stop() {
	r.close(true)
	r.hub.asleep(r)
	for _, t := range []*time.Timer{r.slow, r.late, r.gapT} {
		t.Stop()
	}
	in := r.take()
	why := room.ErrGone
	if r.hub.ctx.Err() != nil {
		why = ErrClosed
	}
	for _, act := range in.acts { // a line that came too late is told so
		_ = safely(func() error { act(); return nil })
	}
	for _, a := range in.asks {
		a.done <- why
	}
	for _, j := range in.jobs {
		j.refuse(why)
		j.tell()
	}
	r.tellOwed(nil)
}

// within gives a context that ends with the hub, or after a time.
func (r *live) within(d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(r.hub.ctx, d)
}

func (r *live) head() int64 {
	if r.world == nil {
		return 0
	}
	return r.world.state.Head
}

// unborn tells whether nothing has ever happened here.
func unborn(w *world) bool { return w.state.Head == 0 && w.stuck == nil }

func creates(c room.Command) bool {
	_, ok := c.(room.CreateMeeting)
	return ok
}
