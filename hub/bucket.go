package hub

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// What a seat may send, on all its sockets together. The outbox of a phone
// sends eight commands a second, so that only what is not our own client ever
// meets the limits. Who goes on when told to slow down is parted from.
const (
	cmdRate, cmdBurst     = 10, 30
	ephRate, ephBurst     = 2, 5
	spillRate, spillBurst = 10, 200
	hearRate, hearBurst   = 10, 40 // times a phone without a socket begins to listen

	digitBurst = 20 // tries at the digits on another phone, as many as at the code of a meeting
	digitEvery = 30 * time.Second
)

type poured int

const (
	held poured = iota
	spilled
	overflowed
)

type bucket struct{ cmds, ephs, spill, hears, digits *rate.Limiter }

type buckets struct {
	mu sync.Mutex
	of map[string]*bucket
}

// pour counts one frame of a seat.
func (b *buckets) pour(seat string, cmd bool) poured {
	x := b.bucket(seat)
	limit := x.ephs
	if cmd {
		limit = x.cmds
	}
	switch {
	case limit.Allow():
		return held
	case x.spill.Allow():
		return spilled
	}
	return overflowed
}

func (b *buckets) bucket(seat string) *bucket {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.of == nil {
		b.of = map[string]*bucket{}
	}
	if b.of[seat] == nil {
		b.of[seat] = &bucket{rate.NewLimiter(cmdRate, cmdBurst), rate.NewLimiter(ephRate, ephBurst),
			rate.NewLimiter(spillRate, spillBurst), rate.NewLimiter(hearRate, hearBurst),
			rate.NewLimiter(rate.Every(digitEvery), digitBurst)}
	}
	return b.of[seat]
}
