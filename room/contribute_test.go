package room

import (
	"strings"
	"testing"
)

var sixtyFour = strings.Repeat("a", 64)

// night is an evening that tells what a command leads to.
type night struct{ *evening }

func newNight(t *testing.T) night {
	n := night{newEvening(t)}
	n.act("", CreateMeeting{Title: "Vi rigger", Lang: "nb", Code: "K7Q4XP2M", Links: map[string]string{"lead": sixtyFour, "board": sixtyFour}})
	return n
}

// act gives a command, and what the store is asked to do for it, the rows with it.
func (n night) act(seat string, c Command) (fx []Effect) {
	n.t.Helper()
	n.dice += 13
	was := len(fx)
	if _, err := n.ask(seat, c); err != nil {
		n.t.Fatalf("%T: %v", c, err)
	}
	return n.rows[was:]
}

// Those who would like to contribute are a task for a fortnight from the end of
// the meeting, done when everybody has heard; after sixty days, or at once when it
// is taken back, nothing is left of them.
func TestContributorsAreCalledAndForgotten(t *testing.T) {
	n := newNight(t)
	n.act("", JoinSeat{Seat: "kari", Role: Facilitator})
	n.act("", JoinSeat{Seat: "anna", Role: Participant})
	n.act("", JoinSeat{Seat: "bo", Role: Participant})
	for _, seat := range []string{"anna", "bo"} {
		kept := false
		for _, fx := range n.act(seat, Contribute{Reach: "00 00 00 00", What: "Trener"}) {
			row, ok := fx.(PutPerson)
			kept = kept || ok && row.Kind == ContributeKind
		}
		if !kept {
			t.Fatal("it lies nowhere")
		}
	}
	if len(n.s.Tasks) != 0 {
		t.Fatal("a task before the meeting has ended")
	}
	n.act("", JoinSeat{Seat: "nav", Role: FollowUp})
	n.act("nav", LeaveAddress{Mail: "nav@example.no"})
	n.act("", ConfirmAddress{MailMember, "nav"})
	before := len(n.rows)
	n.act("kari", EndMeeting{})
	var task *Task
	for _, x := range n.s.Tasks {
		task = x
	}
	if len(n.s.Tasks) != 1 || task.Kind != ContributeKind || task.Due != "2020-09-27" {
		t.Fatalf("%+v", n.s.Tasks)
	}
	told := 0
	for _, fx := range n.rows[before:] {
		if mails, ok := fx.(PutMails); ok && mails.Purpose == ForTask && len(mails.To) == 1 && mails.To[0] == "nav" {
			told++
		}
	}
	if told != 1 {
		t.Error("the group is told", told, "times")
	}
	n.act("bo", Contribute{})
	if n.s.Tasks[task.ID].Done != 0 {
		t.Error("done while somebody waits")
	}
	n.act("nav", ContactMade{ID: n.s.contribution("anna")})
	if n.s.Tasks[task.ID].Done == 0 {
		t.Error("everybody has heard, and it still waits")
	}
	n.now += 61 * Day
	n.house()
	if n.s.Erased[ContributeKind] == 0 || len(n.s.Willing) != 0 {
		t.Errorf("kept: %+v", n.s.Willing)
	}
}

// An address goes with whoever it belonged to: another responsible, a link that is
// rotated, a seat that is shown out. The store hears of it.
func TestAddressesGoWithTheirPeople(t *testing.T) {
	n := newNight(t)
	n.act("", JoinSeat{Seat: "kari", Role: Facilitator})
	n.act("kari", EndMeeting{})
	n.act("kari", RotateLink{Surface: "follow", Hash: sixtyFour})
	n.act("", JoinSeat{Seat: "nav", Role: FollowUp})
	n.act("", JoinSeat{Seat: "kultur", Role: FollowUp})
	for _, seat := range []string{"nav", "kultur"} {
		n.act(seat, LeaveAddress{Mail: seat + "@example.no"})
		n.act("", ConfirmAddress{MailMember, seat})
	}
	n.act("nav", TakeUp{ID: "m1", Title: "Minibuss"})
	n.act("nav", EditMeasure{ID: "m1", Field: "responsible", Text: "Kultur"})
	n.act("nav", LeaveAddress{Measure: "m1", Mail: "kultur@example.no"})
	gone := func(fx []Effect, kind, id string) bool {
		for _, x := range fx {
			if x, ok := x.(DropPerson); ok && x == (DropPerson{id, kind}) {
				return true
			}
		}
		return false
	}
	fx := n.act("nav", EditMeasure{ID: "m1", Field: "responsible", Text: "Oppvekst", Seen: 1 << 40})
	if !gone(fx, MailMeasure, "m1") || n.s.Reach["measure/m1"] {
		t.Error("the address of whoever was responsible:", fx)
	}
	fx = n.act("nav", RotateLink{Surface: "follow", Hash: sixtyFour[:63] + "b"})
	if !gone(fx, MailMember, "kultur") || gone(fx, MailMember, "nav") || !n.s.Reach["member/nav"] {
		t.Error("whoever was locked out could find back:", fx)
	}
	fx = n.act("kari", RemoveSeat{Seat: "nav"})
	if !gone(fx, MailMember, "nav") {
		t.Error("whoever was shown out could find back:", fx)
	}
}

// An address that somebody wrote on the page of the answer, and that its reader
// has not said yes to, is gone after a month. One that is confirmed stays.
func TestAnAddressNobodyConfirmedGoes(t *testing.T) {
	n := newNight(t)
	n.act("", TellAnswer{ID: "s-anna", Mail: "anna@example.no"})
	n.act("", TellAnswer{ID: "s-bo", Mail: "bo@example.no"})
	n.act("", ConfirmAddress{MailReply, "s-bo"})
	n.now += UnaskedDays*Day - 60_000
	n.house()
	if len(n.s.Subscribers) != 2 {
		t.Fatal("gone before its time")
	}
	before := len(n.rows)
	n.now += 61_000
	n.house()
	if _, there := n.s.Subscribers["s-anna"]; there || len(n.s.Subscribers) != 1 {
		t.Error(n.s.Subscribers)
	}
	dropped := false
	for _, fx := range n.rows[before:] {
		drop, ok := fx.(DropPerson)
		dropped = dropped || ok && drop == DropPerson{"s-anna", MailReply}
	}
	if !dropped {
		t.Error("the row of it stays")
	}
	n.act("", TellAnswer{ID: "s-anna", Mail: "anna@example.no"}) // again, and again it goes
	n.now += UnaskedDays*Day + 60_000
	n.house()
	if len(n.s.Subscribers) != 1 {
		t.Error("the second time it stays")
	}
}
