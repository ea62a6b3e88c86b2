package room

import (
	"strings"
	"testing"
)

// What waited for the leads to let it through was never shared: it is forgotten
// with whoever wrote it. What hangs on the wall stays.
func TestWhatWaitedIsForgottenToo(t *testing.T) {
	n := newNight(t)
	n.act("", JoinSeat{Seat: "kari", Role: Facilitator})
	n.act("", JoinSeat{Seat: "anna", Role: Participant})
	n.act("kari", MakeGroups{Size: 4})
	n.act("kari", InsertStep{ID: "hi", After: "lobby", Kind: BliKjent, Title: "Bli kjent", Minutes: 10})
	n.act("kari", NextStep{From: n.s.Agenda.step().ID})
	n.act("anna", HangPoster{ID: "p1", Sort: "can", Text: "Låne ut sykler"})
	n.act("kari", ModerateMeeting{On: true})
	n.act("anna", HangPoster{ID: "p2", Sort: "need", Text: "merket-plakat"})
	for n.s.phase().writes == false {
		n.act("kari", NextStep{From: n.s.Agenda.step().ID})
	}
	n.act("anna", PostIdea{ID: "i1", Text: "merket-idé"})
	for !n.s.phase().shares {
		n.act("kari", NextStep{From: n.s.Agenda.step().ID})
	}
	n.act("anna", ShareIdea{ID: "i1"})
	n.act("anna", SendGroup{})
	if n.s.Ideas["i1"].Place != Held || !n.s.Posters["p2"].Held {
		t.Fatal("nothing waits")
	}
	n.act("anna", ForgetMe{})
	if n.s.Posters["p1"] == nil || n.s.Posters["p2"] != nil || n.s.Ideas["i1"].Text != "" {
		t.Error(n.s.Posters, n.s.Ideas["i1"])
	}
	for _, r := range n.log {
		if strings.Contains(string(r.Body), "merket-") {
			t.Errorf("%s: %s", r.Kind, r.Body)
		}
	}
}

// One at a table cannot take the others' slips out of the bag.
func TestATableIsNotForgottenWhileItsSlipsAreIn(t *testing.T) {
	n := newNight(t)
	n.act("", JoinSeat{Seat: "anna", Role: Participant})
	n.act("anna", SetHeads{N: 3})
	n.s.Votes["v"] = &Vote{ID: "v", Status: "open", Roll: map[string]bool{"anna": true}, Heads: map[string]int{"anna": 3}, Slips: map[string]string{"anna:12": "anna"}}
	if _, err := n.ask("anna", ForgetMe{}); err != Refuse(VoteOpen) {
		t.Error(err)
	}
}
