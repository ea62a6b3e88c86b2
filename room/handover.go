package room

// HandOver passes everything one role answers for on to another, in one act:
// a unit was renamed, somebody has left. Links to answer by die with it.
type HandOver struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// RoleHanded names what went, so that handing back takes nothing else along.
type RoleHanded struct {
	From     string   `json:"from"`
	To       string   `json:"to"`
	Measures []string `json:"measures"`
	Deputies []string `json:"deputies,omitempty"`
	Members  []string `json:"members,omitempty"`
}

func (HandOver) allow() roles { return carers }

func (c HandOver) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Meeting.Ended == 0 {
		return no(Closed)
	}
	e := RoleHanded{From: clean(c.From), Measures: []string{}}
	var err error
	if e.To, err = written(c.To, NameMax); err != nil {
		return Decision{}, err
	}
	switch e.From {
	case "":
		return no(Empty)
	case e.To:
		return no(Unchanged)
	}
	for _, id := range measureIDs(s) {
		if s.Measures[id].Responsible == e.From {
			e.Measures = append(e.Measures, id)
		}
		if c := s.Cares[id]; c.Deputy == e.From {
			e.Deputies = append(e.Deputies, id)
		}
	}
	for _, seat := range sorted(s.Members) {
		if s.Members[seat] == e.From {
			e.Members = append(e.Members, seat)
		}
	}
	if len(e.Measures)+len(e.Deputies)+len(e.Members) == 0 {
		return no(Missing)
	}
	return one(e)
}

func (e RoleHanded) apply(s *State, m Mark, t *Touched) {
	for _, id := range e.Measures {
		if measure, c := s.Measures[id], s.Cares[id]; measure != nil && c != nil {
			s.noteField(id, "responsible", e.To, m, t)
			s.withdraw(c.Tap)
			measure.Responsible, c.Tap = e.To, ""
			s.unreach(MailMeasure, id, t)
			c.stamp("responsible", m)
			s.touchCare(id, t)
		}
	}
	s.setOwner(e.From, "", t) // a link answers for whoever had the role
	for _, id := range e.Deputies {
		if c := s.Cares[id]; c != nil {
			s.noteField(id, "deputy", e.To, m, t)
			c.Deputy = e.To
			c.stamp("deputy", m)
			t.touch("followups", id)
		}
	}
	for _, seat := range e.Members {
		s.Members[seat] = e.To
		t.touch("members", seat)
	}
}

func (e RoleHanded) reverse(*State) []Event {
	return []Event{RoleHanded{e.To, e.From, e.Measures, e.Deputies, e.Members}}
}
