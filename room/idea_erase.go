package room

// WithdrawIdea deletes one's own note while it is private. RedactIdea takes
// a text out of the story for good, wherever it lies.
type WithdrawIdea struct {
	ID string `json:"id"`
}

type RedactIdea struct {
	ID string `json:"id"`
}

type IdeaWithdrawn struct {
	ID string `json:"id"`
}

type IdeaRedacted struct {
	ID string `json:"id"`
}

func (WithdrawIdea) allow() roles { return sitting }
func (RedactIdea) allow() roles   { return leads }

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
