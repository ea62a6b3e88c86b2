package room

// Draft is what a table thinks must come of a proposal. When proposals are laid
// together every draft is kept, and the plenum picks.
type Draft struct {
	Who   string `json:"who"`   // a role
	First string `json:"first"` // the first step
	Due   string `json:"due"`   // YYYY-MM-DD
}

// PlanIdea writes who, first step and date beside a point on the table's list:
// what first, the rest if there is time.
type PlanIdea struct {
	ID    string  `json:"id"`
	Who   *string `json:"who,omitempty"`
	First *string `json:"first,omitempty"`
	Due   *string `json:"due,omitempty"`
}

type IdeaPlanned struct {
	ID    string `json:"id"`
	Draft Draft  `json:"draft"`
}

func (PlanIdea) allow() roles { return guests }

func (c PlanIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.listed(by, c.ID)
	if err != nil {
		return Decision{}, err
	}
	d := i.Plan
	if c.Who != nil {
		if d.Who, err = maybe(*c.Who, NameMax); err != nil {
			return Decision{}, err
		}
	}
	if c.First != nil {
		if d.First, err = maybe(*c.First, StepMax); err != nil {
			return Decision{}, err
		}
	}
	if c.Due != nil {
		if d.Due, err = *c.Due, goodDate(*c.Due); err != nil {
			return Decision{}, err
		}
	}
	if d == i.Plan {
		return no(Unchanged)
	}
	return one(IdeaPlanned{c.ID, d})
}

func (e IdeaPlanned) apply(s *State, m Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Erased {
		i.Plan = e.Draft
		i.Lines = append(i.Lines, m.Seq)
		s.touchIdea(i, t)
		if c := s.clusterOf(e.ID); c != nil {
			s.touchPile(c.ID, t)
		}
	}
}

func (e IdeaPlanned) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil {
		return []Event{IdeaPlanned{e.ID, i.Plan}}
	}
	return nil
}

// DraftView is one table's draft of a measure.
type DraftView struct {
	Idea  string `json:"idea"`
	Group int    `json:"group"`
	Text  string `json:"text"`
	Draft
}

// drafts lists what the tables had written of a measure, each kept.
func (s *State) drafts(m *Measure) []DraftView {
	list := []DraftView{}
	c := s.Clusters[m.Cluster]
	if c == nil {
		return list
	}
	for _, id := range c.Ideas {
		if i := s.Ideas[id]; i != nil && i.Plan != (Draft{}) {
			list = append(list, DraftView{id, i.Group, i.says(), i.Plan})
		}
	}
	return list
}
