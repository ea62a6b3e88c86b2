package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/internal/phone"
)

// pile is a proposal as a panel shows it.
type pile struct {
	ID    string
	Title string
	Named bool
	Ideas []string
}

// act is what a panel can offer to undo.
type act struct {
	Act  int64
	Kind string
}

const onWall = 24

// TestTwoFacilitatorsAtOnce lets a facilitator and a deputy lay, name, split and
// undo over each other's hands for as much as the room takes. There is one
// order, both see it, no idea is lost, and undo restores or says *endret siden*.
func TestTwoFacilitatorsAtOnce(t *testing.T) {
	a := node(t, Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	kari, made := merging(ctx, t, a)
	deputy := phone.New(a.url())
	var key struct{ Key string }
	if err := kari.Post(ctx, "/api/rooms/"+made.Room+"/links/deputy", struct{}{}, &key); err != nil {
		t.Fatal(err)
	}
	if err := deputy.Unlock(ctx, made.Room, "lead", key.Key); err != nil {
		t.Fatal(err)
	}
	live(ctx, t, deputy)
	for _, p := range []*phone.Phone{kari, deputy} {
		if err := p.Until(ctx, "the wall", func(v phone.View) bool { return v.Count("clusters") == onWall }); err != nil {
			t.Fatal(err)
		}
	}

	said := map[string]int{}
	var mu sync.Mutex
	var both sync.WaitGroup
	for n, p := range []*phone.Phone{kari, deputy} {
		both.Go(func() {
			r := rand.New(rand.NewPCG(uint64(n), 7))
			for range 45 {
				do, with := touch(r, p)
				code, err := p.Try(ctx, do, with)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				said[do+" "+code]++
				mu.Unlock()
			}
		})
	}
	both.Wait()
	for answer := range said {
		switch do, code, _ := strings.Cut(answer, " "); {
		case code == "", code == "unchanged", code == "missing":
		case do == "act.undo" && (code == "changed" || code == "final"):
		default:
			t.Errorf("nobody understands this no: %s", answer)
		}
	}
	if said["act.undo "] == 0 || said["act.undo changed"] == 0 {
		t.Errorf("the burst did not undo, or never met a later act: %v", said)
	}
	theSame(ctx, t, a, made, kari, deputy)
	everyIdeaOnce(t, kari)
	restores(ctx, t, kari, deputy)
}

// merging is a meeting at the merging, with a wall of proposals.
func merging(ctx context.Context, t *testing.T, a *App) (*phone.Phone, phone.Made) {
	t.Helper()
	kari := phone.New(a.url())
	made, err := kari.Make(ctx, map[string]any{"title": "To som leder", "lang": "nb"})
	if err != nil {
		t.Fatal(err)
	}
	live(ctx, t, kari)
	var step string
	err = kari.Until(ctx, "the run sheet", func(v phone.View) bool {
		for _, l := range phone.Read[struct {
			Agenda []struct{ ID, Kind string }
		}](v, "meeting").Agenda {
			if l.Kind == "sammenslaing" {
				step = l.ID
			}
		}
		return step != ""
	})
	if err == nil {
		err = kari.Do(ctx, "agenda.go", map[string]any{"step": step})
	}
	for n := 0; err == nil && n < onWall; n++ {
		err = kari.Do(ctx, "idea.post", map[string]any{"id": fmt.Sprintf("i%02d", n), "text": fmt.Sprintf("Forslag %02d", n)})
	}
	if err != nil {
		t.Fatal(err)
	}
	return kari, made
}

// live holds a phone's line until the test is over.
func live(ctx context.Context, t *testing.T, p *phone.Phone) {
	t.Helper()
	ctx, stop := context.WithCancel(ctx)
	over := make(chan struct{})
	go func() {
		defer close(over)
		_ = p.Run(ctx) // why it ended is kept on the phone
	}()
	t.Cleanup(func() { stop(); <-over })
}

// touch thinks of something to do with what is on the wall now.
func touch(r *rand.Rand, p *phone.Phone) (do string, with map[string]any) {
	piles := pilesOf(p)
	one, other := piles[r.IntN(len(piles))], piles[r.IntN(len(piles))]
	acts := slices.DeleteFunc(phone.Now[struct{ Acts []act }](p, "acts").Acts, func(a act) bool { return a.Kind == "step.entered" })
	switch r.IntN(6) {
	case 0, 1:
		return "cluster.join", map[string]any{"from": one.ID, "into": other.ID}
	case 2:
		return "idea.split", map[string]any{"idea": one.Ideas[len(one.Ideas)-1]}
	case 3:
		return "cluster.rename", map[string]any{"cluster": one.ID, "title": fmt.Sprintf("Bunke %d", r.IntN(1000))}
	}
	if len(acts) == 0 {
		return "idea.split", map[string]any{"idea": one.Ideas[0]}
	}
	// Mostly the latest, sometimes one that the other may have built upon.
	return "act.undo", map[string]any{"act": acts[r.IntN(len(acts))].Act - int64(r.IntN(2))}
}

func pilesOf(p *phone.Phone) []pile {
	shown, _ := p.Shown()
	var all []pile
	for n := range onWall { // in a fixed order: a home is named by its idea
		for _, id := range []string{fmt.Sprintf("c-i%02d", n), fmt.Sprintf("c-i%02d-2", n)} {
			if raw, ok := shown["clusters/"+id]; ok {
				var x pile
				_ = json.Unmarshal([]byte(raw), &x)
				all = append(all, x)
			}
		}
	}
	return all
}

// theSame compares what both have followed with what a newcomer is shown.
func theSame(ctx context.Context, t *testing.T, a *App, made phone.Made, phones ...*phone.Phone) {
	t.Helper()
	fresh := phone.New(a.url())
	if err := fresh.Unlock(ctx, made.Room, "lead", made.Key); err != nil {
		t.Fatal(err)
	}
	live(ctx, t, fresh)
	if err := fresh.Until(ctx, "a picture", func(v phone.View) bool { return v.Has("acts") }); err != nil {
		t.Fatal(err)
	}
	want := wall(fresh)
	for n, p := range phones {
		err := p.Until(ctx, "the same wall", func(v phone.View) bool {
			got := map[string]string{}
			for _, k := range v.Keys() {
				if strings.HasPrefix(k, "clusters/") || strings.HasPrefix(k, "ideas/") || k == "acts" {
					got[k] = string(phone.Read[json.RawMessage](v, k))
				}
			}
			return maps.Equal(got, want)
		})
		if err != nil {
			t.Fatalf("facilitator %d sees another wall than a newcomer: %v", n, err)
		}
	}
}

func wall(p *phone.Phone) map[string]string {
	shown, _ := p.Shown()
	maps.DeleteFunc(shown, func(k, _ string) bool {
		return !strings.HasPrefix(k, "clusters/") && !strings.HasPrefix(k, "ideas/") && k != "acts"
	})
	return shown
}

func everyIdeaOnce(t *testing.T, p *phone.Phone) {
	t.Helper()
	lies := map[string]int{}
	for k, raw := range wall(p) {
		if !strings.HasPrefix(k, "clusters/") {
			continue
		}
		var x pile
		if err := json.Unmarshal([]byte(raw), &x); err != nil {
			t.Fatal(err)
		}
		for _, id := range x.Ideas {
			lies[id]++
		}
	}
	for n := range onWall {
		if id := fmt.Sprintf("i%02d", n); lies[id] != 1 {
			t.Errorf("idea %s lies in %d proposals", id, lies[id])
		}
	}
}

// restores lets one act, the other build upon it, and both undo: the first is
// told that it was changed, the second gets the wall back as it was.
func restores(ctx context.Context, t *testing.T, kari, deputy *phone.Phone) {
	t.Helper()
	piles := pilesOf(kari)
	before := wall(kari)
	delete(before, "acts")
	rename := func(p *phone.Phone, title string) int64 {
		a, err := p.Send(ctx, "cluster.rename", map[string]any{"cluster": piles[0].ID, "title": title}).Wait(ctx)
		if err != nil || a.Refused != "" {
			t.Fatal(a, err)
		}
		return a.Seq
	}
	first, second := rename(kari, "Karis navn"), rename(deputy, "Stedfortrederens navn")
	if code, err := kari.Try(ctx, "act.undo", map[string]any{"act": first}); err != nil || code != "changed" {
		t.Fatalf("undoing what another has built upon: %q %v, want changed", code, err)
	}
	for _, act := range []int64{second, first} {
		if code, err := kari.Try(ctx, "act.undo", map[string]any{"act": act}); err != nil || code != "" {
			t.Fatalf("undo of %d: %q %v", act, code, err)
		}
	}
	err := deputy.Until(ctx, "the wall as it was", func(v phone.View) bool {
		for k, was := range before {
			if string(phone.Read[json.RawMessage](v, k)) != was {
				return false
			}
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
}
