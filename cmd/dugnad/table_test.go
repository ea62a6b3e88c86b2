package main

import (
	"context"
	"errors"
	"fmt"
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

// table is a meeting with six people at one phone and three others, who have
// one each.
type table struct {
	kari, ada *phone.Phone
	others    []*phone.Phone
	made      phone.Made
}

const (
	sharing = 6
	apart   = 3
)

// seated lets them all in at their tables. The table with one phone types in
// points from paper, sends three of them to plenum, and all wait for the vote.
func seated(ctx context.Context, t *testing.T, points int, nodes ...*App) table {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	base := func(n int) string { return nodes[n%len(nodes)].url() }
	tb := table{kari: phone.New(base(0)), ada: phone.New(base(1))}
	made, err := tb.kari.Make(ctx, map[string]any{"title": "En telefon", "lang": "nb"})
	must(err)
	tb.made = made
	live(ctx, t, tb.kari)
	must(tb.ada.Join(ctx, made.Code, "frivillighet"))
	live(ctx, t, tb.ada)
	for n := range apart {
		p := phone.New(base(n))
		must(p.Join(ctx, made.Code, ""))
		live(ctx, t, p)
		tb.others = append(tb.others, p)
	}
	must(tb.ada.Do(ctx, "seat.heads", map[string]any{"n": sharing}))
	for _, p := range append(slices.Clone(tb.others), tb.ada, tb.kari) {
		must(p.Until(ctx, "heads are counted", func(v phone.View) bool {
			return phone.Read[struct{ Here int }](v, "presence").Here == sharing+apart
		}))
	}
	must(tb.kari.Do(ctx, "groups.make", map[string]any{"size": 5}))
	must(tb.ada.Until(ctx, "a table of six or so", func(v phone.View) bool {
		g := phone.Read[struct {
			Size   int
			Shared bool
		}](v, fmt.Sprint("groups/", mine(v).Group))
		return mine(v).Group > 0 && g.Size >= sharing && g.Shared
	}))
	tb.to(ctx, t, "runde")
	for n := range points { // what stood on the sheets, one keyword after the other
		must(tb.ada.Do(ctx, "idea.post", map[string]any{"id": fmt.Sprintf("i%02d", n), "text": fmt.Sprint("Stikkord ", n), "table": true}))
	}
	for n := 3; n < points; n++ {
		must(tb.ada.Do(ctx, "idea.aside", map[string]any{"id": fmt.Sprintf("i%02d", n)}))
	}
	must(tb.ada.Do(ctx, "group.send", map[string]any{}))
	tb.to(ctx, t, "avstemning")
	return tb
}

type me struct {
	Group int
	Heads int
	Slips []struct {
		Vote    string
		Numbers []string
	}
}

func mine(v phone.View) me {
	for _, k := range v.Keys() {
		if strings.HasPrefix(k, "me/") {
			return phone.Read[me](v, k)
		}
	}
	return me{}
}

// to moves the meeting to the first step of a kind.
func (tb table) to(ctx context.Context, t *testing.T, kind string) {
	t.Helper()
	for _, l := range phone.Now[struct {
		Agenda []struct{ ID, Kind string }
	}](tb.kari, "meeting").Agenda {
		if l.Kind == kind {
			if err := tb.kari.Do(ctx, "agenda.go", map[string]any{"step": l.ID}); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no step %s", kind)
}

func slip(vote, number, choice string) map[string]any {
	return map[string]any{"vote": vote, "choice": []string{choice}, "slip": number}
}

// TestSixPeopleAndOnePhone is the evening of a table with one phone and paper:
// five of the six vote and one stands over, one changes, the others vote on their
// own phones. The totals are heads minus those who stood over, and nobody who
// asks is told what lies behind a slip.
func TestSixPeopleAndOnePhone(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	tb := seated(ctx, t, 12, node(t, Config{}))
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(tb.kari.Do(ctx, "vote.open", map[string]any{"id": "v1", "method": "approve", "k": 1, "secret": true}))
	for n, choice := range []string{"c-i00", "c-i00", "c-i01", "c-i01", "c-i01"} {
		must(tb.ada.Do(ctx, "ballot.cast", slip("v1", fmt.Sprint(20+n), choice)))
	}
	again := slip("v1", "22", "c-i00")
	again["again"] = true
	must(tb.ada.Do(ctx, "ballot.cast", again))
	for _, p := range tb.others {
		must(p.Do(ctx, "ballot.cast", map[string]any{"vote": "v1", "choice": []string{"c-i02"}}))
	}
	must(tb.kari.Until(ctx, "eight of nine", func(v phone.View) bool {
		turnout := phone.Read[struct{ Cast, Of int }](v, "turnout/v1")
		return turnout.Cast == sharing-1+apart && turnout.Of == sharing+apart
	}))
	var refused *phone.Status
	if err := tb.ada.Get(ctx, "/api/rooms/"+tb.made.Room+"/slip/v1", nil); !errors.As(err, &refused) || refused.Code != 404 {
		t.Errorf("asked for the slip of a shared phone: %v", err)
	}
	must(tb.kari.Do(ctx, "vote.close", map[string]any{"vote": "v1"}))
	rows := result(ctx, t, tb.kari, "v1", sharing-1+apart)
	if rows["c-i00"] != 3 || rows["c-i01"] != 2 || rows["c-i02"] != 3 {
		t.Errorf("counted %v", rows)
	}
	if sent := tb.ada.Frames(); strings.Contains(sent, `"choice"`) {
		t.Error("a choice was sent to the phone")
	}
}

func result(ctx context.Context, t *testing.T, p *phone.Phone, vote string, ballots int) map[string]int {
	t.Helper()
	type counted struct {
		Ballots int
		Rows    []struct {
			ID    string
			Marks int
		}
	}
	if err := p.Until(ctx, "the count", func(v phone.View) bool { return len(phone.Read[counted](v, "results/"+vote).Rows) > 0 }); err != nil {
		t.Fatal(err)
	}
	r := phone.Now[counted](p, "results/"+vote)
	if r.Ballots != ballots {
		t.Errorf("%s: %d ballots counted, %d were taken", vote, r.Ballots, ballots)
	}
	rows := map[string]int{}
	for _, row := range r.Rows {
		rows[row.ID] = row.Marks
	}
	return rows
}

// TestOnePhoneOnTwoScreensHasNoMoreSlipsThanHeads hands in slips of one shared
// phone from three screens on two nodes at once, each of them twice and in any
// order, new ones and changed ones, while the vote is being closed. What was
// taken is counted, each head once, and the nodes agree.
func TestOnePhoneOnTwoScreensHasNoMoreSlipsThanHeads(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	db, bus := testpg.URL(t), testredis.URL(t)
	nodes := []*App{
		node(t, Config{Database: db, Redis: bus, JWTKeys: sharedKeys()}),
		node(t, Config{Database: db, Redis: bus, JWTKeys: sharedKeys()}),
	}
	tb := seated(ctx, t, 3, nodes...)
	screens := []*phone.Phone{tb.ada, tb.ada.Clone(), tb.ada.Clone()}
	for n, p := range screens[1:] {
		if n%2 == 0 {
			p.Move()
		}
		live(ctx, t, p)
	}
	ballots, late := 0, 0
	for round := range 2 {
		vote, closing := fmt.Sprint("v", round), round == 1
		if err := tb.kari.Do(ctx, "vote.open", map[string]any{"id": vote, "method": "approve", "k": 1, "secret": true}); err != nil {
			t.Fatal(err)
		}
		close := func() {
			if err := tb.kari.Do(ctx, "vote.close", map[string]any{"vote": vote}); err != nil {
				t.Error(err)
			}
		}
		var mu sync.Mutex
		taken := map[string]int{} // new slips that were acknowledged, by number
		var all sync.WaitGroup
		for n, p := range screens {
			all.Go(func() {
				for try := range 4 {
					number := fmt.Sprint(10 + (2*try+n)%9)
					with := slip(vote, number, fmt.Sprintf("c-i%02d", (try+n)%3))
					if try == 3 {
						with["again"] = true
					}
					id := fmt.Sprintf("slip-%d-%d-%d", round, n, try)
					one, other := p.SendAs(ctx, id, "ballot.cast", with), screens[(n+1)%len(screens)].SendAs(ctx, id, "ballot.cast", with)
					a, err := one.Wait(ctx)
					if err == nil {
						_, err = other.Wait(ctx)
					}
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					if a.Refused == "" && try < 3 {
						taken[number]++
					} else if a.Refused == "closed" {
						late++
					}
					mu.Unlock()
					if closing && n == 0 && try == 0 {
						close()
					}
				}
			})
		}
		all.Wait()
		if !closing {
			close()
		}
		for number, times := range taken {
			if times != 1 {
				t.Errorf("%s: slip %s was taken as a new one %d times", vote, number, times)
			}
		}
		if len(taken) > sharing || !closing && len(taken) != sharing {
			t.Errorf("%s: %d slips taken from %d heads", vote, len(taken), sharing)
		}
		ballots = len(taken)
		result(ctx, t, tb.kari, vote, ballots)
	}
	if late == 0 {
		t.Error("no slip ever met the close")
	}
	for n, a := range nodes {
		_, story, err := a.store.Tail(ctx, tb.made.Room, 0)
		if err != nil {
			t.Fatal(err)
		}
		again, err := room.Replay(story)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range story {
			if strings.Contains(string(r.Body), `"choice"`) {
				t.Fatalf("a choice stands in the log: %s", r.Kind)
			}
		}
		if got := again.Votes["v1"].Ballots; got != ballots {
			t.Errorf("node %d replays to %d ballots", n, got)
		}
	}
}
