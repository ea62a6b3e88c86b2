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

// What a person has said that they are here as is forgotten wherever they said it:
// at the door, and on a phone they had before.
func TestWhatOneIsHereAsIsForgottenOnEveryPhone(t *testing.T) {
	n := newNight(t)
	n.act("", JoinSeat{Seat: "anna", Role: Participant, As: "kommune"})
	n.act("", JoinSeat{Seat: "ny", Role: Participant, As: "ungdom"})
	n.act("", JoinSeat{Seat: "per", Role: Participant, As: "tro"})
	n.act("ny", AskSwap{On: true})
	n.act("anna", SwapSeat{Code: n.s.Seats["ny"].Swap})
	n.act("anna", PresentSeat{As: "frivillighet", Also: "innbygger"})
	n.act("anna", ForgetMe{})
	for _, r := range n.log {
		for _, as := range Affiliations {
			if strings.Contains(string(r.Body), `"`+as+`"`) != (as == "tro" && r.Kind == "seat.joined" && strings.Contains(string(r.Body), "per")) {
				t.Errorf("%s: %s", r.Kind, r.Body)
			}
		}
	}
	if again, err := Replay(n.log); err != nil || again.Hash() != n.s.Hash() {
		t.Errorf("the story tells another state (%v)", err)
	}
}
