package hub

import (
	"context"
	"strings"
	"time"

	"dugnad/room"
)

// ask is a question about a room, answered in its goroutine between two turns.
type ask struct {
	about func(*live) error
	born  time.Time
	done  chan error // has room for one
}

// Do has a command decided and stored, on behalf of a seat or, with an empty
// seat, of the house. cmdID makes a repeat harmless: it is answered with the
// first position. An error is a room.Refusal, room.ErrGone, ErrClosed, or the
// context's; then the command may still be stored.
func (h *Hub) Do(ctx context.Context, roomID, seat, cmdID string, c room.Command) (seq int64, err error) {
	by := seat
	if by == "" {
		by = "house"
	}
	if strings.Contains(cmdID, "/") { // what follows a slash numbers the records of one command
		return 0, room.Refuse(room.Invalid)
	}
	j := &job{key: by + ":" + cmdID, seat: seat, cmd: c, born: time.Now(), done: make(chan answer, 1)}
	if err := h.hand(roomID, func(r *live) bool { return r.command(j) }); err != nil {
		return 0, err
	}
	select {
	case a := <-j.done:
		return a.seq, a.err
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// Ask reads a room as it was when asked, or later. f must not keep the state,
// nor wait for anything: the room waits for it.
func (h *Hub) Ask(ctx context.Context, roomID string, f func(*room.State)) error {
	return h.put(ctx, roomID, func(r *live) error { f(r.world.state); return nil })
}

// View is the whole picture for a caller, as a snap frame. A room.Refusal
// (forbidden) means that the caller is no longer welcome.
func (h *Hub) View(ctx context.Context, who Caller) (view []byte, err error) {
	err = h.put(ctx, who.Room, func(r *live) error {
		if r.unwelcome(who) != 0 {
			return room.Refuse(room.Forbidden)
		}
		r.pict.peek(r.world)
		parts, size := r.world.snap(r.world.state.Layers(who.Seat))
		view = make([]byte, 0, size)
		for _, p := range parts {
			view = append(view, p...)
		}
		return nil
	})
	return view, err
}

func (h *Hub) put(ctx context.Context, id string, about func(*live) error) error {
	a := &ask{about: about, born: time.Now(), done: make(chan error, 1)}
	if err := h.hand(id, func(r *live) bool { return r.ask(a) }); err != nil {
		return err
	}
	select {
	case err := <-a.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// answer answers one question. What is asked from another node's news must be
// as fresh as the question.
func (r *live) answer(a *ask) error {
	ctx, cancel := r.within(wakeTimeout)
	defer cancel()
	err := safely(func() error {
		if err := r.current(ctx, a); err != nil {
			return err
		}
		return a.about(r)
	})
	if broken(err) {
		r.lose("ask", err)
	}
	return err
}
