// Package phone is a person's device in Go: it joins with a code, holds the
// websocket, patches what it is shown, keeps what it has sent until it is
// acknowledged and sends it again after a drop. The demo, the swarm and the
// tests hold real meetings with it.
package phone

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// Phone is one device on one surface of one meeting. Its methods may be called
// from several goroutines.
type Phone struct {
	Surface string // p, lead or board
	Room    string
	Code    string

	Quiet bool // keeps no copy of what it is sent; before it runs

	bases []string // the nodes; a drop moves to the next
	http  *http.Client

	mu      sync.Mutex
	base    int
	view    map[string]json.RawMessage
	head    int64
	epoch   string
	sent    int
	waiting []*Call // not yet answered, in order
	frames  bytes.Buffer
	changed chan struct{} // closed and replaced whenever something came
	ended   error         // set when the server said not to come back
	conn    *websocket.Conn
	dice    string
	tab     string // keeps the ids of this tab apart from those of the person's others
}

// Answer is what the server said to a command.
type Answer struct {
	Seq     int64
	Refused string // empty when stored
}

// Call is a command on its way.
type Call struct {
	id, frame string
	answer    Answer
	done      chan struct{}
}

// New is a phone with no meeting yet. The bases are the addresses of the nodes
// it may use, `http://127.0.0.1:8080` and the like.
func New(bases ...string) *Phone {
	jar, _ := cookiejar.New(nil)
	return &Phone{
		bases: bases, view: map[string]json.RawMessage{}, changed: make(chan struct{}), dice: strings.ToLower(rand.Text()), tab: strings.ToLower(rand.Text()[:10]),
		http: &http.Client{Jar: jar, Timeout: 20 * time.Second},
	}
}

// Dice replaces the phone's own random id, so that a test can know the seat.
func (p *Phone) Dice(id string) { p.dice = strings.ToLower(id) }

// Post sends JSON and reads JSON. A status of 400 or more is an error that
// holds the status and the body.
func (p *Phone) Post(ctx context.Context, path string, body, into any) error {
	return p.do(ctx, http.MethodPost, path, body, into)
}

// Get reads JSON.
func (p *Phone) Get(ctx context.Context, path string, into any) error {
	return p.do(ctx, http.MethodGet, path, nil, into)
}

// Delete asks for something to be gone.
func (p *Phone) Delete(ctx context.Context, path string) error {
	return p.do(ctx, http.MethodDelete, path, nil, nil)
}

func (p *Phone) do(ctx context.Context, method, path string, body, into any) error {
	var r io.Reader
	if body != nil {
		raw, err := json.Marshal(body)
		if err != nil {
			return err
		}
		r = bytes.NewReader(raw)
	}
	req, err := http.NewRequestWithContext(ctx, method, p.at()+path, r)
	if err != nil {
		return err
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := p.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return &Status{resp.StatusCode, string(raw)}
	}
	if b, ok := into.(*[]byte); ok {
		*b = raw
		return nil
	}
	if into == nil || len(raw) == 0 {
		return nil
	}
	return json.Unmarshal(raw, into)
}

// Status is an answer of 400 or more.
type Status struct {
	Code int
	Body string
}

func (s *Status) Error() string { return fmt.Sprintf("status %d: %s", s.Code, s.Body) }

func (p *Phone) at() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.bases[p.base%len(p.bases)]
}

// Move goes on with the next node, as a load balancer would send it.
func (p *Phone) Move() {
	p.mu.Lock()
	p.base++
	p.mu.Unlock()
}

// Join takes a seat with a meeting code.
func (p *Phone) Join(ctx context.Context, code, as string) error {
	var got struct{ Room string }
	err := p.Post(ctx, "/api/join", map[string]string{"code": code, "id": p.dice, "as": as}, &got)
	if err != nil {
		return fmt.Errorf("join: %w", err)
	}
	p.Surface, p.Room, p.Code = "p", got.Room, code
	return nil
}

// Made is what a facilitator gets for a new meeting.
type Made struct {
	Room, Code, Key, Board string
	Follow                 string // once it has been handed over
}

// Make makes a meeting and leads it.
func (p *Phone) Make(ctx context.Context, meeting map[string]any) (Made, error) {
	var m Made
	if err := p.Post(ctx, "/api/meetings", meeting, &m); err != nil {
		return m, fmt.Errorf("make a meeting: %w", err)
	}
	p.Surface, p.Room, p.Code = "lead", m.Room, m.Code
	return m, nil
}

// Unlock opens the board or the panel of a meeting with its key.
func (p *Phone) Unlock(ctx context.Context, room, surface, key string) error {
	err := p.Post(ctx, "/api/rooms/"+room+"/key", map[string]string{"surface": surface, "key": key, "id": p.dice}, nil)
	if err != nil {
		return fmt.Errorf("unlock %s: %w", surface, err)
	}
	p.Surface, p.Room = surface, room
	return nil
}

// Clone is a second tab of the same person: same cookies, own socket.
func (p *Phone) Clone() *Phone {
	c := New(p.bases...)
	c.http, c.Surface, c.Room, c.Code, c.dice = p.http, p.Surface, p.Room, p.Code, p.dice
	return c
}
