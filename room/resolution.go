package room

import "sort"

// Resolution is a decision of the meeting, with the reason that was said.
type Resolution struct {
	ID, Text, Reason string
	Order            int64
}

// WriteDecision writes one, or changes it.
type WriteDecision struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

type DecisionWritten struct {
	ID     string `json:"id"`
	Text   string `json:"text"` // empty: there was none before
	Reason string `json:"reason,omitempty"`
}

func (WriteDecision) allow() roles { return leads }

func (c WriteDecision) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	was := s.Decisions[c.ID]
	switch {
	case !goodID(c.ID):
		return no(Invalid)
	case s.Agenda.step().Kind == Lobby:
		return no(Closed)
	case was == nil && len(s.Decisions) >= MeasuresMax:
		return no(Full)
	}
	text, err := written(c.Text, IdeaMax)
	if err != nil {
		return Decision{}, err
	}
	reason, err := maybe(c.Reason, IdeaMax)
	if err != nil {
		return Decision{}, err
	}
	if was != nil && was.Text == text && was.Reason == reason {
		return no(Unchanged)
	}
	return one(DecisionWritten{c.ID, text, reason})
}

func (e DecisionWritten) apply(s *State, m Mark, t *Touched) {
	t.touch("decisions", e.ID)
	if e.Text == "" {
		delete(s.Decisions, e.ID)
		return
	}
	r := s.Decisions[e.ID]
	if r == nil {
		r = &Resolution{ID: e.ID, Order: m.Seq}
		s.Decisions[e.ID] = r
	}
	r.Text, r.Reason = e.Text, e.Reason
}

func (e DecisionWritten) reverse(s *State) []Event {
	if r := s.Decisions[e.ID]; r != nil {
		return []Event{DecisionWritten{e.ID, r.Text, r.Reason}}
	}
	return []Event{DecisionWritten{ID: e.ID}}
}

func decisionIDs(s *State) []string {
	ids := sorted(s.Decisions)
	sort.SliceStable(ids, func(a, b int) bool { return s.Decisions[ids[a]].Order < s.Decisions[ids[b]].Order })
	return ids
}

func whereDecision(s *State, id string) Layer {
	if s.Decisions[id] == nil {
		return none
	}
	return All
}

// DecisionView is a decision as everybody sees it.
type DecisionView struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
	Order  int64  `json:"order"`
}

func seeDecision(s *State, id string) DecisionView {
	r := s.Decisions[id]
	return DecisionView{r.ID, r.Text, r.Reason, r.Order}
}
