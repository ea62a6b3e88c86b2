package room

import "strings"

// Youth is a meeting that young people lead themselves. Until they publish,
// adults read nothing of what is written in it: not whoever made the meeting,
// not whoever watches, not those who are to answer.
type Youth struct {
	On        bool
	Led       int64 // position at which the first of the young leaders sat down
	Published int64 // unix milliseconds; it cannot be taken back
	Letter    Letter
	Spare     Spare
}

// YoungDoors are the two links of the young leaders. A key opens its door once:
// whoever hands it on cannot use it afterwards, and whoever used it before is
// found out when it no longer opens.
var YoungDoors = []string{"ung1", "ung2"}

func youngDoor(door string) bool { return has(YoungDoors, door) || door == SpareDoor }

// PublishYouth lets the adults read what the young people have made.
type PublishYouth struct{}

// YouthBegun is the second event of such a meeting. YouthLed is the first young
// leader sitting down: from there whoever made the meeting only watches.
type YouthBegun struct{}
type YouthLed struct{}
type YouthPublished struct{}

// LinkSpent says that a key has been used and opens nothing any more. Who came
// in by it stays.
type LinkSpent struct {
	Surface string `json:"surface"`
}

func (PublishYouth) allow() roles { return leads }

func (PublishYouth) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case !s.Youth.On || s.Meeting.Started == 0:
		return no(Closed)
	case s.Youth.Published != 0:
		return no(Unchanged)
	case s.takingVote() != nil:
		return no(VoteOpen)
	case s.Meeting.Decides == "" || s.Meeting.AnswerBy == "" || s.Youth.Letter.Text == "":
		return no(Empty) // nobody would have to answer
	}
	return one(YouthPublished{})
}

// Veiled tells whether adults may not read along. A rehearsal has nothing in it
// that anybody wrote.
func (s *State) Veiled() bool {
	return s.Youth.On && s.Youth.Published == 0 && s.Meeting.Practice == ""
}

// unled tells whether the meeting waits for young leaders before it may start.
func (s *State) unled() bool { return s.Youth.On && s.Youth.Led == 0 && s.Meeting.Practice == "" }

// beforePublishing is what everybody with a link may see of a veiled meeting.
// Nothing here holds a word that was written in the room: a new kind is hidden
// until somebody has thought about it.
var beforePublishing = map[string]bool{"meeting": true, "step": true, "timer": true, "youth": true, "spare": true, "reply": true, "contact": true, "helpline": true}

// veil moves what adults could read to where only the young people can.
func (s *State) veil(kind string, l Layer) Layer {
	switch {
	case !s.Veiled() || beforePublishing[kind]:
		return l
	case l == All:
		return Young
	case l == Follow, strings.HasPrefix(string(l), "team:"):
		return Lead
	}
	return l
}

// blind tells whether those who are to answer may ask for something before they can
// read: a link to a measure they have not seen would show them its title.
func blind(c Command) bool {
	switch c.(type) {
	case PresentMember, SetHelpline, SetContact, PromiseAnswer, RotateLink, LeaveAddress:
		return true
	}
	return false
}

// sitDown is what else happens when somebody comes to lead such a meeting.
func (s *State) sitDown(c JoinSeat) []Event {
	if !youngDoor(c.Via) {
		return nil
	}
	es := []Event{LinkSpent{c.Via}}
	if s.unled() {
		es = append(es, YouthLed{})
	}
	return es
}

// watching is the role somebody gets who would lead: adults only watch.
func (s *State) watching(c JoinSeat) Role {
	if (c.Role.Leads() || c.Role == Deputy) && s.Youth.Led != 0 && !youngDoor(c.Via) {
		return Observer
	}
	return c.Role
}

func (e YouthBegun) apply(s *State, _ Mark, t *Touched) {
	s.Youth.On = true
	everything(t)
}

// everything must be shown again: the veil falls, or rises.
func everything(t *Touched) {
	for _, kind := range Kinds() {
		t.again(kind)
	}
}

func (e LinkSpent) apply(s *State, _ Mark, t *Touched) {
	s.spend(s.Links[e.Surface].Hash)
	s.Links[e.Surface] = Link{Epoch: s.Links[e.Surface].Epoch}
	if e.Surface == SpareDoor {
		s.setSpare("", t)
	}
}

// apply also takes the board away from whoever opened it before: it shows what
// is written.
func (e YouthLed) apply(s *State, m Mark, t *Touched) {
	s.Youth.Led = m.Seq
	for _, id := range sorted(s.Seats) {
		if x := s.Seats[id]; (x.Role.Leads() || x.Role == Deputy) && !youngDoor(x.Via) {
			s.setClaim(id, Claim{}, t)
			x.Role, x.Placed = Observer, m.Seq
			s.touchSeat(x, t)
		}
	}
	s.Links[BoardSeat] = Link{Epoch: s.Links[BoardSeat].Epoch + 1}
	t.only("youth")
}

func (e YouthPublished) apply(s *State, m Mark, t *Touched) {
	s.Youth.Published = m.At
	everything(t)
	for id := range s.Measures {
		t.touch("followups", id) // and the rows that others read
	}
	for id := range s.Decisions {
		t.touch("decisions", id)
	}
	for id := range s.Votes {
		t.touch("results", id)
	}
}

// YouthView is what everybody may know of such a meeting: who leads, who
// watches, and whether it is published. What could say that a few were there is
// hidden.
type YouthView struct {
	Leaders   int   `json:"leaders"`
	Observers int   `json:"observers"` // adults with a link
	Led       bool  `json:"led"`
	Here      int   `json:"here"`  // guests; -1 where a few could be known again
	Notes     int   `json:"notes"` // written, wherever they lie; -1 likewise
	Published int64 `json:"published"`
}

func whereYouth(s *State, _ string) Layer {
	if !s.Youth.On {
		return none
	}
	return All
}

func seeYouth(s *State, _ string) YouthView {
	v := YouthView{Led: s.Youth.Led != 0, Published: s.Youth.Published}
	for _, x := range s.Seats {
		switch {
		case x.Gone:
		case x.Role.Leads() && youngDoor(x.Via):
			v.Leaders++
		case x.Role == Observer, x.Role == FollowUp:
			v.Observers++
		case x.here():
			v.Here++
		}
	}
	if s.Crowd != nil {
		v.Here = s.Crowd.N
	}
	for _, i := range s.Ideas {
		if i.Place != Erased {
			v.Notes++
		}
	}
	v.Here, v.Notes = hideFew(v.Here), hideFew(v.Notes)
	return v
}

// touchYouth touches the counts, in the meetings that have them.
func (s *State) touchYouth(t *Touched) {
	if s.Youth.On {
		t.only("youth")
	}
}

func hideFew(n int) int {
	if n > 0 && n < Few {
		return -1
	}
	return n
}
