package hub_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/coder/websocket"
	"go.uber.org/goleak"

	"dugnad/hub"
	"dugnad/room"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const patience = 10 * time.Second // a test waits for a signal, and this long for one that never comes

// hall is a node with its door: a hub behind a real http server, and the one
// room most tests are held in.
type hall struct {
	t   testing.TB
	hub *hub.Hub
	log hub.Log
	id  string

	url    string
	client *http.Client
	far    *cuttable // the server's end of the last pipe, if the sockets are pipes
}

// newHall opens a node over a log. With a bus it is one of several.
func newHall(t testing.TB, log hub.Log, bus hub.Bus) *hall {
	h := openHall(t, log, bus)
	door := httptest.NewServer(http.HandlerFunc(h.serve))
	t.Cleanup(func() {
		h.hub.Close()
		door.Close()
	})
	h.url, h.client = "ws"+door.URL[len("http"):], door.Client()
	return h
}

func openHall(t testing.TB, log hub.Log, bus hub.Bus) *hall {
	return &hall{t: t, log: log, id: "r1", hub: hub.New(hub.Options{Log: log, Bus: bus, Logger: talk(t), Build: "test"})}
}

func (h *hall) serve(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	h.hub.Serve(r.Context(), conn, caller(r))
}

func caller(r *http.Request) hub.Caller {
	q := r.URL.Query()
	epoch, _ := strconv.Atoi(q.Get("ae"))
	return hub.Caller{Room: q.Get("room"), Seat: q.Get("seat"), Surface: q.Get("srf"), LinkEpoch: epoch}
}

// meet makes the meeting, with a facilitator, guests and, if there are enough
// of them, groups.
func (h *hall) meet(guests int) *hall {
	h.t.Helper()
	h.house("create", room.CreateMeeting{Title: "Prøve", Lang: "nb", Code: "K7Q4XP2M", Links: map[string]string{"lead": "x", "board": "y"}})
	h.house("lead", room.JoinSeat{Seat: "lead1", Role: room.Facilitator})
	for n := range guests {
		h.house("join-"+strconv.Itoa(n), room.JoinSeat{Seat: guest(n), Role: room.Participant})
	}
	return h
}

func guest(n int) string { return fmt.Sprintf("guest-%d", n) }

func (h *hall) house(id string, c room.Command) int64 { return h.as("", id, c) }

// as has a command stored, and fails if it is not.
func (h *hall) as(seat, id string, c room.Command) int64 {
	h.t.Helper()
	seq, err := h.try(seat, id, c)
	if err != nil {
		h.t.Fatalf("%s %T: %v", seat, c, err)
	}
	return seq
}

func (h *hall) try(seat, id string, c room.Command) (int64, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return h.hub.Do(ctx, h.id, seat, id, c)
}

// state reads something from the room.
func (h *hall) state(f func(*room.State)) {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := h.hub.Ask(ctx, h.id, f); err != nil {
		h.t.Fatal(err)
	}
}

func (h *hall) hash() (sum string) {
	h.t.Helper()
	h.state(func(s *room.State) { sum = s.Hash() })
	return sum
}

func (h *hall) head() (seq int64) {
	h.t.Helper()
	h.state(func(s *room.State) { seq = s.Head })
	return seq
}

// view is what a newcomer would be shown.
func (h *hall) view(who hub.Caller) pictures {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	b, err := h.hub.View(ctx, who)
	if err != nil {
		h.t.Fatal(err)
	}
	return read(h.t, b).Set
}

func (h *hall) guest(n int) hub.Caller {
	return hub.Caller{Room: h.id, Seat: guest(n), Surface: "p"}
}

func (h *hall) lead() hub.Caller {
	return hub.Caller{Room: h.id, Seat: "lead1", Surface: "lead", LinkEpoch: 1}
}

func (h *hall) board() hub.Caller {
	return hub.Caller{Room: h.id, Seat: room.BoardSeat, Surface: "board", LinkEpoch: 1}
}

// talk sends the hub's log to the test's.
func talk(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
}
