package room

// penHeld is how long a scribe who does nothing still has the pen in hand, in
// milliseconds. While a table talks nobody writes.
const penHeld = 10 * 60_000

// BeScribe makes a seat the scribe of its group, or no longer. A lead may name
// another seat. From a scribe who writes the pen is taken only by somebody who
// has been asked, and says so: nobody loses it to a slip of the thumb. One who is
// away, or has done nothing for [penHeld], is not waited for.
type BeScribe struct {
	On   bool   `json:"on"`
	Seat string `json:"seat,omitempty"`
	Over bool   `json:"over,omitempty"` // knows that another writes
}

type ScribeSet struct {
	Seat string `json:"seat"`
	On   bool   `json:"on"`
}

func (BeScribe) allow() roles { return anyone }

func (c BeScribe) decide(s *State, by *Seat, m Moment) (Decision, error) {
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
	case c.On && !c.Over && who == by && s.writing(who.Group, m.Now):
		return no(Taken)
	}
	return one(ScribeSet{who.ID, c.On})
}

// writing tells whether a table's scribe is here, and has done something lately.
func (s *State) writing(table int, now int64) bool {
	for _, x := range s.Seats {
		if x.Group == table && x.Scribe && x.here() && now-x.Penned < penHeld {
			return true
		}
	}
	return false
}

// pen notes that a scribe has done something. It is asked of every record, blank
// ones too: a story that has lost its words ends in the same state.
func (s *State) pen(r Record) {
	if x := s.Seats[r.Seat]; x != nil && x.Scribe {
		x.Penned = s.At
	}
}

func (e ScribeSet) apply(s *State, m Mark, t *Touched) {
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
	if x.Scribe = e.On; e.On {
		x.Penned = m.At
	}
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
