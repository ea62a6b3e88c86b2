package room

import (
	"slices"
	"unicode"
)

// A note may be written in whatever language somebody thinks in. What they wrote
// stays, and a Norwegian line is laid beneath it: by the writer, by the
// interpreter at the table, or by whoever writes for it. Until there is one, or
// somebody has said that it was read aloud and explained, the note cannot be laid
// aside: nobody's words are thrown away because they could not be read.

// Tongue is a language a note can be said to be in, by its own name for itself.
type Tongue struct{ Code, Name string }

// Tongues are those most spoken at home by people who are new here, with Sámi,
// and the one for all others. The Nordic neighbours are read without help.
var Tongues = []Tongue{
	{"uk", "Українська"}, {"ar", "العربية"}, {"pl", "Polski"}, {"so", "Soomaali"}, {"ti", "ትግርኛ"}, {"en", "English"},
	{"lt", "Lietuvių"}, {"fa", "فارسی"}, {"tr", "Türkçe"}, {"es", "Español"}, {"se", "Davvisámegiella"}, {other, ""},
}

// other is what the web calls a language it does not know.
const other = "und"

func tongue(code string) bool {
	return code == "" || slices.ContainsFunc(Tongues, func(t Tongue) bool { return t.Code == code })
}

// SpeakIdea says which language a note is in; empty is the meeting's own.
type SpeakIdea struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
}

// TranslateIdea lays the Norwegian line beneath a note, or another one. HearIdea
// says that the note was read aloud and explained at the table.
type TranslateIdea struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}
type HearIdea struct {
	ID string `json:"id"`
}

type IdeaSpoken struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
}

// IdeaTranslated carries the line; empty takes it away again.
type IdeaTranslated struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type IdeaHeard struct {
	ID  string `json:"id"`
	Off bool   `json:"off,omitempty"`
}

func (SpeakIdea) allow() roles     { return anyone }
func (TranslateIdea) allow() roles { return present }
func (HearIdea) allow() roles      { return anyone }

// foreign tells whether a note needs somebody to say what it says.
func (i *Idea) foreign() bool { return i.Lang != "" }

// unread tells whether nobody at the table can have read it.
func (i *Idea) unread() bool { return i.foreign() && i.Norsk == "" && !i.Heard }

// says is what the hall reads: the Norwegian line where there is one.
func (i *Idea) says() string {
	if i.Norsk != "" {
		return i.Norsk
	}
	return i.Text
}

// spokenIn is the language a new text is in: what was said of it, or that most
// of its letters are none that a Norwegian reads.
func (s *State) spokenIn(text, said string) string {
	switch {
	case said == s.Meeting.Lang:
		return ""
	case said == "" && foreignScript(text):
		return other
	}
	return said
}

func foreignScript(text string) bool {
	latin, all := 0, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		if all++; unicode.Is(unicode.Latin, r) {
			latin++
		}
	}
	return all > 1 && latin*2 < all
}

// reachable finds a note that a seat may lay something beneath: its own while
// nobody else sees it, whatever lies on its table's list, and what its table
// has sent. What the hall sees is the leads', too.
func (s *State) reachable(by *Seat, id string) (*Idea, error) {
	i := s.Ideas[id]
	switch {
	case i == nil || i.Place == Erased || i.Place == Private && i.Author != by.ID:
		return nil, Refuse(Missing)
	case i.Place == Private:
	case by.Role.Leads() && (i.Place == InPlenum || i.Place == Held):
	case by.Role.Leads() || i.Group != by.Group || by.Group == 0:
		return nil, Refuse(Missing)
	case !by.Interprets && !by.Scribe && i.Author != by.ID && s.hasScribe(by.Group):
		return nil, Refuse(Forbidden)
	}
	switch {
	case s.openVote() != nil:
		return nil, Refuse(VoteOpen)
	case s.Meeting.Ended != 0 && !by.Role.Leads():
		return nil, Refuse(Gone)
	case s.Meeting.Paused && !by.Role.Leads():
		return nil, Refuse(Locked)
	}
	return i, nil
}

func (c SpeakIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.reachable(by, c.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case !tongue(c.Lang):
		return no(Invalid)
	}
	if c.Lang = s.spokenIn("", c.Lang); c.Lang == i.Lang {
		return no(Unchanged)
	}
	return one(IdeaSpoken(c))
}

func (c TranslateIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.reachable(by, c.ID)
	if err != nil {
		return Decision{}, err
	}
	e := IdeaTranslated{ID: c.ID}
	if e.Text, err = written(c.Text, IdeaMax); err != nil {
		return Decision{}, err
	}
	switch {
	case e.Text == i.Norsk:
		return no(Unchanged)
	case i.Norsk != "" && s.copied(c.ID):
		return no(Closed) // the ballot has it already
	case !i.foreign():
		return Decision{Events: []Event{IdeaSpoken{c.ID, other}, e}}, nil
	}
	return one(e)
}

func (c HearIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.listed(by, c.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case !i.unread():
		return no(Unchanged)
	}
	return one(IdeaHeard{ID: c.ID})
}

// copied tells whether a ballot or a measure holds the name an idea has now.
func (s *State) copied(id string) bool {
	pile := s.clusterOf(id)
	for _, v := range s.Votes {
		if pile != nil && v.option(pile.ID) >= 0 {
			return true
		}
	}
	for _, x := range s.Measures {
		if pile != nil && x.Cluster == pile.ID || x.Idea == id {
			return true
		}
	}
	return false
}

func (e IdeaSpoken) apply(s *State, m Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Erased {
		i.Lang = e.Lang
		i.Lines = append(i.Lines, m.Seq)
		s.touchIdea(i, t)
	}
}

func (e IdeaTranslated) apply(s *State, m Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Erased {
		i.Norsk = e.Text
		i.Lines = append(i.Lines, m.Seq)
		s.touchWording(i, t)
	}
}

func (e IdeaHeard) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Erased {
		i.Heard = !e.Off
		s.touchIdea(i, t)
	}
}

func (e IdeaSpoken) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Private {
		return []Event{IdeaSpoken{e.ID, i.Lang}}
	}
	return nil
}

func (e IdeaTranslated) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Private {
		return []Event{IdeaTranslated{e.ID, i.Norsk}}
	}
	return nil
}

func (e IdeaHeard) reverse(*State) []Event { return []Event{IdeaHeard{e.ID, !e.Off}} }

func (e IdeaSpoken) anonymous(f forgotten) Event     { return f.keepsIdea(e.ID, e) }
func (e IdeaTranslated) anonymous(f forgotten) Event { return f.keepsIdea(e.ID, e) }

// keepsIdea is for events that are about one idea and nothing else.
func (f forgotten) keepsIdea(id string, e Event) Event {
	if f.ideas[id] {
		return e
	}
	return nil
}
