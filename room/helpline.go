package room

// Helpline is *si fra til noen*: somebody to talk to if the evening brought up
// something hard. The kommune says who; it is on every phone.
type Helpline struct {
	Who   string `json:"who"`
	Phone string `json:"phone"`
	Hours string `json:"hours"`
}

// SetHelpline writes it; without who there is none. Whoever only watches may
// write it too: it is a number, and the kommune knows it.
type SetHelpline struct{ Helpline }

type HelplineSet struct{ Helpline }

func (SetHelpline) allow() roles { return roles{Facilitator, Assistant, FollowUp, Observer} }

func (c SetHelpline) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	var e HelplineSet
	for _, f := range []struct {
		into *string
		from string
		max  int
	}{{&e.Who, c.Who, NameMax}, {&e.Phone, c.Phone, 30}, {&e.Hours, c.Hours, NameMax}} {
		var err error
		if *f.into, err = maybe(f.from, f.max); err != nil {
			return Decision{}, err
		}
	}
	switch {
	case e.Helpline == s.Helpline:
		return no(Unchanged)
	case e.Who == "" && e.Helpline != Helpline{}:
		return no(Empty)
	}
	return one(e)
}

func (e HelplineSet) apply(s *State, _ Mark, t *Touched) {
	s.Helpline = e.Helpline
	t.only("helpline")
}

func (e HelplineSet) reverse(s *State) []Event { return []Event{HelplineSet{s.Helpline}} }

// HelplineView is the number as every phone shows it.
type HelplineView struct{ Helpline }

func whereHelpline(s *State, _ string) Layer {
	if s.Helpline.Who == "" {
		return none
	}
	return All
}

func seeHelpline(s *State, _ string) HelplineView { return HelplineView{s.Helpline} }
