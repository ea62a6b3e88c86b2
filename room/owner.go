package room

import "crypto/subtle"

// An owner's place is for whoever is responsible for several measures, inside the
// kommune or out of it: one link, without a seat, to the measures of that role and
// nothing else of the meeting. Only the hash of its key is kept. It dies when a
// new one is made and when the role is handed over; a measure that another has
// become responsible for is simply not there any more.

// OwnersMax is how many such links one meeting can have.
const OwnersMax = 100

// MakeOwner makes a role's link, and the older one worthless. An empty hash takes
// it away.
type MakeOwner struct {
	Role string `json:"role"`
	Hash string `json:"hash"`
}

// OwnerSay and OwnerStep are the house's, on behalf of whoever showed the key.
type OwnerSay struct {
	Hash    string `json:"hash"`
	Measure string `json:"measure"`
	Answer  string `json:"answer"`
	Says    string `json:"says"`
}
type OwnerStep struct {
	Hash    string `json:"hash"`
	Measure string `json:"measure"`
	First   string `json:"first"`
	Seen    int64  `json:"seen"`
}

type OwnerMade struct {
	Role string `json:"role"`
	Hash string `json:"hash"`
}

func (MakeOwner) allow() roles { return carers }
func (OwnerSay) allow() roles  { return house }
func (OwnerStep) allow() roles { return house }

func (c MakeOwner) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	role := clean(c.Role)
	answers := false
	for _, m := range s.Measures {
		answers = answers || m.Responsible == role
	}
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case role == "" || c.Hash != "" && len(c.Hash) != 64:
		return no(Invalid)
	case c.Hash != "" && !answers:
		return no(Missing)
	case s.Owners[role] == c.Hash:
		return no(Unchanged)
	case s.Owners[role] == "" && len(s.Owners) >= OwnersMax:
		return no(Full)
	}
	return one(OwnerMade{role, c.Hash})
}

// owned finds a measure that the link of a role answers for.
func (s *State) owned(hash, measure string) (*Measure, *Care, error) {
	role := s.ownerOf(hash)
	if role == "" {
		return nil, nil, Refuse(Gone)
	}
	m, care, err := s.caring(measure)
	if err == nil && m.Responsible != role {
		err = Refuse(Missing)
	}
	return m, care, err
}

// ownerOf is whose link a key is; empty is nobody's.
func (s *State) ownerOf(hash string) (role string) {
	for r, kept := range s.Owners {
		if subtle.ConstantTimeCompare([]byte(kept), []byte(hash)) == 1 && hash != "" {
			role = r
		}
	}
	return role
}

func (c OwnerSay) decide(s *State, _ *Seat, now Moment) (Decision, error) {
	m, care, err := s.owned(c.Hash, c.Measure)
	answer, known := TapAnswers[c.Answer]
	switch {
	case err != nil:
		return Decision{}, err
	case !known:
		return no(Invalid)
	}
	return s.answered(m, care, SetStatus{Status: answer.Status, Says: c.Says, Help: answer.Help}, now.Now)
}

func (c OwnerStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	m, care, err := s.owned(c.Hash, c.Measure)
	if err != nil {
		return Decision{}, err
	}
	first, err := maybe(c.First, StepMax)
	switch {
	case err != nil:
		return Decision{}, err
	case first == m.First:
		return no(Unchanged)
	case care.Set["first"].Seq > c.Seen:
		return no(Changed)
	}
	return one(MeasureEdited{m.ID, "first", first})
}

func (e OwnerMade) apply(s *State, _ Mark, t *Touched) { s.setOwner(e.Role, e.Hash, t) }

func (s *State) setOwner(role, hash string, t *Touched) {
	if hash == "" {
		s.withdraw(s.Owners[role])
		delete(s.Owners, role)
	} else {
		s.spend(s.Owners[role])
		s.Owners[role] = hash
	}
	for id, m := range s.Measures {
		if m.Responsible == role {
			t.touch("followups", id)
		}
	}
}

// OwnerView is all that a role's link shows.
type OwnerView struct {
	Role     string
	Meeting  string
	Lang     string
	Zone     string
	Measures []OwnMeasure
}

// OwnMeasure is one of its measures.
type OwnMeasure struct {
	ID, Title, First, Due string
	Status                Status
	Says                  string // the last sentence with the status
	Help                  bool
	Last                  Said
	Confirmed             int64
	Seen                  int64 // position of the first step
}

// SeeOwner is what whoever shows a key may see.
func (s *State) SeeOwner(hash string) (OwnerView, bool) {
	role := s.ownerOf(hash)
	if role == "" || s.Veiled() {
		return OwnerView{}, false
	}
	v := OwnerView{role, s.Meeting.Title, s.Meeting.Lang, s.Meeting.Zone, nil}
	for _, id := range measureIDs(s) {
		if m, c := s.Measures[id], s.Cares[id]; m.Responsible == role {
			v.Measures = append(v.Measures, OwnMeasure{id, m.Title, m.First, m.Due, s.shownStatus(m), c.Says, c.Help, c.said(m), c.Confirmed, c.Set["first"].Seq})
		}
	}
	return v, true
}
