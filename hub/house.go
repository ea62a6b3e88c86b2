package hub

import "time"

// houseTries is how often the house asks in a row what follows from what it has
// just been given.
const houseTries = 4

// house asks what the room itself is due, such as counting a vote that has been
// closed. Every node asks with the same id and the log takes one; the node that
// wrote last asks at once and the others with the next tick, so that they seldom
// meet.
func (r *live) house() {
	for n := 0; r.dueSoon && n < houseTries && !r.over; n++ {
		r.dueSoon = false
		if r.world == nil || r.world.stuck != nil || unborn(r.world) {
			return
		}
		var jobs []*job
		for _, d := range r.world.state.Due(r.hub.clock.now()) {
			if _, known := r.world.cmds[d.ID]; !known {
				jobs = append(jobs, &job{key: d.ID, cmd: d.Command, born: time.Now()})
			}
		}
		r.work(jobs)
	}
}

// watch is how soon something the house must do keeps a room awake that nobody
// uses: a vote waits a day for its slips of paper, long after all have gone home.
const watch = 25 * time.Hour

// expects tells whether the house has something to do here before long.
func (r *live) expects() bool {
	if r.world == nil || r.world.stuck != nil || unborn(r.world) {
		return false
	}
	at := r.world.state.Wake()
	return at != 0 && at-r.hub.clock.now() < watch.Milliseconds()
}

// tick comes once a second.
func (r *live) tick(now time.Time) {
	if r.world == nil {
		r.catchUp(wakeTimeout)
	}
	if r.world != nil && r.world.stuck != nil && now.Sub(r.retried) >= readOnlyRetry {
		r.world = nil
		r.catchUp(wakeTimeout)
	}
	r.dueSoon = true
	r.nudge()
	r.typing.tell(r)
	r.signs.tell(r, now)
	idle := len(r.lines) == 0 && (now.Sub(r.used) >= idleMax || r.world != nil && unborn(r.world))
	if idle && !r.expects() && r.close(false) {
		r.over = true
	}
}
