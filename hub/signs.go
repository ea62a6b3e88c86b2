package hub

import (
	"bytes"
	"time"

	"dugnad/room"
)

const (
	quietAfter = 2 * time.Minute  // a phone that sleeps for a minute is still here
	deadAfter  = 15 * time.Second // a machine that leads does not sleep
	signEvery  = 5 * time.Second  // how often the nodes tell each other who hangs on them
)

// signs is when each seat was last heard of, at this node or another. It is
// stored nowhere and is worth no more than that: whoever leads is told how many
// phones have been quiet for a while, and a deputy whether anybody leads. A seat
// that this node has not heard of yet, since it came a moment ago or since the
// room has just woken, is taken to be here until it has been quiet for as long
// as the others.
type signs struct {
	seats map[string]sign
	said  time.Time // when the other nodes were told last
	told  [3]told   // whoever leads, a deputy, and an adult who watches young leaders
}

// sign is by the machine's steady clock, and by the clock that people are shown:
// 0 for a seat that is only taken to be here.
type sign struct {
	at    time.Time
	shown int64
}

// told is the frame that was sent last, and when.
type told struct {
	frame []byte
	at    time.Time
}

func (g *signs) heard(r *live, seats []string, now time.Time) {
	if len(seats) == 0 {
		return
	}
	g.known()
	shown := r.hub.clock.now()
	for _, seat := range seats {
		g.seats[seat] = sign{now, shown}
	}
}

func (g *signs) known() map[string]sign {
	if g.seats == nil {
		g.seats = map[string]sign{}
	}
	return g.seats
}

// look goes through the lines and the seats, and tells the other nodes who is here.
func (g *signs) look(r *live, now time.Time) {
	here := make([]string, 0, len(r.lines))
	for l := range r.lines {
		if r.world.state.Seats[l.Seat] != nil {
			here = append(here, l.Seat)
		}
	}
	g.heard(r, here, now)
	for seat := range g.seats {
		if r.world.state.Seats[seat] == nil {
			delete(g.seats, seat)
		}
	}
	for seat := range r.world.state.Seats {
		if _, known := g.known()[seat]; !known {
			g.seats[seat] = sign{at: now}
		}
	}
	if r.hub.post != nil && len(here) > 0 && now.Sub(g.said) >= signEvery {
		g.said = now
		r.hub.post.say(Batch{Room: r.id, Epoch: r.world.epoch, From: r.head() + 1, To: r.head(), Here: here})
	}
}

// tell comes once a second. What has not changed is said again with the
// heartbeat, since nobody makes up for a frame that was dropped.
func (g *signs) tell(r *live, now time.Time) {
	if !g.matters(r) {
		return
	}
	g.look(r, now)
	for n, f := range g.frames(r, now) {
		was := &g.told[n]
		if bytes.Equal(was.frame, f.parts[0]) && now.Sub(was.at) < beatEvery {
			continue
		}
		was.frame, was.at = f.parts[0], now
		for l := range r.lines {
			if g.concerns(r, l) == n {
				l.send(f)
			}
		}
	}
}

// greet tells a line that has just come what the others have been told.
func (g *signs) greet(r *live, l *line, now time.Time) {
	if n := g.concerns(r, l); n >= 0 && g.matters(r) {
		g.look(r, now)
		l.send(g.frames(r, now)[n])
	}
}

// matters tells whether anybody is expected to be here. Simulated people have no
// phones.
func (g *signs) matters(r *live) bool {
	if r.world == nil || len(r.lines) == 0 {
		return false
	}
	m := r.world.state.Meeting
	return m.Ended == 0 && m.Practice == ""
}

// concerns is which of the frames a line is sent, -1 for none.
func (g *signs) concerns(r *live, l *line) int {
	switch x := r.world.state.Seats[l.Seat]; {
	case x == nil:
		return -1
	case x.Role == room.Deputy:
		return 1
	case x.Role == room.Observer && r.world.state.Youth.Led != 0:
		return 2
	case in(l.layers, room.Lead):
		return 0
	}
	return -1
}

// frames makes them all. A phone that listens without a socket is not to come back
// at once because of them. Young leaders have phones, and those sleep.
func (g *signs) frames(r *live, now time.Time) [3]frame {
	s := r.world.state
	online := encode(passing, onlineFrame{"eph", s.Online(func(seat string) bool { return now.Sub(g.seats[seat].at) > quietAfter })})
	var last sign
	for _, seat := range s.Leading() {
		if at := g.seats[seat]; at.at.After(last.at) {
			last = at
		}
	}
	led := func(gone time.Duration) frame {
		v := room.LedView{On: now.Sub(last.at) <= gone}
		if !v.On {
			v.Since = last.shown
		}
		f := encode(passing, ledFrame{"eph", v})
		f.idle = true
		return f
	}
	online.idle = true
	return [3]frame{online, led(deadAfter), led(quietAfter)}
}
