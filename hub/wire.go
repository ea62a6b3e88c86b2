package hub

import (
	"context"

	"github.com/coder/websocket"
)

// wire is what a line writes on: a socket, or one answer to a phone that cannot
// have one. Only the line's own goroutine writes.
type wire interface {
	write(f frame) error
	ping(ctx context.Context) error
	close(code websocket.StatusCode)
	cut() // there is nobody left to be told why
}

// socket is the wire nearly everybody has.
type socket struct{ *websocket.Conn }

// unhurried has no end: a context that can end costs every write a registration.
// The keeper sees to writes that take too long, and breaks the connection.
var unhurried = context.Background()

func (s socket) write(f frame) error {
	if len(f.parts) == 1 {
		return s.Write(unhurried, websocket.MessageText, f.parts[0])
	}
	w, err := s.Writer(unhurried, websocket.MessageText)
	if err != nil {
		return err
	}
	for _, p := range f.parts {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	return w.Close()
}

func (s socket) ping(ctx context.Context) error  { return s.Ping(ctx) }
func (s socket) close(code websocket.StatusCode) { s.Conn.Close(code, "") }
func (s socket) cut()                            { s.CloseNow() }
