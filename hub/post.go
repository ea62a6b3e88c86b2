package hub

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

const (
	postMax     = 1024 // batches that wait to be told
	postTimeout = 300 * time.Millisecond
	sickPause   = 250 * time.Millisecond // between tries on a bus that does not answer
	sickProbe   = time.Second            // and when there is nothing to say
	postTick    = 50 * time.Millisecond
)

// remind is when the other nodes are told again how far a room has come, unless
// something newer followed: what the bus lost last, nothing else would reveal.
var remind = []time.Duration{200 * time.Millisecond, time.Second}

// post tells the other nodes, in its own goroutine: a bus that hangs delays no
// acknowledgement.
type post struct {
	bus   Bus
	count *counts
	slog  *slog.Logger
	queue chan Batch
	sick  atomic.Bool

	mu    sync.Mutex
	heads map[string]*reminder

	failed time.Time // when the bus last failed; the goroutine's alone
}

type reminder struct {
	head  Batch
	since time.Time
	told  int
}

func newPost(b Bus, c *counts, l *slog.Logger) *post {
	return &post{bus: b, count: c, slog: l, queue: make(chan Batch, postMax), heads: map[string]*reminder{}}
}

// put never waits. A batch that finds no room is not told; the reminder is.
func (p *post) put(b Batch) {
	p.mu.Lock()
	p.heads[b.Room] = &reminder{head: Batch{Room: b.Room, Epoch: b.Epoch, From: b.To + 1, To: b.To, Gone: b.Gone}, since: time.Now()}
	p.mu.Unlock()
	p.say(b)
}

// say is put for what nobody need be reminded of: it is soon said again.
func (p *post) say(b Batch) {
	select {
	case p.queue <- b:
	default:
		p.count.untold.Add(1)
	}
}

func (p *post) run(ctx context.Context) {
	tick := time.NewTicker(postTick)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case b := <-p.queue:
			p.tell(ctx, b)
		case now := <-tick.C:
			for _, b := range p.due(now) {
				p.tell(ctx, b)
			}
			if p.sick.Load() && now.Sub(p.failed) >= sickProbe {
				p.tell(ctx, Batch{}) // of no room; only to find out
			}
		}
	}
}

// tell publishes, or drops the batch when the bus failed a moment ago: a queue
// of timeouts would only make the rest later.
func (p *post) tell(ctx context.Context, b Batch) {
	if p.sick.Load() && time.Since(p.failed) < sickPause {
		p.count.untold.Add(1)
		return
	}
	ctx, cancel := context.WithTimeout(ctx, postTimeout)
	defer cancel()
	if err := p.bus.Publish(ctx, b); err != nil {
		p.count.untold.Add(1)
		p.failed = time.Now()
		if !p.sick.Swap(true) && ctx.Err() != context.Canceled {
			p.slog.Warn("the bus does not answer", "err", err)
		}
		return
	}
	p.count.told.Add(1)
	if p.sick.Swap(false) {
		p.slog.Info("the bus answers again")
	}
}

// due lists the reminders whose time has come.
func (p *post) due(now time.Time) []Batch {
	p.mu.Lock()
	defer p.mu.Unlock()
	var due []Batch
	for id, r := range p.heads {
		if now.Sub(r.since) < remind[r.told] {
			continue
		}
		due = append(due, r.head)
		if r.told++; r.told == len(remind) {
			delete(p.heads, id)
		}
	}
	return due
}
