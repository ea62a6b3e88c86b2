package room

import "slices"

// A result may be told from the last place to the first, one press each, so
// that the hall hears of all that people wished for before it hears what most
// did. What has not been told leaves the server for nobody but the leads.

// PaceResult chooses whether results are told place by place. UnveilResult
// tells the next place, ties together, or all that is left.
type PaceResult struct {
	Slow bool `json:"slow"`
}
type UnveilResult struct {
	Vote string `json:"vote"`
	From int    `json:"from"` // how many the sender saw told, so that two presses tell one place
	All  bool   `json:"all,omitempty"`
}

type ResultPaced struct {
	Slow bool `json:"slow,omitempty"`
}

// ResultUnveiled is how many rows have been told, from the last.
type ResultUnveiled struct {
	Vote string `json:"vote"`
	N    int    `json:"n"`
}

func (PaceResult) allow() roles   { return leads }
func (UnveilResult) allow() roles { return leads }

func (c PaceResult) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Slow == c.Slow:
		return no(Unchanged)
	case s.unveiling() != nil && s.unveiling().Unveiled > 0:
		return no(Closed) // half of it has been told: tell all, instead
	}
	return one(ResultPaced(c))
}

func (c UnveilResult) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil || !v.shows():
		return no(Missing)
	case s.unveiling() != v:
		return no(Closed)
	case c.From != v.Unveiled:
		return no(Changed)
	case c.All:
		return one(ResultUnveiled{v.ID, len(v.Options)})
	}
	return one(s.nextPlace(v))
}

// unveiling is the vote whose result is being told just now, place by place.
func (s *State) unveiling() *Vote {
	if !s.Slow || s.Meeting.Ended != 0 || s.Agenda.step().Kind != Resultat {
		return nil
	}
	if v := s.lastVote(); v != nil && v.shows() && !v.Revealed {
		return v
	}
	return nil
}

// lastVote is the latest that was not called off.
func (s *State) lastVote() *Vote {
	for _, id := range slices.Backward(voteIDs(s)) {
		if v := s.Votes[id]; v.Status != "cancelled" {
			return v
		}
	}
	return nil
}

// nextPlace is the next place from below, with all who share it.
func (s *State) nextPlace(v *Vote) ResultUnveiled {
	rows := v.rows()
	n := min(v.Unveiled+1, len(rows))
	for n < len(rows) && rows[len(rows)-n-1].Rank == rows[len(rows)-n].Rank {
		n++
	}
	return ResultUnveiled{v.ID, n}
}

func (e ResultPaced) apply(s *State, _ Mark, t *Touched) {
	s.Slow = e.Slow
	t.only("pace")
	t.again("unveiled")
	if !s.Slow && s.Agenda.step().Kind == Resultat {
		reveal(s, Mark{}, t)
	}
	t.only("showing")
}

func (e ResultPaced) reverse(s *State) []Event { return []Event{ResultPaced{s.Slow}} }

func (e ResultUnveiled) apply(s *State, _ Mark, t *Touched) {
	v := s.Votes[e.Vote]
	if v == nil {
		return
	}
	v.Unveiled = min(max(e.N, 0), len(v.Options))
	v.Revealed = v.Unveiled == len(v.Options)
	t.touch("results", v.ID)
	t.touch("unveiled", v.ID)
	t.only("showing")
}

func (e ResultUnveiled) reverse(s *State) []Event {
	if v := s.Votes[e.Vote]; v != nil {
		return []Event{ResultUnveiled{v.ID, v.Unveiled}}
	}
	return nil
}

// whereUnveiled: what has been told is everybody's until the whole is.
func whereUnveiled(s *State, id string) Layer {
	if v := s.Votes[id]; v != nil && s.unveiling() == v {
		return All
	}
	return none
}

// UnveiledView is the places that have been told, and how many are left.
type UnveiledView struct {
	Left   int        `json:"left"`
	Result ResultView `json:"result"`
}

// What says something of the places above is left out: whom the first ones
// cover, and which equal shares would choose.
func seeUnveiled(s *State, id string) UnveiledView {
	v := s.Votes[id]
	r := seeResult(s, id)
	left := len(r.Rows) - v.Unveiled
	r.Rows, r.Balanced = r.Rows[left:], [][]string{}
	for n := range r.Rows {
		r.Rows[n].Cover = 0
	}
	return UnveiledView{left, r}
}

// PaceView is how results are told.
type PaceView struct {
	Slow bool `json:"slow"`
}

func seePace(s *State) PaceView { return PaceView{s.Slow} }
