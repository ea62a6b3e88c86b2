package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dugnad/internal/evening"
	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/room"
)

// eveningTime is when every scripted evening is held: what is in the state must
// not depend on when the test runs.
var eveningTime = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)

// loaded is dice that fall the same way every time.
func loaded() *rand.ChaCha8 { return rand.NewChaCha8([32]byte{1, 2, 3}) }

// node starts the program in this process, on a free port, with a clock that
// stands still.
func node(t *testing.T, c Config) *App {
	t.Helper()
	return nodeAt(t, c, nil)
}

// nodeAt is node with a clock of its own.
func nodeAt(t *testing.T, c Config, clock *Clock) *App {
	t.Helper()
	c.Addr, c.LogLevel, c.MaxSockets = "127.0.0.1:0", "warn", "5000"
	if c.DataDir == "" {
		c.DataDir = t.TempDir()
	}
	a := &App{Config: c, Say: t.Output(), Dice: loaded(), Clock: clock, Now: func() time.Time { return eveningTime }}
	if err := a.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func (a *App) url() string { return "http://" + a.Addr().String() }

// sharedKeys is a signing key that all nodes of a test have.
func sharedKeys() string {
	key := sha256.Sum256([]byte("a key for tests"))
	return "test:" + base64.StdEncoding.EncodeToString(key[:])
}

// TestTheEveningEndsAlikeOnBothEngines holds one and the same dugnad on the
// embedded default, and with its people spread over two nodes on PostgreSQL and
// Redis. Both must end in the same state, on every node and in every replay.
func TestTheEveningEndsAlikeOnBothEngines(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one := node(t, Config{DataDir: dir, JWTKeys: sharedKeys()})
	held := hold(t, one)
	embedded := hashes(t, held, one)
	if err := one.store.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	noChoiceInFiles(t, dir, held)

	db, bus := testpg.URL(t), testredis.URL(t)
	two := []*App{
		node(t, Config{Database: db, Redis: bus, JWTKeys: sharedKeys()}),
		node(t, Config{Database: db, Redis: bus, JWTKeys: sharedKeys()}),
	}
	spread := hashes(t, hold(t, two...), two...)
	if embedded != spread {
		t.Fatalf("the evenings differ: %s on SQLite, %s on two nodes", embedded, spread)
	}
}

// hold plays the evening with its people dealt out over the nodes.
func hold(t *testing.T, nodes ...*App) *evening.Evening {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	e := &evening.Evening{Silent: nothingOfTheNotes, Voting: nothingOfTheVote}
	t.Cleanup(e.Leave)
	err := e.Hold(ctx, func(who int) []string {
		var bases []string
		for n := range nodes {
			bases = append(bases, nodes[(who+2+n)%len(nodes)].url())
		}
		return bases
	})
	if err != nil {
		t.Fatal(err)
	}
	followersEqualNewcomers(ctx, t, e)
	return e
}

// hashes asks every node for its state's hash, replays the stored log, changes
// one byte of it, and returns the hash if all is as it should be.
func hashes(t *testing.T, e *evening.Evening, nodes ...*App) string {
	t.Helper()
	_, story, err := nodes[0].store.Tail(t.Context(), e.Made.Room, 0)
	if err != nil {
		t.Fatal(err)
	}
	replayed, err := room.Replay(story)
	if err != nil {
		t.Fatal(err)
	}
	want := replayed.Hash()
	for n, a := range nodes {
		var got string
		if err := a.hub.Ask(t.Context(), e.Made.Room, func(s *room.State) { got = s.Hash() }); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Fatalf("node %d has %s, the log replays to %s", n, got, want)
		}
	}
	for n, r := range story {
		if r.Kind != "idea.posted" {
			continue
		}
		at := bytes.Index(r.Body, []byte("lapp-"))
		body := bytes.Clone(r.Body)
		body[at] ^= 1
		story[n].Body = body
		changed, err := room.Replay(story)
		if err != nil {
			t.Fatal(err)
		}
		if changed.Hash() == want {
			t.Fatalf("a changed byte in record %d leaves the hash as it was", r.Seq)
		}
		story[n].Body = r.Body
	}
	return want
}

// nothingOfTheNotes searches every byte that has left the server for notes that
// nobody has shared.
func nothingOfTheNotes(e *evening.Evening) error {
	for n, g := range e.Guests {
		for k := range evening.Each {
			text := evening.Note(n, k)
			if !strings.Contains(g.Frames(), text) {
				return fmt.Errorf("guest %d was not shown their own note", n)
			}
			for m, other := range append(append([]*phone.Phone(nil), e.Guests...), e.Lead, e.Board) {
				if other != g && strings.Contains(other.Frames(), text) {
					return fmt.Errorf("device %d was sent guest %d's private note", m, n)
				}
			}
		}
	}
	return nil
}

// nothingOfTheVote looks at all that was shown after the ballot opened: how
// many of how many, one's own seat, and nothing else.
func nothingOfTheVote(e *evening.Evening) error {
	allowed := map[string]bool{"turnout": true, "me": true, "seats": true, "presence": true, "progress": true, "groups": true, "acts": true}
	for m, p := range append(append([]*phone.Phone(nil), e.Guests...), e.Lead, e.Board) {
		_, after, opened := strings.Cut(p.Frames(), `"votes/v1":`)
		if !opened {
			return fmt.Errorf("device %d never saw the ballot", m)
		}
		_, after, _ = strings.Cut(after, "\n")
		for _, line := range strings.Split(strings.TrimSpace(after), "\n") {
			var f struct{ Set map[string]json.RawMessage }
			if err := json.Unmarshal([]byte(line), &f); err != nil {
				return err
			}
			for key, shown := range f.Set {
				kind, _, _ := strings.Cut(key, "/")
				if !allowed[kind] {
					return fmt.Errorf("device %d was shown %s while the vote was open: %s", m, key, shown)
				}
				if bytes.Contains(shown, []byte("c-i")) {
					return fmt.Errorf("device %d was shown a choice: %s", m, shown)
				}
			}
		}
	}
	return nil
}

// noChoiceInFiles searches every file of the embedded store for any choice as
// it would have been written.
func noChoiceInFiles(t *testing.T, dir string, e *evening.Evening) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in the data folder: %v", err)
	}
	searched := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		searched += len(raw)
		for n := range e.Guests {
			choice, err := json.Marshal(e.Choices(n))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(raw, choice) || bytes.Contains(raw, []byte(strings.Join(e.Choices(n), ","))) {
				t.Fatalf("guest %d's choice lies in %s after the count", n, filepath.Base(f))
			}
		}
	}
	if !bytes.Contains(mustRead(t, files), []byte(evening.Note(0, 0))) {
		t.Fatalf("searched %d bytes, but not where things are stored", searched)
	}
}

func mustRead(t *testing.T, files []string) []byte {
	t.Helper()
	var all []byte
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, raw...)
	}
	return all
}

// followersEqualNewcomers opens a second tab for everybody: who has followed
// patches all evening must see the same, byte for byte, as who has just come.
func followersEqualNewcomers(ctx context.Context, t *testing.T, e *evening.Evening) {
	t.Helper()
	for n, p := range append(append([]*phone.Phone(nil), e.Guests...), e.Lead, e.Board) {
		tab := p.Clone()
		ctx, stop := context.WithCancel(ctx)
		done := make(chan struct{})
		go func() { defer close(done); _ = tab.Run(ctx) }()
		if err := tab.Until(ctx, "a picture", func(v phone.View) bool { return v.Has("meeting") }); err != nil {
			t.Fatal(err)
		}
		if err := p.Until(ctx, "the same picture", func(v phone.View) bool {
			fresh, _ := tab.Shown()
			if len(fresh) != len(v.Keys()) {
				return false
			}
			for _, k := range v.Keys() {
				if string(phone.Read[json.RawMessage](v, k)) != fresh[k] {
					return false
				}
			}
			return true
		}); err != nil {
			t.Fatalf("device %d: %v", n, err)
		}
		stop()
		<-done
	}
}
