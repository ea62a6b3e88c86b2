package room

// StepsMax is how many lines a run sheet can have.
const StepsMax = 60

// InsertStep puts a step into the run sheet, now or in the plan. Copy takes the
// words of another step, so that one can be held again. MoveStep moves one,
// RemoveStep takes one out; what was written in it stays where it lies.
type InsertStep struct {
	ID       string    `json:"id"`
	After    string    `json:"after"`
	Copy     string    `json:"copy,omitempty"`
	Kind     PhaseKind `json:"kind,omitempty"`
	Title    string    `json:"title,omitempty"`
	Question string    `json:"question,omitempty"`
	Minutes  int       `json:"minutes,omitempty"`
}
type MoveStep struct {
	Step  string `json:"step"`
	After string `json:"after"`
}
type RemoveStep struct {
	Step string `json:"step"`
}

// WriteStep changes what a step asks and what it is called.
type WriteStep struct {
	Step     string  `json:"step"`
	Title    *string `json:"title,omitempty"`
	Question *string `json:"question,omitempty"`
}

// AgendaSet is the run sheet as it is from now on. One event for every change
// keeps undoing simple: its inverse is the run sheet as it was.
type AgendaSet struct {
	Steps []Step `json:"steps"`
}

func (InsertStep) allow() roles { return leads }
func (MoveStep) allow() roles   { return leads }
func (RemoveStep) allow() roles { return leads }
func (WriteStep) allow() roles  { return leads }

func (c InsertStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	after := s.Agenda.find(c.After)
	_, known := Phases[c.Kind]
	switch {
	case !goodID(c.ID):
		return no(Invalid)
	case s.Agenda.find(c.ID) >= 0:
		return no(Unchanged)
	case after < 0 || c.Copy != "" && s.Agenda.find(c.Copy) < 0:
		return no(Missing)
	case len(s.Agenda.Steps) >= StepsMax:
		return no(Full)
	case c.Copy == "" && (!known || c.Kind == Lobby) || c.Minutes < 0 || c.Minutes > StepMinutesMax:
		return no(Invalid)
	}
	st := Step{Kind: c.Kind}
	if c.Copy != "" {
		st = s.Agenda.Steps[s.Agenda.find(c.Copy)]
	}
	st.ID = c.ID
	if c.Minutes != 0 {
		st.Minutes = c.Minutes
	}
	var err error
	if c.Title != "" || st.Title == "" {
		if st.Title, err = written(c.Title, TitleMax); err != nil {
			return Decision{}, err
		}
	}
	if c.Question != "" {
		if st.Question, err = maybe(c.Question, IdeaMax); err != nil {
			return Decision{}, err
		}
	}
	return one(AgendaSet{s.Agenda.with(after+1, st)})
}

// with is the run sheet with a step put in at a place.
func (a Agenda) with(at int, st Step) []Step {
	steps := append([]Step(nil), a.Steps[:at]...)
	return append(append(steps, st), a.Steps[at:]...)
}

// without is the run sheet with a step taken out.
func (a Agenda) without(at int) []Step {
	return append(append([]Step(nil), a.Steps[:at]...), a.Steps[at+1:]...)
}

func (c MoveStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	at, after := s.Agenda.find(c.Step), s.Agenda.find(c.After)
	switch {
	case at < 0 || after < 0:
		return no(Missing)
	case at == 0 || c.Step == c.After:
		return no(Invalid)
	case at == after+1:
		return no(Unchanged)
	}
	rest := Agenda{Steps: s.Agenda.without(at)}
	return one(AgendaSet{rest.with(rest.find(c.After)+1, s.Agenda.Steps[at])})
}

func (c RemoveStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	at := s.Agenda.find(c.Step)
	switch {
	case at < 0:
		return no(Missing)
	case at == 0:
		return no(Invalid)
	case at == s.Agenda.Now:
		return no(Closed) // go on to another first
	}
	return one(AgendaSet{s.Agenda.without(at)})
}

func (c WriteStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	at := s.Agenda.find(c.Step)
	if at < 0 {
		return no(Missing)
	}
	st := s.Agenda.Steps[at]
	var err error
	if c.Title != nil {
		if st.Title, err = written(*c.Title, TitleMax); err != nil {
			return Decision{}, err
		}
	}
	if c.Question != nil {
		if st.Question, err = maybe(*c.Question, IdeaMax); err != nil {
			return Decision{}, err
		}
	}
	if was := s.Agenda.Steps[at]; st.Title == was.Title && st.Question == was.Question {
		return no(Unchanged)
	}
	steps := append([]Step(nil), s.Agenda.Steps...)
	steps[at] = st
	return one(AgendaSet{steps})
}

// apply keeps the room in the step it is in, wherever that is now.
func (e AgendaSet) apply(s *State, _ Mark, t *Touched) {
	now := s.Agenda.stepID()
	s.Agenda.Steps = e.Steps
	if at := s.Agenda.find(now); at >= 0 {
		s.Agenda.Now = at
	}
	s.Agenda.Now = min(s.Agenda.Now, max(len(e.Steps)-1, 0))
	for _, k := range []string{"meeting", "step", "ahead", "script", "scripts", "showing"} {
		t.only(k)
	}
	t.again("progress")
	t.again("unveiled")
}

func (e AgendaSet) reverse(s *State) []Event {
	return []Event{AgendaSet{append([]Step(nil), s.Agenda.Steps...)}}
}
