package store

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"dugnad/room"
)

func TestASlipCanBeReadAndChangedUntilTheCount(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		ctx := context.Background()
		slip := func(want ...string) {
			t.Helper()
			got, ok, err := s.Slip(ctx, "r", "v", "s1")
			if err != nil || ok != (want != nil) || !reflect.DeepEqual(got, room.Choice(want)) {
				t.Fatalf("slip %v %v (%v), want %v", got, ok, err, want)
			}
		}
		slip()
		append1(t, s, "r", 0, cast("v", "s1", "k1"), cast("v", "s2", "k1"))
		slip("k1")
		append1(t, s, "r", 2, cast("v", "s1", "k2", "k3"))
		slip("k2", "k3")
		append1(t, s, "r", 3, said("s1:drop", "{}", room.DropBallot{Vote: "v", Slip: "s1"}))
		slip()
		append1(t, s, "r", 4, cast("v", "s1", "k2", "k3", "k4"))
		append1(t, s, "r", 5, room.Entry{Cmd: "count:v", Effects: []room.Effect{tally("v", "k1", "k2")}})
		slip()
	})
}

func TestAVoteIsCountedOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		ctx := context.Background()
		append1(t, s, "r", 0, cast("v", "s1", "k1"), cast("v", "s2", "k1", "k2"), cast("other", "s1", "k9"))
		// The last ballot, the close and the count may come in one batch.
		count := room.Entry{Cmd: "count:v", Seat: "", At: 2000, Effects: []room.Effect{tally("v", "k1", "k2")}}
		got := append1(t, s, "r", 3, cast("v", "s3", "k2"), said("s9:close", "{}"), count, said("s9:next", "{}"))
		if len(got) != 4 || got[2].Seq != 6 || got[2].Cmd != "count:v" || got[2].At != 2000 || got[2].Kind != "vote.counted" {
			t.Fatalf("committed %+v", got)
		}
		var counted room.VoteCounted
		if err := json.Unmarshal(got[2].Body, &counted); err != nil || counted.Ballots != 3 || !reflect.DeepEqual(counted.Marks, []int{2, 2}) {
			t.Fatalf("counted %+v (%v)", counted, err)
		}
		if stored := whole(t, s, "r", []string{"count:v"}); !reflect.DeepEqual(stored[3:], got) {
			t.Fatalf("stored %+v, returned %+v", stored[3:], got)
		}
		rows, err := s.Tallies(ctx, "r")
		if err != nil || len(rows) != 2 || rows[0].Votes != 2 || rows[0].Ballots != 3 {
			t.Fatalf("tallies %+v (%v)", rows, err)
		}
		if _, err := s.Append(ctx, "r", 7, []room.Entry{count}); !errors.Is(err, room.ErrStale) {
			t.Fatalf("a second count: %v, want stale", err)
		}
		if _, ok, err := s.Slip(ctx, "r", "other", "s1"); !ok || err != nil {
			t.Fatalf("the bag of another vote was emptied (%v)", err)
		}
	})
}

func TestACountThatLosesTouchesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, cast("v", "s1", "k1"), cast("v", "s2", "k1"))
		count := room.Entry{Cmd: "count:v", Effects: []room.Effect{tally("v", "k1")}}
		if _, err := s.Append(context.Background(), "r", 1, []room.Entry{count}); !errors.Is(err, room.ErrStale) {
			t.Fatalf("a count that has not seen every ballot: %v, want stale", err)
		}
		if _, ok, err := s.Slip(context.Background(), "r", "v", "s1"); !ok || err != nil {
			t.Fatalf("the bag was emptied all the same (%v)", err)
		}
	})
}

func TestACountStandsAlone(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		e := said("s1:a", "{}", tally("v", "k1"))
		if _, err := s.Append(context.Background(), "r", 0, []room.Entry{e}); err == nil {
			t.Fatal("a count was taken together with a record that had decided without it")
		}
	})
}

// TestAPreliminaryCountLeavesTheBag: what is counted while paper is out is
// counted again with it.
func TestAPreliminaryCountLeavesTheBag(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, cast("v", "s1", "k1"), cast("v", "s2", "k2"))
		early := tally("v", "k1", "k2")
		early.Keep = true
		append1(t, s, "r", 2, room.Entry{Cmd: "kari:1", Effects: []room.Effect{early}})
		if _, in, err := s.Slip(context.Background(), "r", "v", "s1"); !in || err != nil {
			t.Fatalf("the slip is in the bag: %v, %v", in, err)
		}
		append1(t, s, "r", 3, cast("v", "papir", "k1"))
		append1(t, s, "r", 4, room.Entry{Cmd: "count:v", Effects: []room.Effect{tally("v", "k1", "k2")}})
		all := tailOf(t, s, "r", 4)
		if want := `"marks":[2,1]`; len(all) != 1 || !strings.Contains(string(all[0].Body), want) {
			t.Fatalf("counted %s, want %s", all[0].Body, want)
		}
		if _, in, _ := s.Slip(context.Background(), "r", "v", "papir"); in {
			t.Fatal("the bag is not empty after the count")
		}
	})
}

// TestTheOrderOfTheBagSaysNothing: a tally that is told who came first could
// tell on.
func TestTheOrderOfTheBagSaysNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, cast("v", "s1", "k3"), cast("v", "s2", "k1", "k2"), cast("v", "s3", "k2"), cast("v", "s4", "k1"))
		var order []string
		look := room.CountBallots{Vote: "v", Tally: func(bag []room.Choice) (room.Event, []room.Effect) {
			for _, c := range bag {
				order = append(order, strings.Join(c, "+"))
			}
			return room.VoteCounted{ID: "v"}, nil
		}}
		append1(t, s, "r", 4, room.Entry{Cmd: "count:v", Effects: []room.Effect{look}})
		if got := strings.Join(order, " "); got != "k1+k2 k1 k2 k3" {
			t.Fatalf("the bag came as %s", got)
		}
	})
}

func TestNoEventHoldsAChoice(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, cast("v", "s1", "HEMMELIG"))
		append1(t, s, "r", 1, room.Entry{Cmd: "count:v", Effects: []room.Effect{tally("v", "HEMMELIG")}})
		for _, r := range tailOf(t, s, "r", 0) {
			if strings.Contains(string(r.Body), "HEMMELIG") {
				t.Errorf("%s says %s", r.Kind, r.Body)
			}
		}
	})
}

// TestAnUnreadableBallotIsNotQuoted: errors are logged, and what is logged is
// kept for two weeks.
func TestAnUnreadableBallotIsNotQuoted(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		append1(t, s, "r", 0, cast("v", "s1", "k1"))
		if _, err := s.db.ExecContext(context.Background(), `UPDATE ballots SET choice = 'HEMMELIG'`); err != nil {
			t.Fatal(err)
		}
		_, _, read := s.Slip(context.Background(), "r", "v", "s1")
		_, count := s.Append(context.Background(), "r", 1, []room.Entry{{Cmd: "count:v", Effects: []room.Effect{tally("v", "k1")}}})
		for _, err := range []error{read, count} {
			if err == nil || strings.Contains(err.Error(), "HEMM") || strings.Contains(err.Error(), "'H'") {
				t.Errorf("the error is %v", err)
			}
		}
	})
}
