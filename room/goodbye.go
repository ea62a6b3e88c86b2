package room

import "slices"

// Goodbye is a guest's answers on the way out: was it useful (1–5, 0 no
// answer), do you know whom to call now, and one thing to change.
type Goodbye struct {
	Useful int
	Call   string // ja, nei or empty
	Change string
}

// SayGoodbye answers; answering again changes it. It stays open after the end.
type SayGoodbye struct {
	Useful int    `json:"useful"`
	Call   string `json:"call"`
	Change string `json:"change"`
}

type GoodbyeSaid struct {
	Seat   string `json:"seat"`
	Useful int    `json:"useful"`
	Call   string `json:"call,omitempty"`
	Change string `json:"change,omitempty"`
}

func (SayGoodbye) allow() roles { return guests }

func (c SayGoodbye) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Agenda.step().Kind != Avrunding && s.Meeting.Ended == 0:
		return no(Closed)
	case c.Useful < 0 || c.Useful > 5 || c.Call != "" && c.Call != "ja" && c.Call != "nei":
		return no(Invalid)
	}
	change, err := maybe(c.Change, IdeaMax)
	if err != nil {
		return Decision{}, err
	}
	if said, ok := s.Goodbyes[by.ID]; ok && said == (Goodbye{c.Useful, c.Call, change}) {
		return no(Unchanged)
	}
	return one(GoodbyeSaid{by.ID, c.Useful, c.Call, change})
}

func (e GoodbyeSaid) apply(s *State, m Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		x.Lines = append(x.Lines, m.Seq)
	}
	s.Goodbyes[e.Seat] = Goodbye{e.Useful, e.Call, e.Change}
	t.only("goodbyes")
	t.only("changes")
	t.touch("me", e.Seat)
}

// GoodbyesView is what people said on the way out, nobody by name. Numbers of
// fewer than five are not shown: they could be known again.
type GoodbyesView struct {
	Answers int   `json:"answers"`
	Useful  []int `json:"useful"` // how many said 1, 2, 3, 4, 5; -1 where a few could be known again
	Know    int   `json:"know"`   // know whom to call now
	Hidden  bool  `json:"hidden"` // too few to be shown
}

func seeGoodbyes(s *State) GoodbyesView {
	if s.Crowd != nil {
		return s.Crowd.Bye
	}
	v := GoodbyesView{Answers: len(s.Goodbyes), Useful: []int{0, 0, 0, 0, 0}}
	if v.Answers < 5 {
		v.Hidden = true
		return v
	}
	for _, g := range s.Goodbyes {
		if g.Useful > 0 {
			v.Useful[g.Useful-1]++
		}
		if g.Call == "ja" {
			v.Know++
		}
	}
	for _, k := range v.Useful {
		if k > 0 && k < 5 {
			v.Useful = []int{-1, -1, -1, -1, -1} // one hidden cell could be worked out from the others
			break
		}
	}
	return v
}

// ChangesView is the one thing each would change, for whoever leads, in an order
// that says nothing of who wrote it. As with the numbers, fewer than five answers
// are not shown. It goes with the seats, and is in no report.
type ChangesView struct {
	Said []string `json:"said"`
}

func seeChanges(s *State) ChangesView {
	v := ChangesView{Said: []string{}}
	if len(s.Goodbyes) < Few {
		return v
	}
	for _, g := range s.Goodbyes {
		if g.Change != "" {
			v.Said = append(v.Said, g.Change)
		}
	}
	slices.Sort(v.Said)
	return v
}
