package hub

import (
	"time"

	"dugnad/room"
)

// typed is how long somebody counts as typing after a frame that said so.
const typed = 3 * time.Second

// typing is who writes just now, by group. It is merged and told once a second
// to the group itself, as a number; it is never stored and never leaves the
// node, and nobody loses anything when it is dropped.
type typing struct {
	since map[int]map[string]time.Time
	told  map[int]int
}

// types notes that a seat is typing.
func (r *live) types(seat string) {
	if r.world == nil || r.world.state.Seats[seat] == nil {
		return
	}
	t := &r.typing
	if t.since == nil {
		t.since, t.told = map[int]map[string]time.Time{}, map[int]int{}
	}
	g := r.world.state.Seats[seat].Group
	if g == 0 {
		return
	}
	if t.since[g] == nil {
		t.since[g] = map[string]time.Time{}
	}
	t.since[g][seat] = time.Now()
}

func (t *typing) tell(r *live) {
	for g, seats := range t.since {
		for seat, at := range seats {
			if time.Since(at) > typed {
				delete(seats, seat)
			}
		}
		if len(seats) == 0 {
			delete(t.since, g)
		}
		if t.told[g] == len(seats) {
			continue
		}
		t.told[g] = len(seats)
		f := encode(passing, ephFrame{"eph", len(seats)})
		for l := range r.lines {
			if in(l.layers, room.GroupLayer(g)) {
				l.send(f)
			}
		}
	}
}
