package room

// numberMax is the largest number that is believed.
const numberMax = 1_000_000_000

// Count is a number that tells whether a measure works: how many, when, and who
// says so. A nil value is *vet vi ikke ennå*, which is an answer.
type Count struct {
	ID     string `json:"id"`
	Date   string `json:"date"` // YYYY-MM-DD
	Value  *int64 `json:"value"`
	Source string `json:"source"`
	What   string `json:"what,omitempty"` // a word from CountWhats; empty is what the measure counts
}

// CountWhats is what is counted of a scheme each half-year: how many asked for it,
// got it, used it, and what was left unused.
var CountWhats = []string{"sokt", "fatt", "brukt", "ubrukt"}

// SetCount writes one, or with an empty date takes it away.
type SetCount struct {
	Measure string `json:"measure"`
	Count
	Seen int64 `json:"seen"`
}

type CountSet struct {
	Measure string `json:"measure"`
	Count
}

func (SetCount) allow() roles { return tenders }

func (c Count) same(d Count) bool {
	return c.ID == d.ID && c.Date == d.Date && c.Source == d.Source && c.What == d.What && (c.Value == nil) == (d.Value == nil) &&
		(c.Value == nil || *c.Value == *d.Value)
}

func (c SetCount) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	_, care, err := s.caring(c.Measure)
	if err != nil {
		return Decision{}, err
	}
	e := CountSet{c.Measure, c.Count}
	at := place(care.Counts, func(x Count) bool { return x.ID == c.ID })
	if e.Source, err = maybe(c.Source, StepMax); err == nil {
		err = goodDate(c.Date)
	}
	switch {
	case err != nil:
		return Decision{}, err
	case !goodID(c.ID) || c.What != "" && !has(CountWhats, c.What) || c.Value != nil && (*c.Value < 0 || *c.Value > numberMax):
		return no(Invalid)
	case care.overtaken("count/"+c.ID, c.Seen, by):
		return no(Changed)
	case at < 0 && c.Date == "", at >= 0 && care.Counts[at].same(e.Count):
		return no(Unchanged)
	case at < 0 && len(care.Counts) >= PartsMax:
		return no(Full)
	}
	return one(e)
}

func (e CountSet) apply(s *State, m Mark, t *Touched) {
	c := s.Cares[e.Measure]
	if c == nil {
		return
	}
	c.Counts = put(c.Counts, e.Count, e.Date == "", func(x Count) bool { return x.ID == e.ID })
	c.stamp("count/"+e.ID, m)
	t.touch("followups", e.Measure)
}

func (e CountSet) reverse(s *State) []Event {
	if c := s.Cares[e.Measure]; c != nil {
		if at := place(c.Counts, func(x Count) bool { return x.ID == e.ID }); at >= 0 {
			return []Event{CountSet{e.Measure, c.Counts[at]}}
		}
	}
	return []Event{CountSet{e.Measure, Count{ID: e.ID}}}
}
