package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/room"
)

// pile is a proposal as a panel shows it.
type pile struct {
	ID    string
	Title string
	Named bool
	Ideas []string
}

// act is what a panel can offer to undo, or shows as changed since.
type act struct {
	Act     int64
	Kind    string
	Changed bool
}

const onWall = 24

// TestLongThreeLeadAtOnce lets a facilitator, a deputy and an assistant lay, name,
// split, show, time and undo over each other's hands through real sockets: by
// count in `make test`, and for a whole minute of the wall's time with FULL=1. There
// is one order, all three see it, what was acknowledged is in the log once, no
// idea is lost, and undo restores or says *endret siden*.
func TestLongThreeLeadAtOnce(t *testing.T) {
	size, more := "45 acts each", func(n int, _ time.Time) bool { return n < 45 }
	if os.Getenv("FULL") != "" {
		size, more = "a minute", func(_ int, began time.Time) bool { return time.Since(began) < time.Minute }
	}
	t.Run("sqlite, one node, "+size, func(t *testing.T) {
		t.Parallel()
		threeLead(t, more, node(t, Config{}))
	})
	t.Run("postgres, two nodes, "+size, func(t *testing.T) {
		t.Parallel()
		c := Config{Database: testpg.URL(t), Redis: testredis.URL(t), JWTKeys: sharedKeys()}
		threeLead(t, more, node(t, c), node(t, c))
	})
}

func threeLead(t *testing.T, more func(n int, began time.Time) bool, nodes ...*App) {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	a, other := nodes[0], nodes[len(nodes)-1]
	kari, made := merging(ctx, t, a)
	leads := []*phone.Phone{kari, given(ctx, t, kari, stands(ctx, t, kari, other)), along(ctx, t, kari, other, "assistant")}
	for _, p := range leads {
		if err := p.Until(ctx, "the wall", func(v phone.View) bool { return v.Count("clusters") == onWall }); err != nil {
			t.Fatal(err)
		}
	}

	said, stored := map[string]int{}, map[string]int64{} // answers; position of each act that was acknowledged
	var mu sync.Mutex
	var all sync.WaitGroup
	began := time.Now()
	for who, p := range leads {
		all.Go(func() {
			r := rand.New(rand.NewPCG(uint64(who), 7))
			var mine []int64 // acts of one's own, as the sender remembers them
			for n := 0; more(n, began); n++ {
				do, with := touch(r, p, mine)
				id := fmt.Sprintf("leder%d-act-%05d", who, n)
				got, err := p.SendAs(ctx, id, do, with).Wait(ctx)
				if err != nil {
					t.Error(err)
					return
				}
				if do != "act.undo" && got.Refused == "" {
					mine = append(mine, got.Seq)
				}
				mu.Lock()
				said[do+" "+got.Refused]++
				if got.Refused == "" {
					stored[id] = got.Seq
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	t.Logf("%d acts stored in %v: %v", len(stored), time.Since(began).Round(time.Second), said)
	for answer := range said {
		switch do, code, _ := strings.Cut(answer, " "); {
		case code == "", code == "unchanged", code == "missing":
		case do == "act.undo" && (code == "changed" || code == "final"):
		default:
			t.Errorf("nobody understands this no: %s", answer)
		}
	}
	// In a short burst nobody needs to have met a later act; restores sees to that one.
	if said["act.undo "] == 0 || len(stored) > 500 && said["act.undo changed"] == 0 {
		t.Errorf("they did not undo, or never met a later act: %v", said)
	}
	for _, n := range nodes {
		theSame(ctx, t, n, made, leads...)
	}
	everyIdeaOnce(t, kari)
	inTheLogOnce(ctx, t, nodes, made.Room, stored)
	whatIsOfferedCanBeUndone(ctx, t, kari)
	restores(ctx, t, kari, leads[1])
}

// along is somebody who leads too, by a link of their own.
func along(ctx context.Context, t *testing.T, kari *phone.Phone, a *App, door string) *phone.Phone {
	t.Helper()
	p := phone.New(a.url())
	var key struct{ Key string }
	err := kari.Post(ctx, "/api/rooms/"+kari.Room+"/links/"+door, struct{}{}, &key)
	if err == nil {
		err = p.Unlock(ctx, kari.Room, "lead", key.Key)
	}
	if err != nil {
		t.Fatal(err)
	}
	live(ctx, t, p)
	return p
}

// inTheLogOnce reads the log: no hole, no command twice, every act at the position
// its sender was told, nothing of them that nobody was told, and the same story
// on every node.
func inTheLogOnce(ctx context.Context, t *testing.T, nodes []*App, roomID string, stored map[string]int64) {
	t.Helper()
	_, story, err := nodes[0].store.Tail(ctx, roomID, 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int64{}
	for n, r := range story {
		if r.Seq != int64(n+1) {
			t.Fatalf("position %d holds record %d", n+1, r.Seq)
		}
		if seen[r.Cmd] != 0 {
			t.Errorf("%s is stored twice", r.Cmd)
		}
		seen[r.Cmd] = r.Seq
		_, id, _ := strings.Cut(r.Cmd, ":")
		if strings.HasPrefix(id, "leder") && stored[id] != r.Seq {
			t.Errorf("%s is stored at %d, its sender was told %d", id, r.Seq, stored[id])
		}
		delete(stored, id)
	}
	for id, seq := range stored {
		t.Errorf("%s was acknowledged at %d, and is not in the log", id, seq)
	}
	want := hashOf(t, story)
	for n, a := range nodes {
		err := a.hub.Ask(ctx, roomID, func(s *room.State) {
			if s.Hash() != want {
				t.Errorf("node %d tells another story than the log", n)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// whatIsOfferedCanBeUndone: nobody acts any more, so whatever the panel offers goes,
// from the latest, also what somebody else did.
func whatIsOfferedCanBeUndone(ctx context.Context, t *testing.T, kari *phone.Phone) {
	t.Helper()
	for range 16 {
		acts := offered(kari)
		if len(acts) == 0 {
			return
		}
		if code, err := kari.Try(ctx, "act.undo", map[string]any{"act": acts[0].Act}); err != nil || code != "" {
			t.Fatalf("undo of the latest act offered: %q %v", code, err)
		}
		if err := kari.Until(ctx, "that it is offered no more", func(v phone.View) bool {
			return !slices.Contains(phone.Read[struct{ Acts []act }](v, "acts").Acts, acts[0])
		}); err != nil {
			t.Fatal(err)
		}
	}
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

// touch thinks of something to do with what is on the wall now. What is undone is
// mostly the latest, sometimes something of one's own that the others may have
// built upon since.
func touch(r *rand.Rand, p *phone.Phone, mine []int64) (do string, with map[string]any) {
	piles := pilesOf(p)
	one, other := piles[r.IntN(len(piles))], piles[r.IntN(len(piles))]
	switch r.IntN(9) {
	case 0, 1:
		return "cluster.join", map[string]any{"from": one.ID, "into": other.ID}
	case 2:
		most := slices.MaxFunc(piles, func(a, b pile) int { return len(a.Ideas) - len(b.Ideas) })
		return "idea.split", map[string]any{"idea": most.Ideas[len(most.Ideas)-1]}
	case 3:
		return "cluster.rename", map[string]any{"cluster": one.ID, "title": fmt.Sprintf("Bunke %d", r.IntN(1000))}
	case 4:
		return "timer.add", map[string]any{"seconds": 30 - 60*r.IntN(2)}
	case 5:
		if r.IntN(2) == 0 {
			return "board.show", map[string]any{"what": ""}
		}
		return "board.show", map[string]any{"what": "cluster", "cluster": one.ID}
	case 6:
		if len(mine) > 0 {
			return "act.undo", map[string]any{"act": mine[r.IntN(len(mine))]}
		}
	}
	if acts := offered(p); len(acts) > 0 {
		return "act.undo", map[string]any{"act": acts[0].Act}
	}
	return "idea.split", map[string]any{"idea": one.Ideas[0]}
}

// offered is what the panel offers to undo, but for the step that all of it hangs on.
func offered(p *phone.Phone) []act {
	return slices.DeleteFunc(phone.Now[struct{ Acts []act }](p, "acts").Acts, func(a act) bool { return a.Changed || a.Kind == "step.entered" || a.Kind == "idea.posted" })
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
