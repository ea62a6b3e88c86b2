package room

// NumberClusters numbers the proposals 1, 2, 3 … anew. A proposal keeps the
// number the hall has heard when others are laid into it, so there come to be
// holes; whoever leads may close them, aloud, until somebody has voted.
type NumberClusters struct{}

// ClustersNumbered lists the proposals in the order of their numbers.
type ClustersNumbered struct {
	Clusters []string `json:"clusters"`
}

func (NumberClusters) allow() roles { return leads }

func (NumberClusters) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.openVote() != nil {
		return no(VoteOpen)
	}
	for _, v := range s.Votes {
		if v.Status != "cancelled" {
			return no(Final) // these numbers stand on ballots
		}
	}
	var e ClustersNumbered
	holes := false
	for n, c := range s.proposals() {
		e.Clusters = append(e.Clusters, c.ID)
		holes = holes || c.Order != n+1
	}
	if !holes {
		return no(Unchanged)
	}
	return one(e)
}

func (e ClustersNumbered) apply(s *State, _ Mark, t *Touched) {
	for n, id := range e.Clusters {
		if c := s.Clusters[id]; c != nil {
			c.Order = n + 1
			t.touch("clusters", id)
		}
	}
	s.Piles = len(e.Clusters)
	t.only("showing")
}

func (e ClustersNumbered) reverse(s *State) []Event { return s.restore(e.Clusters...) }
