package room

import "time"

// DatesMax is how many dates of its own a group can keep, and BeforeMax how many
// days ahead it can be reminded.
const (
	DatesMax  = 100
	BeforeMax = 365
)

// DateKinds is what a date can be: the kommune's budget and planning, an
// application to Bufdir, or anything else.
var DateKinds = []string{"okonomiplan", "bufdir", "eget"}

// endsBefore is how many days before a measure ends somebody must say what comes
// after it: half a year, which is what a budget takes.
const endsBefore = 183

// Date is a day in the group's own calendar, and how many days before it the
// house puts it among what waits.
type Date struct {
	ID     string `json:"id"`
	Day    string `json:"day"` // YYYY-MM-DD
	Kind   string `json:"kind"`
	Title  string `json:"title"`
	Before int    `json:"before"` // days; 0 is no reminder
}

// SetDate writes one, or with an empty day takes it away.
type SetDate struct {
	Date
	Seen int64 `json:"seen"`
}

type DateSet struct {
	Date
}

func (SetDate) allow() roles { return carers }

func (c SetDate) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	e := DateSet{c.Date}
	was, last := s.Dates[c.ID], s.DatesSet[c.ID]
	var err error
	if e.Title, err = maybe(c.Title, StepMax); err == nil {
		err = goodDate(c.Day)
	}
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case err != nil:
		return Decision{}, err
	case !goodID(c.ID) || c.Before < 0 || c.Before > BeforeMax:
		return no(Invalid)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	case was == nil && c.Day == "", was != nil && *was == e.Date:
		return no(Unchanged)
	case c.Day == "":
		return one(DateSet{Date{ID: c.ID}})
	case !has(DateKinds, c.Kind):
		return no(Invalid)
	case e.Title == "" && c.Kind == "eget":
		return no(Empty)
	case was == nil && len(s.Dates) >= DatesMax:
		return no(Full)
	}
	return one(e)
}

func (e DateSet) apply(s *State, m Mark, t *Touched) {
	if was := s.Dates[e.ID]; was != nil && was.Day != e.Day { // the old reminder says nothing any more
		s.finishAbout("date", e.ID, m, t)
	}
	delete(s.Dates, e.ID)
	if e.Day != "" {
		d := e.Date
		s.Dates[e.ID] = &d
	}
	s.DatesSet[e.ID] = Stamp{m.Seq, m.Seat}
	t.touch("dates", e.ID)
}

func (e DateSet) reverse(s *State) []Event {
	if was := s.Dates[e.ID]; was != nil {
		return []Event{DateSet{*was}}
	}
	return []Event{DateSet{Date{ID: e.ID}}}
}

// dateDuties are the reminders: of the group's own dates, and of measures that
// end while nobody has said what comes after them. Days are counted from
// midnight UTC. A day that has passed is not reminded of.
func (s *State) dateDuties() []duty {
	var ds []duty
	remind := func(kind, about, day string, before int) {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil || before == 0 {
			return
		}
		if id := kind + "-" + about + "-" + day; s.Tasks[id] == nil {
			c := RaiseTask{ID: id, Kind: kind, Due: day, About: about}
			if kind == "ends" {
				c.Measure, c.About = about, ""
			}
			ds = append(ds, duty{at.UnixMilli() - int64(before)*Day, Due{"task:" + id, c}})
		}
	}
	for _, id := range sorted(s.Dates) {
		d := s.Dates[id]
		remind("date", id, d.Day, d.Before)
	}
	for _, id := range sorted(s.Cares) {
		if c := s.Cares[id]; c.After == "" && Status(s.Measures[id].Status) != Dropped {
			remind("ends", id, c.Lasts, endsBefore)
		}
	}
	return ds
}

// finishAbout ticks off what waits of one kind about one thing.
func (s *State) finishAbout(kind, about string, m Mark, t *Touched) {
	for id, task := range s.Tasks {
		if task.Kind == kind && task.About == about && task.Done == 0 {
			task.Done = m.At
			t.touch("tasks", id)
		}
	}
}

func dateIDs(s *State) []string { return sorted(s.Dates) }

func whereDate(s *State, id string) Layer {
	if s.Dates[id] == nil {
		return none
	}
	return Follow
}

// DateView is a day in the calendar. Seen is sent along by whoever changes it.
type DateView struct {
	Date
	Seen int64 `json:"seen"`
}

func seeDate(s *State, id string) DateView { return DateView{*s.Dates[id], s.DatesSet[id].Seq} }
