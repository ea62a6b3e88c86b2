package room

// IdeasMax is how many notes one seat can write, and IdeasRoom one meeting.
const (
	IdeasMax  = 200
	IdeasRoom = 20000
)

// Place is where an idea lies. Nothing is thrown away: what a table does not
// send is laid aside, readable.
type Place string

const (
	Private  Place = "private" // only its author sees it
	OnTable  Place = "table"   // on the table's list, taken with
	Aside    Place = "aside"   // on the table's list, laid aside
	InPlenum Place = "plenum"  // everybody sees it
	Held     Place = "held"    // for plenum, but only the leads see it: not let through yet, or taken from view
	Erased   Place = "erased"  // withdrawn or redacted; holds no text
)

// Idea is a note somebody wrote. Author is known to the rules (it is theirs
// to edit while private) and copied out to nobody.
type Idea struct {
	ID     string
	Author string
	Group  int
	Step   string
	Text   string
	First  string // what it said before somebody else tidied it; empty: as it was written
	Lang   string // a code from Tongues; empty is the meeting's own language
	Norsk  string // the Norwegian line beneath it
	Heard  bool   // read aloud and explained at the table
	Card   string // the card that lay on the table
	Sign   string // a word from IdeaSigns, or empty
	Plan   Draft  // what the table thinks must come of it
	Place  Place
	Why    string  // why it is kept from the wall; a word from HideReasons
	Born   Place   // where it was first laid
	Order  int64   // position at which it came onto the list it is on
	Lines  []int64 // positions of the records that carry a text of it
}

// PostIdea writes a note: private, or straight onto the table's list.
type PostIdea struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Table bool   `json:"table,omitempty"`
	Lang  string `json:"lang,omitempty"` // from Tongues; empty is not said
	Step  string `json:"step,omitempty"` // the one its writer had before them; empty is the one the meeting is in
}

// EditIdea mends one's own private note, as scribe a point on the list, or as
// lead one that the table has sent.
type EditIdea struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type IdeaPosted struct {
	ID     string `json:"id"`
	Author string `json:"author,omitempty"`
	Group  int    `json:"group,omitempty"`
	Step   string `json:"step"`
	Text   string `json:"text"`
	Card   string `json:"card,omitempty"`
	Place  Place  `json:"place"`
}

type IdeaEdited struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func (PostIdea) allow() roles { return anyone }
func (EditIdea) allow() roles { return anyone }

func (c PostIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	p := s.phase()
	e := IdeaPosted{ID: c.ID, Author: by.ID, Group: by.Group, Step: s.Agenda.askedIn(c.Step), Place: Private}
	if g := s.Groups[by.Group]; g != nil && !s.Agenda.elsewhere(e.Step) { // another question had another card
		e.Card = g.Card
	}
	switch {
	case !goodID(c.ID) || !tongue(c.Lang):
		return no(Invalid)
	case s.Ideas[c.ID] != nil && s.Ideas[c.ID].Author == by.ID:
		return no(Unchanged)
	case s.Ideas[c.ID] != nil:
		return no(Taken)
	case by.Role.Leads() && !p.merges && !p.tells, !by.Role.Leads() && !p.writes && !c.Table, c.Table && !p.shares:
		return no(Closed)
	case s.openVote() != nil:
		return no(Closed)
	case s.Meeting.Paused && !by.Role.Leads():
		return no(Locked)
	case c.Table && (by.Group == 0 || s.Groups[by.Group] == nil || s.Groups[by.Group].Sent):
		return no(Closed)
	case len(s.Ideas) >= IdeasRoom || by.Wrote >= IdeasMax:
		return no(Full)
	}
	switch {
	case by.Role.Leads():
		e.Place, e.Group = InPlenum, 0
	case c.Table:
		e.Place = OnTable
	}
	var err error
	if e.Text, err = written(c.Text, IdeaMax); err != nil {
		return Decision{}, err
	}
	d := Decision{Events: []Event{e}}
	if lang := s.spokenIn(e.Text, c.Lang); lang != "" {
		d.Events = append(d.Events, IdeaSpoken{c.ID, lang})
	}
	return d, nil
}

// mine finds a note that a seat may change: its own while private. The id of
// another's private note is answered as if it were not there.
func (s *State) mine(by *Seat, id string) (*Idea, error) {
	i := s.Ideas[id]
	switch {
	case i == nil || i.Place == Private && i.Author != by.ID || i.Place == Erased && i.Author != by.ID:
		return nil, Refuse(Missing)
	case i.Place == Erased:
		return nil, Refuse(Unchanged)
	case i.Place == Private:
		return i, nil
	}
	return nil, Refuse(Closed)
}

func (c EditIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.mine(by, c.ID)
	if i == nil {
		if j, listed := s.listed(by, c.ID); listed == nil {
			i, err = j, nil
		} else if by.Role.Leads() {
			i, err = s.tidying(by, c.ID)
		}
	}
	if err == nil && s.Meeting.Paused && !by.Role.Leads() {
		err = Refuse(Locked)
	}
	if err != nil {
		return Decision{}, err
	}
	text, err := written(c.Text, IdeaMax)
	if err != nil {
		return Decision{}, err
	}
	if text == i.Text {
		return no(Unchanged)
	}
	d := Decision{Events: []Event{mended(i, by, text)}}
	if i.Lang == "" && foreignScript(text) {
		d.Events = append(d.Events, IdeaSpoken{c.ID, other})
	}
	return d, nil
}

func (e IdeaPosted) apply(s *State, m Mark, t *Touched) {
	i := &Idea{ID: e.ID, Author: e.Author, Group: e.Group, Step: e.Step, Text: e.Text, Card: e.Card, Place: e.Place, Born: e.Place,
		Order: m.Seq, Lines: []int64{m.Seq}}
	s.Ideas[e.ID] = i
	if x := s.Seats[e.Author]; x != nil {
		x.Wrote++
	}
	if e.Place == InPlenum {
		i.Place = OnTable
		s.toPlenum(i, t)
	}
	s.touchIdea(i, t)
}

func (e IdeaEdited) apply(s *State, m Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Erased {
		i.Text = e.Text
		i.Lines = append(i.Lines, m.Seq)
		s.touchIdea(i, t)
	}
}

func (e IdeaEdited) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil && i.Place != Private {
		return []Event{IdeaEdited{e.ID, i.Text}}
	}
	return nil
}

// touchIdea touches an idea and the counts it is part of.
func (s *State) touchIdea(i *Idea, t *Touched) {
	for _, kind := range []string{"ideas", "waits", "hidden"} {
		t.touch(kind, i.ID)
	}
	s.touchYouth(t)
	if i.First != "" {
		t.touch("wordings", i.ID)
		t.touch("originals", i.ID)
	}
	if s.Meeting.Ended != 0 {
		t.touch("asides", i.ID)
	}
	s.touchRehearsal(t)
	if i.Group != 0 {
		t.touch("progress", itoa(i.Group))
	}
}
