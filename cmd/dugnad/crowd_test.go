package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"dugnad/internal/phone"
)

// crowd is how many come through the door at once.
const crowd = 200

// TestTwoHundredAtTheDoorAtOnce: everybody behind the hall's one address joins
// in the same moment, and all of them hold an open socket and a picture. How
// long it takes is the benchmark's to say.
func TestTwoHundredAtTheDoorAtOnce(t *testing.T) {
	a := node(t, Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	phones, err := rush(ctx, a, crowd)
	defer phones.leave()
	if err != nil {
		t.Fatal(err)
	}
	err = phones.lead.Until(ctx, "all of them counted", func(v phone.View) bool {
		return phone.Read[struct{ Here int }](v, "presence").Here == crowd
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := a.hub.Stats().Lines; got != crowd+1 {
		t.Fatalf("%d sockets are open, want %d", got, crowd+1)
	}
}

// rushed is a hall full of phones.
type rushed struct {
	lead *phone.Phone
	all  []*phone.Phone
	stop context.CancelFunc
	runs sync.WaitGroup
}

func (r *rushed) leave() {
	r.stop()
	r.runs.Wait()
}

func (r *rushed) run(ctx context.Context, p *phone.Phone) {
	r.runs.Go(func() { _ = p.Run(ctx) })
}

// rush makes a meeting and lets n phones join, connect and get a picture, all
// at the same time.
func rush(ctx context.Context, a *App, n int) (*rushed, error) {
	r := &rushed{lead: phone.New(a.url())}
	ctx, r.stop = context.WithCancel(ctx)
	made, err := r.lead.Make(ctx, map[string]any{"title": "Full hall", "lang": "nb"})
	if err != nil {
		return r, err
	}
	r.run(ctx, r.lead)
	failed := make(chan error, n)
	for range n {
		p := phone.New(a.url())
		r.all = append(r.all, p)
		go func() {
			err := p.Join(ctx, made.Code, "")
			if err == nil {
				r.run(ctx, p)
				err = p.Until(ctx, "a picture", func(v phone.View) bool { return v.Has("meeting") && v.Count("me") == 1 })
			}
			failed <- err
		}()
	}
	for range n {
		if e := <-failed; e != nil {
			err = e
		}
	}
	return r, err
}

// BenchmarkTwoHundredAtTheDoorAtOnce says how long the rush takes as a multiple
// of as many bare requests to the same server in the same run. What worries us
// is the ratio climbing past a few dozen: then the hall waits.
func BenchmarkTwoHundredAtTheDoorAtOnce(b *testing.B) {
	a := &App{Config: Config{Addr: "127.0.0.1:0", DataDir: b.TempDir(), LogLevel: "error", MaxSockets: "5000"}, Dice: loaded()}
	if err := a.Open(b.Context()); err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	var joins, bare time.Duration
	for b.Loop() {
		began := time.Now()
		phones, err := rush(b.Context(), a, crowd)
		joins += time.Since(began)
		phones.leave()
		if err != nil {
			b.Fatal(err)
		}
		began = time.Now()
		if err := bareGets(b.Context(), a.url()+"/healthz", crowd); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(began)
	}
	b.ReportMetric(float64(joins)/float64(bare), "x-bare-gets")
	b.ReportMetric(float64(joins.Milliseconds())/float64(b.N), "ms/200-joins")
}

// bareGets is the baseline: as many requests at once, each on a connection of
// its own as phones have.
func bareGets(ctx context.Context, url string, n int) error {
	failed := make(chan error, n)
	for range n {
		go func() {
			client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
			if err != nil {
				failed <- err
				return
			}
			resp, err := client.Do(req)
			if err == nil {
				_, err = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
			failed <- err
		}()
	}
	var err error
	for range n {
		if e := <-failed; e != nil {
			err = fmt.Errorf("bare get: %w", e)
		}
	}
	return err
}
