package hub

import "time"

// show writes what has changed to everybody it concerns, and then the answers:
// who is told *stored* has been shown it. While a sweep runs, it waits.
func (r *live) show() {
	r.regard()
	if r.world == nil {
		r.tellOwed(nil) // stored is stored, though nothing can be shown just now
		return
	}
	if len(r.pict.fast) == 0 && len(r.owed) == 0 && !r.slowDue {
		r.timeSlow()
		return
	}
	if r.sweep != nil && r.sweep.left.Load() > 0 {
		return // its end rings the bell, or the timer does
	}
	s, all := r.pict.flush(r.world, r.slowDue), r.slowDue
	r.slowDue = false
	if all || !s.empty() {
		r.sweepWith(s)
	}
	r.tellOwed(s)
	r.timeSlow()
}

// tellOwed answers those whose commands are in the log.
func (r *live) tellOwed(s *sheet) {
	for _, j := range r.owed {
		if s != nil && j.err == nil {
			r.advance(j.line, s, j.seq)
		}
		j.tell()
	}
	r.owed = nil
}

// sweepWith hands the pieces of a sheet to the lines.
func (r *live) sweepWith(s *sheet) {
	r.sweep = newSweep(r.ring)
	for l := range r.lines {
		from := l.to.Load()
		to := max(from, s.upto(l.layers))
		b := s.patch(l.layers, from, to)
		if b == nil {
			r.advance(l, s, l.acked)
			continue
		}
		f := whole(showing, b)
		f.sweep = r.sweep
		if l.send(f) {
			l.to.Store(to)
			r.hub.count.frames.Add(1)
		}
	}
	r.sweep.done()
	if r.sweep.left.Load() > 0 {
		r.late.Reset(sweepMax)
	}
}

// advance moves a line's position when there is nothing in it for the phone. A
// phone holds on to what it has sent until it has been shown that position.
func (r *live) advance(l *line, s *sheet, seq int64) {
	from := l.to.Load()
	if to := s.upto(l.layers); from < seq && seq <= to && l.send(moved(from, to)) {
		l.to.Store(to)
	}
}

// timeSlow sees to it that collected counts are shown in time.
func (r *live) timeSlow() {
	if len(r.pict.slow) == 0 {
		r.slowSet = false
		return
	}
	if !r.slowSet {
		r.slowSet = true
		r.slow.Reset(slowEvery)
	}
}

// regard looks at who the lines belong to: a seat whose layers have changed
// gets a whole picture at once, one that was removed is parted from, and so is
// who came by a link that has been rotated since.
func (r *live) regard() {
	if r.world == nil || r.regarded == r.head() {
		return
	}
	r.regarded = r.head()
	s := r.world.state
	for l := range r.lines {
		if s.Placed(l.Seat) == l.placed && s.LinkOf(l.Seat, l.Surface).Epoch <= l.LinkEpoch {
			continue
		}
		if code := r.unwelcome(l.Caller); code != 0 {
			l.end(code)
			continue
		}
		r.place(l)
		r.present(l)
	}
}

// nudge tells lines that nothing has concerned for a while how far the room has
// come, so that they can still come back with a tail.
func (r *live) nudge() {
	if r.world == nil || time.Since(r.nudged) < beatEvery {
		return
	}
	r.nudged = time.Now()
	if len(r.pict.fast)+len(r.pict.slow) > 0 {
		return // they will be told soon enough
	}
	for l := range r.lines {
		if from := l.to.Load(); from < r.head() && l.send(moved(from, r.head())) {
			l.to.Store(r.head())
		}
	}
}
