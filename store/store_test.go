package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
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

func TestTablesSayWhatWasPutLast(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		m := room.PutMeeting{Code: "ABCD2345", Title: "Dugnad", Lang: "nb", Status: "lobby", Decides: "Ungdomsrådet",
			AnswerBy: "2026-12-01", Created: 1, Started: 2, Finished: 3}
		first := room.PutMeasure{ID: "m1", Title: "Lys", Cluster: "k1", Responsible: "Kari", First: "2026-09-01",
			Due: "2026-10-01", Status: "open", FollowUp: true, At: 7}
		append1(t, s, "r", 0, said("s1:a", "{}", room.PutMeeting{Code: "OLD22345", Title: "Utkast"}, first,
			room.PutTally{Vote: "v", Option: "k1", Title: "Lys", Number: 1, Votes: 3, Ballots: 4}))
		second := first
		second.Status, second.FollowUp = "done", false
		append1(t, s, "r", 1, said("s1:b", "{}", m, second))

		ctx := context.Background()
		if got, err := s.Meeting(ctx, "r"); err != nil || got != m {
			t.Errorf("meeting %+v (%v), want %+v", got, err, m)
		}
		if got, err := s.Measures(ctx, "r"); err != nil || !reflect.DeepEqual(got, []room.PutMeasure{second}) {
			t.Errorf("measures %+v (%v)", got, err)
		}
		want := []room.PutTally{{Vote: "v", Option: "k1", Title: "Lys", Number: 1, Votes: 3, Ballots: 4}}
		if got, err := s.Tallies(ctx, "r"); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("tallies %+v (%v)", got, err)
		}
		if id, err := s.RoomOf(ctx, "ABCD2345"); err != nil || id != "r" {
			t.Errorf("room of the code: %q, %v", id, err)
		}
		if _, err := s.RoomOf(ctx, "OLD22345"); !errors.Is(err, room.ErrGone) {
			t.Errorf("room of a code that was changed: %v", err)
		}
	})
}

func TestAJoinCodeLeadsToOneMeeting(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		ctx := context.Background()
		append1(t, s, "r", 0, said("s1:a", "{}", room.PutMeeting{Code: "ABCD2345"}))
		theirs := []room.Entry{said("s1:a", "{}", room.PutMeeting{Code: "ABCD2345"})}
		if _, err := s.Append(ctx, "q", 0, theirs); !errors.Is(err, ErrTaken) {
			t.Fatalf("a code in use: %v, want taken", err)
		}
		append1(t, s, "r", 1, said("s1:b", "{}", room.PutMeeting{})) // frees it
		if _, err := s.RoomOf(ctx, ""); !errors.Is(err, room.ErrGone) {
			t.Fatalf("no code at all: %v", err)
		}
		append1(t, s, "q", 0, theirs...)
		if id, err := s.RoomOf(ctx, "ABCD2345"); err != nil || id != "q" {
			t.Fatalf("room of the code: %q, %v", id, err)
		}
	})
}

func TestAnOrgSeesNothingOfAnother(t *testing.T) {
	t.Run("postgres", func(t *testing.T) {
		o := places["postgres"](t)
		ours := opened(t, o)
		o.Org = "nabo"
		theirs := opened(t, o)
		ctx := context.Background()
		append1(t, ours, "r", 0, said("s1:a", "{}", room.PutMeeting{Code: "ABCD2345"},
			room.PutBallot{Vote: "v", Slip: "s1", Choice: room.Choice{"k1"}}))
		if _, _, err := theirs.Tail(ctx, "r", 0); !errors.Is(err, room.ErrGone) {
			t.Errorf("tail: %v", err)
		}
		if _, err := theirs.RoomOf(ctx, "ABCD2345"); !errors.Is(err, room.ErrGone) {
			t.Errorf("room of the code: %v", err)
		}
		if _, ok, err := theirs.Slip(ctx, "r", "v", "s1"); ok || err != nil {
			t.Errorf("slip: %v, %v", ok, err)
		}
		for _, after := range []int64{0, 1} {
			if _, err := theirs.Append(ctx, "r", after, []room.Entry{said("s1:b", "{}")}); !errors.Is(err, room.ErrGone) {
				t.Errorf("append after %d: %v", after, err)
			}
		}
		if found, _, err := theirs.Heads(ctx, []string{"r"}); err != nil || len(found) != 0 {
			t.Errorf("heads: %v, %v", found, err)
		}
		if err := theirs.Delete(ctx, "r"); !errors.Is(err, room.ErrGone) {
			t.Errorf("delete: %v", err)
		}
		whole(t, ours, "r", []string{"s1:a"})
	})
}

func TestABlankedTextStaysBlank(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, said("s1:a", `{"text":"Kari er syk"}`), said("s1:b", `{"text":"Lys"}`))
		redacted := said("s2:c", `{"id":"i1"}`, room.Blank{Seq: 1}, room.Blank{Seq: 3, Body: []byte(`{"id":"i2"}`)})
		hasty := said("s2:d", `{"text":"Kari er syk"}`)
		got := append1(t, s, "r", 2, hasty, redacted)
		if string(got[0].Body) != `{"id":"i2"}` {
			t.Errorf("what goes out to other nodes is %s", got[0].Body)
		}
		all := whole(t, s, "r", []string{"s1:a", "s1:b", "s2:c", "s2:d"})
		for i, want := range []string{"", `{"text":"Lys"}`, `{"id":"i2"}`, `{"id":"i1"}`} {
			if string(all[i].Body) != want {
				t.Errorf("body %d is %s, want %s", i+1, all[i].Body, want)
			}
		}
		if _, err := s.Append(context.Background(), "r", 4, []room.Entry{said("s2:e", "{}", room.Blank{Seq: 6})}); err == nil {
			t.Error("a record that is not there was blanked")
		}
	})
}

func TestPeopleCanBeForgotten(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		people := func() string {
			var all []string
			rows, err := s.reads.QueryContext(context.Background(), `SELECT id, kind, body FROM people ORDER BY id, kind`)
			if err != nil {
				t.Fatal(err)
			}
			defer rows.Close()
			for rows.Next() {
				var id, kind, body string
				if err := rows.Scan(&id, &kind, &body); err != nil {
					t.Fatal(err)
				}
				all = append(all, id+" "+kind+" "+body)
			}
			return strings.Join(all, ", ")
		}
		put := func(id, kind, body string) room.Effect { return room.PutPerson{ID: id, Kind: kind, Body: []byte(body)} }
		append1(t, s, "r", 0, said("s1:a", "{}", put("p1", "name", "1"), put("p1", "need", "2"), put("p2", "name", "3")))
		append1(t, s, "r", 1, said("s1:b", "{}", put("p1", "name", "4")))
		if got := people(); got != "p1 name 4, p1 need 2, p2 name 3" {
			t.Fatal(got)
		}
		append1(t, s, "r", 2, said("s1:c", "{}", room.DropPerson{ID: "p1", Kind: "need"}))
		if got := people(); got != "p1 name 4, p2 name 3" {
			t.Fatal(got)
		}
		append1(t, s, "r", 3, said("s1:d", "{}", room.DropPerson{ID: "p1"}))
		if got := people(); got != "p2 name 3" {
			t.Fatal(got)
		}
	})
}

func TestNothingOfADeletedRoomIsLeftButItsTombstone(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		ctx := context.Background()
		for _, id := range []string{"r", "q"} {
			append1(t, s, id, 0, said("s1:a", "{}", room.PutMeeting{Code: "CODE" + id}, room.PutMeasure{ID: "m"},
				room.PutTally{Vote: "v", Option: "k"}, room.PutPerson{ID: "p", Kind: "name"},
				room.PutBallot{Vote: "w", Slip: "s1", Choice: room.Choice{"k"}}))
		}
		if err := s.Delete(ctx, "r"); err != nil {
			t.Fatal(err)
		}
		for _, count := range []string{
			`SELECT count(*) FROM events WHERE room = $1`, `SELECT count(*) FROM ballots WHERE room = $1`,
			`SELECT count(*) FROM people WHERE room = $1`, `SELECT count(*) FROM meetings WHERE room = $1`,
			`SELECT count(*) FROM measures WHERE room = $1`, `SELECT count(*) FROM tallies WHERE room = $1`,
			`SELECT count(*) FROM rooms WHERE room = $1 AND deleted = 0`,
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
				for head := int64(1); ; head++ {
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
