package room

// CastBallot hands in a slip, or changes it, until the vote closes. An empty
// choice takes the slip back. The event says only that a slip was handed in;
// the choice goes to the bag and to nowhere else.
//
// On a phone that several share each slip has a number of two digits, which the
// phone drew and only the one who held it then has seen. Again says that it
// changes the slip of that number: who does not remember it can change nothing,
// and nobody another's (ADR 0017).
type CastBallot struct {
	Vote   string `json:"vote"`
	Choice Choice `json:"choice"`
	Slip   string `json:"slip,omitempty"`
	Again  bool   `json:"again,omitempty"`
}

type BallotCast struct {
	Vote string `json:"vote"`
	Slip string `json:"slip"`
	Seat string `json:"seat"`
}

type BallotWithdrawn struct {
	Vote string `json:"vote"`
	Slip string `json:"slip"`
}

func (CastBallot) allow() roles { return guests }

func (c CastBallot) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status != "open":
		return no(Closed)
	}
	switch shared := by.heads() > 1; {
	case c.Slip != "" && shared:
		return v.takeNumbered(by, c)
	case c.Slip != "" || shared:
		return no(OnePhone) // a screen from before they were several, or after
	}
	return v.take(by, c.Choice)
}

// takeNumbered takes a slip from a phone that several share. However many
// screens it is shown on, and whatever they say, there are never more slips
// than heads.
func (v *Vote) takeNumbered(by *Seat, c CastBallot) (Decision, error) {
	slip := slipOf(by.ID, c.Slip)
	_, in := v.Slips[slip]
	switch {
	case !twoDigits(c.Slip):
		return no(Invalid)
	case c.Again && !in:
		return no(Missing)
	case !c.Again && in:
		return no(Taken)
	case !c.Again && v.cast(by.ID) >= v.Heads[by.ID]:
		return no(Full)
	}
	return v.lay(by, slip, c.Choice)
}

// slipOf names a numbered slip; the colon keeps it apart from every seat's own.
func slipOf(seat, number string) string { return seat + ":" + number }

func twoDigits(n string) bool {
	return len(n) == 2 && n[0] >= '1' && n[0] <= '9' && n[1] >= '0' && n[1] <= '9'
}

// take lays a seat's slip in the bag. Whether the vote takes one now is the
// caller's question.
func (v *Vote) take(by *Seat, choice Choice) (Decision, error) {
	return v.lay(by, by.ID, choice)
}

func (v *Vote) lay(by *Seat, slip string, choice Choice) (Decision, error) {
	if !v.Roll[by.ID] {
		return no(Forbidden)
	}
	if err := Methods[v.Method].fair(v, choice); err != nil {
		return Decision{}, err
	}
	if len(choice) == 0 {
		if _, in := v.Slips[slip]; !in {
			return no(Unchanged)
		}
		return Decision{Events: []Event{BallotWithdrawn{v.ID, slip}}, Effects: []Effect{DropBallot{v.ID, slip}}}, nil
	}
	return Decision{
		Events:  []Event{BallotCast{Vote: v.ID, Slip: slip, Seat: by.ID}},
		Effects: []Effect{PutBallot{Vote: v.ID, Slip: slip, Choice: choice}},
	}, nil
}

func (e BallotCast) apply(s *State, m Mark, t *Touched) {
	v := s.Votes[e.Vote]
	if v == nil {
		return
	}
	if x := s.Seats[e.Seat]; x != nil {
		x.Handed = false // it knows what is in the bag: it has just laid it there
	}
	if over, ok := s.clockOver(v); ok && m.At >= over && v.telling() {
		v.ByHand = true // or the ballot that makes them enough would close the vote by itself
	}
	if _, in := v.Slips[e.Slip]; !in {
		v.Slips[e.Slip] = e.Seat
		t.touch("turnout", v.ID)
		t.touch("desk", v.ID)
		s.touchVoter(e.Seat, t)
	}
}

func (e BallotWithdrawn) apply(s *State, _ Mark, t *Touched) {
	v := s.Votes[e.Vote]
	if v == nil {
		return
	}
	if seat, in := v.Slips[e.Slip]; in {
		delete(v.Slips, e.Slip)
		t.touch("turnout", v.ID)
		t.touch("desk", v.ID)
		s.touchVoter(seat, t)
	}
}

// touchVoter touches what says that a seat has voted.
func (s *State) touchVoter(seat string, t *Touched) {
	t.touch("me", seat)
	if x := s.Seats[seat]; x != nil && x.Paper {
		t.touch("places", itoa(x.Group))
	}
}
