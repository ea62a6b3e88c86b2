package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"dugnad/room"
)

func TestNothingOfADeletedRoomIsLeftButItsTombstone(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		ctx := context.Background()
		for _, id := range []string{"r", "q"} {
			append1(t, s, id, 0, said("s1:a", "{}", room.PutMeeting{Code: "CODE" + id}, room.PutMeasure{ID: "m"},
				room.PutTally{Vote: "v", Option: "k"}, room.PutPerson{ID: "p", Kind: "name"}, room.PutPicture{ID: "b", Kind: "image/png", Body: []byte("png")},
				room.PutBallot{Vote: "w", Slip: "s1", Choice: room.Choice{"k"}}))
		}
		if err := s.Delete(ctx, "r"); err != nil {
			t.Fatal(err)
		}
		for _, count := range []string{
			`SELECT count(*) FROM events WHERE room = $1`, `SELECT count(*) FROM ballots WHERE room = $1`,
			`SELECT count(*) FROM people WHERE room = $1`, `SELECT count(*) FROM meetings WHERE room = $1`,
			`SELECT count(*) FROM measures WHERE room = $1`, `SELECT count(*) FROM tallies WHERE room = $1`,
			`SELECT count(*) FROM pictures WHERE room = $1`, `SELECT count(*) FROM rooms WHERE room = $1 AND deleted = 0`,
		} {
			for id, want := range map[string]int{"r": 0, "q": 1} {
				var n int
				if err := s.reads.QueryRowContext(ctx, count, id).Scan(&n); err != nil || n != want {
					t.Errorf("%s of %s: %d (%v), want %d", count, id, n, err, want)
				}
			}
		}
		// A node that slept through it cannot write the room back to life.
		for _, after := range []int64{0, 1} {
			if _, err := s.Append(ctx, "r", after, []room.Entry{said("s1:b", "{}")}); !errors.Is(err, room.ErrGone) {
				t.Errorf("append after %d: %v, want gone", after, err)
			}
		}
		if _, _, err := s.Tail(ctx, "r", 0); !errors.Is(err, room.ErrGone) {
			t.Errorf("tail: %v", err)
		}
		if _, err := s.RoomOf(ctx, "CODEr"); !errors.Is(err, room.ErrGone) {
			t.Errorf("its code: %v", err)
		}
		if err := s.Delete(ctx, "r"); !errors.Is(err, room.ErrGone) {
			t.Errorf("delete again: %v", err)
		}
	})
}

// TestDeletionAndWritersTakeTurns deletes while somebody writes: whoever comes
// last must not leave anything in a deleted room.
func TestDeletionAndWritersTakeTurns(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		ctx := context.Background()
		for i := range 10 {
			id := fmt.Sprint("r", i)
			append1(t, s, id, 0, said("s1:a", "{}"))
			var wg sync.WaitGroup
			wg.Go(func() {
				for head := int64(1); head < 3000; head++ {
					_, err := s.Append(ctx, id, head, []room.Entry{said(fmt.Sprint("s1:", head), "{}",
						room.PutPerson{ID: fmt.Sprint(head), Kind: "name"})})
					if errors.Is(err, room.ErrGone) {
						return
					}
					if err != nil {
						t.Error(err)
						return
					}
				}
				t.Error("somebody still writes in a deleted room")
			})
			if err := s.Delete(ctx, id); err != nil {
				t.Error(err)
			}
			wg.Wait()
		}
		var left int
		if err := s.reads.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM people)`).Scan(&left); err != nil || left != 0 {
			t.Fatalf("%d rows are left of deleted rooms (%v)", left, err)
		}
	})
}
