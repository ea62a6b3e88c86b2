package store

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"dugnad/room"
)

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
