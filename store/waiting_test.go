package store

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"dugnad/room"
)

// TestAPhoneWaitsOutside: digits are one phone's at a time, are called once
// however many call at once, grow old, and go with the meeting.
func TestAPhoneWaitsOutside(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		wait := func(digits, phone string, now int64, most int) bool {
			t.Helper()
			ok, err := s.Wait(ctx, digits, phone, now, now-100, most)
			if err != nil {
				t.Fatal(err)
			}
			return ok
		}
		if !wait("1111", "a", 1000, 2) || wait("1111", "b", 1000, 2) || !wait("2222", "b", 1000, 2) || wait("3333", "c", 1000, 2) {
			t.Error("digits were given twice, or more wait than may")
		}
		if !wait("4444", "a", 1050, 2) {
			t.Error("a phone that asks for other digits")
		}
		if w, err := s.Waiting(ctx, "a", 1000); err != nil || w.Digits != "4444" || w.Room != "" {
			t.Errorf("%+v, %v", w, err)
		}
		var called atomic.Int64
		var all sync.WaitGroup
		for n := range 8 {
			all.Go(func() {
				ok, err := s.Call(ctx, "4444", fmt.Sprint("r", n), "s", 1000)
				if err != nil {
					t.Error(err)
				}
				if ok {
					called.Add(1)
				}
			})
		}
		all.Wait()
		if called.Load() != 1 {
			t.Errorf("called by %d", called.Load())
		}
		if ok, err := s.Call(ctx, "2222", "r", "s", 1001); ok || err != nil {
			t.Error("called though it is too old", err)
		}
		if !wait("3333", "c", 1120, 2) {
			t.Error("what is old still takes up room")
		}
		if w, err := s.Waiting(ctx, "b", 0); err != nil || w != (room.Waiting{}) {
			t.Errorf("what is old is still there: %+v, %v", w, err)
		}
		if err := s.Unwait(ctx, "c"); err != nil {
			t.Fatal(err)
		}
		if w, err := s.Waiting(ctx, "c", 0); err != nil || w != (room.Waiting{}) {
			t.Errorf("%+v, %v", w, err)
		}
		append1(t, s, "q", 0, said("s1:a", "{}", room.PutMeeting{Code: "ABCD2345"}))
		wait("5555", "d", 1120, 9)
		if ok, err := s.Call(ctx, "5555", "q", "s", 0); !ok || err != nil {
			t.Fatal(ok, err)
		}
		if err := s.Delete(ctx, "q"); err != nil {
			t.Fatal(err)
		}
		if w, err := s.Waiting(ctx, "d", 0); err != nil || w != (room.Waiting{}) {
			t.Errorf("a deleted meeting still calls: %+v, %v", w, err)
		}
	})
}
