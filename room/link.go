package room

// Link is a key that opens a surface: "lead" (recovery key), "board". The key
// itself is nowhere on the server, only its hash. Epoch counts the rotations:
// a cookie from an earlier one is dead on every node as soon as the event is.
type Link struct {
	Hash  string
	Epoch int
}

// RotateLink makes every older key and cookie of a surface worthless. Hash is
// of the new key, made by the server.
type RotateLink struct {
	Surface string `json:"surface"`
	Hash    string `json:"hash"`
}

type LinkRotated struct {
	Surface string `json:"surface"`
	Hash    string `json:"hash"`
}

func (RotateLink) allow() roles { return leads }

func (c RotateLink) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if _, ok := s.Links[c.Surface]; !ok || len(c.Hash) != 64 {
		return no(Invalid)
	}
	return one(LinkRotated(c))
}

func (e LinkRotated) apply(s *State, _ Mark, _ *Touched) {
	s.Links[e.Surface] = Link{Hash: e.Hash, Epoch: s.Links[e.Surface].Epoch + 1}
}
