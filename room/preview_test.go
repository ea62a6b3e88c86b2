package room

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// pollingHall is an evening with phones, and places without one, in front of an open
// vote.
func pollingHall(t *testing.T, phones, papers int, v OpenVote) *evening {
	t.Helper()
	ev := newEvening(t)
	must := func(seat string, c Command) {
		if _, err := ev.ask(seat, c); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
	must("", CreateMeeting{Title: "Sal", Lang: "nb", Code: "K7Q4XP2M"})
	must("", JoinSeat{Seat: "kari", Role: Facilitator})
	for n := range phones {
		must("", JoinSeat{Seat: fmt.Sprint("s", n), Role: Participant})
	}
	must("kari", MakeGroups{Size: 6})
	for n := range papers {
		must("kari", AddPlace{ID: fmt.Sprint("papir-", n), Group: 1})
	}
	must("kari", GoToStep{"bordet"})
	for n := range 4 {
		must("s0", PostIdea{ID: fmt.Sprint("i", n), Text: fmt.Sprint("Forslag ", n), Table: true})
	}
	must("kari", SendGroup{ev.s.Seats["s0"].Group})
	must("kari", GoToStep{"stem"})
	must("kari", v)
	return ev
}

func (ev *evening) vote(id string) *Vote { return ev.s.Votes[id] }

// fairChoice is a random choice that the rules let through and that is not empty.
func fairChoice(r *rand.Rand, v *Vote) Choice {
	for {
		if c := randomChoice(r, v); len(c) > 0 && Methods[v.Method].fair(v, c) == nil {
			return c
		}
	}
}

// TestLongTheDifferenceOfTwoCountsIsNeverAFewSlips: whoever has the preliminary and
// the final numbers can take one from the other. What is left is five ballots at
// least, whatever came in on paper, and the final count is every ballot.
func TestLongTheDifferenceOfTwoCountsIsNeverAFewSlips(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 15))
	previews := 0
	for round := range 200 {
		method := pick(r, sorted(Methods))
		phones, papers := 4+r.IntN(14), 1+r.IntN(4)
		ev := pollingHall(t, phones, papers, OpenVote{ID: "v", Method: method, K: 1 + r.IntN(3), Secret: true})
		v := ev.vote("v")
		chosen := map[string]Choice{}
		cast := func(seat string, c Command, choice Choice) {
			if _, err := ev.ask(seat, c); err != nil {
				t.Fatalf("round %d: %T: %v", round, c, err)
			}
			chosen[fmt.Sprint(len(chosen), seat)] = choice
		}
		for n := range phones {
			if c := fairChoice(r, v); r.IntN(6) > 0 {
				cast(fmt.Sprint("s", n), CastBallot{Vote: "v", Choice: c}, c)
			}
		}
		if _, err := ev.ask("kari", CloseVote{Vote: "v"}); err != nil {
			t.Fatal(err)
		}
		var early *VotePreviewed
		before := r.IntN(papers)
		for n := range papers {
			if n == before {
				ev.dice = r.Uint64()
				es, err := ev.ask("kari", PreviewVote{"v"})
				if enough := len(chosen) >= LaidAside+CountedLeast; enough != (err == nil) {
					t.Fatalf("round %d: %d ballots, preview says %v", round, len(chosen), err)
				}
				if err == nil {
					e := es[0].(VotePreviewed)
					early = &e
				}
			}
			if n == papers-1 && r.IntN(2) == 0 {
				break // the last one never comes
			}
			c := fairChoice(r, v)
			cast("kari", TypeSlip{"v", fmt.Sprint("papir-", n), c}, c)
		}
		if v.Status == "hall" {
			if _, err := ev.ask("kari", CloseVote{Vote: "v", Final: true}); err != nil {
				t.Fatal(err)
			}
		}
		var bag []Choice
		for _, c := range chosen {
			bag = append(bag, c)
		}
		want := v.blank().tally(bag)
		if v.Ballots != len(bag) || fmt.Sprint(v.Marks, v.Against, v.Spread, v.Cover) != fmt.Sprint(want.Marks, want.Against, want.Spread, want.Cover) {
			t.Fatalf("round %d: counted %v of %d, want %v of %d", round, v.Marks, v.Ballots, want.Marks, len(bag))
		}
		if early != nil {
			previews++
			if early.Ballots < CountedLeast || v.Ballots-early.Ballots < LaidAside {
				t.Fatalf("round %d: %d ballots were shown, then %d", round, early.Ballots, v.Ballots)
			}
			for n := range v.Options {
				if early.Marks[n] > v.Marks[n] {
					t.Fatalf("round %d: %v became %v", round, early.Marks, v.Marks)
				}
			}
		}
		ev.replayed()
	}
	if previews < 50 {
		t.Fatalf("only %d evenings had a preliminary count", previews)
	}
}

// TestLongTheBallotsThatWaitAreDrawn: every ballot waits as often as any other, so
// that where one lies in the bag says nothing.
func TestLongTheBallotsThatWaitAreDrawn(t *testing.T) {
	v := &Vote{ID: "v", Method: "approve", K: 1}
	var bag []Choice
	for n := range 12 {
		id := fmt.Sprint("o", n)
		v.Options = append(v.Options, Option{ID: id})
		bag = append(bag, Choice{id}) // each ballot is the only one for its option
	}
	waited, draws := make([]int, 12), 6000
	for dice := range draws {
		e := v.preview(bag, uint64(dice))
		for n, m := range e.Marks {
			waited[n] += 1 - m
		}
	}
	for n, w := range waited {
		if want := draws * LaidAside / len(bag); w < want*9/10 || w > want*11/10 {
			t.Errorf("ballot %d waited %d times of %d, want about %d", n, w, draws, want)
		}
	}
}
