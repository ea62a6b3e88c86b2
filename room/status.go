package room

// Status is how far a measure has come.
type Status string

const (
	NotStarted Status = "ikke-startet"
	UnderWay   Status = "i-gang"
	Stuck      Status = "star-fast"
	InPlace    Status = "pa-plass"
	Dropped    Status = "lagt-bort"
	Unknown    Status = "ukjent" // nobody has confirmed it for a long time; never said, only shown
)

// Statuses is what can be said, in the order of a measure's life; Shown is what
// can be shown.
var (
	Statuses = []Status{NotStarted, UnderWay, Stuck, InPlace, Dropped}
	Shown    = append(append([]Status{}, Statuses...), Unknown)
)

// StaleDays is how long a status is believed after it was last confirmed.
const StaleDays = 60

// soon is how long the same words by the same voice are a slip of the thumb.
// After that they confirm.
const soon = 10 * 60 * 1000

// trailMax is how many turns a measure's trail keeps, the latest.
const trailMax = 200

// Turn is one line of a measure's trail.
type Turn struct {
	Seq    int64  `json:"seq"`
	At     int64  `json:"at"`
	By     Voice  `json:"by"`
	Status Status `json:"status"`
	Says   string `json:"says"`
	Help   bool   `json:"help"`
}

// SetStatus says how far a measure has come. Dropping one demands a reason.
// Seen is the position of the status the sender saw.
type SetStatus struct {
	ID     string `json:"id"`
	Status Status `json:"status"`
	Says   string `json:"says"`
	Help   bool   `json:"help"`
	Seen   int64  `json:"seen"`
}

// ConfirmStatus says that it is still so.
type ConfirmStatus struct {
	ID   string `json:"id"`
	Seen int64  `json:"seen"`
}

// RedactStatus takes the sentence of one turn out of the story for good.
type RedactStatus struct {
	ID  string `json:"id"`
	Seq int64  `json:"seq"`
}

// AgeStatus is the house's: nobody has confirmed it for StaleDays.
type AgeStatus struct {
	ID string `json:"id"`
}

type StatusSet struct {
	ID     string `json:"id"`
	Status Status `json:"status"`
	Says   string `json:"says,omitempty"`
	Help   bool   `json:"help,omitempty"`
	By     Voice  `json:"by"`
}

type StatusRedacted struct {
	ID  string `json:"id"`
	Seq int64  `json:"seq"`
}

type StatusAged struct {
	ID string `json:"id"`
}

func (SetStatus) allow() roles     { return tenders }
func (ConfirmStatus) allow() roles { return tenders }
func (RedactStatus) allow() roles  { return carers }
func (AgeStatus) allow() roles     { return house }

func sayable(st Status) bool {
	for _, x := range Statuses {
		if x == st {
			return true
		}
	}
	return false
}

// over tells a status after which nothing more is expected.
func (st Status) over() bool { return st == InPlace || st == Dropped }

// agesAt is when the status is no longer to be believed; 0 never, for what was
// dropped stays dropped.
func (c *Care) agesAt(st Status) int64 {
	if st == Dropped {
		return 0
	}
	return c.Confirmed + StaleDays*Day
}

// shownStatus is the status as anybody is shown it: never in its old colour
// when nobody knows any more.
func (s *State) shownStatus(m *Measure) Status {
	if c := s.Cares[m.ID]; c != nil && c.Aged {
		return Unknown
	}
	return Status(m.Status)
}

func (c SetStatus) decide(s *State, by *Seat, now Moment) (Decision, error) {
	m, care, err := s.caring(c.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case care.overtaken("status", c.Seen, by):
		return no(Changed)
	}
	return said(m, care, c, s.voice(by), now.Now)
}

// said is the rule that holds whoever says it.
func said(m *Measure, care *Care, c SetStatus, by Voice, now int64) (Decision, error) {
	says, err := maybe(c.Says, IdeaMax)
	switch {
	case err != nil:
		return Decision{}, err
	case !sayable(c.Status):
		return no(Invalid)
	case c.Status == Dropped && says == "":
		return no(Empty)
	case Status(m.Status) == c.Status && care.Says == says && care.Help == c.Help && by == care.By && len(care.Trail) > 0 &&
		now-care.Confirmed < soon:
		return no(Unchanged)
	}
	return one(StatusSet{m.ID, c.Status, says, c.Help, by})
}

func (c ConfirmStatus) decide(s *State, by *Seat, now Moment) (Decision, error) {
	m, care, err := s.caring(c.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case care.overtaken("status", c.Seen, by):
		return no(Changed)
	}
	return said(m, care, SetStatus{Status: Status(m.Status), Says: care.Says, Help: care.Help}, s.voice(by), now.Now)
}

func (c RedactStatus) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	_, care, err := s.caring(c.ID)
	if err != nil {
		return Decision{}, err
	}
	says := ""
	for _, turn := range care.Trail {
		if turn.Seq == c.Seq {
			says = turn.Says
		}
	}
	if says == "" {
		return no(Missing)
	}
	d := Decision{Events: []Event{StatusRedacted(c)}}
	for _, turn := range care.Trail { // confirming it has copied the sentence
		if turn.Says == says {
			d.Effects = append(d.Effects, reseal(turn.Seq, StatusSet{ID: c.ID, Status: turn.Status, Help: turn.Help, By: turn.By}))
		}
	}
	return d, nil
}

func (c AgeStatus) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	measure, care, err := s.caring(c.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case care.Aged || care.agesAt(Status(measure.Status)) == 0 || m.Now < care.agesAt(Status(measure.Status)):
		return no(Unchanged)
	}
	return one(StatusAged(c))
}

func (e StatusSet) apply(s *State, m Mark, t *Touched) {
	measure, c := s.Measures[e.ID], s.Cares[e.ID]
	if measure == nil || c == nil {
		return
	}
	c.Before = Stood{measure.Status, c.Says, c.Help, c.By, c.Confirmed, c.Closed, c.Aged}
	measure.Status = string(e.Status)
	c.Says, c.Help, c.By, c.Confirmed, c.Aged = e.Says, e.Help, e.By, m.At, false
	switch {
	case !e.Status.over():
		c.Closed = 0
		for _, days := range Notices { // the record stays
			s.finish("record_"+itoa(days), "", m, t)
		}
	case c.Closed == 0:
		c.Closed = m.At
	}
	c.stamp("status", m)
	c.Trail = append(c.Trail, Turn{m.Seq, m.At, e.By, e.Status, e.Says, e.Help})
	if len(c.Trail) > trailMax {
		c.Trail = append([]Turn(nil), c.Trail[len(c.Trail)-trailMax:]...)
	}
	s.finish("status_old", e.ID, m, t)
	s.finish("help", e.ID, m, t)
	if e.Help {
		s.raise(Task{ID: helpID(e.ID), Kind: "help", Measure: e.ID}, m, t)
	}
	s.touchCare(e.ID, t)
	t.touch("trails", e.ID)
}

func (e StatusRedacted) apply(s *State, _ Mark, t *Touched) {
	c := s.Cares[e.ID]
	if c == nil {
		return
	}
	says := ""
	for _, turn := range c.Trail {
		if turn.Seq == e.Seq {
			says = turn.Says
		}
	}
	for n := range c.Trail {
		if c.Trail[n].Says == says {
			c.Trail[n].Says = ""
		}
	}
	if c.Says == says {
		c.Says = ""
	}
	if c.Before.Says == says {
		c.Before.Says = ""
	}
	s.touchCare(e.ID, t)
	t.touch("trails", e.ID)
}

func (e StatusAged) apply(s *State, m Mark, t *Touched) {
	c := s.Cares[e.ID]
	if c == nil {
		return
	}
	c.Aged = true
	s.raise(Task{ID: "status-" + e.ID, Kind: "status_old", Measure: e.ID}, m, t)
	s.touchCare(e.ID, t)
}

// touchCare touches both sides of a measure.
func (s *State) touchCare(id string, t *Touched) {
	t.touch("followups", id)
	t.touch("measures", id)
}

// TrailView is a measure's history: every status that was said, and everything
// else that was written about it.
type TrailView struct {
	Measure string       `json:"measure"`
	Turns   []Turn       `json:"turns"`
	Changes []ChangeView `json:"changes"`
}

func seeTrail(s *State, id string) TrailView {
	return TrailView{id, append([]Turn{}, s.Cares[id].Trail...), seeHistory(s, id)}
}
