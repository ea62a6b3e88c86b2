package room

// GraceSeconds is how long the house waits after the clock is out, for what is
// on its way from the phones. SecondsMin and SecondsMax bound the clock of a
// vote.
const (
	GraceSeconds = 10
	SecondsMin   = 30
	SecondsMax   = 60 * 60
)

// EndVote is the house's: the announced time and the grace are over, every
// slip of paper is in, or nobody waits for them any longer. Until it stands in
// the log every ballot counts, whatever the clock says.
type EndVote struct {
	Vote string `json:"vote"`
}

func (EndVote) allow() roles { return house }

func (c EndVote) decide(s *State, by *Seat, m Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	if v == nil {
		return no(Missing)
	}
	if at, ok := s.ends(v); !ok || m.Now < at {
		return no(Unchanged) // somebody gave a minute more just before
	}
	return CloseVote{Vote: v.ID, Final: true}.decide(s, by, m)
}

// fewest is how many secret ballots there must be before numbers say nothing
// about anybody.
const fewest = 5

// telling reports whether a count would say what somebody chose. Then no clock
// closes the vote: somebody must have looked at how many there are.
func (v *Vote) telling() bool { return v.Secret && len(v.Slips) > 0 && len(v.Slips) < fewest }

// ends is when the house closes a vote, and ok whether it will: the clock and
// the grace of an open one, and of one that waits for paper a day, or at once
// when all of it is in. A clock that is stopped closes nothing, and one that
// ran out over too few ballots has left the closing to somebody.
func (s *State) ends(v *Vote) (at int64, ok bool) {
	switch {
	case v.Status == "open" && (v.ByHand || v.telling()):
		return 0, false
	case v.Status == "open":
		return s.clockOver(v)
	case v.Status == "hall" && len(s.out(v)) == 0:
		return v.Shut, true
	case v.Status == "hall":
		return v.Shut + HallMax, true
	}
	return 0, false
}

// clockOver is when a vote's clock and its grace are over, if it has one that
// runs.
func (s *State) clockOver(v *Vote) (at int64, ok bool) {
	return s.Timer.Ends + GraceSeconds*1000, v.Seconds > 0 && s.Timer.Ends != 0
}

// voteDuties close what need not wait any longer. A vote is closed twice, in
// the hall and for good, so the two have names of their own.
func (s *State) voteDuties() []duty {
	var ds []duty
	for _, id := range voteIDs(s) {
		if at, ok := s.ends(s.Votes[id]); ok {
			name := map[string]string{"open": "time:", "hall": "paper:"}[s.Votes[id].Status]
			ds = append(ds, duty{at, Due{name + id, EndVote{id}}})
		}
	}
	return ds
}
