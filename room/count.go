package room

import (
	"slices"
	"sort"
)

// VoteCounted is the count, made once from a bag that is empty afterwards: marks and
// noes in ballot order, coverage in the order of the result.
type VoteCounted struct {
	ID       string  `json:"id"`
	Ballots  int     `json:"ballots"`
	Marks    []int   `json:"marks"`
	Against  []int   `json:"against,omitempty"`
	Cover    []int   `json:"cover,omitempty"`
	Balanced [][]int `json:"balanced,omitempty"`
	Spread   [][]int `json:"spread,omitempty"` // ballots by place (first, second …) or by score (0, 1 …)
}

func (CountVote) allow() roles { return house }

// decide hands the store a pure way to count. It is asked by every node with
// one and the same id, and the log takes one.
func (c CountVote) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status != "closed":
		return no(Unchanged)
	}
	ballot, veiled := v.blank(), s.Veiled() // then the rows are written when it is shared
	return Decision{Effects: []Effect{CountBallots{Vote: v.ID, Tally: func(bag []Choice) (Event, []Effect) {
		e := ballot.tally(bag)
		if veiled {
			return e, nil
		}
		rows := make([]Effect, len(e.Marks))
		for n, marks := range e.Marks {
			rows[n] = PutTally{Vote: e.ID, Option: ballot.Options[n].ID, Title: ballot.Options[n].Title, Number: ballot.number(n),
				Votes:   marks + mark(ballot.Hands, n),
				Ballots: e.Ballots}
		}
		return e, rows
	}}}}, nil
}

// blank is the ballot without anybody's mark on it, for counting elsewhere.
func (v *Vote) blank() *Vote {
	return &Vote{ID: v.ID, Method: v.Method, K: v.K, Options: append([]Option(nil), v.Options...),
		Hands: append([]int(nil), v.Hands...)}
}

// tally counts a bag; a choice that is not fair is not counted, though none
// should have come so far.
func (v *Vote) tally(bag []Choice) VoteCounted {
	m := Methods[v.Method]
	e := VoteCounted{ID: v.ID, Marks: make([]int, len(v.Options)), Against: make([]int, len(v.Options))}
	if m.steps != nil {
		for range v.Options {
			e.Spread = append(e.Spread, make([]int, m.steps(v.K)))
		}
	}
	var spoken [][]int
	for _, c := range bag {
		if len(c) == 0 || m.fair(v, c) != nil {
			continue
		}
		e.Ballots++
		m.marks(v, c, e.Marks, e.Against)
		if m.steps != nil {
			m.spread(v, c, e.Spread)
		}
		spoken = append(spoken, m.approves(v, c))
	}
	if v.Method != "yesno" {
		e.Against = nil
	}
	if slices.Max(append([]int{0}, v.Hands...)) > 0 {
		return e // of hands nobody knows which belong together, so nobody knows whom the first ones cover
	}
	e.Cover = covered(v.inOrder(e.Marks), spoken)
	for k := 1; k <= min(5, len(v.Options)); k++ {
		e.Balanced = append(e.Balanced, balanced(len(v.Options), k, spoken))
	}
	return e
}

// inOrder lists the options by their marks, most first, hands included.
func (v *Vote) inOrder(marks []int) []int {
	order := make([]int, len(v.Options))
	for n := range order {
		order[n] = n
	}
	sort.SliceStable(order, func(a, b int) bool {
		return mark(marks, order[a])+mark(v.Hands, order[a]) > mark(marks, order[b])+mark(v.Hands, order[b])
	})
	return order
}

func (e VoteCounted) apply(s *State, _ Mark, t *Touched) {
	v := s.Votes[e.ID]
	if v == nil {
		return
	}
	v.Status, v.Ballots, v.Marks, v.Against = "counted", e.Ballots, e.Marks, e.Against
	v.Cover, v.Balanced, v.Spread, v.Early, v.Laid = e.Cover, e.Balanced, e.Spread, false, 0
	v.Revealed = v.Revealed || s.Agenda.step().Kind == Resultat && !s.Slow
	v.Unveiled = 0
	t.touch("votes", e.ID)
	t.touch("results", e.ID)
	t.touch("unveiled", e.ID)
	t.only("showing")
}
