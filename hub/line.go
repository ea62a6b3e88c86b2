package hub

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"

	"dugnad/room"
)

const (
	queueMax  = 256              // frames waiting for one phone
	queueSize = 1 << 20          // and bytes
	patience  = 15 * time.Second // for a phone that is behind, or in one write
	farewell  = 3 * time.Second  // for the closing handshake
)

// line is one socket, or one listening without it. The room hands it frames and never waits for it; the line
// writes them in its own time, and parts from the phone when it is too late.
type line struct {
	Caller
	wire   wire
	cancel context.CancelFunc // breaks the connection

	// The room's goroutine alone.
	layers []room.Layer
	placed int64
	acked  int64

	to atomic.Int64 // everything up to here has been handed over

	mu     sync.Mutex
	queue  []frame
	size   int
	busy   time.Time // when the write that is going on began; zero is none
	behind time.Time // when the queue was dropped; zero is not behind
	hi     hiFrame   // heartbeat, once greeted
	beaten time.Time // when the last heartbeat was
	code   websocket.StatusCode
	last   *time.Timer // when it is over, however it stands
	ended  bool
	over   chan struct{} // closed when the line has ended
	bell   chan struct{} // something to write
	clear  func()        // told when a line that was behind has nothing left to write
	beats  sync.WaitGroup
}

func newLine(who Caller, w wire, cancel context.CancelFunc) *line {
	return &line{Caller: who, wire: w, cancel: cancel, over: make(chan struct{}), bell: make(chan struct{}, 1)}
}

// send queues a frame and tells whether the phone will get it. A full queue
// first loses what nobody will miss, then every picture: a fresh one makes up
// for them all. Acknowledgements are never dropped.
func (l *line) send(f frame) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.ended, f.sort == showing && !l.behind.IsZero():
		return false
	case !l.full(f):
	case f.sort == passing:
		return false
	default:
		l.drop(passing)
		if l.full(f) {
			l.drop(showing)
			l.behind = time.Now()
			l.ring()
			if f.sort == showing {
				return false
			}
		}
		if l.full(f) {
			l.leave(Slow)
			return false
		}
	}
	l.put(f)
	return true
}

// refresh queues a whole picture in place of all that is still waiting.
func (l *line) refresh(f frame) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return false
	}
	l.drop(showing)
	l.behind = time.Time{}
	l.put(f)
	return true
}

func (l *line) full(f frame) bool {
	return len(l.queue) >= queueMax || l.size+f.size() > queueSize
}

func (l *line) put(f frame) {
	if f.sweep != nil {
		if len(l.queue) > 0 || !l.busy.IsZero() {
			f.sweep = nil // not idle: nobody waits for it
		} else {
			f.sweep.add()
		}
	}
	l.queue = append(l.queue, f)
	l.size += f.size()
	l.ring()
}

func (l *line) ring() {
	select {
	case l.bell <- struct{}{}:
	default:
	}
}

// drop takes every frame of one sort out of the queue.
func (l *line) drop(s sort) {
	kept := l.queue[:0]
	for _, f := range l.queue {
		if f.sort != s {
			kept = append(kept, f)
			continue
		}
		l.size -= f.size()
		f.sweep.done()
	}
	clear(l.queue[len(kept):])
	l.queue = kept
}

// end parts from the phone: what must arrive is still written, then the code.
func (l *line) end(code websocket.StatusCode) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.leave(code)
}

// hangUp is for a connection that is gone already.
func (l *line) hangUp() { l.end(0) }

func (l *line) leave(code websocket.StatusCode) {
	if l.ended {
		return
	}
	l.ended, l.code = true, code
	l.drop(passing)
	l.drop(showing)
	close(l.over)
	if code == 0 {
		l.cancel()
		return
	}
	l.last = time.AfterFunc(farewell, func() {
		l.cancel()
		l.wire.cut()
	})
}
