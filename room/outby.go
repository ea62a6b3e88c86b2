package room

import "time"

// SetOutBy is *må være ute kl.*: the caretaker locks then. It is a time of day
// in the meeting's zone, and an empty one takes it away. Nothing closes because
// of it; it is there to be seen.
type SetOutBy struct {
	By string `json:"by"` // HH:MM
}

// FitAgenda shortens what is left of the run sheet so that it is over in time.
// Until is that time of day as the sender reckons it, in unix milliseconds: the
// rules know no time zones.
type FitAgenda struct {
	Until int64 `json:"until"`
}

type OutBySet struct {
	By string `json:"by,omitempty"`
}

func (SetOutBy) allow() roles  { return leads }
func (FitAgenda) allow() roles { return leads }

// protected are the kinds of step that give up nothing when time is short: who
// does what, and how it was. They come last, so they are always what is cut
// when nobody protects them, and without them the evening was only talk.
var protected = map[PhaseKind]bool{Ansvarlig: true, Avrunding: true}

// shortest is how far a step is cut. To leave one out is for a person to say.
const shortest = 2

func (c SetOutBy) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if c.By != "" {
		if at, err := time.Parse("15:04", c.By); err != nil || at.Format("15:04") != c.By {
			return no(Invalid)
		}
	}
	if c.By == s.Meeting.OutBy {
		return no(Unchanged)
	}
	return one(OutBySet(c))
}

func (c FitAgenda) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	if s.Meeting.Ended != 0 {
		return no(Gone)
	}
	over := s.over(c.Until, m.Now)
	if over <= 0 {
		return no(Unchanged)
	}
	steps := append([]Step(nil), s.Agenda.Steps...)
	cut := 0
	for ; cut < over; cut++ {
		at := longest(steps, s.Agenda.Now+1)
		if at < 0 {
			break
		}
		steps[at].Minutes--
	}
	if cut == 0 {
		return no(NoRoom)
	}
	return one(AgendaSet{steps})
}

// over is how many whole minutes the plan goes beyond a time.
func (s *State) over(until, now int64) int {
	ends := now
	switch t := s.Timer; {
	case t.Ends > now:
		ends = t.Ends
	case t.Left > 0:
		ends += t.Left
	}
	for _, st := range s.Agenda.Steps[min(s.Agenda.Now+1, len(s.Agenda.Steps)):] {
		ends += int64(st.Minutes) * 60_000
	}
	if ends-until > TimerMax*4 {
		return StepsMax * StepMinutesMax // a time long gone: everything that can be cut
	}
	return int((ends - until + 59_999) / 60_000)
}

// longest is the step from a place on that can best spare a minute; -1 is none.
func longest(steps []Step, from int) int {
	best := -1
	for n := from; n < len(steps); n++ {
		if !protected[steps[n].Kind] && steps[n].Minutes > shortest && (best < 0 || steps[n].Minutes > steps[best].Minutes) {
			best = n
		}
	}
	return best
}

func (e OutBySet) apply(s *State, _ Mark, t *Touched) {
	s.Meeting.OutBy = e.By
	t.only("meeting")
}

func (e OutBySet) reverse(s *State) []Event { return []Event{OutBySet{s.Meeting.OutBy}} }
