package room

// Showing is what the leads have put on the board in place of the step's own
// picture: one proposal that is talked about, or how the ideas became proposals.
// It is gone when the step is, and while a vote is open.
type Showing struct {
	What    string // empty: the step's own picture
	Cluster string // the proposal that is talked about
}

const (
	showsCluster = "cluster"
	showsFlow    = "flow"
)

// ShowOnBoard puts something on the board; nothing takes it away again.
type ShowOnBoard struct {
	What    string `json:"what"`
	Cluster string `json:"cluster,omitempty"`
}

type BoardShown struct {
	What    string `json:"what"`
	Cluster string `json:"cluster,omitempty"`
}

func (ShowOnBoard) allow() roles { return leads }

func (c ShowOnBoard) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.openVote() != nil:
		return no(VoteOpen)
	case c.What != "" && c.What != showsCluster && c.What != showsFlow, (c.What == showsCluster) != (c.Cluster != ""):
		return no(Invalid)
	case c.What == showsCluster && s.Clusters[c.Cluster] == nil, c.What == showsFlow && len(s.Clusters) == 0:
		return no(Missing)
	case s.Showing == Showing(c):
		return no(Unchanged)
	}
	return one(BoardShown(c))
}

func (e BoardShown) apply(s *State, _ Mark, t *Touched) {
	s.Showing = Showing(e)
	t.only("showing")
}

// showNothing gives the board back to the step.
func (s *State) showNothing(t *Touched) {
	if s.Showing != (Showing{}) {
		s.Showing = Showing{}
		t.only("showing")
	}
}

// ShowingView is what is on the board besides the step's own picture, so that
// a phone can say which proposal the hall is talking about.
type ShowingView struct {
	What    string `json:"what"`    // empty, cluster or flow
	Cluster string `json:"cluster"` // a proposal that is there now
}

// A proposal that has been laid in another is talked about there.
func seeShowing(s *State) ShowingView {
	if s.Showing.What == showsCluster && s.Clusters[s.Showing.Cluster] == nil {
		return ShowingView{}
	}
	return ShowingView(s.Showing)
}
