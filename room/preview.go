package room

import "math/rand/v2"

// LaidAside is how many ballots a preliminary count leaves in the bag, drawn by
// lot, and CountedLeast the fewest it may count.
//
// A preliminary result and then the final one are two sums, and the difference
// of two sums is what came in between: with one slip of paper, that slip. So
// the late slips are never what comes in between alone. Five ballots from the
// bag wait with them, and nobody knows whose; the difference is then never
// fewer than five ballots, also when one slip comes, or none. Holding the whole
// result back instead would have kept a hall waiting for two slips, and showing
// only the order would still have told which of two near each other the last
// slip chose. There is one preliminary count of a vote: two would be a
// difference between them.
const (
	LaidAside    = 5
	CountedLeast = 5
)

// PreviewVote shows a preliminary result while slips of paper are out.
type PreviewVote struct {
	Vote string `json:"vote"`
}

// VotePreviewed is a count of all but the ballots laid aside. The bag stays.
type VotePreviewed struct {
	ID      string `json:"id"`
	Ballots int    `json:"ballots"`
	Laid    int    `json:"laid"`
	Marks   []int  `json:"marks"`
	Against []int  `json:"against,omitempty"`
}

func (PreviewVote) allow() roles { return leads }

func (c PreviewVote) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Early:
		return no(Unchanged)
	case v.Status != "hall":
		return no(Closed)
	case !v.mayPreview():
		return no(FewSlips)
	}
	ballot := v.blank()
	return Decision{Effects: []Effect{CountBallots{Vote: v.ID, Keep: true, Tally: func(bag []Choice) (Event, []Effect) {
		return ballot.preview(bag, m.Dice), nil
	}}}}, nil
}

// mayPreview tells whether there are ballots enough for a preliminary count.
func (v *Vote) mayPreview() bool {
	return v.Status == "hall" && !v.Early && len(v.Slips) >= LaidAside+CountedLeast
}

// preview counts a bag but for the ballots that are drawn to wait. No coverage
// and no spread: less is then said of the few that wait.
func (v *Vote) preview(bag []Choice, dice uint64) VotePreviewed {
	var rest []Choice
	for place, n := range rand.New(rand.NewPCG(dice, 0)).Perm(len(bag)) {
		if place >= LaidAside {
			rest = append(rest, bag[n])
		}
	}
	e := v.tally(rest)
	return VotePreviewed{ID: v.ID, Ballots: e.Ballots, Laid: min(LaidAside, len(bag)), Marks: e.Marks, Against: e.Against}
}

func (e VotePreviewed) apply(s *State, _ Mark, t *Touched) {
	v := s.Votes[e.ID]
	if v == nil {
		return
	}
	v.Early, v.Laid, v.Ballots, v.Marks, v.Against = true, e.Laid, e.Ballots, e.Marks, e.Against
	v.Revealed = v.Revealed || s.Agenda.step().Kind == Resultat && !s.Slow
	t.touch("results", v.ID)
	t.touch("unveiled", v.ID)
	t.only("showing")
	t.touch("desk", v.ID)
}
