package room

import "sort"

// ShareIdea shows a note to the table. KeepIdea and SetIdeaAside sort the list.
type ShareIdea struct {
	ID string `json:"id"`
}

type KeepIdea struct {
	ID string `json:"id"`
}

type SetIdeaAside struct {
	ID string `json:"id"`
}

type IdeaShared struct {
	ID    string `json:"id"`
	Group int    `json:"group"`
}

type IdeaSorted struct {
	ID    string `json:"id"`
	Place Place  `json:"place"`
}

func (ShareIdea) allow() roles    { return guests }
func (KeepIdea) allow() roles     { return guests }
func (SetIdeaAside) allow() roles { return guests }

// listed finds a point on the seat's own table's list that is still being
// worked on. With a scribe at the table it is the scribe who works.
func (s *State) listed(by *Seat, id string) (*Idea, error) {
	i := s.Ideas[id]
	switch {
	case i == nil || i.Place == Erased || i.Place == Private || i.Group != by.Group || by.Group == 0:
		return nil, Refuse(Missing)
	case i.Place == InPlenum || !s.phase().shares || s.Groups[by.Group] == nil || s.Groups[by.Group].Sent:
		return nil, Refuse(Closed)
	case s.hasScribe(by.Group) && !by.Scribe:
		return nil, Refuse(Forbidden)
	}
	return i, nil
}

func (c ShareIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i := s.Ideas[c.ID]
	switch {
	case i == nil || i.Author != by.ID || i.Place == Erased:
		return no(Missing)
	case i.Place != Private:
		return no(Unchanged)
	case !s.phase().shares:
		return no(Closed)
	case by.Group == 0 || s.Groups[by.Group] == nil || s.Groups[by.Group].Sent:
		return no(Closed)
	}
	return one(IdeaShared{c.ID, by.Group})
}

func (c KeepIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	return s.sort(by, c.ID, OnTable)
}

func (c SetIdeaAside) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	return s.sort(by, c.ID, Aside)
}

func (s *State) sort(by *Seat, id string, p Place) (Decision, error) {
	i, err := s.listed(by, id)
	if err != nil {
		return Decision{}, err
	}
	switch {
	case i.Place == p:
		return no(Unchanged)
	case p == Aside && i.unread():
		return no(Unread)
	}
	return one(IdeaSorted{id, p})
}

func (e IdeaShared) apply(s *State, m Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place == Private {
		i.Place, i.Group, i.Order = OnTable, e.Group, m.Seq
		s.touchIdea(i, t)
	}
}

func (e IdeaSorted) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && (i.Place == OnTable || i.Place == Aside) {
		i.Place = e.Place
		s.touchIdea(i, t)
	}
}

func (e IdeaSorted) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil {
		return []Event{IdeaSorted{e.ID, i.Place}}
	}
	return nil
}

// tableIdeas lists a table's points, kept and aside, in list order.
func (s *State) tableIdeas(n int) []*Idea {
	var is []*Idea
	for _, i := range s.Ideas {
		if i.Group == n && (i.Place == OnTable || i.Place == Aside) {
			is = append(is, i)
		}
	}
	sort.Slice(is, func(a, b int) bool {
		return is[a].Order < is[b].Order || is[a].Order == is[b].Order && is[a].ID < is[b].ID
	})
	return is
}
