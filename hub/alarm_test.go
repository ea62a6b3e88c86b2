package hub_test

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"dugnad/hub"
	"dugnad/room"
)

// sleeper is a log whose one room always has something to do. It tells what is
// written to it.
type sleeper struct {
	*paper
	gone    atomic.Bool
	swept   atomic.Bool
	written chan string
}

func (s *sleeper) Due(context.Context, int64) ([]string, error) {
	if s.gone.Load() {
		return nil, nil
	}
	return []string{"r1"}, nil
}

func (s *sleeper) Sweep(context.Context, int64) error {
	s.swept.Store(true)
	return nil
}

func (s *sleeper) Delete(context.Context, string) error {
	s.gone.Store(true)
	s.written <- "deleted"
	return nil
}

func (s *sleeper) Append(ctx context.Context, id string, after int64, entries []room.Entry) ([]room.Record, error) {
	records, err := s.paper.Append(ctx, id, after, entries)
	for _, r := range records {
		s.written <- r.Kind
	}
	return records, err
}

// hears waits for things to be written, in whatever order they come.
func (s *sleeper) hears(t *testing.T, kinds ...string) {
	t.Helper()
	for end := time.After(patience); len(kinds) > 0; {
		select {
		case kind := <-s.written:
			n := slices.Index(kinds, kind)
			if n < 0 {
				t.Fatalf("%s was written; waiting for %v", kind, kinds)
			}
			kinds = slices.Delete(kinds, n, n+1)
		case <-end:
			t.Fatal("nobody wrote", kinds)
		}
	}
}

// A room where nobody is woken when its time comes: the guests are forgotten,
// notices are given, and when the year is over it is deleted, without anybody
// having asked for anything.
func TestASleepingRoomIsWoken(t *testing.T) {
	log := &sleeper{paper: newPaper(), written: make(chan string, 100)}
	var now atomic.Int64
	now.Store(1_606_291_200_000)
	evening := newHall(t, log.paper, nil)
	evening.meet(1)
	evening.as("lead1", "end", room.EndMeeting{})
	evening.hub.Close()
	now.Store(time.Now().UnixMilli()) // the evening went by the wall clock
	node := hub.New(hub.Options{Log: log, Logger: talk(t), Build: "test", Now: now.Load})
	t.Cleanup(node.Close)
	for _, night := range []struct {
		days  int64
		kinds []string
	}{
		{2, []string{"data.erased", "data.erased", "log.scrubbed"}},
		{400, []string{"data.erased", "data.erased", "data.erased", "data.erased", "task.raised"}},
		{47, []string{"task.raised"}},
		{12, []string{"task.raised"}},
		{3, []string{"deleted"}},
	} {
		now.Add(night.days * room.Day)
		log.hears(t, night.kinds...)
	}
	if !log.swept.Load() {
		t.Error("what lies beside the rooms was never swept")
	}
}
