package room

// PracticeMinutes is how long a rehearsal of any plan takes.
const PracticeMinutes = 12

// Mishap is something that goes wrong on purpose in a rehearsal: "late" is a
// guest without a phone, "child" a note that names a child, "laptop" a machine
// that dies.
type Mishap struct {
	What string
	Idea string // the note, for "child"
	Seq  int64  // when it happened
}

// HappenRehearsal plants a mishap. The house asks, and only in a rehearsal.
type HappenRehearsal struct {
	What string `json:"what"`
	Idea string `json:"idea,omitempty"`
}

type RehearsalHappened struct {
	What string `json:"what"`
	Idea string `json:"idea,omitempty"`
}

func (HappenRehearsal) allow() roles { return house }

var mishaps = map[string]bool{"late": true, "child": true, "laptop": true}

func (c HappenRehearsal) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Meeting.Practice == "":
		return no(Forbidden)
	case !mishaps[c.What]:
		return no(Invalid)
	}
	for _, m := range s.Mishaps {
		if m.What == c.What {
			return no(Unchanged)
		}
	}
	return one(RehearsalHappened(c))
}

func (e RehearsalHappened) apply(s *State, m Mark, t *Touched) {
	s.Mishaps = append(s.Mishaps, Mishap{e.What, e.Idea, m.Seq})
	t.only("rehearsal")
}

// lasts is how long a step of so many minutes takes here. A rehearsal goes
// through the whole plan in twelve.
func (s *State) lasts(minutes int) int64 {
	ms := int64(minutes) * 60_000
	if s.Meeting.Practice == "" || minutes == 0 {
		return ms
	}
	total := 0
	for _, st := range s.Agenda.Steps {
		total += st.Minutes
	}
	return max(ms*PracticeMinutes/int64(max(total, PracticeMinutes)), 5_000)
}

// handled tells whether the facilitator has done what a mishap calls for: given
// the guest a place without a phone, taken the child's name away, or come back
// to the panel with the key.
func (s *State) handled(m Mishap) bool {
	switch m.What {
	case "late":
		for _, x := range s.Seats {
			if x.Paper && x.Placed > m.Seq {
				return true
			}
		}
	case "child":
		i := s.Ideas[m.Idea]
		return i != nil && (i.Place == Erased || i.Place == Held)
	case "laptop":
		for _, x := range s.Seats {
			if x.Role.Leads() && x.Placed > m.Seq {
				return true
			}
		}
	}
	return false
}

// MishapView is a mishap and whether it has been met.
type MishapView struct {
	What    string `json:"what"`
	Handled bool   `json:"handled"`
}

// RehearsalView is how the rehearsal goes, and which meeting it is of.
type RehearsalView struct {
	Of      string       `json:"of"`
	Mishaps []MishapView `json:"mishaps"`
}

func seeRehearsal(s *State) RehearsalView {
	v := RehearsalView{Of: s.Meeting.Practice, Mishaps: []MishapView{}}
	for _, m := range s.Mishaps {
		v.Mishaps = append(v.Mishaps, MishapView{m.What, s.handled(m)})
	}
	return v
}

// touchRehearsal is for whatever may have met a mishap.
func (s *State) touchRehearsal(t *Touched) {
	if s.Meeting.Practice != "" {
		t.only("rehearsal")
	}
}

// The real meeting has no rehearsal to show.
func whereRehearsal(s *State, _ string) Layer {
	if s.Meeting.Practice == "" {
		return none
	}
	return Lead
}
