package hub_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"dugnad/hub"
	"dugnad/room"
)

// remote is a phone that no websocket gets through to.
type remote struct {
	*phone
	h    *hall
	ends []int
}

func (h *hall) remote(who hub.Caller) *remote {
	p := &phone{t: h.t, who: who, holds: pictures{}, acks: map[string]int64{}, noes: map[string]room.Code{}}
	p.heard.L = &p.mu
	return &remote{phone: p, h: h}
}

// listen asks once for what has come, and gives the kinds of frames.
func (d *remote) listen() (kinds []string) { return d.hear(false) }

// come is the first listening of a page.
func (d *remote) come() (kinds []string) { return d.hear(true) }

func (d *remote) hear(first bool) (kinds []string) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	defer cancel()
	return d.read(d.h.hub.Listen(ctx, d.who, d.at, d.epoch, first))
}

func (d *remote) read(answer []byte) (kinds []string) {
	for b := range bytes.Lines(answer) {
		var end struct {
			T    string
			Code int
		}
		if json.Unmarshal(b, &end) == nil && end.T == "end" {
			d.ends = append(d.ends, end.Code)
			continue
		}
		f := read(d.t, bytes.TrimSpace(b))
		kinds = append(kinds, f.T)
		d.take(f)
	}
	return kinds
}

func (d *remote) tell(id, do string, with any) (seq int64, no room.Code) {
	d.t.Helper()
	frame, _ := json.Marshal(map[string]any{"t": "cmd", "id": id, "do": do, "with": with})
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	d.read(d.h.hub.Say(ctx, d.who, frame))
	return d.acks[id], d.noes[id]
}

// What follows from one listening to the next is what a newcomer is shown, and
// a command said twice has one effect.
func TestAPhoneWithoutASocketFollows(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(2)
	h.as("lead1", "next-1", room.NextStep{})
	d := h.remote(h.guest(0))
	if kinds := fmt.Sprint(d.listen()); kinds != "[hi snap]" {
		t.Fatal(kinds)
	}
	seq, no := d.tell("first-note", "idea.post", map[string]any{"id": "first", "text": "første"})
	if again, _ := d.tell("first-note", "idea.post", map[string]any{"id": "first", "text": "første"}); no != "" || seq == 0 || again != seq {
		t.Fatal(seq, again, no)
	}
	if kinds := fmt.Sprint(d.listen()); kinds != "[hi patch]" || !d.shows("ideas/first") {
		t.Fatal(kinds)
	}
	h.as(guest(0), "gone-1", room.WithdrawIdea{ID: "first"})
	h.as("lead1", "time-1", room.AddTime{Seconds: 60})
	d.listen()
	d.same(h.view(h.guest(0)))
	if _, no := d.tell("not-mine", "meeting.end", map[string]any{}); no != room.Forbidden {
		t.Error("ends the meeting:", no)
	}
}

// Nothing new is waited for, and the first news ends the waiting.
func TestListeningWaitsForNews(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		d := h.remote(h.guest(0))
		d.listen()
		time.Sleep(2 * time.Second) // what was collected for later is shown
		d.listen()
		heard := make(chan []string, 1)
		go func() { heard <- d.listen() }()
		synctest.Wait()
		select {
		case kinds := <-heard:
			t.Fatal("did not wait:", kinds)
		default:
		}
		h.as("lead1", "next-1", room.NextStep{})
		if kinds := <-heard; kinds[len(kinds)-1] != "patch" {
			t.Error(kinds)
		}
		d.same(h.view(h.guest(0)))
		begun := time.Now()
		if kinds := d.listen(); len(d.ends) > 0 || time.Since(begun) != 15*time.Second {
			t.Error("without news:", kinds, time.Since(begun))
		}
	})
}

// A page that has just come is answered at once, also where nothing has happened:
// until it has its hi it says that it has no network.
func TestAPageThatHasJustComeIsNotKeptWaiting(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		d := h.remote(h.guest(0))
		d.listen()
		time.Sleep(2 * time.Second)
		d.listen()
		begun := time.Now()
		if kinds := fmt.Sprint(d.come()); kinds != "[hi patch]" || time.Since(begun) != 0 {
			t.Error("in a quiet meeting:", kinds, time.Since(begun))
		}
		h.as("lead1", "next-1", room.NextStep{})
		d.come()
		d.same(h.view(h.guest(0)))
		d.at = 0
		if kinds := fmt.Sprint(d.come()); kinds != "[hi snap]" || time.Since(begun) != 0 {
			t.Error("with nothing in its hands:", kinds, time.Since(begun))
		}
		d.same(h.view(h.guest(0)))
	})
}

// The limits are those of a socket, and a line that is no more is told why.
func TestListeningHasLimits(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(2)
		h.as("lead1", "next-1", room.NextStep{})
		d := h.remote(h.guest(0))
		rates := 0
		for n := range 40 {
			if _, no := d.tell(fmt.Sprintf("note-%04d", n), "idea.post", map[string]any{"id": fmt.Sprint("note", n), "text": "x"}); no == room.Rate {
				rates++
			}
		}
		if rates != 10 {
			t.Errorf("%d of 40 at once were told to slow down", rates)
		}
		d.at = 0
		for range 41 {
			d.at = 0
			d.listen()
		}
		if fmt.Sprint(d.ends) != "[4029]" {
			t.Error("listens without end:", d.ends)
		}
		out := h.remote(h.guest(1))
		out.listen()
		h.as("lead1", "out-1", room.RemoveSeat{Seat: guest(1)})
		out.listen()
		if fmt.Sprint(out.ends) != "[4100]" {
			t.Error("shown out:", out.ends)
		}
		if _, no := out.tell("after-all", "idea.post", map[string]any{"id": "after", "text": "x"}); no != room.Forbidden {
			t.Error("shown out, and says:", no)
		}
		board := h.remote(h.board())
		if _, no := board.tell("from-board", "meeting.end", map[string]any{}); no != room.Forbidden {
			t.Error("a board says:", no)
		}
	})
}
