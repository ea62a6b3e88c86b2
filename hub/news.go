package hub

import (
	"slices"
	"time"
)

// pendingMax is how many batches that came too early are kept.
const pendingMax = 64

// hear takes a batch from the bus to its room, if that is awake here.
func (h *Hub) hear(b Batch) {
	h.mu.Lock()
	r := h.rooms[b.Room]
	h.mu.Unlock()
	if r != nil {
		h.count.heard.Add(1)
		r.tell(b)
	}
}

// heard plays a batch if it follows on what we have. What we have is cut off;
// what leaves a hole waits a moment for what is missing, and is then read from
// the log with it. Who sits at the other nodes is no part of the story.
func (r *live) heard(b Batch) {
	r.signs.heard(r, b.Here, time.Now())
	switch {
	case b.Gone, r.world != nil && b.Epoch != r.world.epoch:
		// Not taken on trust: the log says whether it is so.
		r.world = nil
		r.reread()
		return
	case r.world == nil:
		r.catchUp(tailTimeout)
		return
	case r.world.stuck != nil, b.To <= r.head():
		return
	}
	r.pending = append(r.pending, b)
	if len(r.pending) > pendingMax {
		r.pending = r.pending[1:]
	}
	r.playPending()
}

// reread wakes the room also when nobody sits in it, since only that shows
// whether it is still there.
func (r *live) reread() {
	ctx, cancel := r.within(tailTimeout)
	defer cancel()
	err := safely(func() error { return r.awake(ctx) })
	if gone(err) || err == nil && unborn(r.world) {
		r.vanish()
	}
}

func (r *live) playPending() {
	slices.SortFunc(r.pending, func(a, b Batch) int { return int(a.From - b.From) })
	var early []Batch
	for _, b := range r.pending {
		switch {
		case b.To <= r.head():
		case len(b.Records) == 0 || b.From > r.head()+1:
			early = append(early, b)
		default:
			err := safely(func() error { return r.play(b.Records) })
			if broken(err) {
				r.lose("play a batch", err)
				r.catchUp(tailTimeout)
				return
			}
		}
	}
	r.pending = early
	if len(early) > 0 {
		r.hub.count.gaps.Add(1)
		r.gapT.Reset(gapWait)
	} else {
		r.gapT.Stop()
	}
}

// lookAt compares the head in the log with ours.
func (r *live) lookAt(h Head, there bool) {
	switch {
	case r.world == nil || !there || h.Epoch != r.world.epoch:
		r.heard(Batch{Room: r.id, Gone: !there, Epoch: h.Epoch, To: h.Seq})
	case h.Seq > r.head():
		r.catchUp(tailTimeout)
	}
}
