package hub

import (
	"context"
	"sync"
	"time"
)

// clock shows the time of the log, so that all nodes stamp and count alike. It
// runs on the machine's steady clock between two looks at the log: somebody who
// sets the machine's clock in the middle of a round moves nothing.
type clock struct {
	mu    sync.Mutex
	at    time.Time // when we last looked, with its monotonic reading
	shows int64     // what the log's clock showed then; 0 is never looked
	skew  time.Duration
	told  func() int64 // instead of all this, when somebody else keeps the time
}

// now is unix milliseconds.
func (c *clock) now() int64 {
	if c.told != nil {
		return c.told()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.shows == 0 {
		return time.Now().UnixMilli()
	}
	return c.shows + time.Since(c.at).Milliseconds()
}

// set takes what the log's clock showed some time between asked and now.
func (c *clock) set(asked time.Time, shows int64) {
	took := time.Since(asked)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at, c.shows = asked.Add(took/2), shows
	c.skew = time.UnixMilli(shows).Sub(c.at.Round(0))
}

func (c *clock) known() (skew time.Duration, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skew, c.shows != 0
}

// setClock looks at the log's clock if nobody has yet, or again.
func (h *Hub) setClock(ctx context.Context, again bool) {
	if _, ok := h.clock.known(); ok && !again {
		return
	}
	asked := time.Now()
	ctx, cancel := context.WithTimeout(ctx, tailTimeout)
	defer cancel()
	if _, now, err := h.log.Heads(ctx, nil); err == nil {
		h.clock.set(asked, now)
	}
}
