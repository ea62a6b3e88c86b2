package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"dugnad/room"
)

func TestWhatIsAppendedIsReadBack(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		got := append1(t, s, "r", 0, said("s1:a", `{"text":"å"}`), said("s1:b", `{}`), said("s2:c", `{"n":1}`))
		want := []room.Record{
			{Seq: 1, Cmd: "s1:a", At: 1000, Seat: "s1", Kind: "idea.posted", Body: []byte(`{"text":"å"}`)},
			{Seq: 2, Cmd: "s1:b", At: 1000, Seat: "s1", Kind: "idea.posted", Body: []byte(`{}`)},
			{Seq: 3, Cmd: "s2:c", At: 1000, Seat: "s1", Kind: "idea.posted", Body: []byte(`{"n":1}`)},
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("appended\n%+v, want\n%+v", got, want)
		}
		if got := tailOf(t, s, "r", 0); !reflect.DeepEqual(got, want) {
			t.Fatalf("read\n%+v, want\n%+v", got, want)
		}
		if got := tailOf(t, s, "r", 2); !reflect.DeepEqual(got, want[2:]) {
			t.Fatalf("read after 2\n%+v, want\n%+v", got, want[2:])
		}
		if got := tailOf(t, s, "r", 3); len(got) != 0 {
			t.Fatalf("read after the head %+v", got)
		}
	})
}

// TestLongBatchIsOneTransaction needs more than one statement.
func TestLongBatchIsOneTransaction(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		var entries []room.Entry
		for i := range 2*eventRows + 1 {
			entries = append(entries, said(fmt.Sprint("s1:", i), "{}"))
		}
		entries[len(entries)-1].Records[0].Cmd = "s1:0" // the last one is a repeat, so none is taken
		if _, err := s.Append(context.Background(), "r", 0, entries); !errors.Is(err, room.ErrGone) {
			t.Fatalf("a batch with a repeat in it: %v, want no room to have been made", err)
		}
		entries[len(entries)-1].Records[0].Cmd = "s1:last"
		append1(t, s, "r", 0, entries...)
		if got := whole(t, s, "r", []string{"s1:0", "s1:last"}); len(got) != len(entries) {
			t.Fatalf("stored %d of %d", len(got), len(entries))
		}
	})
}

func TestOnlyWhoHasSeenTheWholeLogMayWrite(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, said("s1:a", "{}"), said("s1:b", "{}"))
		for _, after := range []int64{0, 1, 3, 9} {
			if _, err := s.Append(context.Background(), "r", after, []room.Entry{said("s1:c", "{}")}); !errors.Is(err, room.ErrStale) {
				t.Errorf("append after %d of 2: %v, want stale", after, err)
			}
		}
		append1(t, s, "r", 2, said("s1:c", "{}"))
		whole(t, s, "r", []string{"s1:a", "s1:b", "s1:c"})
	})
}

func TestARecordDecidedOnAnotherLogIsNotTaken(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		e := said("s1:a", "{}")
		e.Records[0].Seq = 2
		if _, err := s.Append(context.Background(), "r", 0, []room.Entry{e}); err == nil {
			t.Fatal("record 2 was taken as the first")
		}
		e.Records[0].Seq = 1
		append1(t, s, "r", 0, e)
	})
}

func TestACommandIsStoredOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, said("s1:a", "{}"))
		if _, err := s.Append(context.Background(), "r", 1, []room.Entry{said("s1:a", `{"other":1}`)}); !errors.Is(err, room.ErrStale) {
			t.Fatalf("the same command again: %v, want stale", err)
		}
		append1(t, s, "q", 0, said("s1:a", "{}")) // in another room it is another command
		if got := tailOf(t, s, "r", 0); len(got) != 1 {
			t.Fatalf("stored %d times", len(got))
		}
	})
}

// TestWritersDoNotLeaveHoles is the trap of every log with a counter: a
// position that is given out and filled later than the one behind it.
func TestWritersDoNotLeaveHoles(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		const writers, each = 8, 12
		acks := make(chan string, writers*each)
		var wg sync.WaitGroup
		for w := range writers {
			wg.Go(func() {
				var head int64
				for i := 0; i < each; {
					cmd := fmt.Sprintf("s%d:%d", w, i)
					records, err := s.Append(context.Background(), "r", head, []room.Entry{said(cmd, "{}")})
					switch {
					case err == nil:
						head = records[0].Seq
						acks <- cmd
						i++
					case errors.Is(err, room.ErrStale):
						_, tail, err := s.Tail(context.Background(), "r", head)
						if err != nil {
							t.Error(err)
							return
						}
						head += int64(len(tail))
					default:
						t.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		close(acks)
		var acked []string
		for cmd := range acks {
			acked = append(acked, cmd)
		}
		if got := whole(t, s, "r", acked); len(got) != writers*each {
			t.Fatalf("%d records, want %d", len(got), writers*each)
		}
	})
}

func TestARoomThatIsNotThereIsGone(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		if _, _, err := s.Tail(context.Background(), "r", 0); !errors.Is(err, room.ErrGone) {
			t.Errorf("tail: %v", err)
		}
		if _, err := s.Meeting(context.Background(), "r"); !errors.Is(err, room.ErrGone) {
			t.Errorf("meeting: %v", err)
		}
		if err := s.Delete(context.Background(), "r"); !errors.Is(err, room.ErrGone) {
			t.Errorf("delete: %v", err)
		}
		if _, err := s.Append(context.Background(), "r", 3, []room.Entry{said("s1:a", "{}")}); !errors.Is(err, room.ErrGone) {
			t.Errorf("append after 3: %v", err)
		}
		effect := room.Entry{Cmd: "s1:b", Effects: []room.Effect{room.PutPerson{ID: "p", Kind: "name", Body: []byte(`{}`)}}}
		if _, err := s.Append(context.Background(), "r", 3, []room.Entry{effect}); !errors.Is(err, room.ErrGone) {
			t.Errorf("an effect without a record: %v", err)
		}
		if _, err := s.RoomOf(context.Background(), "ABCD2345"); !errors.Is(err, room.ErrGone) {
			t.Errorf("room of a code: %v", err)
		}
	})
}

func TestHeadsAndTheClock(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "a", 0, said("s1:a", "{}"))
		append1(t, s, "b", 0, said("s1:a", "{}"), said("s1:b", "{}"))
		append1(t, s, "c", 0, said("s1:a", "{}"))
		if err := s.Delete(context.Background(), "c"); err != nil {
			t.Fatal(err)
		}
		ask := []string{"a", "b", "c", "never"}
		for i := range headRooms { // more than one statement holds
			ask = append(ask, fmt.Sprint("none", i))
		}
		found, now, err := s.Heads(context.Background(), ask)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != 2 || found["a"].Seq != 1 || found["b"].Seq != 2 {
			t.Fatalf("heads %v", found)
		}
		epoch, _, err := s.Tail(context.Background(), "a", 0)
		if err != nil || epoch == "" || epoch != found["a"].Epoch || epoch == found["b"].Epoch {
			t.Fatalf("epoch %q (%v), heads %v", epoch, err, found)
		}
		if d := time.Since(time.UnixMilli(now)).Abs(); d > time.Minute {
			t.Fatalf("the clock is %v off on one machine", d)
		}
		if found, _, err := s.Heads(context.Background(), nil); err != nil || len(found) != 0 {
			t.Fatalf("no heads: %v, %v", found, err)
		}
	})
}

// TestADamagedBodyHurtsItsOwnRoomOnly: what lies in the log is handed out as it
// is, and the rules say what they cannot read.
func TestADamagedBodyHurtsItsOwnRoomOnly(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "hurt", 0, said("s1:a", "{}"), said("s1:b", "{}"))
		append1(t, s, "well", 0, said("s1:a", "{}"))
		if _, err := s.db.ExecContext(context.Background(), `UPDATE events SET body = '{"te' WHERE room = 'hurt' AND seq = 2`); err != nil {
			t.Fatal(err)
		}
		story := tailOf(t, s, "hurt", 0)
		if len(story) != 2 || string(story[1].Body) != `{"te` {
			t.Fatalf("read %+v", story)
		}
		if _, err := room.Open(story[1].Kind, story[1].Body); err == nil {
			t.Fatal("the rules read a damaged body")
		}
		append1(t, s, "well", 1, said("s1:b", "{}"))
	})
}
