package room

// TakeUp makes a measure in the year after: of an idea that was set aside or
// that nobody chose, of a whole proposal, or of nothing but its title.
type TakeUp struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Idea    string `json:"idea,omitempty"`
	Cluster string `json:"cluster,omitempty"`
}

func (TakeUp) allow() roles { return carers }

func (c TakeUp) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	e := MeasureMade{ID: c.ID, Title: c.Title, Idea: c.Idea, Cluster: c.Cluster}
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case !goodID(c.ID) || c.Idea != "" && c.Cluster != "":
		return no(Invalid)
	case s.Measures[c.ID] != nil:
		return no(Unchanged)
	case len(s.Measures) >= MeasuresMax:
		return no(Full)
	case c.Idea != "" && !s.takeable(c.Idea), c.Cluster != "" && s.Clusters[c.Cluster] == nil:
		return no(Missing)
	}
	for _, m := range s.Measures {
		if m.Idea == c.Idea && c.Idea != "" || m.Cluster == c.Cluster && c.Cluster != "" {
			return no(Taken)
		}
	}
	if e.Title == "" && c.Idea != "" {
		e.Title = short(s.Ideas[c.Idea].says())
	}
	if e.Title == "" && c.Cluster != "" {
		e.Title = s.titleOf(s.Clusters[c.Cluster])
	}
	var err error
	if e.Title, err = written(e.Title, TitleMax); err != nil {
		return Decision{}, err
	}
	return one(e)
}

// takeable tells whether an idea may be taken up: everybody has seen it, or the
// table that set it aside has sent what it kept.
func (s *State) takeable(id string) bool {
	i := s.Ideas[id]
	return i != nil && (i.Place == InPlenum || whereAside(s, id) != none)
}

func whereAside(s *State, id string) Layer {
	i := s.Ideas[id]
	if s.Meeting.Ended == 0 || i == nil || i.Place != Aside {
		return none
	}
	if g := s.Groups[i.Group]; g == nil || !g.Sent {
		return none // what a table still works on is the table's
	}
	if s.Youth.On {
		return Lead // it never came onto the wall, so nobody let it through
	}
	return Follow
}

// AsideView is an idea that a table set aside. It is not thrown away: it can be
// searched for and taken up.
type AsideView struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Norsk string `json:"norsk"`
	Lang  string `json:"lang"`
	Group int    `json:"group"`
	Card  string `json:"card"`
	Step  string `json:"step"`
	Taken string `json:"taken"` // the measure that came of it
}

func seeAside(s *State, id string) AsideView {
	i := s.Ideas[id]
	v := AsideView{ID: id, Text: i.Text, Norsk: i.Norsk, Lang: i.Lang, Group: i.Group, Card: i.Card, Step: i.Step}
	for _, m := range measureIDs(s) {
		if s.Measures[m].Idea == id {
			v.Taken = m
		}
	}
	return v
}
