package hub

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// A phone on a network that lets no websocket through hears and says the same
// frames by plain http. Each time it listens it is a line of its own, that goes
// on from what the phone was told last and ends with the first news: nothing is
// remembered between two of them, so any node may answer.

const (
	listenWait = 15 * time.Second // without news; shorter than what proxies hang up after
	sayWait    = 2 * jobPatience
)

// Listen answers a hi with the frames a socket would have been sent, one on each
// line, the last of them `end` with a close code if there is nothing to go on
// from. The first listening of a page is answered at once: it has its hi, and what
// it goes on from, however quiet the meeting is.
func (h *Hub) Listen(ctx context.Context, who Caller, since int64, epoch string, first bool) []byte {
	enough := func(f frame) bool { return !f.idle || first && f.sort == showing }
	return h.answer(ctx, who, listenWait, enough, func(l *line) (*live, error) {
		if h.flooded(who, func(b *bucket) bool { return b.hears.Allow() }) {
			l.end(Flood)
			return nil, errParted
		}
		return h.admit(l, inbound{T: "hi", Since: since, Epoch: epoch, V: version})
	})
}

// Say takes one frame of a phone without a socket. A command is answered as on
// one, with ack or refused.
func (h *Hub) Say(ctx context.Context, who Caller, frame json.RawMessage) []byte {
	return h.answer(ctx, who, sayWait, saidAll, func(l *line) (r *live, err error) {
		var f inbound
		switch {
		case len(frame) > FrameMax:
			l.end(websocket.StatusMessageTooBig)
			return nil, errParted
		case json.Unmarshal(frame, &f) != nil || f.T != "cmd" && f.T != "eph" || l.Seat == "":
			l.end(Foreign)
			return nil, errParted
		}
		// It is shown nothing here: no position of its own is waited for.
		l.to.Store(math.MaxInt64)
		err = h.hand(who.Room, func(to *live) bool {
			r = to
			return to.do(func() {})
		})
		if err != nil {
			l.end(Moving)
			return r, err
		}
		if err = l.take(r, f); err == nil && f.T == "eph" {
			err = errParted // nothing comes back
		}
		return r, err
	})
}

func saidAll(f frame) bool { return f.sort == word }

// flooded counts one listening of a seat in a room that is awake; a room that
// is not has nobody to protect yet.
func (h *Hub) flooded(who Caller, pours func(*bucket) bool) bool {
	h.mu.Lock()
	r := h.rooms[who.Room]
	h.mu.Unlock()
	return r != nil && !pours(r.buckets.bucket(who.Seat))
}

// answer holds a line until it has been told enough, or long enough has passed.
func (h *Hub) answer(ctx context.Context, who Caller, most time.Duration, enough func(frame) bool, begin func(*line) (*live, error)) []byte {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	a := &paper{enough: enough, full: make(chan struct{})}
	l := newLine(who, a, cancel)
	if !h.enter(l) {
		a.close(Moving)
		return a.text()
	}
	defer h.leave(l)
	l.beats.Go(l.write)
	r, err := begin(l)
	if err == nil {
		select {
		case <-a.full:
		case <-l.over:
		case <-ctx.Done():
		}
	}
	l.hangUp()
	h.part(l, r)
	return a.text()
}

// paper is a wire that is handed over when something stands on it.
type paper struct {
	enough func(frame) bool
	full   chan struct{}

	mu     sync.Mutex
	lines  bytes.Buffer
	handed bool
}

func (p *paper) write(f frame) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, part := range f.parts {
		p.lines.Write(part)
	}
	p.lines.WriteByte('\n')
	if !p.handed && p.enough(f) {
		p.handed = true
		close(p.full)
	}
	return nil
}

func (p *paper) close(code websocket.StatusCode) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(&p.lines, `{"t":"end","code":%d}`+"\n", code)
}

func (p *paper) ping(context.Context) error { return nil }
func (p *paper) cut()                       {}

func (p *paper) text() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return bytes.Clone(p.lines.Bytes())
}
