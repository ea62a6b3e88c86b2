package room

// BeScribe makes a seat the scribe of its group, or no longer. A lead may name
// another seat.
type BeScribe struct {
	On   bool   `json:"on"`
	Seat string `json:"seat,omitempty"`
}

type ScribeSet struct {
	Seat string `json:"seat"`
	On   bool   `json:"on"`
}

func (BeScribe) allow() roles { return anyone }

func (c BeScribe) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who, err := s.about(by, c.Seat)
	switch {
	case err != nil:
		return Decision{}, err
	case who.Role != Participant || who.Interprets:
		return no(Invalid)
	case who.Group == 0:
		return no(Closed)
	case who.Scribe == c.On:
		return no(Unchanged)
	}
	return one(ScribeSet{who.ID, c.On})
}

func (e ScribeSet) apply(s *State, _ Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	for _, y := range s.Seats {
		if e.On && y != x && y.Group == x.Group && y.Scribe {
			y.Scribe = false
			s.touchSeat(y, t)
		}
	}
	x.Scribe = e.On
	s.touchSeat(x, t)
}

func (e ScribeSet) reverse(s *State) []Event {
	if x := s.Seats[e.Seat]; x != nil && e.On {
		for _, id := range sorted(s.Seats) {
			if y := s.Seats[id]; y.Group == x.Group && y.Scribe {
				return []Event{ScribeSet{y.ID, true}}
			}
		}
	}
	return []Event{ScribeSet{e.Seat, !e.On}}
}
