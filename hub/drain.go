package hub

import (
	"context"
	"time"
)

const (
	drainEach = 20 * time.Millisecond // between two lines that are told to move …
	drainMax  = 10 * time.Second      // … unless there are so many that it takes longer than this
	drainLast = 2 * time.Second       // for the last ones to go by themselves
	drainMove = time.Second           // a phone comes back within this
)

// enter counts a line in, unless this node is leaving.
func (h *Hub) enter(l *line) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.shut || h.draining {
		return false
	}
	h.serving.Add(1)
	h.lines[l] = struct{}{}
	return true
}

func (h *Hub) leave(l *line) {
	h.mu.Lock()
	delete(h.lines, l)
	h.settleDrain()
	h.mu.Unlock()
	h.serving.Done()
}

func (h *Hub) everyLine() []*line {
	h.mu.Lock()
	defer h.mu.Unlock()
	lines := make([]*line, 0, len(h.lines))
	for l := range h.lines {
		lines = append(lines, l)
	}
	return lines
}

// settleDrain rings when the last line has left.
func (h *Hub) settleDrain() {
	if h.draining && len(h.lines) == 0 {
		select {
		case <-h.emptied:
		default:
			close(h.emptied)
		}
	}
}

// Drain tells everybody to move, spread out so that the next node is not run
// over, and waits until they have gone or ctx ends. Rooms go on meanwhile: what
// is on its way is still stored and acknowledged. New sockets are sent away.
func (h *Hub) Drain(ctx context.Context) {
	h.mu.Lock()
	h.draining = true
	h.settleDrain()
	h.mu.Unlock()
	lines := h.everyLine()
	gap := min(drainEach, drainMax/time.Duration(len(lines)+1))
	for _, l := range lines {
		if !h.pause(ctx, gap) {
			break
		}
		l.send(move(drainMove))
	}
	h.pause(ctx, drainLast)
	for _, l := range h.everyLine() {
		l.end(Moving)
	}
	select {
	case <-h.emptied:
	case <-ctx.Done():
	}
}

// pause waits, unless there is nothing left to wait for.
func (h *Hub) pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-h.emptied:
	case <-ctx.Done():
	}
	return false
}
