package room

// Whoever spells badly knows it, and forty people are about to read it. So
// whoever writes for the table may tidy a point before it is sent, and the leads
// before it is voted on. Nobody's text is changed without a trail: what was
// written first is kept, and shown to the table and to the leads, never to the
// hall. A writer who mends their own words leaves none.

// IdeaTidied is another's text, mended. Given what was written first it takes
// the trail away.
type IdeaTidied struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// tidying finds a point that a lead may mend: the hall sees it or is about to,
// and no ballot has copied it.
func (s *State) tidying(by *Seat, id string) (*Idea, error) {
	i := s.Ideas[id]
	switch {
	case !by.Role.Leads() || i == nil || i.Place != InPlenum && i.Place != Held:
		return nil, Refuse(Missing)
	case s.openVote() != nil:
		return nil, Refuse(VoteOpen)
	case s.Meeting.Ended != 0 || s.copied(id):
		return nil, Refuse(Closed)
	}
	return i, nil
}

// mended is the event of an edit: one's own, or somebody else's.
func mended(i *Idea, by *Seat, text string) Event {
	if i.Author == by.ID && i.First == "" {
		return IdeaEdited{i.ID, text}
	}
	return IdeaTidied{i.ID, text}
}

func (e IdeaTidied) apply(s *State, m Mark, t *Touched) {
	i := s.Ideas[e.ID]
	if i == nil || i.Place == Erased {
		return
	}
	if i.First == "" {
		i.First = i.Text
	}
	if i.Text = e.Text; i.Text == i.First {
		i.First = ""
	}
	i.Lines = append(i.Lines, m.Seq)
	s.touchWording(i, t)
}

func (e IdeaTidied) reverse(s *State) []Event {
	if i := s.Ideas[e.ID]; i != nil {
		return []Event{IdeaTidied{e.ID, i.Text}}
	}
	return nil
}

func (e IdeaTidied) anonymous(f forgotten) Event { return f.keepsIdea(e.ID, e) }

// touchWording touches what is shown of a text, and what is called by it.
func (s *State) touchWording(i *Idea, t *Touched) {
	s.touchIdea(i, t)
	t.touch("wordings", i.ID)
	t.touch("originals", i.ID)
	if c := s.clusterOf(i.ID); c != nil {
		s.touchPile(c.ID, t)
	}
}

// The table keeps seeing what was written first at it; the leads see it of what
// they see at all.
func whereWording(s *State, id string) Layer {
	if i := s.Ideas[id]; i != nil && i.First != "" && i.Place != Private && i.Place != Held && i.Group != 0 {
		return GroupLayer(i.Group)
	}
	return none
}

func whereOriginal(s *State, id string) Layer {
	if i := s.Ideas[id]; i != nil && i.First != "" && (i.Place == InPlenum || i.Place == Held) {
		return Lead
	}
	return none
}

// WordingView is what was written first.
type WordingView struct {
	ID    string `json:"id"`
	First string `json:"first"`
}

func seeWording(s *State, id string) WordingView { return WordingView{id, s.Ideas[id].First} }
