package room

import (
	"crypto/subtle"
	"strings"
)

// A tap is how whoever is responsible says the status without a seat and
// without logging in: by a link to one measure, in a mail or a text message.
// Only the hash of its key is kept. It dies when a new one is made and when
// another becomes responsible.

// MakeTap makes a measure's link, and every older one worthless. Hash is of the
// new key, made by the server; empty takes the link away.
type MakeTap struct {
	Measure string `json:"measure"`
	Hash    string `json:"hash"`
}

// SayStatus is the house's, on behalf of whoever showed the key.
type SayStatus struct {
	Measure string `json:"measure"`
	Hash    string `json:"hash"`
	Answer  string `json:"answer"` // a word from TapAnswers
	Says    string `json:"says"`
}

// TapAnswers is what the four buttons say.
var TapAnswers = map[string]struct {
	Status Status
	Help   bool
}{"pa-plass": {InPlace, false}, "i-gang": {UnderWay, false}, "star-fast": {Stuck, false}, "hjelp": {Stuck, true}}

// AskStatus asks whoever is responsible how it is, by mail, with a new link. Nonce
// is what the key is made from, by whoever writes the letter.
type AskStatus struct {
	Measure string `json:"measure"`
	Hash    string `json:"hash"`
	Nonce   string `json:"nonce"`
}

// askEvery is how soon the same person can be asked again.
const askEvery = 60 * 60 * 1000

type StatusAsked struct {
	Measure string `json:"measure"`
	Hash    string `json:"hash"`
}

type TapMade struct {
	Measure string `json:"measure"`
	Hash    string `json:"hash"`
}

func (MakeTap) allow() roles   { return carers }
func (SayStatus) allow() roles { return house }
func (AskStatus) allow() roles { return carers }

func (c AskStatus) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	_, care, err := s.caring(c.Measure)
	switch {
	case err != nil:
		return Decision{}, err
	case !s.Reach[MailMeasure+"/"+c.Measure]:
		return no(Missing)
	case care.Asked != 0 && m.Now-care.Asked < askEvery:
		return no(Rate)
	case len(c.Hash) != 64 || !goodID(c.Nonce):
		return no(Invalid)
	}
	return Decision{Events: []Event{StatusAsked{c.Measure, c.Hash}},
		Effects: []Effect{PutMails{ForStatus, c.Nonce, MailMeasure, []string{c.Measure}}}}, nil
}

func (e StatusAsked) apply(s *State, m Mark, t *Touched) {
	if c := s.Cares[e.Measure]; c != nil {
		s.noteLink(e.Measure, e.Hash, m, t)
		s.spend(c.Tap)
		c.Tap, c.Asked = e.Hash, m.At
		t.touch("followups", e.Measure)
	}
}

func (c MakeTap) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	_, care, err := s.caring(c.Measure)
	switch {
	case err != nil:
		return Decision{}, err
	case c.Hash != "" && len(c.Hash) != 64:
		return no(Invalid)
	case care.Tap == c.Hash:
		return no(Unchanged)
	}
	return one(TapMade(c))
}

func (c SayStatus) decide(s *State, _ *Seat, now Moment) (Decision, error) {
	m, care, err := s.caring(c.Measure)
	answer, known := TapAnswers[c.Answer]
	switch {
	case err != nil:
		return Decision{}, err
	case care.Tap == "" || care.Tap != c.Hash:
		return no(Gone)
	case !known:
		return no(Invalid)
	}
	return s.answered(m, care, SetStatus{Status: answer.Status, Says: c.Says, Help: answer.Help}, now.Now)
}

// answered is what whoever is responsible says by a link. Who asks for help is heard
// by those of the group who said yes to letters: once, until they have been helped.
func (s *State) answered(m *Measure, care *Care, c SetStatus, now int64) (Decision, error) {
	d, err := said(m, care, c, Voice{Responsible, m.Responsible}, now)
	if err == nil && c.Help && !care.Help {
		d.Effects = s.mails(ForTask, helpID(m.ID)+onceMore+itoa(int(s.Head)), MailMember)
	}
	return d, err
}

// onceMore stands before the position of an occasion that may come back: the task is
// the same, the letter is another.
const onceMore = "@"

// TaskAbout is the task that a letter to the group is about.
func TaskAbout(occasion string) string {
	id, _, _ := strings.Cut(occasion, onceMore)
	return id
}

func helpID(measure string) string { return "help-" + measure }

func (e TapMade) apply(s *State, m Mark, t *Touched) {
	if c := s.Cares[e.Measure]; c != nil {
		s.noteLink(e.Measure, e.Hash, m, t)
		if e.Hash == "" {
			s.withdraw(c.Tap)
		}
		s.spend(c.Tap)
		c.Tap = e.Hash
		t.touch("followups", e.Measure)
	}
}

// TapView is all that a link shows of its measure, and of the meeting.
type TapView struct {
	Measure     string
	Title       string
	Responsible string
	First       string
	Due         string
	Status      Status
	Confirmed   int64
	Says        string // the last sentence with the status
	Help        bool
	Last        Said
	Meeting     string
	Lang        string
	Zone        string
}

// SeeTap is what whoever shows a key may see. A key that is no longer anybody's
// shows nothing.
func (s *State) SeeTap(hash string) (TapView, bool) {
	for _, id := range measureIDs(s) {
		m, c := s.Measures[id], s.Cares[id]
		if c.Tap != "" && subtle.ConstantTimeCompare([]byte(c.Tap), []byte(hash)) == 1 {
			return TapView{id, m.Title, m.Responsible, m.First, m.Due, s.shownStatus(m), c.Confirmed, c.Says, c.Help, c.said(m),
				s.Meeting.Title, s.Meeting.Lang, s.Meeting.Zone}, true
		}
	}
	return TapView{}, false
}
