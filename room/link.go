package room

// Link is a key that opens a surface: "lead" (recovery key), "board", "follow"
// (the follow-up group's; it has none until somebody asks for it). The key
// itself is nowhere on the server, only its hash. Epoch counts the rotations:
// a cookie from an earlier one is dead on every node as soon as the event is.
type Link struct {
	Hash  string
	Epoch int
}

const followSurface = "follow"

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

func (RotateLink) allow() roles { return carers }

func (c RotateLink) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	_, known := s.Links[c.Surface]
	switch {
	case by.Role == FollowUp && c.Surface != followSurface:
		return no(Forbidden)
	case !known && c.Surface != followSurface, len(c.Hash) != 64:
		return no(Invalid)
	}
	return one(LinkRotated(c))
}

func (e LinkRotated) apply(s *State, _ Mark, _ *Touched) {
	s.Links[e.Surface] = Link{Hash: e.Hash, Epoch: s.Links[e.Surface].Epoch + 1}
}
