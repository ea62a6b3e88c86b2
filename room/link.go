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

// rotationsMax is how many changes of the group's links are told of, the latest.
const rotationsMax = 20

// Rotation is that a link of the follow-up group was changed: when, by whom, and
// which; Of 0 is the group's own.
type Rotation struct {
	At int64 `json:"at"`
	By Voice `json:"by"`
	Of int   `json:"of"`
}

// RotationsView is all of them, the oldest first.
type RotationsView struct {
	Rotations []Rotation `json:"rotations"`
}

func whereRotations(s *State, _ string) Layer {
	if len(s.Turned) == 0 {
		return none
	}
	return Follow
}

func seeRotations(s *State, _ string) RotationsView {
	return RotationsView{append([]Rotation{}, s.Turned...)}
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

func (RotateLink) allow() roles { return append(roles{Observer}, carers...) }

// Doors are the links that open the panel, and as what. Besides the recovery
// key a deputy and an assistant have one each, made when somebody asks for it,
// so that theirs can be taken back without locking the facilitator out. The
// deputy's opens a place to wait, and the panel when whoever leads gives it or is
// silent.
// The young leaders have a door each, and whoever only watches has one. A leader
// borrowed from elsewhere has one too: it leads, locks nobody out, deletes
// nothing, hands the year after to nobody, and is shut by itself when the
// meeting's aftermath is over.
var Doors = map[string]Role{"lead": Facilitator, DeputyDoor: Deputy, "assistant": Assistant, GuestDoor: Assistant,
	"ung1": Facilitator, "ung2": Facilitator, SpareDoor: Facilitator, "observe": Observer}

// DeputyDoor is the deputy's.
const DeputyDoor = "deputy"

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
	case (by.Role == Observer) != (c.Surface == SpareDoor), by.Role == Observer && s.Youth.Spare.Stage != SpareOpen,
		by.Role == FollowUp && c.Surface != followSurface && !IsTeamDoor(c.Surface),
		by.Via == GuestDoor && (c.Surface == followSurface || IsTeamDoor(c.Surface)):
		return no(Forbidden)
	case IsTeamDoor(c.Surface) && s.Teams[teamOf(c.Surface)].Name == "":
		return no(Missing)
	case !known && !door && c.Surface != followSurface && !IsTeamDoor(c.Surface), len(c.Hash) != 64:
		return no(Invalid)
	case youngDoor(c.Surface) && !s.Youth.On:
		return no(Invalid)
	case (door && c.Surface != SpareDoor || c.Surface == BoardSeat) && by.Role != Facilitator:
		return no(Forbidden) // an assistant locks nobody out, and puts out no board
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

// guestSurface is the phone of somebody who came by the code. What it hangs on is
// its seat: each time that is given to another phone is as if a link was rotated.
const guestSurface = "p"

// LinkOf is the link that a seat on a surface hangs on.
func (s *State) LinkOf(seat, surface string) Link {
	if at, by := looker(seat); at != "" {
		seat, surface = by, "lead"
	}
	if x := s.Seats[seat]; x != nil && surface == guestSurface {
		return Link{Epoch: x.Moves}
	}
	if x := s.Seats[seat]; x != nil && x.Via != "" && (surface == "lead" || surface == followSurface) {
		surface = x.Via
	}
	return s.Links[surface]
}

// shutOut leaves whoever follows up by a link outside when it is changed, but for
// whoever changes it.
func (s *State) shutOut(door string, m Mark, t *Touched) {
	if s.Links[door].Hash == "" {
		return // the first there is
	}
	for id, x := range s.Seats {
		if id != m.Seat && s.followDoor(x) == door {
			x.Shut = true
			t.touch("members", id)
		}
	}
	if door == followSurface || IsTeamDoor(door) {
		by := Voice{Role: House}
		if x := s.Seats[m.Seat]; x != nil {
			by = s.voice(x)
		}
		s.Turned = append(s.Turned, Rotation{m.At, by, teamOf(door)})
		if len(s.Turned) > rotationsMax {
			s.Turned = append([]Rotation(nil), s.Turned[len(s.Turned)-rotationsMax:]...)
		}
		t.only("rotations")
	}
}

// followDoor is the link that somebody follows up by; empty for everybody else.
func (s *State) followDoor(x *Seat) string {
	switch {
	case x.Role == TeamRole:
		return x.Via
	case x.Role == FollowUp && x.Via == "":
		return followSurface
	}
	return ""
}

// opens tells whether a seat still gets in.
func (s *State) opens(x *Seat) bool { return x != nil && !x.Gone && !x.Shut }

func (e LinkRotated) apply(s *State, m Mark, t *Touched) {
	switch e.Surface { // whoever is locked out must not find back by mail
	case followSurface:
		s.unreachOthers(MailMember, m.Seat, t)
	case "lead", DeputyDoor, "assistant", GuestDoor:
		for _, id := range sorted(s.Seats) {
			if x := s.Seats[id]; id != m.Seat && x.Role.Leads() && s.doorOf(x) == e.Surface {
				s.unreach(MailLead, id, t)
			}
		}
	}
	s.shutOut(e.Surface, m, t)
	s.dropClaims(e.Surface, t)
	s.spend(s.Links[e.Surface].Hash)
	next := Link{Hash: e.Hash, Epoch: s.Links[e.Surface].Epoch + 1}
	if e.Surface == SpareDoor { // whoever came in by it before leads on when they come back
		next.Epoch--
		s.setSpare(SpareMade, t)
	}
	s.Links[e.Surface] = next
	if n := teamOf(e.Surface); n != 0 {
		t.touch("teams", itoa(n))
	}
}
