package hub

import "time"

// write is the line's own goroutine: it writes until the line ends, and then
// says why.
func (l *line) write() {
	for {
		if f, ok := l.next(); ok {
			if err := l.transmit(f); err != nil {
				l.hangUp()
				return
			}
			continue
		}
		select {
		case <-l.bell:
		case <-l.over:
			for f, ok := l.next(); ok; f, ok = l.next() {
				if l.transmit(f) != nil {
					return
				}
			}
			if l.code != 0 {
				l.wire.close(l.code)
			}
			return
		}
	}
}

// next takes the oldest frame. A line that is behind and has nothing left is
// ready for a fresh picture, and says so.
func (l *line) next() (frame, bool) {
	l.mu.Lock()
	if len(l.queue) == 0 {
		clear := l.clear
		if l.behind.IsZero() || l.ended {
			clear = nil
		}
		l.mu.Unlock()
		if clear != nil {
			clear()
		}
		return frame{}, false
	}
	f := l.queue[0]
	l.queue[0] = frame{}
	l.queue = l.queue[1:]
	l.size -= f.size()
	l.busy = time.Now()
	l.mu.Unlock()
	return f, true
}

// transmit writes one frame.
func (l *line) transmit(f frame) (err error) {
	defer func() {
		l.mu.Lock()
		l.busy = time.Time{}
		l.mu.Unlock()
		f.sweep.done()
	}()
	return l.wire.write(f)
}

// waits tells whether the line lost its queue and wants a whole picture.
func (l *line) waits() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return !l.behind.IsZero()
}

// late tells whether the phone has kept us waiting for too long.
func (l *line) late(now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	long := func(since time.Time) bool { return !since.IsZero() && now.Sub(since) >= patience }
	return long(l.busy) || long(l.behind)
}
