package hub_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"dugnad/hub"
	"dugnad/room"
)

// What is not the protocol ends that one socket with a code that says so, and
// nobody else notices.
func TestWhatIsNotTheProtocolEndsThatSocketAlone(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(2)
	h.as("lead1", "next-1", room.NextStep{})
	other := h.join(h.guest(1))
	text := func(s string) func(*phone) {
		return func(p *phone) { p.write(websocket.MessageText, []byte(s)) }
	}
	for name, x := range map[string]struct {
		send func(*phone)
		code websocket.StatusCode
	}{
		"a frame of one MiB":     {text(strings.Repeat("x", 1<<20)), websocket.StatusMessageTooBig},
		"ten thousand fragments": {fragments, websocket.StatusMessageTooBig},
		"binary":                 {func(p *phone) { p.write(websocket.MessageBinary, []byte("{}")) }, websocket.StatusUnsupportedData},
		"broken UTF-8":           {text("{\"t\":\"\xff\xfe\"}"), websocket.StatusInvalidFramePayloadData},
		"not JSON":               {text("hei"), hub.Foreign},
		"deep JSON":              {text(`{"t":"cmd","with":` + strings.Repeat("[", 16000) + `}`), hub.Foreign},
		"an unknown frame":       {text(`{"t":"hello"}`), hub.Foreign},
		"a list":                 {text(`[1,2,3]`), hub.Foreign},
	} {
		t.Run(name, func(t *testing.T) {
			p := h.join(h.guest(0))
			x.send(p)
			if code := p.closed(); code != x.code {
				t.Errorf("closed with %d, want %d", code, x.code)
			}
		})
	}
	if _, no := other.ask("idea.post", room.PostIdea{ID: "i", Text: "uforstyrret"}); no != "" {
		t.Error(no)
	}
}

func fragments(p *phone) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	w, err := p.conn.Writer(ctx, websocket.MessageText)
	for range 10_000 {
		if err != nil {
			return
		}
		_, err = w.Write([]byte("xxxx"))
	}
}

// The first frame must be a hi we understand.
func TestTheFirstFrameMustBeHi(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(1)
	for name, frame := range map[string]string{
		"a command":       `{"t":"cmd","id":"cmd-0001","do":"seat.leave"}`,
		"another version": `{"t":"hi","v":2}`,
	} {
		p := h.dial(h.guest(0))
		p.write(websocket.MessageText, []byte(frame))
		if code := p.closed(); code != hub.Foreign {
			t.Errorf("%s: closed with %d", name, code)
		}
	}
}

// Nobody speaks as the house, and a projector says nothing.
func TestWhoMayNotSpeakIsRefused(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(1)
	nobody := h.dial(hub.Caller{Room: h.id})
	nobody.say(map[string]any{"t": "hi", "v": 1})
	if code := nobody.closed(); code != hub.Foreign {
		t.Errorf("the empty seat: closed with %d", code)
	}
	for name, x := range map[string]struct {
		who  hub.Caller
		do   string
		with any
		code room.Code
	}{
		"board sends":       {h.board(), "agenda.next", room.NextStep{}, room.Forbidden},
		"guest leads":       {h.guest(0), "agenda.next", room.NextStep{}, room.Forbidden},
		"guest as house":    {h.guest(0), "seat.join", room.JoinSeat{Seat: "x", Role: room.Facilitator}, room.Invalid},
		"unknown command":   {h.guest(0), "idea.eat", nil, room.Invalid},
		"wrong shape":       {h.guest(0), "idea.post", []int{1}, room.Invalid},
		"wrong phase":       {h.guest(0), "idea.post", room.PostIdea{ID: "i", Text: "for tidlig"}, room.Closed},
		"unknown vote":      {h.guest(0), "ballot.cast", room.CastBallot{Vote: "v9", Choice: room.Choice{"a"}}, room.Missing},
		"somebody else's":   {h.guest(0), "seat.remove", room.RemoveSeat{Seat: "lead1"}, room.Forbidden},
		"links of the lead": {h.guest(0), "link.rotate", room.RotateLink{Surface: "lead", Hash: strings.Repeat("0", 64)}, room.Forbidden},
	} {
		p := h.join(x.who)
		if _, no := p.ask(x.do, x.with); no != x.code {
			t.Errorf("%s: %q, want %q", name, no, x.code)
		}
	}
	p := h.join(h.guest(0))
	for _, id := range []string{"", "short", "UPPER-CASE", strings.Repeat("x", 41), "with:colon", `quo"te...`} {
		p.sendAs(id, "seat.leave", nil)
		if _, no := p.answer(id); no != room.Invalid {
			t.Errorf("id %q: %q", id, no)
		}
	}
	if h.head() != 3 {
		t.Errorf("something was stored: head is %d", h.head())
	}
}

// A seat that sends too fast is refused, on all its sockets together; one that
// goes on is parted from. Others are not slowed.
func TestWhoSendsTooFastIsRefusedAndThenPartedFrom(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(2)
	one, two, other := h.join(h.guest(0)), h.join(h.guest(0)), h.join(h.guest(1))
	two.sent = 5000
	for range 40 {
		one.send("seat.back", nil)
		two.send("seat.back", nil)
	}
	answers := func() (rate, ok int) {
		for _, p := range []*phone{one, two} {
			p.mu.Lock()
			for _, no := range p.noes {
				if no == room.Rate {
					rate++
				} else {
					ok++
				}
			}
			p.mu.Unlock()
		}
		return rate, ok
	}
	one.until("every answer", func() bool { return len(one.noes) == 40 })
	two.until("every answer", func() bool { return len(two.noes) == 40 })
	if rate, ok := answers(); ok < 30 || ok > 60 || rate+ok != 80 {
		t.Errorf("%d were let through and %d refused as too fast; the two tabs share 30 and 10 a second", ok, rate)
	}
	for range 1000 {
		one.send("seat.back", nil)
	}
	if code := one.closed(); code != hub.Flood {
		t.Errorf("closed with %d", code)
	}
	if _, no := other.ask("seat.hand", room.RaiseHand{Why: "help"}); no != "" {
		t.Errorf("a neighbour was refused: %s", no)
	}
}

// A phone that lay open overnight was told that the facilitator had shown it out.
func TestWhoIsForgottenIsNotToldThatSomebodyShowedThemOut(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, nil)
	h.hub.Close()
	var ahead atomic.Int64
	h.hub = hub.New(hub.Options{Log: log, Logger: talk(t), Build: "test",
		Now: func() int64 { return time.Now().Add(time.Duration(ahead.Load())).UnixMilli() }})
	h.meet(2)
	open := h.join(h.guest(0))
	h.as("lead1", "out", room.RemoveSeat{Seat: guest(1)})
	h.as("lead1", "end", room.EndMeeting{})
	ahead.Store(int64(25 * time.Hour))
	if _, err := h.try("", "erase:seats", room.EraseData{What: "seats"}); err != nil && err != room.Refuse(room.Unchanged) {
		t.Fatal(err) // unchanged: the house thought of it by itself
	}
	if code := open.closed(); code != hub.Forgotten {
		t.Errorf("a phone that lay open: closed with %d", code)
	}
	back := h.dial(h.guest(0))
	back.say(map[string]any{"t": "hi", "v": 1})
	if code := back.closed(); code != hub.Forgotten {
		t.Errorf("a phone that comes back: closed with %d", code)
	}
}

// The story of the room decides who may stay, at once.
func TestWhoIsNoLongerWelcomeIsPartedFrom(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(2)
	gone, stays, board := h.join(h.guest(0)), h.join(h.guest(1)), h.join(h.board())
	h.as("lead1", "remove", room.RemoveSeat{Seat: guest(0)})
	if code := gone.closed(); code != hub.Removed {
		t.Errorf("a removed seat: closed with %d", code)
	}
	again := h.dial(h.guest(0))
	again.say(map[string]any{"t": "hi", "v": 1})
	if code := again.closed(); code != hub.Removed {
		t.Errorf("a removed seat that comes back: closed with %d", code)
	}
	h.as("lead1", "rotate", room.RotateLink{Surface: "board", Hash: strings.Repeat("0", 64)})
	if code := board.closed(); code != hub.Rotated {
		t.Errorf("an old board link: closed with %d", code)
	}
	newBoard := h.board()
	newBoard.LinkEpoch = 2
	h.join(newBoard).same(h.view(newBoard))
	if _, err := h.hub.View(context.Background(), h.board()); err != room.Refuse(room.Forbidden) {
		t.Errorf("the old board link is shown a picture over http: %v", err)
	}
	if _, no := stays.ask("seat.hand", room.RaiseHand{Why: "help"}); no != "" {
		t.Error(no)
	}
}

// A room that is deleted, or never was, is not a place to come back to.
func TestADeletedRoomIsGone(t *testing.T) {
	log := newPaper()
	h := newHall(t, log, nil).meet(1)
	p := h.join(h.guest(0))
	log.edit(h.id, func(s *story) { s.gone = true })
	h.hub.Drop(h.id)
	if code := p.closed(); code != hub.Deleted {
		t.Errorf("closed with %d", code)
	}
	p = h.dial(h.guest(0))
	p.say(map[string]any{"t": "hi", "v": 1})
	if code := p.closed(); code != hub.Deleted {
		t.Errorf("who comes back: closed with %d", code)
	}
	if _, err := h.try("", "join-9", room.JoinSeat{Seat: guest(9), Role: room.Participant}); err != room.ErrGone {
		t.Errorf("who wants in: %v", err)
	}
	if _, err := h.hub.View(context.Background(), h.guest(0)); err != room.ErrGone {
		t.Errorf("who fetches: %v", err)
	}
}
