package phone

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/coder/websocket"
)

// frame is whatever comes from the server.
type frame struct {
	T     string
	Seq   int64
	From  int64
	To    int64
	Epoch string
	ID    string
	Code  string
	Large bool
	Set   map[string]json.RawMessage
	Del   []string
}

// Gone says that the server told us not to come back.
type Gone struct{ Code websocket.StatusCode }

func (g Gone) Error() string { return fmt.Sprintf("closed for good: %d", g.Code) }

// Run holds the socket until ctx ends or the server says not to come back,
// coming back by itself after every drop.
func (p *Phone) Run(ctx context.Context) error {
	for n := 0; ; n++ {
		started := time.Now()
		err := p.once(ctx)
		if ctx.Err() != nil {
			return nil
		}
		var status *Status
		code := websocket.CloseStatus(err)
		switch {
		case code >= 4100 && code < 4200:
			return p.end(Gone{code})
		case errors.As(err, &status) && (status.Code == http.StatusUnauthorized || status.Code == http.StatusNotFound):
			return p.end(err)
		}
		if time.Since(started) > 5*time.Second {
			n = 0
		}
		p.Move()
		most := min(3*time.Second, 50*time.Millisecond<<min(n, 6))
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(rand.N(most)):
		}
	}
}

func (p *Phone) end(err error) error {
	p.mu.Lock()
	p.ended = err
	p.news()
	p.mu.Unlock()
	return err
}

// once is one connection from dial to drop.
func (p *Phone) once(ctx context.Context) error {
	base := p.at()
	url := "ws" + strings.TrimPrefix(base, "http") + "/api/rooms/" + p.Room + "/ws?surface=" + p.Surface
	conn, resp, err := websocket.Dial(ctx, url, &websocket.DialOptions{HTTPClient: &http.Client{Jar: p.http.Jar},
		HTTPHeader: http.Header{"Origin": {base}}})
	if err != nil {
		if resp != nil {
			return &Status{resp.StatusCode, err.Error()}
		}
		return err
	}
	defer conn.CloseNow()
	conn.SetReadLimit(16 << 20)
	p.mu.Lock()
	hello := fmt.Sprintf(`{"t":"hi","v":1,"since":%d,"epoch":%q}`, p.head, p.epoch)
	p.mu.Unlock()
	if err := conn.Write(ctx, websocket.MessageText, []byte(hello)); err != nil {
		return err
	}
	defer func() { p.mu.Lock(); p.conn = nil; p.mu.Unlock() }()
	for {
		_, raw, err := conn.Read(ctx)
		if err != nil {
			return err
		}
		if err := p.take(ctx, conn, raw); err != nil {
			return err
		}
	}
}

// take reads one frame into the view. After the first hi everything unanswered
// is sent again, in order.
func (p *Phone) take(ctx context.Context, conn *websocket.Conn, raw []byte) error {
	var f frame
	if err := json.Unmarshal(raw, &f); err != nil {
		return fmt.Errorf("frame %.80q: %w", raw, err)
	}
	if f.T == "snap" && f.Large {
		var whole []byte
		if err := p.Get(ctx, "/api/rooms/"+p.Room+"/view?surface="+p.Surface, &whole); err != nil {
			return err
		}
		return p.take(ctx, conn, whole)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.Quiet {
		p.frames.Write(raw)
		p.frames.WriteByte('\n')
	}
	switch f.T {
	case "hi":
		if p.conn == nil {
			p.conn = conn
			for _, c := range p.waiting {
				if err := conn.Write(ctx, websocket.MessageText, []byte(c.frame)); err != nil {
					return err
				}
			}
		}
	case "snap":
		p.view, p.head, p.epoch = f.Set, f.Seq, f.Epoch
		if p.view == nil {
			p.view = map[string]json.RawMessage{}
		}
	case "patch":
		if f.From != p.head {
			return fmt.Errorf("patch from %d, we are at %d", f.From, p.head)
		}
		for _, k := range f.Del {
			delete(p.view, k)
		}
		for k, v := range f.Set {
			p.view[k] = v
		}
		p.head = f.To
	case "ack":
		p.answered(f.ID, Answer{Seq: f.Seq})
	case "refused":
		if f.Code != "rate" && f.Code != "busy" {
			p.answered(f.ID, Answer{Refused: f.Code})
			break
		}
		p.later(ctx, f.ID)
	}
	p.news()
	return nil
}

// news wakes everybody who waits. Callers hold the lock.
func (p *Phone) news() {
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *Phone) answered(id string, a Answer) {
	for n, c := range p.waiting {
		if c.id == id {
			p.waiting = append(p.waiting[:n:n], p.waiting[n+1:]...)
			c.answer = a
			close(c.done)
			return
		}
	}
}

// later sends a command again after a breath, if it is still unanswered.
func (p *Phone) later(ctx context.Context, id string) {
	time.AfterFunc(150*time.Millisecond+rand.N(100*time.Millisecond), func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, c := range p.waiting {
			if c.id == id && p.conn != nil && ctx.Err() == nil {
				_ = p.conn.Write(ctx, websocket.MessageText, []byte(c.frame)) // a dead socket is noticed by its reader
			}
		}
	})
}
