package room

// Milestone is something that should have happened by a date.
type Milestone struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Date  string `json:"date"` // YYYY-MM-DD
	Done  bool   `json:"done"`
}

// SetMilestone writes one, or with an empty title takes it away.
type SetMilestone struct {
	Measure string `json:"measure"`
	Milestone
	Seen int64 `json:"seen"`
}

type MilestoneSet struct {
	Measure string `json:"measure"`
	Milestone
}

func (SetMilestone) allow() roles { return tenders }

func (c SetMilestone) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	_, care, err := s.caring(c.Measure)
	if err != nil {
		return Decision{}, err
	}
	e := MilestoneSet{c.Measure, c.Milestone}
	at := place(care.Milestones, func(m Milestone) bool { return m.ID == c.ID })
	if e.Title, err = maybe(c.Title, StepMax); err == nil {
		err = goodDate(c.Date)
	}
	switch {
	case err != nil:
		return Decision{}, err
	case !goodID(c.ID):
		return no(Invalid)
	case care.overtaken("milestone/"+c.ID, c.Seen, by):
		return no(Changed)
	case at < 0 && e.Title == "", at >= 0 && care.Milestones[at] == e.Milestone:
		return no(Unchanged)
	case at < 0 && len(care.Milestones) >= PartsMax:
		return no(Full)
	}
	return one(e)
}

func (e MilestoneSet) apply(s *State, m Mark, t *Touched) {
	c := s.Cares[e.Measure]
	if c == nil {
		return
	}
	s.noteMilestone(e.Measure, e.Milestone, m, t)
	c.Milestones = put(c.Milestones, e.Milestone, e.Title == "", func(x Milestone) bool { return x.ID == e.ID })
	c.stamp("milestone/"+e.ID, m)
	t.touch("followups", e.Measure)
}

func (e MilestoneSet) reverse(s *State) []Event {
	if c := s.Cares[e.Measure]; c != nil {
		if at := place(c.Milestones, func(x Milestone) bool { return x.ID == e.ID }); at >= 0 {
			return []Event{MilestoneSet{e.Measure, c.Milestones[at]}}
		}
	}
	return []Event{MilestoneSet{e.Measure, Milestone{ID: e.ID}}}
}
