package room

// mayFollow tells whether a new round may come after another: one that was
// counted, and then among its options only, or one that was called off. What
// follows what is kept, so that the record shows every round.
func (s *State) mayFollow(c OpenVote) error {
	if c.Follows == "" {
		return nil
	}
	v := s.Votes[c.Follows]
	switch {
	case v == nil:
		return Refuse(Missing)
	case v.Status == "cancelled":
		return nil
	case v.Status != "counted":
		return Refuse(Closed)
	case len(c.Options) == 0:
		return Refuse(Empty)
	}
	for _, id := range c.Options {
		if v.option(id) < 0 {
			return Refuse(Missing)
		}
	}
	return nil
}

// round numbers a vote among the rounds it follows. A round that was called
// off is not counted, in either sense.
func (s *State) round(v *Vote) int {
	n := 1
	for before := s.Votes[v.Follows]; before != nil; before = s.Votes[before.Follows] {
		if before.Status == "counted" {
			n++
		}
	}
	return n
}
