package store

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"dugnad/room"
)

// TestAWayBackInIsAskedForFourTimesAnHour: on both engines, and however many
// nodes count at once. What was asked a moment ago takes no place.
func TestAWayBackInIsAskedForFourTimesAnHour(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		ask := func(who string, now int64) bool {
			t.Helper()
			ok, err := s.Asked(ctx, who, now, 4)
			if err != nil {
				t.Fatal(err)
			}
			return ok
		}
		const every = room.LoginEvery
		now := int64(10 * room.AskedLasts)
		if !ask("kari", now) || ask("kari", now+every-1) {
			t.Error("asked twice in two minutes")
		}
		for n := int64(1); n < 4; n++ {
			if !ask("kari", now+n*every) {
				t.Error("refused at", n)
			}
		}
		if ask("kari", now+30*every/2) || !ask("ola", now+30*every/2) {
			t.Error("a fifth in the hour, or somebody else is refused for it")
		}
		if !ask("kari", now+room.AskedLasts) {
			t.Error("the hour is over, and she is refused")
		}
		if ask("kari", now+room.AskedLasts+1) {
			t.Error("the others of the hour are forgotten with the first")
		}

		var in atomic.Int64
		var all sync.WaitGroup
		for range 16 {
			all.Go(func() {
				if ok, err := s.Asked(ctx, "per", now, 4); ok && err == nil {
					in.Add(1)
				}
			})
		}
		all.Wait()
		if in.Load() < 1 || in.Load() > 4 {
			t.Errorf("%d of sixteen at once", in.Load())
		}
	})
}

// TestWhatIsKeptForMinutesIsSwept: nobody has to come for it to go.
func TestWhatIsKeptForMinutesIsSwept(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		now := int64(10 * room.AskedLasts)
		if _, err := s.Wait(ctx, "1111", "a", now, 0, 9); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Asked(ctx, "kari", now, 4); err != nil {
			t.Fatal(err)
		}
		rows := func(when int64) (waiting, asked int) {
			t.Helper()
			if err := s.Sweep(ctx, when); err != nil {
				t.Fatal(err)
			}
			for table, n := range map[string]*int{"waiting": &waiting, "asked": &asked} {
				if err := s.reads.QueryRowContext(ctx, "SELECT count(*) FROM "+table).Scan(n); err != nil {
					t.Fatal(err)
				}
			}
			return waiting, asked
		}
		if w, a := rows(now + room.WaitLasts); w != 1 || a != 1 {
			t.Error("swept too soon:", w, a)
		}
		if w, a := rows(now + room.WaitLasts + 1); w != 0 || a != 1 {
			t.Error("a phone that went home still waits, or an hour is three minutes:", w, a)
		}
		if w, a := rows(now + room.AskedLasts + 1); w != 0 || a != 0 {
			t.Error("who asked is still written:", w, a)
		}
	})
}
