package store

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"testing"

	"dugnad/internal/testpg"
	"dugnad/room"
)

// places are the engines that the contract is held against, each with an
// empty store to open.
var places = map[string]func(t testing.TB) Options{
	"sqlite":   func(t testing.TB) Options { return Options{Dir: t.TempDir()} },
	"postgres": func(t testing.TB) Options { return Options{URL: testpg.URL(t)} },
}

// onBoth runs a test on every engine.
func onBoth(t *testing.T, test func(t *testing.T, o Options)) {
	for name, place := range places {
		t.Run(name, func(t *testing.T) { test(t, place(t)) })
	}
}

// opened opens a store for the length of the test.
func opened(t testing.TB, o Options) *Store {
	t.Helper()
	if o.Log == nil {
		o.Log = slog.New(slog.NewTextHandler(t.Output(), nil))
	}
	s, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// said is the entry of a command that leads to one event.
func said(cmd, body string, effects ...room.Effect) room.Entry {
	return room.Entry{Cmd: cmd, Seat: "s1", At: 1000, Effects: effects,
		Records: []room.Record{{Cmd: cmd, Seat: "s1", At: 1000, Kind: "idea.posted", Body: []byte(body)}}}
}

// append1 appends and fails the test when that is refused.
func append1(t testing.TB, s *Store, id string, after int64, entries ...room.Entry) []room.Record {
	t.Helper()
	records, err := s.Append(context.Background(), id, after, entries)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func tailOf(t testing.TB, s *Store, id string, after int64) []room.Record {
	t.Helper()
	_, records, err := s.Tail(context.Background(), id, after)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// whole checks what must be true of every log, whatever has happened to it:
// positions without holes, every command once, nothing acknowledged missing.
func whole(t testing.TB, s *Store, id string, acked []string) []room.Record {
	t.Helper()
	records := tailOf(t, s, id, 0)
	at := map[string]int64{}
	for i, r := range records {
		if r.Seq != int64(i+1) {
			t.Fatalf("record %d lies at position %d", i+1, r.Seq)
		}
		if at[r.Cmd] != 0 {
			t.Fatalf("command %s lies at %d and at %d", r.Cmd, at[r.Cmd], r.Seq)
		}
		at[r.Cmd] = r.Seq
	}
	for _, cmd := range acked {
		if at[cmd] == 0 {
			t.Fatalf("command %s was acknowledged and is not stored; %d records are", cmd, len(records))
		}
	}
	return records
}

// tally is a count that says how often each option was chosen, by number.
func tally(vote string, options ...string) room.CountBallots {
	return room.CountBallots{Vote: vote, Tally: func(bag []room.Choice) (room.Event, []room.Effect) {
		e := room.VoteCounted{ID: vote, Ballots: len(bag), Marks: make([]int, len(options))}
		var rows []room.Effect
		for i, o := range options {
			for _, c := range bag {
				if slices.Contains(c, o) {
					e.Marks[i]++
				}
			}
			rows = append(rows, room.PutTally{Vote: vote, Option: strconv.Itoa(i), Title: "valg " + strconv.Itoa(i),
				Number: i + 1, Votes: e.Marks[i], Ballots: len(bag)})
		}
		return e, rows
	}}
}

func cast(vote, slip string, choice ...string) room.Entry {
	e := said(fmt.Sprintf("%s:%s-%v", slip, vote, len(choice)), `{"vote":"`+vote+`","slip":"`+slip+`"}`,
		room.PutBallot{Vote: vote, Slip: slip, Choice: choice})
	e.Records[0].Kind = "ballot.cast"
	return e
}

// meetingOf, measureOf and tallyOf are rows with the same text everywhere.
func meetingOf(text string) room.PutMeeting {
	return room.PutMeeting{Code: text, Title: text, Lang: text, Status: text, Decides: text, AnswerBy: text}
}

func measureOf(text string) room.PutMeasure {
	return room.PutMeasure{ID: text, Title: text, Cluster: text, Responsible: text, First: text, Due: text, Status: text}
}

func tallyOf(text string) room.PutTally { return room.PutTally{Vote: text, Option: text, Title: text} }
