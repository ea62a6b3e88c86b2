package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dugnad/room"
)

// found counts how often a text stands in the files of a SQLite store.
func found(t *testing.T, dir, text string) int {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < 3 { // the database, its log, the lock
		t.Fatalf("%d files to search (%v)", len(files), err)
	}
	n := 0
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		n += bytes.Count(b, []byte(text))
	}
	return n
}

func settled(t *testing.T, s *Store) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := s.Settle(ctx); err != nil {
		t.Fatal(err)
	}
}

// TestLongA29NoChoiceIsFoundAfterTheCount fills many bags at once, with changes of
// mind of every length, so that SQLite moves rows between pages, and counts
// them one after the other.
func TestLongA29NoChoiceIsFoundAfterTheCount(t *testing.T) {
	o := places["sqlite"](t)
	s := opened(t, o)
	dice := rand.New(rand.NewPCG(1, 2))
	const votes = 20
	heads := map[string]int64{}
	for i := range 300 {
		id := fmt.Sprint("r", i%5)
		var entries []room.Entry
		for j := range 40 {
			v := dice.IntN(votes/5)*5 + i%5
			choice := fmt.Sprintf("VALG%02d", v)
			e := cast(fmt.Sprint("v", v), fmt.Sprint("s", dice.IntN(400)), choice, strings.Repeat("y", dice.IntN(200)))
			e.Records[0].Cmd = fmt.Sprintf("s:%d-%d", i, j)
			entries = append(entries, e)
		}
		append1(t, s, id, heads[id], entries...)
		heads[id] += int64(len(entries))
	}
	for v := range votes {
		id, secret := fmt.Sprint("r", v%5), fmt.Sprintf("VALG%02d", v)
		if found(t, o.Dir, secret) == 0 {
			t.Fatalf("%s is nowhere before the count: the search is blind", secret)
		}
		append1(t, s, id, heads[id], room.Entry{Cmd: fmt.Sprint("count:v", v),
			Effects: []room.Effect{tally(fmt.Sprint("v", v), secret)}})
		heads[id]++
		settled(t, s) // on a machine that is busy the wiping may need more than one try
		if n := found(t, o.Dir, secret); n > 0 {
			t.Errorf("%s is found %d times after the count", secret, n)
		}
	}
}

// TestLongA32NothingErasedIsFound deletes rooms that lie among others, so that what
// stays is moved about, and then what was moved.
func TestLongA32NothingErasedIsFound(t *testing.T) {
	o := places["sqlite"](t)
	s := opened(t, o)
	dice := rand.New(rand.NewPCG(3, 4))
	const rooms = 12
	secret := func(r int) string { return fmt.Sprintf("TEKST%02d", r) }
	heads := map[string]int64{}
	for i := range 40 {
		for r := range rooms {
			id := fmt.Sprint("r", r)
			var entries []room.Entry
			for j := range 3 {
				text := secret(r) + strings.Repeat("z", dice.IntN(300))
				entries = append(entries, said(fmt.Sprintf("s:%d-%d", i, j), `{"text":"`+text+`"}`,
					room.PutPerson{ID: fmt.Sprint("p", dice.IntN(60)), Kind: "name", Body: []byte(text)},
					room.PutMeasure{ID: fmt.Sprint("m", dice.IntN(60)), Title: text}))
			}
			append1(t, s, id, heads[id], entries...)
			heads[id] += int64(len(entries))
		}
	}
	for r := range rooms {
		id := fmt.Sprint("r", r)
		if found(t, o.Dir, secret(r)) == 0 {
			t.Fatalf("%s is nowhere before it is erased: the search is blind", secret(r))
		}
		if r%2 == 0 {
			if err := s.Delete(context.Background(), id); err != nil {
				t.Fatal(err)
			}
		} else {
			erase(t, s, id, heads[id])
		}
		settled(t, s)
		if n := found(t, o.Dir, secret(r)); n > 0 {
			t.Errorf("%s is found %d times after it was erased", secret(r), n)
		}
	}
}

// erase blanks every record of a room and drops everybody in it.
func erase(t *testing.T, s *Store, id string, head int64) {
	t.Helper()
	var effects []room.Effect
	for seq := range head {
		effects = append(effects, room.Blank{Seq: seq + 1})
	}
	for p := range 60 {
		effects = append(effects, room.DropPerson{ID: fmt.Sprint("p", p)}, room.PutMeasure{ID: fmt.Sprint("m", p)})
	}
	append1(t, s, id, head, said("s:erase", "{}", effects...))
}

// TestAWipeThatIsInTheWayIsTriedAgain: a long read keeps the log of changes in
// use; the count stands, and the bytes go when the read is over.
func TestAWipeThatIsInTheWayIsTriedAgain(t *testing.T) {
	o := places["sqlite"](t)
	o.Patience = 200 * time.Millisecond
	failed := make(chan struct{}, 100)
	o.Log = logTo(func(string) { failed <- struct{}{} })
	s := opened(t, o)
	append1(t, s, "r", 0, cast("v", "s1", "HEMMELIG"))

	tx, err := s.reads.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	var n int
	if err := tx.QueryRowContext(context.Background(), `SELECT count(*) FROM events`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	append1(t, s, "r", 1, room.Entry{Cmd: "count:v", Effects: []room.Effect{tally("v", "HEMMELIG")}})
	<-failed
	if found(t, o.Dir, "HEMMELIG") == 0 {
		t.Fatal("nothing was in the way")
	}
	tx.Rollback()
	settled(t, s)
	if n := found(t, o.Dir, "HEMMELIG"); n > 0 {
		t.Fatalf("the choice is found %d times", n)
	}
}

// TestA29WhatAKilledProcessLeftIsWiped: the count is committed, and the process
// dies before it has wiped.
func TestA29WhatAKilledProcessLeftIsWiped(t *testing.T) {
	o := places["sqlite"](t)
	s := opened(t, o)
	append1(t, s, "r", 0, cast("v", "s1", "HEMMELIG"))
	if _, err := s.db.ExecContext(context.Background(), emptyBag, "local", "r", "v"); err != nil {
		t.Fatal(err)
	}
	left := t.TempDir()
	for _, name := range []string{"dugnad.db", "dugnad.db-wal"} {
		b, err := os.ReadFile(filepath.Join(o.Dir, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(left, name), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	again := opened(t, Options{Dir: left})
	settled(t, again)
	whole(t, again, "r", []string{"s1:v-1"})
	if n := found(t, left, "HEMMELIG"); n > 0 {
		t.Fatalf("the choice is found %d times", n)
	}
}
