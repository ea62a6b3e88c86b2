package room

// ClaimSeconds is how long whoever leads has to answer when a deputy asks to take
// over. A machine that is dead says nothing, so silence is a yes.
const ClaimSeconds = 30

// Claim is a deputy's wish to lead: at which position and when it was said, and
// whether the last one was told no. The zero value is none.
type Claim struct {
	Seq  int64
	At   int64
	Kept bool
}

// ClaimLead is a deputy's one tap. Whether a machine that leads is connected is
// known to the node it hangs on and to nobody else, and a laptop that has died may
// look alive for a while: so the claim asks whoever leads, and waits for no socket.
type ClaimLead struct{}

// UnclaimLead takes it back while nobody has answered: the machine woke, or it was
// another one that died.
type UnclaimLead struct{}

// AnswerClaim is said by whoever leads: yes lets the deputy lead at once. Claim is
// the position of what is answered, so that no old answer meets a new question.
type AnswerClaim struct {
	Seat  string `json:"seat"`
	Claim int64  `json:"claim"`
	Yes   bool   `json:"yes"`
}

// GiveLead is the house's: nobody has said no.
type GiveLead struct {
	Seat  string `json:"seat"`
	Claim int64  `json:"claim"`
}

type LeadClaimed struct {
	Seat string `json:"seat"`
}

// LeadGiven makes a deputy a facilitator; LeadKept is a no.
type LeadGiven struct {
	Seat string `json:"seat"`
}

type LeadKept struct {
	Seat string `json:"seat"`
}

// LeadUnclaimed leaves a deputy where it was before it asked.
type LeadUnclaimed struct {
	Seat string `json:"seat"`
}

func (ClaimLead) allow() roles   { return roles{Deputy} }
func (UnclaimLead) allow() roles { return roles{Deputy} }
func (AnswerClaim) allow() roles { return leads }
func (GiveLead) allow() roles    { return house }

func (ClaimLead) decide(_ *State, by *Seat, _ Moment) (Decision, error) {
	if by.Claim.At != 0 {
		return no(Unchanged)
	}
	return one(LeadClaimed{by.ID})
}

func (UnclaimLead) decide(_ *State, by *Seat, _ Moment) (Decision, error) {
	if by.Claim.At == 0 {
		return no(Unchanged)
	}
	return one(LeadUnclaimed{by.ID})
}

func (c AnswerClaim) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch x := s.Seats[c.Seat]; {
	case x == nil || x.Gone:
		return no(Missing)
	case !x.claims(c.Claim):
		return no(Unchanged) // somebody else who leads answered, or the time was out
	case c.Yes:
		return one(LeadGiven{x.ID})
	}
	return one(LeadKept{c.Seat})
}

func (c GiveLead) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	x := s.Seats[c.Seat]
	if x == nil || !x.claims(c.Claim) || m.Now < x.Claim.until() {
		return no(Unchanged)
	}
	return one(LeadGiven{x.ID})
}

// claims tells whether a deputy waits for an answer to what was asked then. One who
// was shown out waits for nothing.
func (x *Seat) claims(seq int64) bool {
	return x.Role == Deputy && x.Claim.At != 0 && x.Claim.Seq == seq
}

func (c Claim) until() int64 { return c.At + ClaimSeconds*1000 }

func (e LeadClaimed) apply(s *State, m Mark, t *Touched) {
	s.setClaim(e.Seat, Claim{Seq: m.Seq, At: m.At}, t)
}

func (e LeadUnclaimed) apply(s *State, _ Mark, t *Touched) { s.setClaim(e.Seat, Claim{}, t) }

func (e LeadKept) apply(s *State, _ Mark, t *Touched) { s.setClaim(e.Seat, Claim{Kept: true}, t) }

func (e LeadGiven) apply(s *State, m Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	s.setClaim(e.Seat, Claim{}, t)
	x.Role, x.Placed, x.Led = Facilitator, m.Seq, m.At
	s.touchSeat(x, t)
}

func (s *State) setClaim(seat string, c Claim, t *Touched) {
	if x := s.Seats[seat]; x != nil && x.Role == Deputy {
		x.Claim = c
		t.touch("claims", seat)
		t.touch("standins", seat)
	}
}

// dropClaims takes back what has been asked by a link that is changed.
func (s *State) dropClaims(door string, t *Touched) {
	for _, id := range sorted(s.Seats) {
		if x := s.Seats[id]; x.Role == Deputy && x.Via == door {
			s.setClaim(id, Claim{}, t)
		}
	}
}

// claimDuties give the lead to a deputy whom nobody has answered.
func (s *State) claimDuties() []duty {
	var ds []duty
	for id, x := range s.Seats {
		if x.claims(x.Claim.Seq) {
			ds = append(ds, duty{x.Claim.until(), Due{"claim:" + itoa(int(x.Claim.Seq)), GiveLead{id, x.Claim.Seq}}})
		}
	}
	return ds
}

// ClaimView is what whoever leads is asked: who wants to take over, and when
// silence becomes a yes.
type ClaimView struct {
	Seat  string `json:"seat"`
	Claim int64  `json:"claim"`
	Until int64  `json:"until"`
}

func whereClaim(s *State, id string) Layer {
	if x := s.Seats[id]; x == nil || !x.claims(x.Claim.Seq) {
		return none
	}
	return Lead
}

func seeClaim(s *State, id string) ClaimView {
	c := s.Seats[id].Claim
	return ClaimView{id, c.Seq, c.until()}
}

// StandinView is what a deputy is told while it waits. Until is 0 when it has
// asked for nothing.
type StandinView struct {
	Until int64 `json:"until"`
	Kept  bool  `json:"kept"` // whoever leads has said no
}

func whereStandin(s *State, id string) Layer {
	if x := s.Seats[id]; x == nil || x.Gone || x.Role != Deputy {
		return none
	}
	return MineLayer(id)
}

func seeStandin(s *State, id string) StandinView {
	c := s.Seats[id].Claim
	if c.At == 0 {
		return StandinView{Kept: c.Kept}
	}
	return StandinView{Until: c.until()}
}
