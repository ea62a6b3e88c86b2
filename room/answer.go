package room

import "strings"

// AnswerWords is how long an answer can be in each language, so that anybody
// reads it in a minute. partMax bounds one part of it in characters.
const (
	AnswerWords = 150
	partMax     = 1200
)

// AnswerParts is what an answer says: what we do, what we do not do and why,
// and what happens next.
var AnswerParts = []string{"does", "not", "next"}

// ReplyText is the answer in one language.
type ReplyText struct {
	Does string `json:"does"`
	Not  string `json:"not"`
	Next string `json:"next"`
}

// Answer is the promise of an answer, what is being written of it, and what has
// been published.
type Answer struct {
	First     string // the date promised at first, if it has been moved
	Drafts    map[string]ReplyText
	Set       map[string]Stamp // by language/part
	Lines     []int64          // records that carry a draft
	Published []Published
}

// Published is a version that people could read. A later one corrects it.
type Published struct {
	Seq      int64
	At       int64
	Texts    map[string]ReplyText
	Redacted bool
}

// PromiseAnswer moves the day the answer is promised for. WriteAnswer writes one
// part in one language. PublishAnswer lets everybody read it: it cannot be taken
// back, only corrected. RedactAnswer takes what was published, and the drafts,
// out of the story for good.
type PromiseAnswer struct {
	Date string `json:"date"`
}
type WriteAnswer struct {
	Lang string `json:"lang"`
	Part string `json:"part"`
	Text string `json:"text"`
	Seen int64  `json:"seen"`
}
type PublishAnswer struct{}
type RedactAnswer struct {
	Seq int64 `json:"seq"`
}

type AnswerPromised struct {
	Date string `json:"date"`
}

type AnswerWritten struct {
	Lang string `json:"lang"`
	Part string `json:"part"`
	Text string `json:"text,omitempty"`
}

type AnswerPublished struct {
	Texts map[string]ReplyText `json:"texts"`
}

type AnswerRedacted struct {
	Seq int64 `json:"seq"`
}

func (PromiseAnswer) allow() roles { return carers }
func (WriteAnswer) allow() roles   { return carers }
func (PublishAnswer) allow() roles { return carers }
func (RedactAnswer) allow() roles  { return carers }

func (r *ReplyText) part(name string) *string {
	switch name {
	case "does":
		return &r.Does
	case "not":
		return &r.Not
	case "next":
		return &r.Next
	}
	return nil
}

// words counts what one has to read.
func (r ReplyText) words() int { return len(strings.Fields(r.Does + " " + r.Not + " " + r.Next)) }

func (c PromiseAnswer) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case c.Date == "" || goodDate(c.Date) != nil:
		return no(Invalid)
	case c.Date == s.Meeting.AnswerBy:
		return no(Unchanged)
	}
	return one(AnswerPromised(c))
}

func (c WriteAnswer) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	draft := s.Answer.Drafts[c.Lang]
	part := draft.part(c.Part)
	last := s.Answer.Set[c.Lang+"/"+c.Part]
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case part == nil || !goodID(c.Lang) || len(c.Lang) > 8:
		return no(Invalid)
	case len(s.Answer.Drafts) >= deckLanguages && draft == ReplyText{}:
		return no(Full)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	}
	text, err := maybe(c.Text, partMax)
	if err != nil {
		return Decision{}, err
	}
	if text == *part {
		return no(Unchanged)
	}
	if *part = text; draft.words() > AnswerWords {
		return no(TooLong)
	}
	return one(AnswerWritten{c.Lang, c.Part, text})
}

func (PublishAnswer) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	e := AnswerPublished{s.Answer.ready()}
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case e.Texts[s.Meeting.Lang].Does == "":
		return no(Empty)
	case sameTexts(s.Answer.latest().Texts, e.Texts):
		return no(Unchanged)
	}
	return Decision{Events: []Event{e}, Effects: s.mails(ForAnswer, itoa(len(s.Answer.Published)+1), MailReply)}, nil
}

// ready is what would be published now: every language that says what we do.
func (a Answer) ready() map[string]ReplyText {
	texts := map[string]ReplyText{}
	for lang, text := range a.Drafts {
		if text.Does != "" {
			texts[lang] = text
		}
	}
	return texts
}

func sameTexts(a, b map[string]ReplyText) bool {
	if len(a) != len(b) {
		return false
	}
	for lang, text := range a {
		if b[lang] != text {
			return false
		}
	}
	return true
}

func (c RedactAnswer) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	d := Decision{Events: []Event{AnswerRedacted(c)}}
	for _, p := range s.Answer.Published {
		if p.Seq == c.Seq && p.Redacted {
			return no(Unchanged)
		}
		if p.Seq == c.Seq {
			d.Effects = append(d.Effects, reseal(p.Seq, AnswerPublished{}))
		}
	}
	if len(d.Effects) == 0 {
		return no(Missing)
	}
	for _, line := range s.Answer.Lines {
		d.Effects = append(d.Effects, Blank{Seq: line})
	}
	return d, nil
}

// latest is what can be read now.
func (a Answer) latest() Published {
	for n := len(a.Published) - 1; n >= 0; n-- {
		if !a.Published[n].Redacted {
			return a.Published[n]
		}
	}
	return Published{}
}

func (e AnswerPromised) apply(s *State, _ Mark, t *Touched) {
	if s.Answer.First == "" {
		s.Answer.First = s.Meeting.AnswerBy
	}
	s.Meeting.AnswerBy = e.Date
	t.only("meeting")
	t.only("answer")
	t.only("reply")
}

func (e AnswerPromised) reverse(s *State) []Event {
	if s.Meeting.AnswerBy == "" {
		return nil
	}
	return []Event{AnswerPromised{s.Meeting.AnswerBy}}
}

func (e AnswerWritten) apply(s *State, m Mark, t *Touched) {
	text := s.Answer.Drafts[e.Lang]
	if part := text.part(e.Part); part != nil {
		*part = e.Text
		s.Answer.Drafts[e.Lang] = text
		s.Answer.Set[e.Lang+"/"+e.Part] = Stamp{m.Seq, m.Seat}
		s.Answer.Lines = append(s.Answer.Lines, m.Seq)
	}
	t.only("answer")
}

func (e AnswerPublished) apply(s *State, m Mark, t *Touched) {
	s.Answer.Published = append(s.Answer.Published, Published{Seq: m.Seq, At: m.At, Texts: e.Texts})
	for _, kind := range []string{"answer_due", "answer_soon", "answer_late"} {
		s.finish(kind, "", m, t)
	}
	t.only("answer")
	t.only("reply")
}

func (e AnswerRedacted) apply(s *State, _ Mark, t *Touched) {
	for n := range s.Answer.Published {
		if p := &s.Answer.Published[n]; p.Seq == e.Seq {
			p.Redacted, p.Texts = true, nil
		}
	}
	s.Answer.Drafts, s.Answer.Set, s.Answer.Lines = map[string]ReplyText{}, map[string]Stamp{}, nil
	t.only("answer")
	t.only("reply")
}

// AnswerView is the answer being written, for the follow-up group.
type AnswerView struct {
	Promised    string               `json:"promised"` // YYYY-MM-DD
	First       string               `json:"first"`    // the date before it was moved
	Drafts      map[string]ReplyText `json:"drafts"`   // by language
	Words       map[string]int       `json:"words"`    // by language, of AnswerWords
	Seen        map[string]int64     `json:"seen"`     // by language/part
	Published   int64                `json:"published"`
	Versions    []VersionView        `json:"versions"`
	Unsaid      bool                 `json:"unsaid"`      // the draft says something else than what was published
	Subscribers int                  `json:"subscribers"` // have asked to be told
	Confirmed   int                  `json:"confirmed"`   // of them have said that the address is theirs: they are told by mail
}

// VersionView is one published version; Seq is what it is redacted by.
type VersionView struct {
	Seq      int64                `json:"seq"`
	At       int64                `json:"at"`
	Texts    map[string]ReplyText `json:"texts"`
	Redacted bool                 `json:"redacted"`
}

func seeAnswer(s *State) AnswerView {
	a := s.Answer
	v := AnswerView{Promised: s.Meeting.AnswerBy, First: a.First, Drafts: map[string]ReplyText{}, Words: map[string]int{},
		Seen: map[string]int64{}, Versions: a.versions(), Subscribers: len(s.Subscribers), Confirmed: len(s.confirmed(MailReply))}
	for lang, text := range a.Drafts {
		v.Drafts[lang], v.Words[lang] = text, text.words()
	}
	for what, st := range a.Set {
		v.Seen[what] = st.Seq
	}
	v.Published = a.latest().At
	v.Unsaid = !sameTexts(a.latest().Texts, a.ready())
	return v
}

func (a Answer) versions() []VersionView {
	vs := []VersionView{}
	for _, p := range a.Published {
		v := VersionView{p.Seq, p.At, map[string]ReplyText{}, p.Redacted}
		for lang, text := range p.Texts {
			v.Texts[lang] = text
		}
		vs = append(vs, v)
	}
	return vs
}

// ReplyView is what everybody may read: the promise, and the answer when it has
// come, with the versions it corrects.
type ReplyView struct {
	Promised  string        `json:"promised"` // YYYY-MM-DD
	First     string        `json:"first"`    // the date before it was moved
	Published int64         `json:"published"`
	Versions  []VersionView `json:"versions"` // the last is the one that holds
}

func seeReply(s *State) ReplyView {
	v := ReplyView{Promised: s.Meeting.AnswerBy, First: s.Answer.First, Versions: []VersionView{}}
	for _, p := range s.Answer.versions() {
		if !p.Redacted {
			v.Versions = append(v.Versions, p)
		}
	}
	if n := len(v.Versions); n > 0 {
		v.Published = v.Versions[0].At
	}
	return v
}
