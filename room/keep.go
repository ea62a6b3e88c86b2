package room

import "time"

// Kept is how long one sort of thing is kept. This table is the whole truth: the
// house acts on it, and the privacy page is held to it.
type Kept struct {
	What   string
	Days   int    // after From
	From   string // ended: the meeting's end. closed: the last measure is in place or dropped
	people string // rows of people that go
	events func(s *State) []Event
}

// Keeping is what is gone when. An open measure is never deleted by nobody
// having touched it.
var Keeping = []Kept{
	{What: "ballots", Days: 1, From: "ended", events: closeWhatIsOpen},
	{What: "seats", Days: 1, From: "ended", events: forgetSeats},
	{What: "needs", Days: 3, From: "ended", people: "needs"},
	{What: "signups", Days: 30, From: "ended", people: "signup"},
	{What: "contacts", Days: 30, From: "ended", people: "contact"},
	{What: "pictures", Days: 30, From: "ended"},
	{What: ContributeKind, Days: 60, From: "ended", people: ContributeKind},
	{What: "record", Days: 365, From: "closed"},
}

// Notices is how many days before the record goes the group is told.
var Notices = []int{60, 14, 3}

// EraseData is the house's: what has been kept long enough goes.
type EraseData struct {
	What string `json:"what"`
}

// DataErased carries what is left of it as numbers, so that a replay in which
// the rest has been blanked ends in the same.
type DataErased struct {
	What  string   `json:"what"`
	Crowd *Crowd   `json:"crowd,omitempty"`
	Votes []Turned `json:"votes,omitempty"`
}

func (EraseData) allow() roles { return house }

func (c EraseData) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	for _, k := range Keeping {
		switch {
		case k.What != c.What:
			continue
		case s.Erased[k.What] != 0 || s.Meeting.Ended == 0 || m.Now < s.Meeting.Ended+int64(k.Days)*Day:
			return no(Unchanged)
		}
		var d Decision
		if k.events != nil {
			d.Events = k.events(s)
		}
		if k.people != "" {
			d.Effects = append(d.Effects, DropPeople{k.people})
		}
		if k.What == "pictures" {
			d.Effects = append(d.Effects, ErasePictures{})
		}
		if k.What != "seats" {
			d.Events = append(d.Events, DataErased{What: k.What})
		}
		return d, nil
	}
	return no(Missing)
}

// closeWhatIsOpen: a bag that nobody came to count is counted and emptied.
func closeWhatIsOpen(s *State) []Event {
	var es []Event
	for _, id := range voteIDs(s) {
		if st := s.Votes[id].Status; st != "counted" && st != "cancelled" && st != "closed" {
			es = append(es, VoteClosed{id})
		}
	}
	return es
}

func (s *State) uncounted() bool {
	for _, v := range s.Votes {
		if v.Status != "counted" && v.Status != "cancelled" {
			return true
		}
	}
	for _, m := range s.Moods {
		if m.Closed {
			return true
		}
	}
	return false
}

func (e DataErased) apply(s *State, m Mark, t *Touched) {
	s.Erased[e.What] = m.At
	t.only("deletions")
	switch e.What {
	case "seats":
		s.forgetEverybody(e, m, t)
	case "needs":
		s.Needs = map[string]string{}
		for id := range s.Seats {
			s.touchNeed(id, t)
		}
	case "contacts":
		s.Book = map[string]string{}
		t.only("book")
	case "pictures":
		s.Pictures = map[string]Picture{}
		t.again("slides")
	case ContributeKind:
		s.Willing = map[string]Contributor{}
		s.contacted(m, t)
	}
}

// keepDuties are what has been kept long enough, and the story that is still to
// be scrubbed after that.
func (s *State) keepDuties() []duty {
	var ds []duty
	for _, k := range Keeping {
		if k.From != "ended" || s.Erased[k.What] != 0 || k.What == "seats" && s.uncounted() || k.What == "pictures" && len(s.Pictures) == 0 {
			continue
		}
		ds = append(ds, duty{s.Meeting.Ended + int64(k.Days)*Day, Due{"erase:" + k.What, EraseData{k.What}}})
	}
	if s.Scrub.Done < s.Scrub.Until {
		ds = append(ds, duty{s.Scrub.Since, Due{"erase:scrub-" + itoa(int(s.Scrub.Done)), ScrubLog{s.Scrub.Done}}})
	}
	return append(ds, s.noticeDuties()...)
}

// recordEnds is when the last measure was closed, and when the record goes because of
// that; 0 while anything is open. Nobody is surprised: whenever the first notice
// came, there are as many days as it says.
func (s *State) recordEnds() (closed, ends int64) {
	if s.Meeting.Ended == 0 {
		return 0, 0
	}
	closed = s.Meeting.Ended
	for _, c := range s.Cares {
		if c.Closed == 0 {
			return 0, 0
		}
		closed = max(closed, c.Closed)
	}
	for _, k := range Keeping {
		if k.From == "closed" {
			ends = closed + int64(k.Days)*Day
		}
	}
	if told := s.Tasks[noticeID(Notices[0], closed)]; told != nil {
		ends = max(ends, told.At+int64(Notices[0])*Day)
	}
	return closed, ends
}

func noticeID(days int, closed int64) string {
	return "record_" + itoa(days) + "-" + time.UnixMilli(closed).UTC().Format(time.DateOnly)
}

func (s *State) noticeDuties() []duty {
	closed, ends := s.recordEnds()
	if ends == 0 {
		return nil
	}
	var ds []duty
	date := time.UnixMilli(ends).UTC().Format(time.DateOnly)
	for _, days := range Notices {
		id := noticeID(days, closed)
		if s.Tasks[id] != nil {
			continue
		}
		ds = append(ds, duty{ends - int64(days)*Day, Due{"task:" + id, RaiseTask{ID: id, Kind: "record_" + itoa(days), Due: date}}})
		break // one after the other: the first moves the end if it came late
	}
	return ds
}

// Expires is when everything about the meeting goes; 0 is not yet known. By then
// all notices have been given.
func (s *State) Expires() int64 {
	closed, ends := s.recordEnds()
	for _, days := range Notices {
		if ends == 0 || s.Tasks[noticeID(days, closed)] == nil {
			return 0
		}
	}
	return ends
}
