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
	Group  int    // 0 is none
	Scribe bool
	Hand   string // "", "help", "sound" or Pen
	Left   bool   // has gone home
	Gone   bool   // removed by the facilitator
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
	Handed   bool   // whoever leads gave it to another phone, and nothing has been voted on that yet

	Asked   int   // addresses it has written that were asked by mail whether it is theirs
	AskedOn int64 // on which day

	Interprets bool // here as an interpreter: reads along, has no voice

	Via string // the door it came in by, if that was not its surface's own
	By  string // the seat that helped it in
}

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

// PresentSeat is *Jeg er her som …*.
type PresentSeat struct {
	As string `json:"as"`
}

// RaiseHand asks for help ("help"), says that the sound is gone ("sound"), asks
// for somebody to write for one (Pen), or takes the hand down (""). A lead may take down another's.
type RaiseHand struct {
	Why  string `json:"why"`
	Seat string `json:"seat,omitempty"`
}

// BeScribe makes a seat the scribe of its group, or no longer. A lead may name
// another seat.
type BeScribe struct {
	On   bool   `json:"on"`
	Seat string `json:"seat,omitempty"`
}

// LeaveSeat is *Jeg må gå*; ReturnSeat is coming back.
type LeaveSeat struct{}
type ReturnSeat struct{}

// RemoveSeat shows somebody out: sockets close, open ballots are taken back.
type RemoveSeat struct {
	Seat string `json:"seat"`
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
}

type HandRaised struct {
	Seat string `json:"seat"`
	Why  string `json:"why"`
}

type ScribeSet struct {
	Seat string `json:"seat"`
	On   bool   `json:"on"`
}

type SeatLeft struct {
	Seat string `json:"seat"`
}

type SeatReturned struct {
	Seat string `json:"seat"`
}

type SeatRemoved struct {
	Seat string `json:"seat"`
}

func (JoinSeat) allow() roles    { return house }
func (PresentSeat) allow() roles { return present }
func (RaiseHand) allow() roles   { return present }
func (BeScribe) allow() roles    { return anyone }
func (LeaveSeat) allow() roles   { return sitting }
func (ReturnSeat) allow() roles  { return sitting }
func (RemoveSeat) allow() roles  { return leads }

func (c JoinSeat) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Seats[c.Seat] != nil && s.Seats[c.Seat].Gone:
		return no(Forbidden)
	case s.Seats[c.Seat] != nil:
		return no(Unchanged)
	case c.Role.Leads(), c.Role == FollowUp, c.Role == TeamRole && IsTeamDoor(c.Via), c.Role == Observer:
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
var reserved = map[string]bool{BoardSeat: true, "house": true, "count": true, "task": true, "aged": true, "erase": true, "tap": true, "scrubbed": true, "mail": true}

func affiliation(as string) bool {
	for _, a := range Affiliations {
		if a == as {
			return true
		}
	}
	return false
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
	if c.As != "" && !affiliation(c.As) {
		return no(Invalid)
	}
	if c.As == tolk && by.heads() > 1 {
		return no(OnePhone) // the others on it have a voice
	}
	d := s.interpreting(by, c.As)
	if by.As != c.As {
		d.Events = append([]Event{SeatPresented{by.ID, c.As}}, d.Events...)
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

func (c RaiseHand) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who, err := s.about(by, c.Seat)
	switch {
	case err != nil:
		return Decision{}, err
	case c.Why != "" && c.Why != "help" && c.Why != "sound" && c.Why != Pen:
		return no(Invalid)
	case who.Hand == c.Why:
		return no(Unchanged)
	}
	return one(HandRaised{who.ID, c.Why})
}

func (c BeScribe) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who, err := s.about(by, c.Seat)
	switch {
	case err != nil:
		return Decision{}, err
	case who.Role != Participant || who.Interprets:
		return no(Invalid)
	case who.Group == 0:
		return no(Closed)
	case who.Scribe == c.On:
		return no(Unchanged)
	}
	return one(ScribeSet{who.ID, c.On})
}

func (LeaveSeat) decide(_ *State, by *Seat, _ Moment) (Decision, error) {
	if by.Left {
		return no(Unchanged)
	}
	return one(SeatLeft{by.ID})
}

func (ReturnSeat) decide(_ *State, by *Seat, _ Moment) (Decision, error) {
	if !by.Left {
		return no(Unchanged)
	}
	return one(SeatReturned{by.ID})
}

func (c RemoveSeat) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	who := s.Seats[c.Seat]
	switch {
	case who == nil:
		return no(Missing)
	case who.Gone:
		return no(Unchanged)
	case who.ID == by.ID || who.Role == Facilitator && by.Role != Facilitator:
		return no(Forbidden)
	}
	return s.showOut(who), nil
}

// showOut empties a seat: its ballots in open bags and what is kept about it
// among the people go with it.
func (s *State) showOut(who *Seat) Decision {
	d := Decision{Events: []Event{SeatRemoved{who.ID}}, Effects: s.dropSlips(who)}
	if id := s.inBook(who.ID); id != "" { // whoever is shown out is in nobody's book
		d.add(outOfBook(id))
	}
	if id := s.needOf(who.ID); id != "" {
		d.add(dropNeed(id))
	}
	return d
}

func (e SeatJoined) apply(s *State, m Mark, t *Touched) {
	s.Seats[e.Seat] = &Seat{ID: e.Seat, N: e.N, Role: e.Role, As: e.As, Group: e.Group, Paper: e.Paper, Placed: m.Seq, Via: e.Via, By: e.By}
	if v := s.openVote(); v != nil && e.Role == Participant {
		v.enrol(s.Seats[e.Seat])
		s.touchDesk(t)
	}
	s.touchSeat(s.Seats[e.Seat], t)
	if e.By != "" {
		t.touch("me", e.By)
	}
	if e.Role == FollowUp || e.Role == TeamRole {
		t.touch("members", e.Seat)
	}
}

func (e SeatPresented) apply(s *State, _ Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		x.As = e.As
		s.touchSeat(x, t)
	}
}

func (e HandRaised) apply(s *State, _ Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		s.touchWisher(x, t)
		x.Hand = e.Why
		s.touchSeat(x, t)
	}
}

func (e ScribeSet) apply(s *State, _ Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	for _, y := range s.Seats {
		if e.On && y != x && y.Group == x.Group && y.Scribe {
			y.Scribe = false
			s.touchSeat(y, t)
		}
	}
	x.Scribe = e.On
	s.touchSeat(x, t)
}

func (e ScribeSet) reverse(s *State) []Event {
	if x := s.Seats[e.Seat]; x != nil && e.On {
		for _, id := range sorted(s.Seats) {
			if y := s.Seats[id]; y.Group == x.Group && y.Scribe {
				return []Event{ScribeSet{y.ID, true}}
			}
		}
	}
	return []Event{ScribeSet{e.Seat, !e.On}}
}

func (e SeatLeft) apply(s *State, _ Mark, t *Touched)     { s.setLeft(e.Seat, true, t) }
func (e SeatReturned) apply(s *State, _ Mark, t *Touched) { s.setLeft(e.Seat, false, t) }

func (s *State) setLeft(seat string, left bool, t *Touched) {
	x := s.Seats[seat]
	if x == nil {
		return
	}
	s.touchWisher(x, t)
	x.Left, x.Hand, x.Invite, x.Swap = left, "", "", ""
	if v := s.openVote(); v != nil && !left && !x.Interprets {
		v.enrol(x)
		s.touchDesk(t)
	}
	s.touchSeat(x, t)
}

func (e SeatRemoved) apply(s *State, m Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	s.touchCompany(x, t)
	if x.By != "" {
		t.touch("me", x.By)
	}
	s.touchWisher(x, t)
	x.Gone, x.Scribe, x.Hand, x.Invite, x.Swap, x.Placed = true, false, "", "", "", m.Seq
	s.takeFromBags(x, t)
	s.unreach(MailMember, x.ID, t)
	s.unreach(MailLead, x.ID, t)
	s.touchSeat(x, t)
	t.touch("members", x.ID)
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
