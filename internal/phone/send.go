package phone

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/coder/websocket"
)

// Send puts a command in the outbox and on the wire, and returns at once. It
// is kept and sent again until it is answered.
func (p *Phone) Send(ctx context.Context, do string, with any) *Call {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent++
	return p.put(ctx, fmt.Sprintf("%s-%d", p.tab, p.sent), do, with)
}

// SendAs is Send with an id of the caller's choice, to say the same thing twice.
func (p *Phone) SendAs(ctx context.Context, id, do string, with any) *Call {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.put(ctx, id, do, with)
}

func (p *Phone) put(ctx context.Context, id, do string, with any) *Call {
	raw, err := json.Marshal(map[string]any{"t": "cmd", "id": id, "do": do, "with": with})
	if err != nil {
		panic("phone: a command that cannot be encoded: " + err.Error())
	}
	c := &Call{id: id, frame: string(raw), done: make(chan struct{})}
	p.waiting = append(p.waiting, c)
	if p.conn != nil {
		_ = p.conn.Write(ctx, websocket.MessageText, raw) // a dead socket is noticed by its reader
	}
	return c
}

// Wait waits for the answer.
func (c *Call) Wait(ctx context.Context) (Answer, error) {
	select {
	case <-c.done:
		return c.answer, nil
	case <-ctx.Done():
		return Answer{}, fmt.Errorf("no answer to %s: %w", c.frame, ctx.Err())
	}
}

// Do sends and waits until it is stored. A refusal is an error, but for
// `unchanged`, which means that it was done already.
func (p *Phone) Do(ctx context.Context, do string, with any) error {
	a, err := p.Send(ctx, do, with).Wait(ctx)
	if err != nil {
		return err
	}
	if a.Refused != "" && a.Refused != "unchanged" {
		return fmt.Errorf("%s: refused: %s", do, a.Refused)
	}
	return nil
}

// Try sends and returns the code of the refusal, empty if it was stored.
func (p *Phone) Try(ctx context.Context, do string, with any) (string, error) {
	a, err := p.Send(ctx, do, with).Wait(ctx)
	return a.Refused, err
}

// Until waits until what is shown satisfies ok.
func (p *Phone) Until(ctx context.Context, what string, ok func(View) bool) error {
	for {
		p.mu.Lock()
		seen := ok(View{p.view})
		news, ended := p.changed, p.ended
		p.mu.Unlock()
		switch {
		case seen:
			return nil
		case ended != nil:
			return fmt.Errorf("waiting for %s: %w", what, ended)
		}
		select {
		case <-news:
		case <-ctx.Done():
			return fmt.Errorf("waiting for %s: %w; shown: %v", what, ctx.Err(), p.Keys())
		}
	}
}

// UntilEnded waits until the server has said not to come back, and tells why.
func (p *Phone) UntilEnded(ctx context.Context) error {
	for {
		p.mu.Lock()
		news, ended := p.changed, p.ended
		p.mu.Unlock()
		if ended != nil {
			return ended
		}
		select {
		case <-news:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// View is what a phone is shown, while it is held still.
type View struct{ entities map[string]json.RawMessage }

// Has tells whether an entity is shown.
func (v View) Has(key string) bool { _, ok := v.entities[key]; return ok }

// Count counts the entities of a kind.
func (v View) Count(kind string) int {
	n := 0
	for k := range v.entities {
		if len(k) > len(kind) && k[:len(kind)+1] == kind+"/" {
			n++
		}
	}
	return n
}

// Read decodes an entity; the zero value if it is not shown.
func Read[T any](v View, key string) T {
	var t T
	if raw, ok := v.entities[key]; ok {
		_ = json.Unmarshal(raw, &t)
	}
	return t
}

// Now reads an entity as it is shown at this moment.
func Now[T any](p *Phone, key string) T {
	p.mu.Lock()
	defer p.mu.Unlock()
	return Read[T](View{p.view}, key)
}

// Keys lists what is shown.
func (p *Phone) Keys() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var ks []string
	for k := range p.view {
		ks = append(ks, k)
	}
	return ks
}

// Shown copies the whole view, byte for byte, and its position.
func (p *Phone) Shown() (map[string]string, int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	m := make(map[string]string, len(p.view))
	for k, v := range p.view {
		m[k] = string(v)
	}
	return m, p.head
}

// Frames is every byte the server has sent to this device.
func (p *Phone) Frames() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.frames.String()
}

// Unanswered counts the commands still on their way.
func (p *Phone) Unanswered() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.waiting)
}

// Drop cuts the connection without a word, as a phone that loses its net.
func (p *Phone) Drop() {
	p.mu.Lock()
	conn := p.conn
	p.mu.Unlock()
	if conn != nil {
		conn.CloseNow()
	}
}

// Keys lists what is shown.
func (v View) Keys() []string {
	ks := make([]string, 0, len(v.entities))
	for k := range v.entities {
		ks = append(ks, k)
	}
	return ks
}
