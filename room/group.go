package room

import (
	"sort"
	"strconv"
)

// GroupsMax is how many tables one meeting can have.
const GroupsMax = 800

// Group is a table. Who sits at it stands on the seats.
type Group struct {
	N    int
	Sent bool   // has sent its points to plenum; see [SendGroup]
	Card string // the card that lies on the table; empty is none
	Away bool   // sits elsewhere and takes part over the net
}

// MakeGroups lays the tables anew and seats everybody, mixed by affiliation.
// Size is how many there should be at each, 0 is the usual five.
type MakeGroups struct {
	Size int `json:"size"`
}

// PlaceSeat moves a person to a table, and whoever sits together with them
// unless it says alone; 0 takes them from the tables.
type PlaceSeat struct {
	Seat  string `json:"seat"`
	Group int    `json:"group"`
	Alone bool   `json:"alone,omitempty"`
}

type GroupsMade struct {
	Count int            `json:"count"`
	Seats map[string]int `json:"seats"`
}

type SeatPlaced struct {
	Seat  string   `json:"seat"`
	Group int      `json:"group"`
	With  []string `json:"with,omitempty"` // who came along
}

func (MakeGroups) allow() roles { return leads }
func (PlaceSeat) allow() roles  { return leads }

func (c MakeGroups) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	if c.Size == 0 {
		c.Size = tableSize
	}
	if c.Size < 2 || c.Size > 12 {
		return no(Invalid)
	}
	if s.shared() {
		return no(Closed) // a table's list would lose its people
	}
	count := tables(headsOf(s.guestsHere()), c.Size)
	if count > GroupsMax {
		return no(TooMany)
	}
	d := s.dropPicks(s.allPicks())
	d.Events = append(d.Events, GroupsMade{count, mix(s.guestsHere(), count, m.Dice)})
	return d, nil
}

func (c PlaceSeat) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	x := s.Seats[c.Seat]
	switch {
	case x == nil || x.Gone:
		return no(Missing)
	case x.Role != Participant:
		return no(Invalid)
	case c.Group < 0 || c.Group > len(s.Groups)+1 || c.Group > GroupsMax:
		return no(Missing)
	case x.Group == c.Group && (c.Alone || len(s.elsewhere(x, c.Group)) == 0):
		return no(Unchanged)
	}
	e := SeatPlaced{Seat: c.Seat, Group: c.Group}
	if !c.Alone {
		e.With = s.elsewhere(x, c.Group)
	}
	return one(e)
}

// elsewhere lists who sits together with a seat and not at a table.
func (s *State) elsewhere(x *Seat, table int) []string {
	var ids []string
	for _, y := range s.company(x)[1:] {
		if y.Group != table {
			ids = append(ids, y.ID)
		}
	}
	return ids
}

// hasScribe tells whether somebody present writes for the table.
func (s *State) hasScribe(n int) bool {
	for _, x := range s.Seats {
		if x.Group == n && x.Scribe && x.here() {
			return true
		}
	}
	return false
}

// shared tells whether any table has begun its list.
func (s *State) shared() bool {
	for _, i := range s.Ideas {
		if i.Place != Private && i.Place != Erased {
			return true
		}
	}
	return false
}

// smallestGroup is where a late arrival sits down, 0 before there are tables.
func (s *State) smallestGroup() int {
	size := s.sizes()
	best := 0
	for n := 1; n <= len(s.Groups); n++ {
		if best == 0 || size[n] < size[best] {
			best = n
		}
	}
	return best
}

func (s *State) sizes() map[int]int {
	size := map[int]int{}
	if s.Crowd != nil {
		for n := range s.Groups {
			size[n] = s.Crowd.Tables[itoa(n)]
		}
	}
	for _, x := range s.Seats {
		if x.here() {
			size[x.Group] += x.heads()
		}
	}
	return size
}

func (e GroupsMade) apply(s *State, m Mark, t *Touched) {
	for n := 1; n <= max(e.Count, len(s.Groups)); n++ {
		t.touch("groups", itoa(n))
		t.touch("progress", itoa(n))
	}
	s.Groups = map[int]*Group{}
	for n := 1; n <= e.Count; n++ {
		s.Groups[n] = &Group{N: n}
	}
	for _, id := range sorted(s.Seats) {
		if n := e.Seats[id]; s.Seats[id].Role == Participant && !s.Seats[id].Gone {
			s.seatAt(s.Seats[id], n, m, t)
		}
	}
	t.only("presence")
	t.only("seating")
}

// seatAt moves somebody. Private notes go along; what the table shares stays.
func (s *State) seatAt(x *Seat, n int, m Mark, t *Touched) {
	if x.Group == n {
		return
	}
	s.touchSeat(x, t)
	x.Group, x.Scribe, x.Placed = n, false, m.Seq
	s.touchSeat(x, t)
	for _, i := range s.Ideas {
		if i.Author == x.ID && i.Place == Private {
			i.Group = n
			t.touch("ideas", i.ID)
		}
	}
}

func (e GroupsMade) reverse(s *State) []Event {
	back := GroupsMade{Count: len(s.Groups), Seats: map[string]int{}}
	for id, x := range s.Seats {
		if x.Group != 0 {
			back.Seats[id] = x.Group
		}
	}
	return []Event{back}
}

func (e SeatPlaced) apply(s *State, m Mark, t *Touched) {
	if e.Group != 0 && s.Groups[e.Group] == nil {
		s.Groups[e.Group] = &Group{N: e.Group}
	}
	for _, id := range append([]string{e.Seat}, e.With...) {
		if x := s.Seats[id]; x != nil {
			s.seatAt(x, e.Group, m, t)
		}
	}
}

func (e SeatPlaced) reverse(s *State) []Event {
	var back []Event
	for _, id := range append([]string{e.Seat}, e.With...) {
		if x := s.Seats[id]; x != nil {
			back = append(back, SeatPlaced{Seat: id, Group: x.Group})
		}
	}
	return back
}

func groupIDs(s *State) []string {
	ns := make([]int, 0, len(s.Groups))
	for n := range s.Groups {
		ns = append(ns, n)
	}
	sort.Ints(ns)
	ids := make([]string, len(ns))
	for i, n := range ns {
		ids[i] = itoa(n)
	}
	return ids
}

func itoa(n int) string { return strconv.Itoa(n) }

func (s *State) group(id string) *Group {
	n, _ := strconv.Atoi(id)
	return s.Groups[n]
}

func whereGroup(s *State, id string) Layer {
	if s.group(id) == nil {
		return none
	}
	return All
}

// GroupView is a table as everybody sees it.
type GroupView struct {
	N      int    `json:"n"`
	Size   int    `json:"size"`
	Scribe bool   `json:"scribe"` // somebody writes
	Sent   bool   `json:"sent"`
	Card   string `json:"card"`
	Away   bool   `json:"away"`   // sits elsewhere; tells first in plenum
	Shared bool   `json:"shared"` // a phone here stands for several
}

func seeGroup(s *State, id string) GroupView {
	g := s.group(id)
	return GroupView{N: g.N, Size: s.sizes()[g.N], Scribe: s.hasScribe(g.N), Sent: g.Sent, Card: g.Card, Away: g.Away, Shared: s.sharing(g.N)}
}

// ProgressView is what the facilitator sees of a table before it shares: how
// much, never what.
type ProgressView struct {
	N       int `json:"n"`
	Size    int `json:"size"`
	Notes   int `json:"notes"`   // written alone, still private
	Writers int `json:"writers"` // people who have written something in this step
	Kept    int `json:"kept"`
	Aside   int `json:"aside"`
	Hands   int `json:"hands"`
}

func seeProgress(s *State, id string) ProgressView {
	n, _ := strconv.Atoi(id)
	v := ProgressView{N: n, Size: s.sizes()[n]}
	writers := map[string]bool{}
	for _, i := range s.Ideas {
		if i.Group != n {
			continue
		}
		if i.Place == Private {
			v.Notes++
		}
		if i.Step == s.Agenda.stepID() && i.Place != Erased {
			writers[i.Author] = true
		}
		switch i.Place {
		case OnTable:
			v.Kept++
		case Aside:
			v.Aside++
		}
	}
	v.Writers = len(writers)
	for _, x := range s.Seats {
		if x.Group == n && x.Hand != "" && !x.Gone {
			v.Hands++
		}
		if x.Group == n && x.here() && x.Interprets {
			v.Size-- // nobody waits for what they write
		}
	}
	return v
}

func whereProgress(s *State, id string) Layer {
	if s.group(id) == nil {
		return none
	}
	return Lead
}
