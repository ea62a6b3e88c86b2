package room

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// TogetherMax is how many may ask to sit together: an interpreter and whoever
// needs one, a parent and a friend. More than that is a table of their own.
const TogetherMax = 3

// inviteLasts is how long a code on a phone is good for, in milliseconds: long
// enough to be typed beside it, too short to be guessed at leisure.
const inviteLasts = 10 * 60_000

// InviteSeat shows four digits on the sender's phone for somebody beside them
// to type, or takes them down.
type InviteSeat struct {
	On bool `json:"on"`
}

// PairSeat types the digits that stand on another phone.
type PairSeat struct {
	Code string `json:"code"`
}

// TieSeats is the facilitator doing it for people, also for those without a
// phone.
type TieSeats struct {
	Seats []string `json:"seats"`
}

// PartSeat lets a seat sit wherever there is room again.
type PartSeat struct {
	Seat string `json:"seat,omitempty"`
}

type SeatInvited struct {
	Seat string `json:"seat"`
	Code string `json:"code,omitempty"` // empty: taken down
}

// SeatsTied says that from now on these seats sit together. With is the number
// of their company, 0 is none; Group is the table they sit down at, 0 is where
// each of them sits.
type SeatsTied struct {
	Seats []string `json:"seats"`
	With  int      `json:"with,omitempty"`
	Group int      `json:"group,omitempty"`
}

func (InviteSeat) allow() roles { return sitting }
func (PairSeat) allow() roles   { return sitting }
func (TieSeats) allow() roles   { return leads }
func (PartSeat) allow() roles   { return present }

func (c InviteSeat) decide(s *State, by *Seat, m Moment) (Decision, error) {
	switch {
	case !c.On && by.Invite == "":
		return no(Unchanged)
	case !c.On:
		return one(SeatInvited{Seat: by.ID})
	case s.Meeting.Ended != 0:
		return no(Gone)
	case len(s.company(by)) >= TogetherMax:
		return no(Full)
	}
	used := map[string]bool{}
	for _, x := range s.Seats {
		used[x.Invite] = true
	}
	r := rand.New(rand.NewPCG(m.Dice, 0x5a77))
	for range 100 {
		if code := fmt.Sprintf("%04d", r.IntN(10_000)); !used[code] {
			return one(SeatInvited{by.ID, code})
		}
	}
	return no(Full)
}

func (c PairSeat) decide(s *State, by *Seat, m Moment) (Decision, error) {
	for _, id := range seatIDs(s) {
		x := s.Seats[id]
		if c.Code == "" || x.Invite != c.Code || !x.here() || m.Now-x.Invited > inviteLasts {
			continue
		}
		if x == by {
			return no(Invalid)
		}
		return s.tie(x, by)
	}
	return no(Missing)
}

func (c TieSeats) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if len(c.Seats) < 2 {
		return no(Empty)
	}
	var xs []*Seat
	for _, id := range c.Seats {
		x := s.Seats[id]
		switch {
		case x == nil || x.Gone:
			return no(Missing)
		case x.Role != Participant || slices.Contains(xs, x):
			return no(Invalid)
		}
		xs = append(xs, x)
	}
	return s.tie(xs...)
}

// tie lets seats, and whoever each of them sits with already, sit together at
// the first one's table. Once a table has begun its list nobody is moved to it:
// a phone could read one list after the other that way. Then the tie is kept,
// and it is for the facilitator to move somebody.
func (s *State) tie(xs ...*Seat) (Decision, error) {
	var all []*Seat
	for _, x := range xs {
		for _, y := range s.company(x) {
			if !slices.Contains(all, y) {
				all = append(all, y)
			}
		}
	}
	switch {
	case s.Meeting.Ended != 0:
		return no(Gone)
	case len(all) > TogetherMax:
		return no(Full)
	case len(s.company(xs[0])) == len(all):
		return no(Unchanged)
	}
	e := SeatsTied{With: xs[0].With}
	if e.With == 0 {
		e.With = s.companies() + 1
	}
	for _, x := range all {
		e.Seats = append(e.Seats, x.ID)
		if x.Group != xs[0].Group && !s.shared() {
			e.Group = xs[0].Group
		}
	}
	return one(e)
}

func (c PartSeat) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who, err := s.about(by, c.Seat)
	if err != nil {
		return Decision{}, err
	}
	all := s.company(who)
	switch len(all) {
	case 1:
		return no(Unchanged)
	case 2:
		return one(SeatsTied{Seats: []string{all[0].ID, all[1].ID}}) // one alone is no company
	}
	return one(SeatsTied{Seats: []string{who.ID}})
}

// company is whoever sits together with a seat, itself first, then in order of
// arrival.
func (s *State) company(x *Seat) []*Seat {
	all := []*Seat{x}
	if x.With == 0 {
		return all
	}
	for _, y := range s.Seats {
		if y != x && y.With == x.With && !y.Gone {
			all = append(all, y)
		}
	}
	slices.SortFunc(all[1:], func(a, b *Seat) int { return a.N - b.N })
	return all
}

// companies is the highest number of a company, present or not.
func (s *State) companies() int {
	n := 0
	for _, x := range s.Seats {
		n = max(n, x.With)
	}
	return n
}

func (e SeatInvited) apply(s *State, m Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		x.Invite, x.Invited = e.Code, m.At
		t.touch("me", x.ID)
	}
}

func (e SeatsTied) apply(s *State, m Mark, t *Touched) {
	for _, id := range e.Seats {
		x := s.Seats[id]
		if x == nil {
			continue
		}
		s.touchCompany(x, t)
		x.With, x.Invite = e.With, ""
		s.touchCompany(x, t)
		if e.Group != 0 {
			s.seatAt(x, e.Group, m, t)
		}
	}
}

// touchCompany touches what each of a company is told of the others.
func (s *State) touchCompany(x *Seat, t *Touched) {
	for _, y := range s.company(x) {
		t.touch("me", y.ID)
		t.touch("seats", y.ID)
	}
	t.only("seating")
}

func (e SeatsTied) reverse(s *State) []Event {
	var back []Event
	for _, id := range e.Seats {
		if x := s.Seats[id]; x != nil {
			back = append(back, SeatsTied{Seats: []string{id}, With: x.With})
			if e.Group != 0 && x.Group != e.Group {
				back = append(back, SeatPlaced{Seat: id, Group: x.Group})
			}
		}
	}
	return back
}
