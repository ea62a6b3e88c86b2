// Package hub keeps the meetings that are awake. One goroutine owns each of
// them, the sockets of its people hang on it, and a bus joins the nodes.
//
// The order is always the same: first the log, then the state, then people,
// then other machines. If anything surprises a room, it throws its state away
// and reads the log again; there is no other way to recover.
package hub

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"dugnad/room"
)

// ErrClosed says that this node is shutting down: ask another.
var ErrClosed = errors.New("this node is closing")

// Options is what a hub is made of. Only Log is needed.
type Options struct {
	Log    Log
	Bus    Bus          // nil: no other node writes these rooms
	Logger *slog.Logger // nil: silent. It is told rooms and seats, never content
	Build  string       // told to clients, so that an old page can find out that it is old
	Now    func() int64 // unix milliseconds, for a demo or a test; nil: the log's clock
}

// Caller is who holds a socket. The server has read it from a cookie; whether
// it still counts is decided by the room's own story.
type Caller struct {
	Room, Seat, Surface string
	LinkEpoch           int // of the link the cookie came from
}

// Hub is the rooms that are awake on this node.
type Hub struct {
	log   Log
	bus   Bus
	slog  *slog.Logger
	build string
	clock clock
	post  *post
	count counts
	look  chan struct{} // asks the poller to look at the heads now

	ctx  context.Context // ends when the hub closes
	stop context.CancelFunc
	wg   sync.WaitGroup // everything that New and the rooms started

	mu       sync.Mutex
	rooms    map[string]*live
	lines    map[*line]struct{}
	draining bool
	shut     bool
	emptied  chan struct{}  // closed when the last line has left a node that is draining
	serving  sync.WaitGroup // calls of Serve
}

// New starts a hub. Close ends it.
func New(o Options) *Hub {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	h := &Hub{log: o.Log, bus: o.Bus, slog: o.Logger, build: o.Build, look: make(chan struct{}, 1),
		rooms: map[string]*live{}, lines: map[*line]struct{}{}, emptied: make(chan struct{})}
	h.clock.told = o.Now
	h.ctx, h.stop = context.WithCancel(context.Background())
	h.wg.Go(h.keep)
	if a, ok := h.log.(Alarm); ok {
		h.wg.Go(func() { h.alarm(a) })
	}
	if h.bus != nil {
		h.post = newPost(h.bus, &h.count, h.slog)
		h.wg.Go(func() { h.post.run(h.ctx) })
		h.wg.Go(h.poll)
	}
	return h
}

// live finds the room, or starts the goroutine that will own it.
func (h *Hub) live(id string) (*live, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.shut {
		return nil, ErrClosed
	}
	if r := h.rooms[id]; r != nil {
		return r, nil
	}
	r := newLive(h, id)
	h.rooms[id] = r
	h.wg.Go(r.run)
	return r, nil
}

// hand gives the room something. A room that fell asleep in the meantime does
// not take it; then a new one is started.
func (h *Hub) hand(id string, give func(*live) bool) error {
	for {
		r, err := h.live(id)
		if err != nil {
			return err
		}
		if give(r) {
			return nil
		}
		h.asleep(r)
	}
}

// asleep takes a room that has ended off the list.
func (h *Hub) asleep(r *live) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.rooms[r.id] == r {
		delete(h.rooms, r.id)
	}
}

// awake lists the rooms that have a goroutine now.
func (h *Hub) awake() []*live {
	h.mu.Lock()
	defer h.mu.Unlock()
	rooms := make([]*live, 0, len(h.rooms))
	for _, r := range h.rooms {
		rooms = append(rooms, r)
	}
	return rooms
}

// Drop ends a room that has been deleted from the log, here and on the other
// nodes: its sockets are told that there is nothing to come back to.
func (h *Hub) Drop(id string) {
	h.mu.Lock()
	r := h.rooms[id]
	h.mu.Unlock()
	if r != nil {
		r.do(r.vanish)
	}
	if h.post != nil {
		h.post.put(Batch{Room: id, Gone: true})
	}
}

// Close parts from everybody and waits for everything the hub has started.
func (h *Hub) Close() {
	h.mu.Lock()
	h.shut = true
	h.mu.Unlock()
	for _, l := range h.everyLine() {
		l.end(Moving)
	}
	h.serving.Wait()
	h.stop()
	h.wg.Wait()
}

// gone tells whether an error says that there is no such room.
func gone(err error) bool { return errors.Is(err, room.ErrGone) }
