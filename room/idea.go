package room

import "sort"

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
}

// EditIdea mends one's own private note, as scribe a point on the list, or as
// lead one that the table has sent.
type EditIdea struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// WithdrawIdea deletes one's own note while it is private. RedactIdea takes
// a text out of the story for good, wherever it lies.
type WithdrawIdea struct {
	ID string `json:"id"`
}
type RedactIdea struct {
	ID string `json:"id"`
}

// ShareIdea shows a note to the table. KeepIdea and SetIdeaAside sort the list.
type ShareIdea struct {
	ID string `json:"id"`
}
type KeepIdea struct {
	ID string `json:"id"`
}
type SetIdeaAside struct {
	ID string `json:"id"`
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

type IdeaWithdrawn struct {
	ID string `json:"id"`
}

type IdeaRedacted struct {
	ID string `json:"id"`
}

type IdeaShared struct {
	ID    string `json:"id"`
	Group int    `json:"group"`
}

type IdeaSorted struct {
	ID    string `json:"id"`
	Place Place  `json:"place"`
}

func (PostIdea) allow() roles     { return anyone }
func (EditIdea) allow() roles     { return anyone }
func (WithdrawIdea) allow() roles { return sitting }
func (ShareIdea) allow() roles    { return guests }
func (KeepIdea) allow() roles     { return guests }
func (SetIdeaAside) allow() roles { return guests }
func (RedactIdea) allow() roles   { return leads }

func (c PostIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	p := s.phase()
	e := IdeaPosted{ID: c.ID, Author: by.ID, Group: by.Group, Step: s.Agenda.stepID(), Place: Private}
	if g := s.Groups[by.Group]; g != nil {
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

// listed finds a point on the seat's own table's list that is still being
// worked on. With a scribe at the table it is the scribe who works.
func (s *State) listed(by *Seat, id string) (*Idea, error) {
	i := s.Ideas[id]
	switch {
	case i == nil || i.Place == Erased || i.Place == Private || i.Group != by.Group || by.Group == 0:
		return nil, Refuse(Missing)
	case i.Place == InPlenum || !s.phase().shares || s.Groups[by.Group] == nil || s.Groups[by.Group].Sent:
		return nil, Refuse(Closed)
	case s.hasScribe(by.Group) && !by.Scribe:
		return nil, Refuse(Forbidden)
	}
	return i, nil
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

// erase blanks every record that carried the idea's text, so that it is in
// no file, no export and no replay. Of the first record a skeleton stays: where
// the idea was laid decides which pile came to be.
func (i *Idea) erase(e Event) Decision {
	d := Decision{Events: []Event{e}}
	for n, seq := range i.Lines {
		var body []byte
		if n == 0 {
			_, body, _ = Seal(IdeaPosted{ID: i.ID, Author: i.Author, Step: i.Step, Place: i.Born})
		}
		d.Effects = append(d.Effects, Blank{Seq: seq, Body: body})
	}
	return d
}

func (c WithdrawIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i, err := s.mine(by, c.ID)
	if err != nil {
		return Decision{}, err
	}
	return i.erase(IdeaWithdrawn(c)), nil
}

func (c RedactIdea) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	i := s.Ideas[c.ID]
	switch {
	case i == nil || i.Place == Private:
		return no(Missing)
	case i.Place == Erased:
		return no(Unchanged)
	case s.openVote() != nil:
		return no(VoteOpen)
	}
	d := i.erase(IdeaRedacted(c))
	d.Effects = append(d.Effects, s.blankTitles(i.titles()...)...)
	d.Effects = append(d.Effects, s.blankAlso(c.ID)...)
	return d, nil
}

func (c ShareIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	i := s.Ideas[c.ID]
	switch {
	case i == nil || i.Author != by.ID || i.Place == Erased:
		return no(Missing)
	case i.Place != Private:
		return no(Unchanged)
	case !s.phase().shares:
		return no(Closed)
	case by.Group == 0 || s.Groups[by.Group] == nil || s.Groups[by.Group].Sent:
		return no(Closed)
	}
	return one(IdeaShared{c.ID, by.Group})
}

func (c KeepIdea) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	return s.sort(by, c.ID, OnTable)
}

func (c SetIdeaAside) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	return s.sort(by, c.ID, Aside)
}

func (s *State) sort(by *Seat, id string, p Place) (Decision, error) {
	i, err := s.listed(by, id)
	if err != nil {
		return Decision{}, err
	}
	switch {
	case i.Place == p:
		return no(Unchanged)
	case p == Aside && i.unread():
		return no(Unread)
	}
	return one(IdeaSorted{id, p})
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

func (e IdeaWithdrawn) apply(s *State, _ Mark, t *Touched) { s.eraseIdea(e.ID, t) }

func (e IdeaRedacted) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Text != "" {
		for _, title := range i.titles() {
			s.eraseTitles(title, t)
		}
	}
	s.eraseAlso(e.ID, t)
	s.eraseIdea(e.ID, t)
}

// eraseIdea leaves an empty husk with nothing of what was written and nothing
// of where it lay, so that a replay of the blanked story ends in the same.
func (s *State) eraseIdea(id string, t *Touched) {
	i := s.Ideas[id]
	if i == nil {
		return
	}
	s.touchIdea(i, t)
	s.takeFromClusters(id, t)
	s.forgetSame(id, t)
	*i = Idea{ID: id, Author: i.Author, Step: i.Step, Place: Erased}
	s.forget(key("ideas", id))
	s.touchIdea(i, t)
}

func (e IdeaShared) apply(s *State, m Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place == Private {
		i.Place, i.Group, i.Order = OnTable, e.Group, m.Seq
		s.touchIdea(i, t)
	}
}

func (e IdeaSorted) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && (i.Place == OnTable || i.Place == Aside) {
		i.Place = e.Place
		s.touchIdea(i, t)
	}
}

func (e IdeaSorted) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil {
		return []Event{IdeaSorted{e.ID, i.Place}}
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

// tableIdeas lists a table's points, kept and aside, in list order.
func (s *State) tableIdeas(n int) []*Idea {
	var is []*Idea
	for _, i := range s.Ideas {
		if i.Group == n && (i.Place == OnTable || i.Place == Aside) {
			is = append(is, i)
		}
	}
	sort.Slice(is, func(a, b int) bool {
		return is[a].Order < is[b].Order || is[a].Order == is[b].Order && is[a].ID < is[b].ID
	})
	return is
}

func ideaIDs(s *State) []string { return sorted(s.Ideas) }

func whereIdea(s *State, id string) Layer {
	i := s.Ideas[id]
	if i == nil {
		return none
	}
	switch i.Place {
	case Private:
		return MineLayer(i.Author)
	case OnTable, Aside:
		return GroupLayer(i.Group)
	case InPlenum:
		return All
	case Held:
		return Lead
	}
	return none
}

// IdeaView is an idea wherever it is shown. It never says who wrote it.
type IdeaView struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Group int    `json:"group"`
	Place Place  `json:"place"`
	Order int64  `json:"order"`
	Step  string `json:"step"`
	Card  string `json:"card"`
	Same  []int  `json:"same"` // tables that have said *samme hos oss*
	Draft Draft  `json:"draft"`
	Sign  string `json:"sign"` // what sort it is; empty is not said

	Lang   string `json:"lang"`   // a language of its own; empty is the meeting's
	Norsk  string `json:"norsk"`  // the Norwegian line beneath it
	Unread bool   `json:"unread"` // nobody has said yet what it says
}

func seeIdea(s *State, id string) IdeaView {
	i := s.Ideas[id]
	return IdeaView{i.ID, i.Text, i.Group, i.Place, i.Order, i.Step, i.Card, s.sames(id), i.Plan, i.Sign, i.Lang, i.Norsk, i.unread()}
}
