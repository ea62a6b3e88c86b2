package room

// LeaveSeat is *Jeg må gå*; ReturnSeat is coming back.
type LeaveSeat struct{}
type ReturnSeat struct{}

// RemoveSeat shows somebody out: sockets close, open ballots are taken back.
type RemoveSeat struct {
	Seat string `json:"seat"`
}

type SeatLeft struct {
	Seat string `json:"seat"`
}

type SeatReturned struct {
	Seat string `json:"seat"`
}

type SeatRemoved struct {
	Seat string `json:"seat"`
}

func (LeaveSeat) allow() roles  { return sitting }
func (ReturnSeat) allow() roles { return sitting }
func (RemoveSeat) allow() roles { return leads }

func (LeaveSeat) decide(_ *State, by *Seat, _ Moment) (Decision, error) {
	if by.Left {
		return no(Unchanged)
	}
	return one(SeatLeft{by.ID})
}

func (ReturnSeat) decide(_ *State, by *Seat, _ Moment) (Decision, error) {
	if !by.Left {
		return no(Unchanged)
	}
	return one(SeatReturned{by.ID})
}

func (c RemoveSeat) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who := s.Seats[c.Seat]
	switch {
	case who == nil:
		return no(Missing)
	case who.Gone:
		return no(Unchanged)
	case who.ID == by.ID || (who.Role == Facilitator || who.Role == Deputy) && by.Role != Facilitator:
		return no(Forbidden)
	}
	return s.showOut(who), nil
}

// showOut empties a seat: its ballots in open bags and what is kept about it
// among the people go with it.
func (s *State) showOut(who *Seat) Decision {
	d := Decision{Events: []Event{SeatRemoved{who.ID}}, Effects: s.dropSlips(who)}
	if id := s.inBook(who.ID); id != "" { // whoever is shown out is in nobody's book
		d.add(outOfBook(id))
	}
	if id := s.needOf(who.ID); id != "" {
		d.add(dropNeed(id))
	}
	return d
}

func (e SeatLeft) apply(s *State, _ Mark, t *Touched)     { s.setLeft(e.Seat, true, t) }
func (e SeatReturned) apply(s *State, _ Mark, t *Touched) { s.setLeft(e.Seat, false, t) }

func (s *State) setLeft(seat string, left bool, t *Touched) {
	x := s.Seats[seat]
	if x == nil {
		return
	}
	if x.Shut { // stood outside a link of the year after, and has the new one
		x.Shut = false
		t.touch("members", seat)
		return
	}
	s.touchWisher(x, t)
	x.Left, x.Hand, x.Invite, x.Swap = left, "", "", ""
	if v := s.openVote(); v != nil && !left && !x.Interprets {
		v.enrol(x)
		s.touchDesk(t)
	}
	s.touchSeat(x, t)
}

func (e SeatRemoved) apply(s *State, m Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	s.touchCompany(x, t)
	if x.By != "" {
		t.touch("me", x.By)
	}
	s.touchWisher(x, t)
	x.Forgot = m.Seat == e.Seat
	x.Gone, x.Scribe, x.Hand, x.Invite, x.Swap, x.Placed = true, false, "", "", "", m.Seq
	s.setClaim(x.ID, Claim{}, t)
	s.takeFromBags(x, t)
	s.unreach(MailMember, x.ID, t)
	s.unreach(MailLead, x.ID, t)
	s.touchSeat(x, t)
	t.touch("members", x.ID)
}
