package room

import "testing"

// What somebody left on the new phone comes along to the old seat, where it can
// still be changed and taken back. What was left on both is left once, as it was
// written last. A table's phone that is changed has its slips again.
func TestWhatWasLeftComesAlong(t *testing.T) {
	n := newNight(t)
	n.act("", JoinSeat{Seat: "kari", Role: Facilitator})
	n.act("", JoinSeat{Seat: "old", Role: Participant})
	n.act("", JoinSeat{Seat: "new", Role: Participant})
	n.act("kari", InsertStep{ID: "hi", After: "lobby", Kind: BliKjent, Title: "Bli kjent", Minutes: 10})
	n.act("kari", NextStep{From: n.s.Agenda.step().ID})
	n.act("new", HangPoster{ID: "p1", Sort: "can", Text: "Låne ut sykler"})
	for seat, phone := range map[string]string{"old": "90000000", "new": "99999999"} {
		n.act(seat, JoinBook{Who: "Leder", Phone: phone})
		n.act(seat, Contribute{Reach: phone, What: "Trener"})
		n.act(seat, AskToBeTold{Mail: seat + "@example.no"})
	}
	book, willing, told := n.s.inBook("old"), n.s.contribution("old"), n.s.subscription("old")
	n.act("new", AskSwap{On: true})
	gone := map[string]bool{}
	for _, fx := range n.act("old", SwapSeat{Code: n.s.Seats["new"].Swap}) {
		if drop, ok := fx.(DropPerson); ok {
			gone[drop.ID] = true
		}
	}
	if !gone[book] || !gone[willing] || !gone[told] || len(gone) != 3 {
		t.Errorf("what was written first lies there still: %v", gone)
	}
	if me := seeMe(n.s, "old"); !me.Book || !me.Told || len(me.Posters) != 1 {
		t.Errorf("%+v", me)
	}
	n.act("old", TakePoster{ID: "p1"})
	n.act("old", LeaveBook{})
	n.act("old", Contribute{})
	n.act("old", AskToBeTold{})
	if len(n.s.Book)+len(n.s.Willing)+len(n.s.Subscribers)+len(n.s.Posters) != 0 {
		t.Error("something is left that nobody can take back")
	}
}

// A table whose phone went home before the vote and comes back on another has as
// many slips as there are people.
func TestASharedPhoneThatWasChangedHasItsSlips(t *testing.T) {
	n := newNight(t)
	for _, seat := range []string{"old", "new"} {
		n.act("", JoinSeat{Seat: seat, Role: Participant})
	}
	n.act("old", SetHeads{N: 3})
	n.act("old", LeaveSeat{})
	n.s.Votes["v"] = &Vote{ID: "v", Status: "open", Roll: map[string]bool{"new": true}, Heads: map[string]int{}, Slips: map[string]string{}}
	SeatSwapped{From: "new", To: "old"}.apply(n.s, Mark{Seat: "old"}, &Touched{})
	if v := n.s.Votes["v"]; !v.Roll["old"] || v.Heads["old"] != 3 || v.of() != 3 {
		t.Errorf("%v %v", v.Roll, v.Heads)
	}
}
