package room

import "slices"

// IdeaSigns is what a point on a table's list may be: something that happened,
// something that stands in the way, or something to do. Most have none.
var IdeaSigns = []string{"historie", "hindring", "ide"}

// SignIdea says what sort a point is, or with an empty sign that nothing is
// said of it.
type SignIdea struct {
	ID   string `json:"id"`
	Sign string `json:"sign"`
}

type IdeaSigned struct {
	ID   string `json:"id"`
	Sign string `json:"sign,omitempty"`
}

func (SignIdea) allow() roles { return guests }

func (c SignIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.listed(by, c.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case c.Sign != "" && !slices.Contains(IdeaSigns, c.Sign):
		return no(Invalid)
	case i.Sign == c.Sign:
		return no(Unchanged)
	}
	return one(IdeaSigned(c))
}

func (e IdeaSigned) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Erased {
		i.Sign = e.Sign
		s.touchIdea(i, t)
	}
}

func (e IdeaSigned) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil {
		return []Event{IdeaSigned{e.ID, i.Sign}}
	}
	return nil
}
