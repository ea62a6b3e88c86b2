package room

import (
	"strings"
	"time"
)

// Meeting is what is true of the whole evening.
type Meeting struct {
	Title    string
	Lang     string // catalogue of the meeting: nb, nn, en, sv
	Template string
	Code     string // join code, eight characters of Crockford's base32
	Decides  string // who decides over the result; empty is not clarified yet
	AnswerBy string // YYYY-MM-DD; empty is not clarified yet
	OutBy    string // HH:MM, when the room must be empty; empty is no such time
	Zone     string // IANA time zone
	Created  int64
	Started  int64
	Ended    int64
	EndedSeq int64
	Locked   bool   // nobody new may join
	Demo     bool   // example data: said on every screen
	Paused   bool   // guests may not write just now
	Moderate bool   // what a table sends is seen by the leads before the hall
	Practice string // the meeting this is a rehearsal of; empty is the real thing
}

// CreateMeeting is the first command of every room. The house asks, on behalf
// of whoever may make meetings.
type CreateMeeting struct {
	Title    string            `json:"title"`
	Lang     string            `json:"lang"`
	Template string            `json:"template"`
	File     string            `json:"file"` // a template as JSON text, instead
	Code     string            `json:"code"`
	Decides  string            `json:"decides"`
	AnswerBy string            `json:"answerBy"`
	Zone     string            `json:"zone"`
	Demo     bool              `json:"demo"`
	Links    map[string]string `json:"links"`              // surface → hash of its key
	Practice string            `json:"practice,omitempty"` // a rehearsal of this meeting, in a room of its own
	Steps    []Step            `json:"steps,omitempty"`    // its plan as it stands, instead of the template's
	Slides   []Slide           `json:"slides,omitempty"`   // and its slides
}

// DescribeMeeting changes what the front page says. Absent fields stay.
type DescribeMeeting struct {
	Title    *string `json:"title,omitempty"`
	Decides  *string `json:"decides,omitempty"`
	AnswerBy *string `json:"answerBy,omitempty"`
}

// LockMeeting stops or lets in new people.
type LockMeeting struct {
	On bool `json:"on"`
}

// EndMeeting says thank you.
type EndMeeting struct{}

type MeetingCreated struct {
	Title    string            `json:"title"`
	Lang     string            `json:"lang"`
	Template string            `json:"template"`
	Code     string            `json:"code"`
	Decides  string            `json:"decides,omitempty"`
	AnswerBy string            `json:"answerBy,omitempty"`
	Zone     string            `json:"zone"`
	Demo     bool              `json:"demo,omitempty"`
	Links    map[string]string `json:"links"`
	Steps    []Step            `json:"steps"`
	Slides   []Slide           `json:"slides,omitempty"`
	Practice string            `json:"practice,omitempty"`
}

type MeetingDescribed struct {
	Title    string `json:"title"`
	Decides  string `json:"decides,omitempty"`
	AnswerBy string `json:"answerBy,omitempty"`
}

type MeetingLocked struct {
	On bool `json:"on"`
}

type MeetingEnded struct{}

func (CreateMeeting) allow() roles   { return house }
func (DescribeMeeting) allow() roles { return leads }
func (LockMeeting) allow() roles     { return leads }
func (EndMeeting) allow() roles      { return leads }

func (c CreateMeeting) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.born() {
		return no(Unchanged)
	}
	e := MeetingCreated{Lang: c.Lang, Template: c.Template, Code: c.Code, Zone: c.Zone, Demo: c.Demo, Links: c.Links}
	var err error
	if e.Title, err = written(c.Title, NameMax); err != nil {
		return Decision{}, err
	}
	if e.Decides, e.AnswerBy, err = promise(c.Decides, c.AnswerBy); err != nil {
		return Decision{}, err
	}
	if e.Zone == "" {
		e.Zone = "Europe/Oslo"
	}
	t, err := chosen(c.Template, c.File)
	if err != nil {
		return Decision{}, err
	}
	if c.File != "" {
		e.Template = t.ID
	}
	if e.Practice = c.Practice; e.Practice != "" && len(c.Steps) > 1 {
		e.Steps, e.Slides = c.Steps, c.Slides
	} else if e.Steps, err = t.steps(c.Lang); err != nil {
		return Decision{}, err
	} else {
		e.Slides = t.slides(c.Lang)
	}
	for n := range e.Steps {
		e.Steps[n].Question = named(e.Steps[n].Question, e.Title)
	}
	d := Decision{Events: []Event{e}}
	if t.Youth { // also what a table sends is read by the young leaders first
		d.Events = append(d.Events, YouthBegun{}, MeetingModerated{true})
	}
	if deck, ok := FindDeck(t.Deck); ok {
		d.Events = append(d.Events, dealt(deck, c.Lang))
	}
	return d, nil
}

// named puts the meeting's title where a question asks for it.
func named(question, title string) string { return strings.ReplaceAll(question, "{title}", title) }

func (s *State) named(question string) string { return named(question, s.Meeting.Title) }

// promise checks who decides and when the answer comes; both may be left open
// until the meeting starts.
func promise(decides, answerBy string) (string, string, error) {
	d, err := maybe(decides, NameMax)
	if err != nil {
		return "", "", err
	}
	return d, answerBy, goodDate(answerBy)
}

// goodDate accepts YYYY-MM-DD, or nothing.
func goodDate(date string) error {
	if date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return Refuse(Invalid)
	}
	return nil
}

func (c DescribeMeeting) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	now := MeetingDescribed{s.Meeting.Title, s.Meeting.Decides, s.Meeting.AnswerBy}
	e := now
	if c.Title != nil {
		e.Title = *c.Title
	}
	if c.Decides != nil {
		e.Decides = *c.Decides
	}
	if c.AnswerBy != nil {
		e.AnswerBy = *c.AnswerBy
	}
	var err error
	if e.Title, err = written(e.Title, NameMax); err != nil {
		return Decision{}, err
	}
	if e.Decides, e.AnswerBy, err = promise(e.Decides, e.AnswerBy); err != nil {
		return Decision{}, err
	}
	if e == now {
		return no(Unchanged)
	}
	return one(e)
}

func (c LockMeeting) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Meeting.Locked == c.On {
		return no(Unchanged)
	}
	return one(MeetingLocked(c))
}

func (EndMeeting) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Meeting.Ended != 0 {
		return no(Unchanged)
	}
	if s.openVote() != nil {
		return no(VoteOpen)
	}
	d := Decision{Events: []Event{MeetingEnded{}}}
	d.add(s.dropPicks(s.allPicks()))
	d.add(s.dropMoods())
	d.add(s.dropLoose()) // nothing is undone from now on
	return d, nil
}

func (e MeetingCreated) apply(s *State, m Mark, t *Touched) {
	s.Meeting = Meeting{Title: e.Title, Lang: e.Lang, Template: e.Template, Code: e.Code, Decides: e.Decides,
		AnswerBy: e.AnswerBy, Zone: e.Zone, Demo: e.Demo, Practice: e.Practice, Created: m.At}
	for surface, hash := range e.Links {
		s.Links[surface] = Link{Hash: hash, Epoch: 1}
	}
	s.Agenda = Agenda{Steps: e.Steps}
	s.Slides = e.Slides
	t.again("slides")
	s.touchRehearsal(t)
	for _, k := range []string{"meeting", "step", "ahead", "script", "scripts", "timer", "presence", "seating", "lack", "acts", "deck", "telling", "showing", "tray", "films", "pace", "suggestions", "goodbyes", "changes", "answer", "reply", "contact", "attendance", "reports", "hall"} {
		t.only(k)
	}
}

func (e MeetingDescribed) apply(s *State, _ Mark, t *Touched) {
	s.Meeting.Title, s.Meeting.Decides, s.Meeting.AnswerBy = e.Title, e.Decides, e.AnswerBy
	t.only("meeting")
	t.only("answer")
	t.only("reply")
}

func (e MeetingDescribed) reverse(s *State) []Event {
	return []Event{MeetingDescribed{s.Meeting.Title, s.Meeting.Decides, s.Meeting.AnswerBy}}
}

func (e MeetingLocked) apply(s *State, _ Mark, t *Touched) {
	s.Meeting.Locked = e.On
	t.only("meeting")
}

func (e MeetingLocked) reverse(*State) []Event { return []Event{MeetingLocked{!e.On}} }

func (e MeetingEnded) apply(s *State, m Mark, t *Touched) {
	s.Meeting.Ended, s.Meeting.EndedSeq = m.At, m.Seq
	s.Timer = Timer{}
	for _, v := range s.Votes { // what was half told is told
		v.Revealed = v.Revealed || s.Slow && v.shows()
	}
	for _, c := range s.Cares { // the year begins now
		c.Confirmed = m.At
	}
	for _, kind := range []string{"followups", "asides", "results", "unveiled"} {
		t.again(kind)
	}
	t.only("deletions")
	t.only("meeting")
	t.only("step")
	t.only("timer")
	t.only("showing")
}

// Status is where in its life the meeting is: lobby, running or ended.
func (s *State) Status() string {
	switch {
	case s.Meeting.Ended != 0:
		return "ended"
	case s.Meeting.Started != 0:
		return "running"
	}
	return "lobby"
}

// MeetingView is the front page.
type MeetingView struct {
	Title    string     `json:"title"`
	Lang     string     `json:"lang"`
	Code     string     `json:"code"`
	Decides  string     `json:"decides"`
	AnswerBy string     `json:"answerBy"` // YYYY-MM-DD
	OutBy    string     `json:"outBy"`    // HH:MM in the zone
	Zone     string     `json:"zone"`
	Status   string     `json:"status"` // lobby, running, ended
	Started  int64      `json:"started"`
	Ended    int64      `json:"ended"`
	Locked   bool       `json:"locked"`
	Demo     bool       `json:"demo"`
	Paused   bool       `json:"paused"`
	Moderate bool       `json:"moderate"`
	Practice bool       `json:"practice"`         // a rehearsal: said on every screen
	Second   string     `json:"second,omitempty"` // a language beside the meeting's own; empty is none
	Agenda   []StepLine `json:"agenda"`
}

func seeMeeting(s *State) MeetingView {
	m := s.Meeting
	return MeetingView{Title: m.Title, Lang: m.Lang, Code: m.Code, Decides: m.Decides, AnswerBy: m.AnswerBy, OutBy: m.OutBy, Zone: m.Zone,
		Status: s.Status(), Started: m.Started, Ended: m.Ended, Locked: m.Locked, Demo: m.Demo, Paused: m.Paused,
		Moderate: m.Moderate, Practice: m.Practice != "", Second: s.Second.Lang, Agenda: s.Agenda.lines()}
}
