package hub

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
)

// Stats is what the hub has done and how it is, for metrics and readiness. It
// holds no content and names nobody.
type Stats struct {
	Rooms, Lines int // awake and connected now
	Unreadable   int // rooms served read-only now
	BusSick      bool
	Skew         time.Duration // the log's clock less the machine's

	Stored, Refused, Busy    int64 // commands, by what became of them
	Appends, Stale, Failed   int64 // appends, of which conflicts and errors
	AppendTime               time.Duration
	Wakes, Lost, Tails, Gaps int64 // reads of the log, and states thrown away
	Frames, Snaps, Resumes   int64
	Layers                   int64 // encoded whole, for pictures
	Slow, Flood              int64 // sockets parted from
	Heard, Told, Untold      int64 // batches on the bus
	Closed                   map[int]int64
}

type counts struct {
	stored, refused, busy    atomic.Int64
	appends, stale, failed   atomic.Int64
	appendNanos              atomic.Int64
	wakes, lost, tails, gaps atomic.Int64
	frames, snaps, resumes   atomic.Int64
	layers                   atomic.Int64
	slow, flood              atomic.Int64
	heard, told, untold      atomic.Int64

	mu     sync.Mutex
	closed map[int]int64
}

func (c *counts) append(took time.Duration, _ int, err error) {
	c.appends.Add(1)
	c.appendNanos.Add(int64(took))
	switch {
	case stale(err):
		c.stale.Add(1)
	case err != nil:
		c.failed.Add(1)
	}
}

func (c *counts) close(code websocket.StatusCode) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed == nil {
		c.closed = map[int]int64{}
	}
	c.closed[int(code)]++
}

// Stats reads the counters.
func (h *Hub) Stats() Stats {
	c := &h.count
	s := Stats{
		Stored: c.stored.Load(), Refused: c.refused.Load(), Busy: c.busy.Load(),
		Appends: c.appends.Load(), Stale: c.stale.Load(), Failed: c.failed.Load(),
		AppendTime: time.Duration(c.appendNanos.Load()),
		Wakes:      c.wakes.Load(), Lost: c.lost.Load(), Tails: c.tails.Load(), Gaps: c.gaps.Load(),
		Frames: c.frames.Load(), Snaps: c.snaps.Load(), Resumes: c.resumes.Load(),
		Layers: c.layers.Load(),
		Slow:   c.slow.Load(), Flood: c.flood.Load(),
		Heard: c.heard.Load(), Told: c.told.Load(), Untold: c.untold.Load(),
		Closed: map[int]int64{},
	}
	s.Skew, _ = h.clock.known()
	if h.bus != nil {
		every := h.bus.Poll()
		s.BusSick = h.post.sick.Load() || every > 0 && every <= pollBusy
	}
	for _, r := range h.awake() {
		s.Rooms++
		if n := r.mark.Load(); n != nil && n.stuck {
			s.Unreadable++
		}
	}
	s.Lines = len(h.everyLine())
	c.mu.Lock()
	defer c.mu.Unlock()
	for code, n := range c.closed {
		s.Closed[code] = n
	}
	return s
}
