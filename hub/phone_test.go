package hub_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"dugnad/hub"
	"dugnad/room"
)

// pictures is what a client holds, by key.
type pictures map[string]json.RawMessage

// said is any frame from the server.
type said struct {
	T       string    `json:"t"`
	Room    string    `json:"room"`
	Epoch   string    `json:"epoch"`
	Seq     int64     `json:"seq"`
	Now     int64     `json:"now"`
	Seat    string    `json:"seat"`
	Role    room.Role `json:"role"`
	Build   string    `json:"build"`
	From    int64     `json:"from"`
	To      int64     `json:"to"`
	Set     pictures  `json:"set"`
	Del     []string  `json:"del"`
	Large   bool      `json:"large"`
	ID      string    `json:"id"`
	Code    room.Code `json:"code"`
	After   int64     `json:"after"`
	Typing  int       `json:"typing"`
	raw     []byte
	arrived time.Time
}

func read(t testing.TB, b []byte) said {
	f := said{raw: b, arrived: time.Now()}
	if err := json.Unmarshal(b, &f); err != nil {
		t.Errorf("frame %.200s: %v", b, err)
	}
	return f
}

// phone is a client that keeps to the protocol, and fails the test when the
// server does not.
type phone struct {
	t    testing.TB
	who  hub.Caller
	conn *websocket.Conn
	sent int

	fetching bool
	reading  sync.WaitGroup

	mu     sync.Mutex
	heard  sync.Cond
	holds  pictures
	at     int64
	epoch  string
	kept   []said // patches that came while a large picture is fetched
	frames []said
	acks   map[string]int64
	noes   map[string]room.Code
	err    error // the reason the socket closed, when it has
}

// join opens a socket, says hi and goes on from since.
func (h *hall) join(who hub.Caller) *phone { return h.back(who, nil) }

// back comes back with what an earlier socket was told.
func (h *hall) back(who hub.Caller, old *phone) *phone {
	h.t.Helper()
	p := h.dial(who)
	if old != nil {
		old.mu.Lock()
		p.at, p.epoch, p.holds = old.at, old.epoch, maps.Clone(old.holds)
		old.mu.Unlock()
	}
	p.say(map[string]any{"t": "hi", "v": 1, "since": p.at, "epoch": p.epoch})
	p.until("hi", func() bool { return p.has("hi") })
	return p
}

// dial opens a socket and says nothing.
func (h *hall) dial(who hub.Caller) *phone {
	h.t.Helper()
	p := h.dialHeld(who)
	p.reading.Add(1)
	go p.listen()
	return p
}

// dialHeld opens a socket from which nothing is read before the test does.
func (h *hall) dialHeld(who hub.Caller) *phone {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	q := url.Values{"room": {who.Room}, "seat": {who.Seat}, "srf": {who.Surface}, "ae": {strconv.Itoa(who.LinkEpoch)}}
	conn, _, err := websocket.Dial(ctx, h.url+"/?"+q.Encode(), &websocket.DialOptions{HTTPClient: h.client})
	if err != nil {
		h.t.Fatal(err)
	}
	return h.hold(who, conn)
}

func (h *hall) hold(who hub.Caller, conn *websocket.Conn) *phone {
	conn.SetReadLimit(-1)
	p := &phone{t: h.t, who: who, conn: conn, holds: pictures{}, acks: map[string]int64{}, noes: map[string]room.Code{}}
	p.heard.L = &p.mu
	h.t.Cleanup(func() {
		conn.CloseNow()
		p.reading.Wait()
	})
	return p
}

// listen reads until the socket closes.
func (p *phone) listen() {
	defer p.reading.Done()
	for p.hear(1) == nil {
	}
}

// hear reads some frames.
func (p *phone) hear(n int) error {
	for range n {
		_, b, err := p.conn.Read(context.Background())
		p.mu.Lock()
		if p.err = err; err == nil {
			p.take(read(p.t, b))
		}
		p.heard.Broadcast()
		p.mu.Unlock()
		if err != nil {
			return err
		}
	}
	return nil
}

// take does with a frame what a client must.
func (p *phone) take(f said) {
	p.frames = append(p.frames, f)
	switch f.T {
	case "snap":
		p.holds, p.at, p.epoch, p.fetching = f.Set, f.Seq, f.Epoch, f.Large
	case "patch":
		if f.From != p.at || f.To < f.From {
			p.t.Errorf("%s is at %d and was sent a patch from %d to %d", p.who.Seat, p.at, f.From, f.To)
		}
		if p.at = f.To; p.fetching {
			p.kept = append(p.kept, f)
			return
		}
		p.patch(f)
	case "ack":
		p.acks[f.ID] = f.Seq
	case "refused":
		p.noes[f.ID] = f.Code
	}
}

func (p *phone) patch(f said) {
	for _, k := range f.Del {
		delete(p.holds, k)
	}
	maps.Copy(p.holds, f.Set)
}

// fetched takes a large picture that came over http, and lays on it, in order,
// every patch that has come since it was told to fetch.
func (p *phone) fetched(view pictures) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.holds, p.fetching = view, false
	for _, f := range p.kept {
		p.patch(f)
	}
	p.kept = nil
}

// say sends a frame.
func (p *phone) say(v any) {
	b, err := json.Marshal(v)
	if err != nil {
		p.t.Fatal(err)
	}
	p.write(websocket.MessageText, b)
}

func (p *phone) write(kind websocket.MessageType, b []byte) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	p.conn.Write(ctx, kind, b) // the server may have closed; what came of it is seen in what is heard
}

// send sends a command and gives its id.
func (p *phone) send(do string, with any) string {
	p.sent++
	id := fmt.Sprintf("cmd-%05d", p.sent)
	p.sendAs(id, do, with)
	return id
}

func (p *phone) sendAs(id, do string, with any) {
	p.say(map[string]any{"t": "cmd", "id": id, "do": do, "with": with})
}

// ask sends a command and waits for the answer: a position or a no.
func (p *phone) ask(do string, with any) (seq int64, no room.Code) {
	p.t.Helper()
	return p.answer(p.send(do, with))
}

func (p *phone) answer(id string) (seq int64, no room.Code) {
	p.t.Helper()
	p.until("answer to "+id, func() bool {
		var acked, refused bool
		seq, acked = p.acks[id]
		no, refused = p.noes[id]
		return acked || refused
	})
	return seq, no
}

// until waits until something has been heard.
func (p *phone) until(what string, ok func() bool) {
	p.t.Helper()
	p.untilSaying(ok, func() string { return what })
}

// untilSaying is until with words that are found when it is too late.
func (p *phone) untilSaying(ok func() bool, what func() string) {
	p.t.Helper()
	late := false
	timer := time.AfterFunc(patience, func() {
		p.mu.Lock()
		late = true
		p.heard.Broadcast()
		p.mu.Unlock()
	})
	defer timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	for !ok() {
		if late || p.err != nil {
			p.t.Fatalf("%s waited in vain for %s\n(socket: %v; last frames: %s)", p.who.Seat, what(), p.err, p.tail())
		}
		p.heard.Wait()
	}
}

// closed waits for the end and gives its code.
func (p *phone) closed() websocket.StatusCode {
	p.t.Helper()
	timer := time.AfterFunc(patience, func() { p.conn.CloseNow() })
	defer timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.err == nil {
		p.heard.Wait()
	}
	return websocket.CloseStatus(p.err)
}

func (p *phone) tail() string {
	var b bytes.Buffer
	for _, f := range p.frames[max(0, len(p.frames)-5):] {
		fmt.Fprintf(&b, "\n  %.300s", f.raw)
	}
	return b.String()
}

// has tells whether a kind of frame has come. Call it within until.
func (p *phone) has(kind string) bool { return p.count(kind) > 0 }

func (p *phone) count(kind string) (n int) {
	for _, f := range p.frames {
		if f.T == kind {
			n++
		}
	}
	return n
}

// times is count for a test that is not waiting.
func (p *phone) times(kind string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.count(kind)
}

func (p *phone) position() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.at
}

// all gives every frame heard so far.
func (p *phone) all() []said {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]said(nil), p.frames...)
}

// shows tells whether a thing is on the screen. Call it within until.
func (p *phone) shows(key string) bool { _, ok := p.holds[key]; return ok }

// same waits until the phone shows what a newcomer in its seat is shown.
func (p *phone) same(want pictures) {
	p.t.Helper()
	p.untilSaying(func() bool { return maps.EqualFunc(p.holds, want, equal) }, func() string {
		var b strings.Builder
		for _, k := range slices.Sorted(maps.Keys(want)) {
			if !equal(want[k], p.holds[k]) {
				fmt.Fprintf(&b, "\n %s: a newcomer sees %s, it shows %s", k, want[k], p.holds[k])
			}
		}
		for k := range p.holds {
			if want[k] == nil {
				fmt.Fprintf(&b, "\n %s: it still shows %s", k, p.holds[k])
			}
		}
		return "the newcomer's picture, which differs in" + b.String()
	})
}

func equal(a, b json.RawMessage) bool { return bytes.Equal(a, b) }
