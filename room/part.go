package room

// PartsMax is how many parts, milestones and numbers each a measure can have.
const PartsMax = 60

// Part is a place where a routine is taken into use, or somebody who says yes to
// an agreement or a declaration. Not a person: a school, a club, a unit.
type Part struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Done bool   `json:"done"`
	Date string `json:"date"` // YYYY-MM-DD
}

// SetPart writes one, or with an empty name takes it away.
type SetPart struct {
	Measure string `json:"measure"`
	Part
	Seen int64 `json:"seen"`
}

type PartSet struct {
	Measure string `json:"measure"`
	Part
}

func (SetPart) allow() roles { return tenders }

func (c SetPart) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	_, care, err := s.caring(c.Measure)
	if err != nil {
		return Decision{}, err
	}
	e := PartSet{c.Measure, c.Part}
	at := place(care.Parts, func(p Part) bool { return p.ID == c.ID })
	if e.Name, err = maybe(c.Name, NameMax); err == nil {
		err = goodDate(c.Date)
	}
	switch {
	case err != nil:
		return Decision{}, err
	case !goodID(c.ID):
		return no(Invalid)
	case care.overtaken("part/"+c.ID, c.Seen, by):
		return no(Changed)
	case at < 0 && e.Name == "", at >= 0 && care.Parts[at] == e.Part:
		return no(Unchanged)
	case at < 0 && len(care.Parts) >= PartsMax:
		return no(Full)
	}
	return one(e)
}

func (e PartSet) apply(s *State, m Mark, t *Touched) {
	c := s.Cares[e.Measure]
	if c == nil {
		return
	}
	s.notePart(e.Measure, e.Part, m, t)
	c.Parts = put(c.Parts, e.Part, e.Name == "", func(p Part) bool { return p.ID == e.ID })
	c.stamp("part/"+e.ID, m)
	t.touch("followups", e.Measure)
}

func (e PartSet) reverse(s *State) []Event {
	if c := s.Cares[e.Measure]; c != nil {
		if at := place(c.Parts, func(p Part) bool { return p.ID == e.ID }); at >= 0 {
			return []Event{PartSet{e.Measure, c.Parts[at]}}
		}
	}
	return []Event{PartSet{e.Measure, Part{ID: e.ID}}}
}

// place is where in a list something is, -1 if it is not there.
func place[T any](list []T, is func(T) bool) int {
	for n, x := range list {
		if is(x) {
			return n
		}
	}
	return -1
}

// put writes into a list what is there already, or at its end; or takes it out.
func put[T any](list []T, x T, gone bool, is func(T) bool) []T {
	at := place(list, is)
	switch {
	case gone && at < 0:
		return list
	case gone:
		return append(append([]T(nil), list[:at]...), list[at+1:]...)
	case at < 0:
		return append(list, x)
	}
	list[at] = x
	return list
}
