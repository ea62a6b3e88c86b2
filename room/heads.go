package room

import "strings"

// HeadsMax is how many people one phone can stand for: a table, and no more.
const HeadsMax = 8

// SetHeads is *Vi er n*: so many people share the sender's phone, the sender
// among them. 1 is a phone of one's own again. A lead may say it for a phone,
// and only a lead may let a phone stand for more while a vote is open: nobody is
// to give themselves more ballots.
type SetHeads struct {
	N    int    `json:"n"`
	Seat string `json:"seat,omitempty"`
}

// HeadsSet carries the places without a phone that are among the n from now on,
// so that nobody counts twice, or the ones that are no longer.
type HeadsSet struct {
	Seat  string   `json:"seat"`
	N     int      `json:"n"`
	Took  []string `json:"took,omitempty"`
	Freed []string `json:"freed,omitempty"`
}

func (SetHeads) allow() roles { return anyone }

func (c SetHeads) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who, err := s.about(by, c.Seat)
	switch {
	case err != nil:
		return Decision{}, err
	case who.Role != Participant || who.Paper || who.Interprets || c.N < 1 || c.N > HeadsMax:
		return no(Invalid)
	case who.heads() == c.N:
		return no(Unchanged)
	case s.Meeting.Ended != 0:
		return no(Gone)
	}
	if v := s.openVote(); v != nil && v.Roll[who.ID] {
		switch {
		case c.N > who.heads() && !by.Role.Leads():
			return no(Closed)
		case c.N < v.cast(who.ID), c.N == 1 && v.cast(who.ID) > 0:
			return no(SlipsIn)
		}
	}
	e := HeadsSet{Seat: who.ID, N: c.N}
	if c.N > 1 {
		e.Took = s.placesAt(who.Group)
	}
	switch {
	case len(e.Took) == 0:
		return s.withoutPick(who, e)
	case s.takingVote() != nil:
		return no(VoteOpen) // their slips of paper are out
	case c.N < 1+len(e.Took):
		return no(Invalid) // they sit here too
	}
	return s.withoutPick(who, e)
}

// withoutPick lays back the cards a table was choosing among in secret: a phone
// that stands for several has only one tap.
func (s *State) withoutPick(who *Seat, e HeadsSet) (Decision, error) {
	if e.N == 1 {
		return one(e)
	}
	d, err := s.dropPick(who.Group)
	d.Events = append(d.Events, e)
	return d, err
}

// heads is how many people a seat is.
func (x *Seat) heads() int { return max(1, x.Heads) }

// headsOf is how many people some seats are.
func headsOf(xs []*Seat) int {
	n := 0
	for _, x := range xs {
		n += x.heads()
	}
	return n
}

// sharing tells whether a phone at a table stands for several.
func (s *State) sharing(table int) bool {
	for _, x := range s.Seats {
		if table != 0 && x.Group == table && x.here() && x.heads() > 1 {
			return true
		}
	}
	return false
}

// placesAt lists the places without a phone at a table.
func (s *State) placesAt(table int) []string {
	var ids []string
	for _, id := range seatIDs(s) {
		if x := s.Seats[id]; table != 0 && x.Group == table && x.Paper && x.here() {
			ids = append(ids, id)
		}
	}
	return ids
}

// cast is how many slips of a seat lie in the bag.
func (v *Vote) cast(seat string) int {
	n := 0
	for _, owner := range v.Slips {
		if owner == seat {
			n++
		}
	}
	return n
}

// SharedSlips is which slips of a shared phone lie in the bag of a vote, by
// number, lowest first: the order in which they came says who held the phone.
type SharedSlips struct {
	Vote    string   `json:"vote"`
	Numbers []string `json:"numbers"`
}

func seeSharedSlips(s *State, x *Seat) []SharedSlips {
	slips := []SharedSlips{}
	for _, id := range voteIDs(s) {
		in := SharedSlips{Vote: id}
		for _, slip := range sorted(s.Votes[id].Slips) {
			if number, ok := strings.CutPrefix(slip, slipOf(x.ID, "")); ok {
				in.Numbers = append(in.Numbers, number)
			}
		}
		if len(in.Numbers) > 0 {
			slips = append(slips, in)
		}
	}
	return slips
}

// of is how many ballots there can be: one for each head on the roll.
func (v *Vote) of() int {
	n := len(v.Roll)
	for _, heads := range v.Heads {
		n += heads - 1
	}
	return n
}

// enrol puts a seat on the roll with as many heads as it has now.
func (v *Vote) enrol(x *Seat) {
	v.Roll[x.ID] = true
	delete(v.Heads, x.ID)
	if x.heads() > 1 {
		v.Heads[x.ID] = x.heads()
	}
}

// strike takes a seat off the roll, and with it every slip of it.
func (v *Vote) strike(seat string) {
	delete(v.Roll, seat)
	delete(v.Heads, seat)
	for slip, owner := range v.Slips {
		if owner == seat {
			delete(v.Slips, slip)
		}
	}
}

func (e HeadsSet) apply(s *State, _ Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	x.Heads = e.N
	for _, id := range e.Took {
		s.setCounted(id, true, t)
	}
	for _, id := range e.Freed {
		s.setCounted(id, false, t)
	}
	if v := s.openVote(); v != nil && v.Roll[x.ID] {
		v.enrol(x)
		s.touchDesk(t)
	}
	s.touchSeat(x, t)
}

// setCounted lets a place without a phone be counted on a phone beside it, or
// for itself again.
func (s *State) setCounted(id string, on bool, t *Touched) {
	if x := s.Seats[id]; x != nil {
		s.touchCompany(x, t)
		x.Gone = on
		s.touchSeat(x, t)
		s.touchCompany(x, t)
	}
}

func (e HeadsSet) reverse(s *State) []Event {
	if x := s.Seats[e.Seat]; x != nil {
		return []Event{HeadsSet{Seat: x.ID, N: x.heads(), Took: e.Freed, Freed: e.Took}}
	}
	return nil
}
