package hub

import (
	"context"
	"time"
)

const (
	pollBusy   = time.Second      // for rooms where something happens, and when the bus is sick
	pollActive = 30 * time.Second // something has happened within this
)

// poll looks at the heads in the log for what the bus has lost without knowing,
// and at the log's clock.
func (h *Hub) poll() {
	stop := h.bus.Listen(h.hear, func() { h.lookNow() })
	defer stop()
	tick := time.NewTicker(pollBusy)
	defer tick.Stop()
	var all time.Time // when we last looked at every room
	for {
		every := h.bus.Poll()
		now := time.Now()
		select {
		case <-h.ctx.Done():
			return
		case <-h.look:
			all = now
			h.lookAt(h.awake())
		case now = <-tick.C:
			switch {
			case every == 0 && now.Sub(all) < clockWait:
			case now.Sub(all) >= every-postTick || h.post.sick.Load():
				all = now
				h.lookAt(h.awake())
			default:
				h.lookAt(h.active(now))
			}
		}
	}
}

func (h *Hub) lookNow() {
	select {
	case h.look <- struct{}{}:
	default:
	}
}

// active lists the rooms where something has happened lately.
func (h *Hub) active(now time.Time) []*live {
	var rooms []*live
	for _, r := range h.awake() {
		if n := r.mark.Load(); n != nil && now.Sub(n.active) < pollActive {
			rooms = append(rooms, r)
		}
	}
	return rooms
}

// lookAt compares heads, and wakes only the rooms that have missed something.
func (h *Hub) lookAt(rooms []*live) {
	if len(rooms) == 0 {
		h.setClock(h.ctx, true)
		return
	}
	ids := make([]string, len(rooms))
	for i, r := range rooms {
		ids[i] = r.id
	}
	ctx, cancel := context.WithTimeout(h.ctx, tailTimeout)
	defer cancel()
	asked := time.Now()
	heads, now, err := h.log.Heads(ctx, ids)
	if err != nil {
		if h.ctx.Err() == nil {
			h.slog.Warn("cannot read the heads", "err", err)
		}
		return
	}
	h.clock.set(asked, now)
	for _, r := range rooms {
		head, there := heads[r.id]
		n := r.mark.Load()
		if n == nil || n.asleep || n.Head == head || n.stuck || n.Epoch == head.Epoch && n.Seq >= head.Seq {
			continue
		}
		r.do(func() { r.lookAt(head, there) })
	}
}
