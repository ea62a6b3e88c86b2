package room

import "sort"

// SeatsMax is how many people one meeting can hold.
const SeatsMax = 5000

// Seat is a person's place in the meeting, on however many devices.
type Seat struct {
	ID     string
	N      int // number in order of arrival, all we call a guest by; 0 for leads
	Role   Role
	As     string // affiliation: a word from Affiliations, or empty
	Also   string // a second hat, see ADR 0024; never without a first
	Group  int    // 0 is none
	Scribe bool
	Penned int64  // when it last did something as scribe, unix milliseconds
	Hand   string // "", "help", "sound" or Pen
	Left   bool   // has gone home
	Gone   bool   // removed by the facilitator
	Forgot bool   // emptied by whoever sat in it, who may come again as somebody new
	Paper  bool   // has no phone
	Heads  int    // how many its phone stands for; 0 and 1 are one
	Wrote  int    // notes posted, withdrawn ones too
	Placed int64  // position at which its layers last changed
	With   int    // the company it sits together with; 0 is none

	Invite   string // four digits on its phone for a neighbour to type
	Invited  int64  // when they were put there
	Swap     string // six digits of a new phone, for its old seat to type
	Swapping int64  // when they were put there
	Became   string // the seat this phone has now instead
	Moves    int    // how many times it has been given to another phone
	Holder   string // the seat that the phone which has it came in with; empty is its own
	Given    bool   // the last time by whoever leads
	Handed   bool   // whoever leads gave it to another phone, and nothing has been voted on that yet

	Asked   int   // addresses it has written that were asked by mail whether it is theirs
	AskedOn int64 // on which day

	Interprets bool // here as an interpreter: reads along, has no voice

	Shut bool // the link it came in by has been changed since

	Claim Claim // a deputy's, to lead

	Lines []int64 // positions of the records that say what it is here as, or what it said on the way out

	Via string // the door it came in by, if that was not its surface's own
	Led int64  // since when it leads, unix milliseconds; set at the door, or when a deputy is given the lead
	By  string // the seat that helped it in
}

// ungdom is what a young person is here as; a word from Affiliations.
const ungdom = "ungdom"

// Affiliations is what a person may be here as.
var Affiliations = []string{"kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro", "tolk"}

// JoinSeat lets somebody in. The house asks when the code was right.
type JoinSeat struct {
	Seat string `json:"seat"`
	Role Role   `json:"role"`
	As   string `json:"as"`
	Via  string `json:"via,omitempty"`
	By   string `json:"by,omitempty"` // the neighbour who typed the digits of the phone
}

// PresentSeat is *Jeg er her som …*: one hat, or two, or none. The first is the
// one that is counted.
type PresentSeat struct {
	As   string `json:"as"`
	Also string `json:"also,omitempty"`
}

type SeatJoined struct {
	Seat  string `json:"seat"`
	N     int    `json:"n"`
	Role  Role   `json:"role"`
	As    string `json:"as,omitempty"`
	Group int    `json:"group,omitempty"`
	Paper bool   `json:"paper,omitempty"`
	Via   string `json:"via,omitempty"`
	By    string `json:"by,omitempty"`
}

type SeatPresented struct {
	Seat string `json:"seat"`
	As   string `json:"as"`
	Also string `json:"also,omitempty"`
}

func (JoinSeat) allow() roles    { return house }
func (PresentSeat) allow() roles { return present }

func (c JoinSeat) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Seats[c.Seat] != nil && s.Seats[c.Seat].Gone:
		return no(Forbidden)
	case s.Seats[c.Seat] != nil && s.Seats[c.Seat].Shut:
		return one(SeatReturned{c.Seat}) // by the link as it is now
	case s.Seats[c.Seat] != nil:
		return no(Unchanged)
	case c.Role.Leads(), c.Role == FollowUp, c.Role == TeamRole && IsTeamDoor(c.Via), c.Role == Observer, c.Role == Deputy && c.Via == DeputyDoor:
	case s.Meeting.Ended != 0:
		return no(Gone)
	case s.Meeting.Locked:
		return no(Locked)
	case c.Role != Participant || !goodID(c.Seat) || reserved[c.Seat]:
		return no(Invalid)
	}
	if len(s.Seats) >= SeatsMax {
		return no(Full)
	}
	if c.As != "" && !affiliation(c.As) {
		return no(Invalid)
	}
	if youngDoor(c.Via) && s.Links[c.Via].Hash == "" {
		return no(Gone) // two with one key: somebody was first
	}
	e := SeatJoined{Seat: c.Seat, Role: s.watching(c), As: c.As, Via: c.Via}
	if c.Role == Participant {
		e.N, e.Group = s.arrived()+1, s.smallestGroup()
		if by := s.Seats[c.By]; by != nil && by.here() {
			e.By = by.ID
			if by.Group != 0 {
				e.Group = by.Group // they sit beside each other
			}
		}
	}
	d := Decision{Events: append([]Event{e}, s.sitDown(c)...)}
	if c.Role == Participant && c.As == tolk {
		d.Events = append(d.Events, InterpretingSet{c.Seat, true})
	}
	return d, nil
}

// reserved are the words that stand in front of the keys of our own commands: a
// seat with such a name could take the place of one.
var reserved = map[string]bool{BoardSeat: true, "house": true, "count": true, "task": true, "aged": true, "erase": true, "tap": true, "scrubbed": true, "mail": true, "claim": true, "spare": true}

func affiliation(as string) bool {
	for _, a := range Affiliations {
		if a == as {
			return true
		}
	}
	return false
}

// twoHats tells whether somebody can be here as both: an interpreter speaks for
// others and has no hat beside that.
func twoHats(first, second string) bool {
	return affiliation(first) && affiliation(second) && first != second && first != tolk && second != tolk
}

// kin is what somebody is at a table, for whom it may be lonely: young, in
// whichever order they said it, else their first hat. An employee who is also a
// parent is no company for the only parent among professionals.
func (x *Seat) kin() string {
	if x.Also == ungdom {
		return ungdom
	}
	return x.As
}

// arrived is the number of the latest guest, present or not.
func (s *State) arrived() int {
	n := 0
	for _, x := range s.Seats {
		n = max(n, x.N)
	}
	return n
}

func (c PresentSeat) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	if c.As != "" && !affiliation(c.As) || c.Also != "" && !twoHats(c.As, c.Also) {
		return no(Invalid)
	}
	if c.As == tolk && by.heads() > 1 {
		return no(OnePhone) // the others on it have a voice
	}
	d := s.interpreting(by, c.As)
	if by.As != c.As || by.Also != c.Also {
		d.Events = append([]Event{SeatPresented{by.ID, c.As, c.Also}}, d.Events...)
	}
	return d, nil
}

// about finds whom a command speaks of: oneself, or another if a lead asks.
func (s *State) about(by *Seat, seat string) (*Seat, error) {
	if seat == "" || seat == by.ID {
		return by, nil
	}
	if !by.Role.Leads() {
		return nil, Refuse(Forbidden)
	}
	if x := s.Seats[seat]; x != nil && !x.Gone {
		return x, nil
	}
	return nil, Refuse(Missing)
}

func (e SeatJoined) apply(s *State, m Mark, t *Touched) {
	s.Seats[e.Seat] = &Seat{ID: e.Seat, N: e.N, Role: e.Role, As: e.As, Group: e.Group, Paper: e.Paper, Placed: m.Seq, Via: e.Via, By: e.By, Lines: []int64{m.Seq}}
	if v := s.openVote(); v != nil && e.Role == Participant {
		v.enrol(s.Seats[e.Seat])
		s.touchDesk(t)
	}
	if e.Role.Leads() {
		s.Seats[e.Seat].Led = m.At
	}
	s.touchSeat(s.Seats[e.Seat], t)
	if e.Role == Deputy {
		t.touch("standins", e.Seat)
	}
	if e.By != "" {
		t.touch("me", e.By)
	}
	if e.Role == FollowUp || e.Role == TeamRole {
		t.touch("members", e.Seat)
	}
}

func (e SeatPresented) apply(s *State, m Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		x.As, x.Also = e.As, e.Also
		x.Lines = append(x.Lines, m.Seq)
		s.touchSeat(x, t)
	}
}

// touchSeat touches all that is shown of a person, alone and in counts.
func (s *State) touchSeat(x *Seat, t *Touched) {
	t.touch("me", x.ID)
	t.touch("seats", x.ID)
	s.touchWisher(x, t)
	t.only("presence")
	t.only("seating")
	s.touchRehearsal(t)
	s.touchYouth(t)
	t.only("attendance")
	s.touchMood(t)
	if x.Group != 0 {
		t.touch("groups", itoa(x.Group))
		t.touch("progress", itoa(x.Group))
		if x.Paper {
			t.touch("places", itoa(x.Group))
		}
		if pick := s.pickAt(x.Group); pick != nil {
			t.touch("picks", pick.ID)
		}
	}
}

// here tells whether a guest counts as present.
func (x *Seat) here() bool { return x.Role == Participant && !x.Left && !x.Gone }

// guestsHere lists the guests present in order of arrival.
func (s *State) guestsHere() []*Seat {
	var xs []*Seat
	for _, x := range s.Seats {
		if x.here() {
			xs = append(xs, x)
		}
	}
	sort.Slice(xs, func(i, j int) bool { return xs[i].N < xs[j].N || xs[i].N == xs[j].N && xs[i].ID < xs[j].ID })
	return xs
}
