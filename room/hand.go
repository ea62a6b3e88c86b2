package room

// RaiseHand asks for help ("help"), says that the sound is gone ("sound"), asks
// for somebody to write for one (Pen), or takes the hand down (""). A lead may take down another's.
type RaiseHand struct {
	Why  string `json:"why"`
	Seat string `json:"seat,omitempty"`
}

type HandRaised struct {
	Seat string `json:"seat"`
	Why  string `json:"why"`
}

func (RaiseHand) allow() roles { return present }

func (c RaiseHand) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who, err := s.about(by, c.Seat)
	switch {
	case err != nil:
		return Decision{}, err
	case c.Why != "" && c.Why != "help" && c.Why != "sound" && c.Why != Pen:
		return no(Invalid)
	case who.Hand == c.Why:
		return no(Unchanged)
	case c.Why == Pen && who.Hand != "":
		return no(Unchanged) // who has called for a lead is not to lose that
	}
	return one(HandRaised{who.ID, c.Why})
}

func (e HandRaised) apply(s *State, _ Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		s.touchWisher(x, t)
		x.Hand = e.Why
		s.touchSeat(x, t)
	}
}
