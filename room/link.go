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

// Doors are the links that open the panel, and as what. Besides the recovery
// key a deputy and an assistant have one each, made when somebody asks for it,
// so that theirs can be taken back without locking the facilitator out.
// The young leaders have a door each, and whoever only watches has one. A leader
// borrowed from elsewhere has one too: it leads, locks nobody out, deletes
// nothing, hands the year after to nobody, and is shut by itself when the
// meeting's aftermath is over.
var Doors = map[string]Role{"lead": Facilitator, "deputy": Facilitator, "assistant": Assistant, GuestDoor: Assistant,
	"ung1": Facilitator, "ung2": Facilitator, "observe": Observer}

// GuestDoor is the borrowed leader's, and GuestLeadDays how long after the end
// it stands open.
const (
	GuestDoor     = "guest"
	GuestLeadDays = 30
)

// aftermathOver tells whether a borrowed leader has had its time.
func (s *State) aftermathOver(x *Seat, now int64) bool {
	return x.Via == GuestDoor && s.Meeting.Ended != 0 && now > s.Meeting.Ended+GuestLeadDays*24*60*60*1000
}

// MayLead tells whether a seat still opens the panel.
func (s *State) MayLead(seat string, now int64) bool {
	x := s.Seats[seat]
	return x != nil && x.Role.Leads() && !s.aftermathOver(x, now)
}

func (c RotateLink) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	_, known := s.Links[c.Surface]
	_, door := Doors[c.Surface]
	switch {
	case by.Role == FollowUp && c.Surface != followSurface && !IsTeamDoor(c.Surface),
		by.Via == GuestDoor && (c.Surface == followSurface || IsTeamDoor(c.Surface)):
		return no(Forbidden)
	case IsTeamDoor(c.Surface) && s.Teams[teamOf(c.Surface)].Name == "":
		return no(Missing)
	case !known && !door && c.Surface != followSurface && !IsTeamDoor(c.Surface), len(c.Hash) != 64:
		return no(Invalid)
	case youngDoor(c.Surface) && !s.Youth.On:
		return no(Invalid)
	case door && by.Role != Facilitator:
		return no(Forbidden) // an assistant locks nobody out
	}
	return one(LinkRotated(c))
}

// doorOf is the door of the panel that a seat came in by.
func (s *State) doorOf(x *Seat) string {
	if x.Via != "" {
		return x.Via
	}
	return "lead"
}

// LinkOf is the link that a seat on a surface hangs on.
func (s *State) LinkOf(seat, surface string) Link {
	if at, by := looker(seat); at != "" {
		seat, surface = by, "lead"
	}
	if x := s.Seats[seat]; x != nil && x.Via != "" && (surface == "lead" || surface == followSurface) {
		surface = x.Via
	}
	return s.Links[surface]
}

func (e LinkRotated) apply(s *State, m Mark, t *Touched) {
	switch e.Surface { // whoever is locked out must not find back by mail
	case followSurface:
		s.unreachOthers(MailMember, m.Seat, t)
	case "lead", "deputy", "assistant", GuestDoor:
		for _, id := range sorted(s.Seats) {
			if x := s.Seats[id]; id != m.Seat && x.Role.Leads() && s.doorOf(x) == e.Surface {
				s.unreach(MailLead, id, t)
			}
		}
	}
	s.Links[e.Surface] = Link{Hash: e.Hash, Epoch: s.Links[e.Surface].Epoch + 1}
}
