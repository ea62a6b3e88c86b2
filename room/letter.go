package room

// LetterMax is how long the message to those who decide can be.
const LetterMax = 600

// Letter is *budskapet til dem som bestemmer*: what the young people want read
// first. Whom it is for and when they are to answer stand on the meeting.
type Letter struct {
	Text  string
	Set   Stamp
	Lines []int64 // records that carry a text of it
}

// WriteLetter writes it, until it is published. RedactLetter takes it out of
// the story for good, also afterwards.
type WriteLetter struct {
	Text string `json:"text"`
	Seen int64  `json:"seen"`
}
type RedactLetter struct{}

type LetterWritten struct {
	Text string `json:"text,omitempty"`
}
type LetterRedacted struct{}

func (WriteLetter) allow() roles  { return leads }
func (RedactLetter) allow() roles { return carers }

func (c WriteLetter) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	last := s.Youth.Letter.Set
	switch {
	case !s.Youth.On || s.Youth.Published != 0:
		return no(Closed)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	}
	text, err := maybe(c.Text, LetterMax)
	if err != nil {
		return Decision{}, err
	}
	if text == s.Youth.Letter.Text {
		return no(Unchanged)
	}
	return one(LetterWritten{text})
}

func (RedactLetter) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Youth.Letter.Text == "" {
		return no(Unchanged)
	}
	d := Decision{Events: []Event{LetterRedacted{}}}
	for _, line := range s.Youth.Letter.Lines {
		d.Effects = append(d.Effects, Blank{Seq: line})
	}
	return d, nil
}

func (e LetterWritten) apply(s *State, m Mark, t *Touched) {
	l := &s.Youth.Letter
	l.Text, l.Set, l.Lines = e.Text, Stamp{m.Seq, m.Seat}, append(l.Lines, m.Seq)
	t.only("letter")
}

func (e LetterRedacted) apply(s *State, _ Mark, t *Touched) {
	s.Youth.Letter = Letter{}
	t.only("letter")
}

// LetterView is the message as whoever may read it sees it.
type LetterView struct {
	Text string `json:"text"`
	Seen int64  `json:"seen"`
}

func whereLetter(s *State, id string) Layer { return whereYouth(s, id) }

func seeLetter(s *State, _ string) LetterView {
	return LetterView{s.Youth.Letter.Text, s.Youth.Letter.Set.Seq}
}
