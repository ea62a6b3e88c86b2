package hub

import (
	"context"
	"time"

	"github.com/coder/websocket"

	"dugnad/room"
)

// attach takes a line into the room: hi, and then what it has missed or a whole
// picture. since and epoch are what the client says it was told last.
func (r *live) attach(l *line, since int64, epoch string) {
	ctx, cancel := r.within(wakeTimeout)
	defer cancel()
	if r.over {
		l.end(Restarted)
		return
	}
	err := safely(func() error {
		err := r.awake(ctx)
		if err == nil && r.behind(l, since) {
			// It may know of something that has not reached this node yet. To
			// turn it away on old news would be for good.
			_, err = r.tail(ctx)
		}
		return err
	})
	if broken(err) {
		r.lose("attach", err)
	}
	switch {
	case gone(err), err == nil && unborn(r.world):
		l.end(Deleted)
		return
	case err != nil || r.world == nil:
		l.end(Restarted)
		return
	}
	if code := r.unwelcome(l.Caller); code != 0 {
		l.end(code)
		return
	}
	r.place(l)
	s := r.world.state
	role := room.Projector
	if seat := s.Seats[l.Seat]; seat != nil {
		role = seat.Role
	}
	l.to.Store(s.Head)
	l.greet(hiFrame{"hi", version, r.id, r.world.epoch, s.Head, r.hub.clock.now(), l.Seat, role, r.hub.build},
		func() { r.do(func() { r.drained(l) }) })
	r.lines[l] = struct{}{}
	r.active = time.Now()
	if !r.resume(l, since, epoch) {
		r.present(l)
	}
	r.signs.greet(r, l, time.Now())
}

// place notes what the line's seat may see now.
func (r *live) place(l *line) {
	l.layers, l.placed = r.world.state.Layers(l.Seat), r.world.state.Placed(l.Seat)
}

// behind tells whether the client, or the server that let it in, seems to know
// more than we do.
func (r *live) behind(l *line, since int64) bool {
	s := r.world.state
	return since > s.Head || len(s.Layers(l.Seat)) == 0 || l.LinkEpoch > s.LinkOf(l.Seat, l.Surface).Epoch
}

// unwelcome is why a caller may not be here, zero if it may.
func (r *live) unwelcome(who Caller) websocket.StatusCode {
	s := r.world.state
	switch {
	case s.Forgot(who.Seat):
		return Forgotten
	case s.Seats[who.Seat] != nil && s.Seats[who.Seat].Gone && s.Became(who.Seat, who.LinkEpoch) != "":
		return Swapped
	case who.Seat == "" || len(s.Layers(who.Seat)) == 0:
		return Removed
	case who.LinkEpoch < s.LinkOf(who.Seat, who.Surface).Epoch:
		if x := s.Seats[who.Seat]; x != nil && x.Moves > who.LinkEpoch && x.Role == room.Participant {
			return elsewhere(x)
		}
		return Rotated
	}
	return 0
}

// elsewhere is why a phone has its seat no longer.
func elsewhere(x *room.Seat) websocket.StatusCode {
	if x.Given {
		return GivenAway
	}
	return MovedOn
}

// resume shows what was touched since the client was here last, as it is now.
func (r *live) resume(l *line, since int64, epoch string) bool {
	w := r.world
	if since <= 0 || epoch != w.epoch || since > w.state.Head || l.placed > since {
		return false
	}
	patch, ok := w.resume(since, l.layers)
	if !ok {
		return false
	}
	r.hub.count.resumes.Add(1)
	r.pict.peek(r.world)
	return l.send(patch)
}

// present shows a line everything, in place of what still waits for it.
func (r *live) present(l *line) {
	r.pict.peek(r.world)
	f, size, encoded := frame{sort: showing}, 0, r.world.encoded
	if f.parts, size = r.world.snap(l.layers); size > snapMax {
		f.parts = [][]byte{r.world.largeSnap()}
	}
	r.hub.count.layers.Add(r.world.encoded - encoded)
	r.hub.count.snaps.Add(1)
	if l.refresh(f) {
		l.to.Store(r.head())
	}
}

// drained has a line that was too slow ready for a fresh picture.
func (r *live) drained(l *line) {
	if _, here := r.lines[l]; here && r.world != nil && l.waits() {
		r.present(l)
	}
}

func (r *live) detach(l *line) {
	delete(r.lines, l)
	r.used = time.Now()
	r.signs.heard(r, []string{l.Seat}, r.used)
}

// current wakes the room for a question. News of other nodes that was in the
// log when it was asked is in the answer.
func (r *live) current(ctx context.Context, a *ask) error {
	if err := r.awake(ctx); err != nil {
		return err
	}
	if r.hub.bus != nil && r.fresh.Before(a.born) {
		if _, err := r.tail(ctx); err != nil {
			return err
		}
	}
	if r.world == nil || unborn(r.world) {
		return room.ErrGone
	}
	return nil
}
