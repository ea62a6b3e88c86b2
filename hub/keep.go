package hub

import (
	"context"
	"time"
)

const (
	beatEvery = 25 * time.Second
	pongWait  = 10 * time.Second
	clockLeap = 2 * time.Second  // a phone whose timers are off by more is told the time at once
	clockWait = 30 * time.Second // between looks at the log's clock when nothing else looks
)

// keep is the hub's own pulse: once a second every room may do what is due, and
// every line is looked after whatever its room is busy with.
func (h *Hub) keep() {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	looked := time.Now()
	for {
		select {
		case <-h.ctx.Done():
			return
		case now := <-tick.C:
			for _, r := range h.awake() {
				r.do(func() { r.tick(now) })
			}
			for _, l := range h.everyLine() {
				l.look(h, now)
			}
			if h.bus == nil && now.Sub(looked) >= clockWait {
				looked = now
				h.setClock(h.ctx, true)
			}
		}
	}
}

// greet says hi, and lets the heartbeat begin.
func (l *line) greet(hi hiFrame, clear func()) {
	l.mu.Lock()
	l.hi, l.beaten, l.clear = hi, time.Now(), clear
	l.mu.Unlock()
	greeting := encode(word, hi)
	greeting.idle = true
	l.send(greeting)
}

// moved notes that the room's history is another one from now on.
func (l *line) moved(epoch string) {
	l.mu.Lock()
	l.hi.Epoch = epoch
	l.mu.Unlock()
}

// look parts from a phone that is too late, and sends a heartbeat when it is
// time for one, or the clock has been set.
func (l *line) look(h *Hub, now time.Time) {
	if l.late(now) {
		h.count.slow.Add(1)
		l.end(Slow)
		return
	}
	hi, due := l.beat(now, h.clock.now())
	if !due {
		return
	}
	hi.Seq = l.to.Load()
	beat := encode(passing, hi)
	beat.idle = true
	l.send(beat)
}

// beat pings when a heartbeat is due, and tells whether it is. A line in the middle of a long write
// is alive, or will soon be too late.
func (l *line) beat(now time.Time, shows int64) (hiFrame, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended || l.beaten.IsZero() || !l.busy.IsZero() {
		return hiFrame{}, false
	}
	since := now.Sub(l.beaten)
	off := shows - l.hi.Now - since.Milliseconds()
	if since < beatEvery && max(off, -off) < clockLeap.Milliseconds() {
		return hiFrame{}, false
	}
	l.beaten, l.hi.Now = now, shows
	l.beats.Go(l.ping) // under the lock: once the line has ended, whoever waits for these is not surprised
	return l.hi, true
}

// ping notices the phone that is gone without having said so.
func (l *line) ping() {
	ctx, cancel := context.WithTimeout(context.Background(), pongWait)
	defer cancel()
	if l.wire.ping(ctx) != nil {
		l.end(Silent)
	}
}
