package hub

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/coder/websocket"

	"dugnad/room"
)

// FrameMax is the most a client may say at once, in bytes. A longer frame ends
// the line, so a phone must not send it: it would come back and say it again.
const FrameMax = 16 << 10

const (
	helloWait = 10 * time.Second // for the first frame
)

// Serve holds a socket until it closes. Who the caller is, the server has
// found out; everything it says is judged by the room. The connection is closed
// when Serve returns.
func (h *Hub) Serve(ctx context.Context, conn *websocket.Conn, who Caller) error {
	conn.SetReadLimit(FrameMax)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l := newLine(who, socket{conn}, cancel)
	if !h.enter(l) {
		conn.Close(Moving, "")
		return ErrClosed
	}
	defer h.leave(l)
	l.beats.Go(l.write)
	r, err := h.greet(ctx, l, conn)
	for err == nil {
		err = l.read(ctx, r, conn)
	}
	l.hangUp()
	h.part(l, r)
	if status := websocket.CloseStatus(err); status != -1 {
		return nil // the phone said goodbye
	}
	if l.code != 0 {
		return nil // we did
	}
	return fmt.Errorf("read from socket: %w", err)
}

// part waits for everything the line has started.
func (h *Hub) part(l *line, r *live) {
	if r != nil {
		r.do(func() { r.detach(l) })
	}
	if l.code == 0 {
		l.wire.cut() // nobody is there to be told why
	}
	l.beats.Wait()
	l.mu.Lock()
	if l.last != nil {
		l.last.Stop()
	}
	l.mu.Unlock()
	l.wire.cut()
	h.count.close(l.code)
}

// errParted ends the reading of a line that has been ended for what it said.
var errParted = errors.New("parted")

// receive reads one frame. What is not ours is answered with the close code that
// says so.
func (l *line) receive(ctx context.Context, conn *websocket.Conn) (f inbound, err error) {
	kind, b, err := conn.Read(ctx)
	switch {
	case errors.Is(err, websocket.ErrMessageTooBig):
		l.end(websocket.StatusMessageTooBig)
		return f, err
	case err != nil:
		return f, err
	case kind != websocket.MessageText:
		l.end(websocket.StatusUnsupportedData)
		return f, errParted
	case !utf8.Valid(b):
		l.end(websocket.StatusInvalidFramePayloadData)
		return f, errParted
	case json.Unmarshal(b, &f) != nil:
		l.end(Foreign)
		return f, errParted
	}
	return f, nil
}

// greet waits for the client's hi and takes the line into its room.
func (h *Hub) greet(ctx context.Context, l *line, conn *websocket.Conn) (*live, error) {
	wait := time.AfterFunc(helloWait, func() { l.end(Silent) })
	defer wait.Stop()
	f, err := l.receive(ctx, conn)
	if err != nil {
		return nil, err
	}
	return h.admit(l, f)
}

// admit takes a line that has said hi into its room.
func (h *Hub) admit(l *line, f inbound) (r *live, err error) {
	if f.T != "hi" || f.V != version || l.Seat == "" { // the empty seat is the house's own
		l.end(Foreign)
		return nil, errParted
	}
	err = h.hand(l.Room, func(to *live) bool {
		r = to
		return to.do(func() { to.attach(l, f.Since, f.Epoch) })
	})
	if err != nil {
		l.end(Moving)
	}
	return r, err
}

// read takes one frame after the hi.
func (l *line) read(ctx context.Context, r *live, conn *websocket.Conn) error {
	f, err := l.receive(ctx, conn)
	if err != nil {
		return err
	}
	return l.take(r, f)
}

// take does what a frame after the hi asks for, within what a seat may send.
func (l *line) take(r *live, f inbound) error {
	switch r.buckets.pour(l.Seat, f.T == "cmd") {
	case overflowed:
		r.hub.count.flood.Add(1)
		l.end(Flood)
		return errParted
	case spilled:
		if f.T == "cmd" {
			l.send(refused(f.ID, room.Rate))
		}
		return nil
	}
	switch f.T {
	case "cmd":
		l.command(r, f)
	case "eph":
		r.do(func() { r.types(l.Seat) })
	default:
		l.end(Foreign)
		return errParted
	}
	return nil
}

func (l *line) command(r *live, f inbound) {
	if !goodID(f.ID) {
		l.send(refused(f.ID, room.Invalid))
		return
	}
	if l.Surface == "board" || l.Seat == room.BoardSeat || room.IsLook(l.Seat) { // a projector can send nothing, nor can who only looks
		l.send(refused(f.ID, room.Forbidden))
		return
	}
	c, err := room.DecodeCommand(f.Do, f.With)
	if err != nil {
		l.send(refused(f.ID, codeOf(err)))
		return
	}
	if room.TypesDigits(c) && !r.buckets.bucket(l.Seat).digits.Allow() {
		l.send(refused(f.ID, room.SlowDown)) // also to who has them right, or each try would tell
		return
	}
	j := &job{key: l.Seat + ":" + f.ID, seat: l.Seat, cmd: c, born: time.Now(), line: l, id: f.ID}
	if !r.command(j) {
		l.end(Restarted) // the room has ended under us; come back
	}
}
