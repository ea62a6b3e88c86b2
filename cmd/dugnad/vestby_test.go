package main

import (
	"context"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/internal/vestby"
	"dugnad/room"
)

// TestVestbyIsPlayedToTheLastNumber plays the acceptance meeting on the embedded
// default and with its people over two nodes: every number as VESTBY.md has it,
// and the same story on both.
func TestVestbyIsPlayedToTheLastNumber(t *testing.T) {
	t.Parallel() // at the pace of people, it mostly waits
	var embedded, spread []room.Record
	t.Run("both at once", func(t *testing.T) { // the pace is that of people, so each mostly waits
		t.Run("embedded", func(t *testing.T) {
			t.Parallel()
			embedded = playVestby(t, demoNode(t, Config{JWTKeys: sharedKeys()}))
		})
		t.Run("two nodes", func(t *testing.T) {
			t.Parallel()
			db, bus := testpg.URL(t), testredis.URL(t)
			spread = playVestby(t, demoNode(t, Config{Database: db, Redis: bus, JWTKeys: sharedKeys()}),
				demoNode(t, Config{Database: db, Redis: bus, JWTKeys: sharedKeys()}))
		})
	})
	if hashOf(t, embedded) == hashOf(t, spread) {
		return
	}
	for n := range min(len(embedded), len(spread)) {
		if a, b := embedded[n], spread[n]; a.Kind != b.Kind || a.At != b.At || string(a.Body) != string(b.Body) {
			t.Fatalf("the stories part at %d: %s %d %s on SQLite, %s %d %s on two nodes", n+1, a.Kind, a.At, a.Body, b.Kind, b.At, b.Body)
		}
	}
	t.Errorf("the stories differ: %d records on SQLite, %d on two nodes", len(embedded), len(spread))
}

func hashOf(t *testing.T, story []room.Record) string {
	t.Helper()
	s, err := room.Replay(story)
	if err != nil {
		t.Fatal(err)
	}
	return s.Hash()
}

func playVestby(t *testing.T, nodes ...*App) []room.Record {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	n := &vestby.Night{}
	for _, a := range nodes {
		n.Nodes, n.Clocks = append(n.Nodes, a.url()), append(n.Clocks, "http://"+a.metricsAt.Addr().String())
	}
	defer n.Leave()
	if err := n.Play(ctx); err != nil {
		t.Fatal(err)
	}
	for _, f := range n.Failed() {
		t.Errorf("%s: %s, expected %s", f.What, f.Got, f.Want)
	}
	if len(n.Found) < 20 {
		t.Errorf("only %d numbers were compared", len(n.Found))
	}
	_, story, err := nodes[0].store.Tail(ctx, n.Made.Room, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := hashOf(t, story)
	for i, a := range nodes {
		err := a.hub.Ask(ctx, n.Made.Room, func(s *room.State) {
			if s.Hash() != want {
				t.Errorf("node %d tells another story than the log", i)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return story
}

// demoNode is a node whose clock stands still until it is set, so that two
// evenings are stamped alike.
func demoNode(t *testing.T, c Config) *App {
	t.Helper()
	began, err := time.Parse(time.RFC3339, vestby.Begins)
	if err != nil {
		t.Fatal(err)
	}
	c.Metrics = "127.0.0.1:0"
	return nodeAt(t, c, &Clock{shows: began, still: true})
}

// Whoever follows the printed link to see what a phone shows is one more in the
// hall: the demo used to wait for ever for them to be gone.
func TestSomebodyWhoLooksInDoesNotStopTheEvening(t *testing.T) {
	t.Parallel() // at the pace of people, it mostly waits
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	a := demoNode(t, Config{JWTKeys: sharedKeys()})
	n := &vestby.Night{Nodes: []string{a.url()}}
	n.Ready = func(ctx context.Context) error { return phone.New(a.url()).Join(ctx, n.Made.Code, "") }
	defer n.Leave()
	if err := n.Play(ctx); err != nil {
		t.Fatal(err)
	}
	for _, f := range n.Failed() {
		t.Errorf("%s: %s, expected %s", f.What, f.Got, f.Want)
	}
}
