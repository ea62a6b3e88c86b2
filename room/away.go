package room

import "sort"

// TakeAway says that a table sits elsewhere and takes part over the net, or no
// longer. Those tables tell first: who is listened to last on a line is
// listened to least.
type TakeAway struct {
	Group int  `json:"group"`
	On    bool `json:"on"`
}

type AwaySet struct {
	Group int  `json:"group"`
	On    bool `json:"on"`
}

func (TakeAway) allow() roles { return leads }

func (c TakeAway) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	g := s.Groups[c.Group]
	switch {
	case g == nil:
		return no(Missing)
	case g.Away == c.On:
		return no(Unchanged)
	}
	return one(AwaySet(c))
}

// apply lets the order of telling be made anew, unless the tables are telling
// already.
func (e AwaySet) apply(s *State, _ Mark, t *Touched) {
	g := s.Groups[e.Group]
	if g == nil {
		return
	}
	g.Away = e.On
	if !s.phase().tells {
		s.Telling = Telling{}
		t.only("telling")
	}
	t.touch("groups", itoa(e.Group))
}

func (e AwaySet) reverse(*State) []Event { return []Event{AwaySet{e.Group, !e.On}} }

// awayFirst lists the tables in the order they tell.
func (s *State) awayFirst() []int {
	order := make([]int, 0, len(s.Groups))
	for n := range s.Groups {
		order = append(order, n)
	}
	sort.Slice(order, func(a, b int) bool {
		x, y := s.Groups[order[a]], s.Groups[order[b]]
		return x.Away && !y.Away || x.Away == y.Away && x.N < y.N
	})
	return order
}
