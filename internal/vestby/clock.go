package vestby

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// start is the time at which people are asked to come.
func (n *Night) start() error {
	at, err := time.Parse(time.RFC3339, Begins)
	n.at, n.entered = at, at
	return err
}

// pass lets time go by on every node.
func (n *Night) pass(ctx context.Context, d time.Duration) error { return n.until(ctx, n.at.Add(d)) }

// until sets the nodes' clocks forward. Where they run on from what they were
// set to, they may already be past it.
func (n *Night) until(ctx context.Context, at time.Time) error {
	n.at = at
	for _, clock := range n.Clocks {
		body := fmt.Appendf(nil, `{"now":%d}`, at.UnixMilli())
		r, err := http.NewRequestWithContext(ctx, http.MethodPut, clock+"/clock", bytes.NewReader(body))
		if err != nil {
			return fmt.Errorf("set the clock: %w", err)
		}
		r.Header.Set("Content-Type", "application/json")
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			return fmt.Errorf("set the clock: %w", err)
		}
		says, _ := io.ReadAll(resp.Body) // only for the message
		resp.Body.Close()
		if resp.StatusCode != http.StatusOK && resp.StatusCode != http.StatusConflict {
			return fmt.Errorf("set the clock to %s: status %d: %s", at.Format(time.RFC3339), resp.StatusCode, says)
		}
	}
	return nil
}
