package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/room"
)

// oneself is what a seat is told of itself, and standin what a deputy is.
type oneself struct{ Seat, Role string }
type standin struct {
	Until int64
	Kept  bool
}

// TestADeputyTakesOver: the machine that leads hangs on one node and the deputy on
// another. A no reaches the deputy; then the machine dies, one tap is enough, and
// after thirty seconds the deputy leads the meeting as it was. The lead is given
// once, whichever node was first.
func TestADeputyTakesOver(t *testing.T) {
	for name, config := range map[string]func(t *testing.T) (Config, int){
		"sqlite, one node": func(*testing.T) (Config, int) { return Config{}, 1 },
		"postgres, two nodes": func(t *testing.T) (Config, int) {
			return Config{Database: testpg.URL(t), Redis: testredis.URL(t), JWTKeys: sharedKeys()}, 2
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			clock := &Clock{shows: eveningTime, still: true}
			c, n := config(t)
			var nodes []*App
			for range n {
				nodes = append(nodes, nodeAt(t, c, clock))
			}
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			kari := phone.New(nodes[0].url())
			_, err := kari.Make(ctx, map[string]any{"title": "Strømmen går", "lang": "nb"})
			must(err)
			power, cut := context.WithCancel(ctx)
			dead := make(chan struct{})
			go func() { defer close(dead); _ = kari.Run(power) }()
			t.Cleanup(func() { cut(); <-dead })
			must(kari.Until(ctx, "the panel", func(v phone.View) bool { return v.Has("script") }))
			must(kari.Do(ctx, "agenda.next", nil))
			ola := stands(ctx, t, kari, nodes[n-1])
			me := phone.Now[oneself](ola, "me/"+seatOf(ola))
			state := func(v phone.View) standin { return phone.Read[standin](v, "standins/"+me.Seat) }

			must(ola.Do(ctx, "lead.claim", nil))
			must(kari.Until(ctx, "the question", func(v phone.View) bool { return v.Has("claims/" + me.Seat) }))
			claim := phone.Now[struct{ Claim int64 }](kari, "claims/"+me.Seat).Claim
			must(kari.Do(ctx, "lead.answer", map[string]any{"seat": me.Seat, "claim": claim, "yes": false}))
			must(ola.Until(ctx, "the no", func(v phone.View) bool { return state(v).Kept }))
			for _, kind := range []string{"seats/", "claims/", "script", "hall", "acts", "seating", "tray", "pace"} {
				for _, key := range ola.Keys() {
					if strings.HasPrefix(key, kind) {
						t.Errorf("a deputy who waits is shown %s", key)
					}
				}
			}
			if no, err := ola.Try(ctx, "agenda.next", nil); err != nil || no != string(room.Forbidden) {
				t.Errorf("a deputy who waits went on: %q %v", no, err)
			}

			before := phone.Now[map[string]any](ola, "timer")
			cut()
			<-dead
			must(ola.Do(ctx, "lead.claim", nil))
			must(ola.Until(ctx, "the wait", func(v phone.View) bool { return state(v).Until != 0 }))
			must(clock.Set(clock.Now().Add(room.ClaimSeconds * time.Second)))
			must(ola.Until(ctx, "the lead", func(v phone.View) bool {
				return phone.Read[oneself](v, "me/"+me.Seat).Role == string(room.Facilitator) && v.Has("script")
			}))
			if after := phone.Now[map[string]any](ola, "timer"); after["ends"] != before["ends"] || before["ends"] == 0.0 {
				t.Errorf("the clock was %v and is %v", before, after)
			}
			must(ola.Do(ctx, "timer.add", map[string]any{"seconds": 60}))
			given := 0
			_, story, err := nodes[0].store.Tail(ctx, kari.Room, 0)
			must(err)
			for _, r := range story {
				if r.Kind == "lead.given" {
					given++
				}
			}
			if given != 1 {
				t.Errorf("the lead was given %d times", given)
			}
		})
	}
}

// stands has a device wait by the deputy's link.
func stands(ctx context.Context, t *testing.T, kari *phone.Phone, a *App) *phone.Phone {
	t.Helper()
	p := along(ctx, t, kari, a, room.DeputyDoor)
	if err := p.Until(ctx, "a place to wait", func(v phone.View) bool { return v.Count("standins") == 1 }); err != nil {
		t.Fatal(err)
	}
	return p
}

// seatOf is the seat that a device is told it has.
func seatOf(p *phone.Phone) string {
	for _, key := range p.Keys() {
		if seat, ok := strings.CutPrefix(key, "me/"); ok {
			return seat
		}
	}
	return ""
}

// given has whoever leads let a deputy in at once.
func given(ctx context.Context, t *testing.T, kari, deputy *phone.Phone) *phone.Phone {
	t.Helper()
	seat := seatOf(deputy)
	err := deputy.Do(ctx, "lead.claim", nil)
	if err == nil {
		err = kari.Until(ctx, "the question", func(v phone.View) bool { return v.Has("claims/" + seat) })
	}
	if err == nil {
		claim := phone.Now[struct{ Claim int64 }](kari, "claims/"+seat).Claim
		err = kari.Do(ctx, "lead.answer", map[string]any{"seat": seat, "claim": claim, "yes": true})
	}
	if err == nil {
		err = deputy.Until(ctx, "the lead", func(v phone.View) bool { return v.Has("script") })
	}
	if err != nil {
		t.Fatal(err)
	}
	return deputy
}
