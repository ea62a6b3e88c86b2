package room

import "crypto/subtle"

// A login is the way back in for whoever has lost cookie and key, and whose
// address is known: a link by mail that works once and not for long. Only the
// hash of its key is kept.

// LoginLasts is how long the link works, LoginEvery how soon another can be
// asked for.
const (
	LoginLasts = 15 * 60 * 1000
	LoginEvery = 2 * 60 * 1000
)

// Login is the latest link that was asked for.
type Login struct {
	Hash string
	At   int64
}

// AskLogin and UseLogin are the house's. Nonce is what the key is made from, by
// whoever writes the letter.
type AskLogin struct {
	Kind  string `json:"kind"`
	Seat  string `json:"seat"`
	Hash  string `json:"hash"`
	Nonce string `json:"nonce"`
}
type UseLogin struct {
	Kind string `json:"kind"`
	Seat string `json:"seat"`
	Hash string `json:"hash"`
}

type LoginAsked struct {
	Kind string `json:"kind"`
	Seat string `json:"seat"`
	Hash string `json:"hash"`
}
type LoginUsed struct {
	Kind string `json:"kind"`
	Seat string `json:"seat"`
}

func (AskLogin) allow() roles { return house }
func (UseLogin) allow() roles { return house }

func (c AskLogin) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	last := s.Logins[c.Kind+"/"+c.Seat]
	switch x := s.Seats[c.Seat]; {
	case x == nil || x.Gone || !s.Reach[c.Kind+"/"+c.Seat]:
		return no(Missing)
	case last.At != 0 && m.Now-last.At < LoginEvery:
		return no(Rate)
	case len(c.Hash) != 64:
		return no(Invalid)
	}
	return Decision{Events: []Event{LoginAsked{c.Kind, c.Seat, c.Hash}},
		Effects: []Effect{PutMails{ForLogin, c.Nonce, c.Kind, []string{c.Seat}}}}, nil
}

// Opens tells whether a key is that of a link which still works.
func (s *State) Opens(kind, seat, hash string, now int64) bool {
	l := s.Logins[kind+"/"+seat]
	x := s.Seats[seat]
	return x != nil && !x.Gone && l.Hash != "" && now-l.At < LoginLasts && subtle.ConstantTimeCompare([]byte(l.Hash), []byte(hash)) == 1
}

func (c UseLogin) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	if !s.Opens(c.Kind, c.Seat, c.Hash, m.Now) {
		return no(Gone)
	}
	return one(LoginUsed{c.Kind, c.Seat})
}

func (e LoginAsked) apply(s *State, m Mark, _ *Touched) {
	s.Logins[e.Kind+"/"+e.Seat] = Login{e.Hash, m.At}
}

func (e LoginUsed) apply(s *State, _ Mark, _ *Touched) {
	l := s.Logins[e.Kind+"/"+e.Seat]
	l.Hash = ""
	s.Logins[e.Kind+"/"+e.Seat] = l
}
