package room

import "slices"

func seatIDs(s *State) []string { return sorted(s.Seats) }

func whereMe(s *State, id string) Layer {
	if x := s.Seats[id]; x == nil || x.Gone {
		return none
	}
	return MineLayer(id)
}

func whereSeat(s *State, id string) Layer {
	if x := s.Seats[id]; x == nil || x.Gone {
		return none
	}
	return Lead
}

// MeView is what a seat is told about itself.
type MeView struct {
	Seat   string        `json:"seat"`
	N      int           `json:"n"`
	Role   Role          `json:"role"`
	As     string        `json:"as"`
	Also   string        `json:"also"` // its second hat
	Group  int           `json:"group"`
	Scribe bool          `json:"scribe"`
	Hand   string        `json:"hand"`
	Left   bool          `json:"left"`
	Voted  []string      `json:"voted"`  // votes in which its slip lies in the bag
	Heads  int           `json:"heads"`  // how many its phone stands for
	Slips  []SharedSlips `json:"slips"`  // of a shared phone
	Said   bool          `json:"said"`   // has answered on the way out
	Told   bool          `json:"told"`   // has asked to be told the answer
	With   []int         `json:"with"`   // the numbers of those one sits together with
	Helped []int         `json:"helped"` // the numbers of those it has helped in
	Invite string        `json:"invite"`
	Mail   string        `json:"mail"` // of who leads or follows up, how far an address has come: empty, left, confirmed

	Posters    []string `json:"posters"`    // what one has hung up oneself
	Need       bool     `json:"need"`       // has said what it needs to take part
	Book       bool     `json:"book"`       // stands in the contact book
	Swap       string   `json:"swap"`       // six digits, for the phone it was before
	Interprets bool     `json:"interprets"` // reads along, and has no voice
}

func seeMe(s *State, id string) MeView {
	x := s.Seats[id]
	v := MeView{Seat: id, N: x.N, Role: x.Role, As: x.As, Also: x.Also, Group: x.Group, Scribe: x.Scribe, Hand: x.Hand, Left: x.Left,
		Voted: []string{}, Heads: x.heads(), Slips: seeSharedSlips(s, x), With: []int{}, Helped: s.helpedBy(x), Invite: x.Invite, Swap: x.Swap, Interprets: x.Interprets}
	for _, y := range s.company(x)[1:] {
		v.With = append(v.With, y.N)
	}
	_, v.Said = s.Goodbyes[id]
	v.Told = s.subscription(id) != ""
	if v.Mail = s.reach(MailMember, id); x.Role.Leads() {
		v.Mail = s.reach(MailLead, id)
	}
	v.Need = s.needOf(id) != ""
	v.Posters, v.Book = s.postersOf(id), s.inBook(id) != ""
	for _, vid := range voteIDs(s) {
		if _, ok := s.Votes[vid].Slips[id]; ok {
			v.Voted = append(v.Voted, vid)
		}
	}
	return v
}

// helpedBy lists the numbers of those whom a seat has helped in.
func (s *State) helpedBy(x *Seat) []int {
	helped := []int{}
	for _, y := range s.Seats {
		if y.By == x.ID && !y.Gone {
			helped = append(helped, y.N)
		}
	}
	slices.Sort(helped)
	return helped
}

// SeatView is a line in the facilitator's list of seats. It holds nothing of
// what the person wrote or chose.
type SeatView struct {
	Seat   string `json:"seat"`
	N      int    `json:"n"`
	Role   Role   `json:"role"`
	As     string `json:"as"`
	Also   string `json:"also"` // the second hat
	Group  int    `json:"group"`
	Scribe bool   `json:"scribe"`
	Hand   string `json:"hand"`
	Left   bool   `json:"left"`
	Paper  bool   `json:"paper"` // has no phone
	Heads  int    `json:"heads"` // how many its phone stands for
	With   []int  `json:"with"`  // the numbers of those it sits together with
	Need   bool   `json:"need"`  // has said what it needs to take part
	Via    string `json:"via"`   // of who leads, the door it came in by, see [Doors]; else empty
	Since  int64  `json:"since"` // of who leads, since when, unix milliseconds; else 0
}

func seeSeat(s *State, id string) SeatView {
	x := s.Seats[id]
	v := SeatView{Seat: x.ID, N: x.N, Role: x.Role, As: x.As, Also: x.Also, Group: x.Group, Scribe: x.Scribe, Hand: x.Hand, Left: x.Left,
		Paper: x.Paper, Heads: x.heads(), With: []int{}, Need: s.needOf(id) != ""}
	if x.Role.Leads() {
		v.Via, v.Since = s.doorOf(x), x.Led
	}
	for _, y := range s.company(x)[1:] {
		v.With = append(v.With, y.N)
	}
	return v
}

// PresenceView counts who is here. It names nobody.
type PresenceView struct {
	Here     int `json:"here"`
	Unplaced int `json:"unplaced"`
	Groups   int `json:"groups"`
}

func seePresence(s *State) PresenceView {
	v := PresenceView{Groups: len(s.Groups)}
	if s.Crowd != nil {
		v.Here = s.Crowd.N
	}
	for _, x := range s.Seats {
		if x.here() {
			v.Here += x.heads()
			if x.Group == 0 {
				v.Unplaced += x.heads()
			}
		}
	}
	return v
}
