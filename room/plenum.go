package room

import (
	"slices"
	"strings"
)

// TurnSeconds is how long a table tells, unless the step is planned otherwise.
const TurnSeconds = 120

// Telling is the order in which the tables tell the room, and whose turn it is.
type Telling struct {
	Order []int
	Now   int // place in Order; len(Order) is everybody has told
}

// CallTable gives the floor to a table; 0 means the next in the order.
type CallTable struct {
	Group int `json:"group,omitempty"`
	From  int `json:"from,omitempty"` // who had it, as the sender saw it
}

// OrderTables says in which order the tables tell, those who sit elsewhere
// first.
type OrderTables struct {
	Order []int `json:"order"`
}

// MarkSame says *samme hos oss*: an idea of another table is the same as one of
// ours. Off takes the mark back.
type MarkSame struct {
	Idea string `json:"idea"`
	Ours string `json:"ours"`
	Off  bool   `json:"off,omitempty"`
}

type TableCalled struct {
	Group   int   `json:"group"` // 0: nobody is left
	Seconds int64 `json:"seconds"`
	Order   []int `json:"order,omitempty"` // if somebody was called before their turn
}

type TablesOrdered struct {
	Order []int `json:"order"`
}

type SameMarked struct {
	Idea string `json:"idea"`
	Ours string `json:"ours"`
	Off  bool   `json:"off,omitempty"`
}

func (CallTable) allow() roles   { return leads }
func (OrderTables) allow() roles { return leads }
func (MarkSame) allow() roles    { return guests }

func (c CallTable) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if !s.phase().tells {
		return no(Closed)
	}
	n := c.Group
	if n == 0 {
		if c.From != 0 && c.From != s.Telling.group() {
			return no(Changed)
		}
		n = s.Telling.after()
	}
	switch {
	case n != 0 && s.Groups[n] == nil:
		return no(Missing)
	case n == s.Telling.group():
		return no(Unchanged)
	}
	return one(TableCalled{Group: n, Seconds: s.turn(), Order: s.Telling.calling(n)})
}

func (c OrderTables) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	seen := map[int]bool{}
	for _, n := range c.Order {
		if s.Groups[n] == nil || seen[n] {
			return no(Missing)
		}
		seen[n] = true
	}
	if len(seen) != len(s.Groups) {
		return no(Missing)
	}
	return one(TablesOrdered(c))
}

func (c MarkSame) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	theirs, ours := s.Ideas[c.Idea], s.Ideas[c.Ours]
	switch {
	case !s.phase().tells && !s.phase().merges:
		return no(Closed)
	case theirs == nil || ours == nil || theirs.Place != InPlenum || ours.Place != InPlenum:
		return no(Missing)
	case ours.Group != by.Group || by.Group == 0 || theirs.Group == by.Group:
		return no(Forbidden)
	case s.Same[pair(c.Idea, c.Ours)] == !c.Off:
		return no(Unchanged)
	}
	return one(SameMarked(c))
}

// turn is how long each table has: the step's minutes shared out, but never
// less than half a minute.
func (s *State) turn() int64 {
	st := s.Agenda.step()
	if len(s.Groups) == 0 || st.Minutes == 0 {
		return TurnSeconds
	}
	least := int64(30)
	if s.Meeting.Practice != "" {
		least = 5
	}
	return min(max(s.lasts(st.Minutes)/1000/int64(len(s.Groups)), least), 300)
}

func (t Telling) group() int {
	if t.Now < len(t.Order) {
		return t.Order[t.Now]
	}
	return 0
}

func (t Telling) after() int {
	if t.Now+1 < len(t.Order) {
		return t.Order[t.Now+1]
	}
	return 0
}

// calling is the order as it becomes when a table is called before its turn:
// those it passes come right after it. The room goes by the order, so who was
// only stepped over would never be heard. Nothing if nobody is passed.
func (t Telling) calling(g int) []int {
	at := slices.Index(t.Order, g)
	if at <= t.Now+1 {
		return nil
	}
	order := slices.Delete(slices.Clone(t.Order), at, at+1)
	return slices.Insert(order, t.Now+1, g)
}

// callFirst gives the floor to the first table when the step is entered.
func callFirst(s *State, m Mark, t *Touched) {
	if len(s.Telling.Order) != len(s.Groups) {
		s.Telling.Order = nil
		s.Telling.Order = s.awayFirst()
	}
	s.Telling.Now = 0
	s.Timer = Timer{Ends: m.At + s.turn()*1000, Total: s.turn() * 1000}
	t.only("telling")
}

func (e TableCalled) apply(s *State, m Mark, t *Touched) {
	if e.Order != nil {
		s.Telling.Order = e.Order
	}
	s.Telling.Now = len(s.Telling.Order)
	for n, g := range s.Telling.Order {
		if g == e.Group {
			s.Telling.Now = n
		}
	}
	s.Timer = Timer{}
	if e.Group != 0 {
		s.Timer = Timer{Ends: m.At + e.Seconds*1000, Total: e.Seconds * 1000}
	}
	t.only("telling")
	t.only("timer")
}

func (e TableCalled) reverse(s *State) []Event {
	back := TableCalled{Group: s.Telling.group(), Seconds: s.turn()}
	if e.Order != nil {
		back.Order = slices.Clone(s.Telling.Order)
	}
	return []Event{back}
}

func (e TablesOrdered) apply(s *State, _ Mark, t *Touched) {
	now := s.Telling.group()
	s.Telling.Order = e.Order
	s.Telling.Now = 0
	for n, g := range e.Order {
		if g == now {
			s.Telling.Now = n
		}
	}
	t.only("telling")
}

func (e TablesOrdered) reverse(s *State) []Event {
	return []Event{TablesOrdered{append([]int(nil), s.Telling.Order...)}}
}

func (e SameMarked) apply(s *State, _ Mark, t *Touched) {
	if e.Off {
		delete(s.Same, pair(e.Idea, e.Ours))
	} else {
		s.Same[pair(e.Idea, e.Ours)] = true
	}
	t.touch("ideas", e.Idea)
	t.touch("ideas", e.Ours)
	t.only("suggestions")
}

// pair names two ideas the same whichever is said first.
func pair(a, b string) string {
	if a > b {
		a, b = b, a
	}
	return a + " " + b
}

// TellingView is whose turn it is, and who should get ready.
type TellingView struct {
	Order []int `json:"order"`
	Now   int   `json:"now"`  // 0: nobody
	Next  int   `json:"next"` // 0: nobody
}

func seeTelling(s *State) TellingView {
	return TellingView{append([]int{}, s.Telling.Order...), s.Telling.group(), s.Telling.after()}
}

// forgetSame drops the marks of an idea that is gone.
func (s *State) forgetSame(id string, t *Touched) {
	for p := range s.Same {
		a, b, _ := strings.Cut(p, " ")
		if a != id && b != id {
			continue
		}
		delete(s.Same, p)
		t.touch("ideas", a)
		t.touch("ideas", b)
		t.only("suggestions")
	}
}
