package room

import (
	"encoding/json"
	"sort"
)

// ChecksMax is how many times a follow-up group can go through a checklist.
const ChecksMax = 20

// CheckStates is how far an item of a checklist has come.
var CheckStates = []string{"ikke-startet", "i-gang", "pa-plass", "ikke-aktuelt"}

// Check is one time through a checklist. Each service first marks alone, and
// nobody sees what the others have marked; then the differences are shown, and
// they write down together how it is.
type Check struct {
	List   Checklist
	Opened int64
	Order  int64
	Shown  bool
	Marks  map[string]map[string]string // by seat and item
	Agreed map[string]Agreed            // by item
	Set    map[string]Stamp             // by item
}

// Agreed is what a follow-up group has agreed on about an item.
type Agreed struct {
	State       string `json:"state"`
	Evidence    string `json:"evidence,omitempty"` // where it can be seen: a plan, a page
	Responsible string `json:"responsible,omitempty"`
	Next        string `json:"next,omitempty"` // YYYY-MM-DD
}

// OpenCheck begins anew with one of the shipped lists, or with one from a file.
type OpenCheck struct {
	ID   string          `json:"id"`
	List string          `json:"list"`
	File json.RawMessage `json:"file,omitempty"`
}

// MarkCheck says how a service sees an item; no state takes the mark away.
type MarkCheck struct {
	Check string `json:"check"`
	Item  string `json:"item"`
	State string `json:"state"`
}

// ShowCheck ends the marking and shows where the services differ.
type ShowCheck struct {
	Check string `json:"check"`
}

// AgreeCheck writes down how an item is. Seen is the position at which the
// sender saw it last written.
type AgreeCheck struct {
	Check string `json:"check"`
	Item  string `json:"item"`
	Agreed
	Seen int64 `json:"seen"`
}

// CheckOpened carries the whole list: what it says must not depend on the files
// of a later version.
type CheckOpened struct {
	ID   string    `json:"id"`
	List Checklist `json:"list"`
}

type CheckMarked struct {
	Check string `json:"check"`
	Seat  string `json:"seat"`
	Item  string `json:"item"`
	State string `json:"state"`
}

type CheckShown struct {
	Check string `json:"check"`
}

type CheckAgreed struct {
	Check string `json:"check"`
	Item  string `json:"item"`
	Agreed
}

func (OpenCheck) allow() roles  { return carers }
func (MarkCheck) allow() roles  { return carers }
func (ShowCheck) allow() roles  { return carers }
func (AgreeCheck) allow() roles { return carers }

func (c OpenCheck) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case !goodID(c.ID):
		return no(Invalid)
	case s.Checks[c.ID] != nil:
		return no(Unchanged)
	case len(s.Checks) >= ChecksMax:
		return no(Full)
	}
	if _, marking := s.marking(); marking != nil {
		return no(Taken) // one time through at a time
	}
	if len(c.File) == 0 {
		list, ok := checklists[c.List]
		if !ok {
			return no(Missing)
		}
		return one(CheckOpened{c.ID, list})
	}
	list, err := ReadChecklist(c.File)
	if err != nil {
		return Decision{}, err
	}
	return one(CheckOpened{c.ID, list})
}

// item finds what a command is about.
func (s *State) item(check, item string) (*Check, error) {
	c := s.Checks[check]
	if c == nil || !c.List.has(item) {
		return nil, Refuse(Missing)
	}
	return c, nil
}

func (c MarkCheck) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	check, err := s.item(c.Check, c.Item)
	switch {
	case err != nil:
		return Decision{}, err
	case check.Shown:
		return no(Closed)
	case c.State != "" && !has(CheckStates, c.State):
		return no(Invalid)
	case check.Marks[by.ID][c.Item] == c.State:
		return no(Unchanged)
	}
	return one(CheckMarked{c.Check, by.ID, c.Item, c.State})
}

func (c ShowCheck) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	check := s.Checks[c.Check]
	switch {
	case check == nil:
		return no(Missing)
	case check.Shown:
		return no(Unchanged)
	}
	return one(CheckShown(c))
}

func (c AgreeCheck) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	check, err := s.item(c.Check, c.Item)
	if err != nil {
		return Decision{}, err
	}
	e := CheckAgreed{c.Check, c.Item, c.Agreed}
	for _, f := range []struct {
		into *string
		max  int
	}{{&e.Evidence, IdeaMax}, {&e.Responsible, NameMax}} {
		if *f.into, err = maybe(*f.into, f.max); err != nil {
			return Decision{}, err
		}
	}
	last := check.Set[c.Item]
	switch {
	case !check.Shown:
		return no(Closed)
	case !has(CheckStates, c.State), goodDate(c.Next) != nil:
		return no(Invalid)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	case check.Agreed[c.Item] == e.Agreed:
		return no(Unchanged)
	}
	return one(e)
}

func (e CheckOpened) apply(s *State, m Mark, t *Touched) {
	s.Checks[e.ID] = &Check{List: e.List, Opened: m.At, Order: m.Seq, Marks: map[string]map[string]string{}, Agreed: map[string]Agreed{}, Set: map[string]Stamp{}}
	t.touch("checks", e.ID)
	t.touch("checklists", e.ID)
}

func (e CheckMarked) apply(s *State, _ Mark, t *Touched) {
	c := s.Checks[e.Check]
	if c == nil {
		return
	}
	if c.Marks[e.Seat] == nil {
		c.Marks[e.Seat] = map[string]string{}
	}
	c.Marks[e.Seat][e.Item] = e.State
	if e.State == "" {
		delete(c.Marks[e.Seat], e.Item)
	}
	t.touch("marks", e.Seat)
	t.touch("checks", e.Check)
}

func (e CheckShown) apply(s *State, _ Mark, t *Touched) {
	if c := s.Checks[e.Check]; c != nil {
		c.Shown = true
		t.touch("checks", e.Check)
		t.again("marks")
	}
}

func (e CheckAgreed) apply(s *State, m Mark, t *Touched) {
	c := s.Checks[e.Check]
	if c == nil {
		return
	}
	if c.Agreed[e.Item] = e.Agreed; e.Agreed == (Agreed{}) {
		delete(c.Agreed, e.Item)
	}
	c.Set[e.Item] = Stamp{m.Seq, m.Seat}
	t.again("checks") // later ones show how it was before
}

func (e CheckAgreed) reverse(s *State) []Event {
	c := s.Checks[e.Check]
	if c == nil {
		return nil
	}
	return []Event{CheckAgreed{e.Check, e.Item, c.Agreed[e.Item]}}
}

// checkIDs lists the times through, oldest first.
func checkIDs(s *State) []string {
	ids := sorted(s.Checks)
	sort.SliceStable(ids, func(a, b int) bool { return s.Checks[ids[a]].Order < s.Checks[ids[b]].Order })
	return ids
}

func whereCheck(s *State, id string) Layer {
	if s.Checks[id] == nil {
		return none
	}
	return Follow
}
