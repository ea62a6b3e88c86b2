package room

// SpareSeconds is how long the young leaders have to say no when an adult asks for a
// new link to one of them. It is as long as a phone may sleep and still be here, and
// longer than a deputy waits: what is at stake is what the young have written.
const SpareSeconds = 120

// SpareDoor is the link of a young leader whose phone is dead, when the other's is as
// well. An adult who watches makes it, when no young leader has said no; it opens once,
// like [YoungDoors], and lets an adult in no more than those do.
const SpareDoor = "ung3"

// Spare is how far the asking for such a link has come. Seq and At are the position
// and the time of the question; the zero value is that nobody has asked.
type Spare struct {
	Seq   int64
	At    int64
	Stage SpareStage
}

// SpareStage is asked, then open (the link may be made) and made (it has not been
// used yet); kept is a no, to any of them.
type SpareStage string

const (
	SpareWaits SpareStage = "asked"
	SpareOpen  SpareStage = "open"
	SpareMade  SpareStage = "made"
	SpareNo    SpareStage = "kept"
)

// SpareStages is all of them.
var SpareStages = []SpareStage{SpareWaits, SpareOpen, SpareMade, SpareNo}

// AskSpare is an adult's, who watches and finds that nobody leads any more.
type AskSpare struct{}

// AnswerSpare is said by a young leader. A no holds until the link has been used.
type AnswerSpare struct {
	Claim int64 `json:"claim"` // position of what is answered
	Yes   bool  `json:"yes"`
}

// OpenSpare is the house's: no young leader has been heard of.
type OpenSpare struct {
	Claim int64 `json:"claim"`
}

type SpareAsked struct{}
type SpareOpened struct{}
type SpareKept struct{}

func (AskSpare) allow() roles    { return roles{Observer} }
func (AnswerSpare) allow() roles { return leads }
func (OpenSpare) allow() roles   { return house }

func (AskSpare) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Youth.Led == 0:
		return no(Closed) // whoever made the meeting still has the two links
	case s.Youth.Spare.pending() && s.Youth.Spare.Stage != SpareMade: // that one may be lost before anybody used it
		return no(Unchanged)
	}
	return one(SpareAsked{})
}

func (c AnswerSpare) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch x := s.Youth.Spare; {
	case !x.pending() || x.Seq != c.Claim:
		return no(Unchanged)
	case !c.Yes:
		return one(SpareKept{})
	case x.Stage != SpareWaits:
		return no(Unchanged)
	}
	return one(SpareOpened{})
}

func (c OpenSpare) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	x := s.Youth.Spare
	if x.Stage != SpareWaits || x.Seq != c.Claim || m.Now < x.until() {
		return no(Unchanged)
	}
	return one(SpareOpened{})
}

func (x Spare) pending() bool { return x.Stage != "" && x.Stage != SpareNo }

func (x Spare) until() int64 { return x.At + SpareSeconds*1000 }

func (e SpareAsked) apply(s *State, m Mark, t *Touched) {
	s.dropSpare()
	s.Youth.Spare = Spare{m.Seq, m.At, SpareWaits}
	t.only("spare")
}

func (e SpareOpened) apply(s *State, _ Mark, t *Touched) { s.setSpare(SpareOpen, t) }

func (e SpareKept) apply(s *State, _ Mark, t *Touched) {
	s.dropSpare()
	s.setSpare(SpareNo, t)
}

// dropSpare takes away a link that nobody has come in by yet.
func (s *State) dropSpare() {
	s.withdraw(s.Links[SpareDoor].Hash)
	s.Links[SpareDoor] = Link{Epoch: s.Links[SpareDoor].Epoch}
}

func (s *State) setSpare(stage SpareStage, t *Touched) {
	s.Youth.Spare.Stage = stage
	t.only("spare")
}

// stirred takes whatever a young leader does while an adult waits for an answer as a
// no: whoever leads on is there, also when they have not seen the question.
func (s *State) stirred(m Mark, t *Touched) {
	if x := s.Seats[m.Seat]; s.Youth.Spare.Stage == SpareWaits && x != nil && x.Role.Leads() {
		s.setSpare(SpareNo, t)
	}
}

// spareDuties open the door when no young leader has been heard of.
func (s *State) spareDuties() []duty {
	x := s.Youth.Spare
	if x.Stage != SpareWaits {
		return nil
	}
	return []duty{{x.until(), Due{"spare:" + itoa(int(x.Seq)), OpenSpare{x.Seq}}}}
}

// SpareView stands on every phone of the meeting, the adult's too: that somebody has
// asked is no secret between two.
type SpareView struct {
	Claim int64      `json:"claim"`
	Until int64      `json:"until"` // when silence becomes a yes, unix milliseconds
	Stage SpareStage `json:"stage"`
}

func whereSpare(s *State, _ string) Layer {
	if s.Youth.Spare.Stage == "" {
		return none
	}
	return All
}

func seeSpare(s *State, _ string) SpareView {
	x := s.Youth.Spare
	return SpareView{x.Seq, x.until(), x.Stage}
}
