package room

import "slices"

// HallReportsMax is how many phones can try the hall; two are enough.
const HallReportsMax = 20

// hallFaults is what a phone can find wrong in the hall. That phones on the
// guest network come nowhere is seen by nobody having reported from it.
var hallFaults = []string{"portal", "socket", "http", "clock", "mirror", "small", "mute"}

// Hall is the trying of the hall before people come: whether it goes on, the
// number that only the board shows, and what each phone found.
type Hall struct {
	On      bool
	Since   int64
	Number  int
	Reports map[string]HallReport // by phone
}

// HallReport is what one phone found. One that has begun has come through its
// network, and whoever holds it has not answered yet.
type HallReport struct {
	Net    string   `json:"net"` // wifi or mobile
	Faults []string `json:"faults"`
	Begun  bool     `json:"begun,omitempty"`
}

// CheckHall begins to try the hall, or ends it. ReportHall is the house's, on
// behalf of a phone that has opened the page for it. Seen is the number read
// from the board, zero when it could not be read.
type CheckHall struct {
	On bool `json:"on"`
}
type ReportHall struct {
	Phone  string   `json:"phone"`
	Net    string   `json:"net"`
	Faults []string `json:"faults"`
	Seen   int      `json:"seen"`
	Begun  bool     `json:"begun"`
}

type HallChecking struct {
	On     bool `json:"on"`
	Number int  `json:"number,omitempty"`
}

type HallReported struct {
	Phone  string   `json:"phone"`
	Net    string   `json:"net"`
	Faults []string `json:"faults"`
	Begun  bool     `json:"begun,omitempty"`
}

func (CheckHall) allow() roles  { return leads }
func (ReportHall) allow() roles { return house }

func (c CheckHall) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	switch {
	case s.Hall.On == c.On:
		return no(Unchanged)
	case c.On:
		return one(HallChecking{true, 100 + int(m.Dice%900)})
	}
	return one(HallChecking{})
}

func (c ReportHall) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	_, again := s.Hall.Reports[c.Phone]
	switch {
	case !s.Hall.On:
		return no(Closed)
	case !goodID(c.Phone) || c.Net != "wifi" && c.Net != "mobile":
		return no(Invalid)
	case again && c.Begun:
		return no(Unchanged)
	case !again && len(s.Hall.Reports) >= HallReportsMax:
		return no(Full)
	}
	e := HallReported{Phone: c.Phone, Net: c.Net, Faults: []string{}, Begun: c.Begun}
	for _, f := range hallFaults {
		if slices.Contains(c.Faults, f) {
			e.Faults = append(e.Faults, f)
		}
	}
	if !c.Begun && c.Seen != s.Hall.Number && !slices.Contains(e.Faults, "mirror") && !slices.Contains(e.Faults, "small") {
		e.Faults = append(e.Faults, "small")
	}
	return one(e)
}

func (e HallChecking) apply(s *State, m Mark, t *Touched) {
	s.Hall = Hall{On: e.On, Since: m.At, Number: e.Number, Reports: s.Hall.Reports}
	if e.On || s.Hall.Reports == nil {
		s.Hall.Reports = map[string]HallReport{}
	}
	t.only("hall")
	t.only("sign")
}

func (e HallReported) apply(s *State, _ Mark, t *Touched) {
	if s.Hall.Reports == nil {
		s.Hall.Reports = map[string]HallReport{}
	}
	s.Hall.Reports[e.Phone] = HallReport{e.Net, e.Faults, e.Begun}
	t.only("hall")
}

// HallView is what the phones found, for the panel. The number is not in it: it
// is read from the board, and from nowhere else.
type HallView struct {
	On      bool         `json:"on"`
	Since   int64        `json:"since"`
	Reports []HallReport `json:"reports"`
}

func seeHall(s *State) HallView {
	v := HallView{On: s.Hall.On, Since: s.Hall.Since, Reports: []HallReport{}}
	for _, phone := range sorted(s.Hall.Reports) {
		v.Reports = append(v.Reports, s.Hall.Reports[phone])
	}
	return v
}

// SignView is the number on the board while the hall is tried.
type SignView struct {
	Number int `json:"number"`
}

func seeSign(s *State, _ string) any { return SignView{s.Hall.Number} }

func whereSign(s *State, _ string) Layer {
	if !s.Hall.On {
		return none
	}
	return Board
}
