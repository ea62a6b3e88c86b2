package room

// HideIdea takes a text from the hall's view and back to the leads, who can
// let it through again with ReleaseIdea. What must never be read again is
// redacted instead.
type HideIdea struct {
	ID  string `json:"id"`
	Why string `json:"why,omitempty"` // from HideReasons: the writer is told
}
type ReleaseIdea struct {
	ID string `json:"id"`
}

// PausePosting stops the guests from writing until it is taken off.
// ModerateMeeting lets the leads see what a table sends before the hall does.
type PausePosting struct {
	On bool `json:"on"`
}
type ModerateMeeting struct {
	On bool `json:"on"`
}

type IdeaHeld struct {
	ID string `json:"id"`
}

type IdeaReleased struct {
	ID string `json:"id"`
}

type PostingPaused struct {
	On bool `json:"on"`
}

type MeetingModerated struct {
	On bool `json:"on"`
}

func (HideIdea) allow() roles        { return leads }
func (ReleaseIdea) allow() roles     { return leads }
func (PausePosting) allow() roles    { return leads }
func (ModerateMeeting) allow() roles { return leads }

// decide refuses when a ballot or a measure has copied the title, also one of a
// vote that came to nothing: hiding the idea would leave its words there, and
// only redaction reaches those.
func (c HideIdea) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	i := s.Ideas[c.ID]
	switch {
	case i == nil || i.Place == Private || i.Place == OnTable || i.Place == Aside:
		return no(Missing)
	case i.Place == Held && c.Why != "":
		return c.reasoned(i)
	case i.Place != InPlenum:
		return no(Unchanged)
	case s.openVote() != nil:
		return no(VoteOpen)
	case s.copied(c.ID):
		return no(Closed)
	}
	if c.Why == "" {
		return one(IdeaHeld{c.ID})
	}
	d, err := c.reasoned(i)
	d.Events = append([]Event{IdeaHeld{c.ID}}, d.Events...)
	return d, err
}

func (c ReleaseIdea) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	i := s.Ideas[c.ID]
	switch {
	case i == nil || i.Place == Private || i.Place == OnTable || i.Place == Aside:
		return no(Missing)
	case i.Place != Held:
		return no(Unchanged)
	case s.openVote() != nil:
		return no(VoteOpen)
	}
	return one(IdeaReleased(c))
}

func (c PausePosting) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Meeting.Paused == c.On {
		return no(Unchanged)
	}
	return one(PostingPaused(c))
}

func (c ModerateMeeting) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Meeting.Moderate == c.On {
		return no(Unchanged)
	}
	return one(MeetingModerated(c))
}

// sendOn takes an idea from its table towards the hall.
func (s *State) sendOn(i *Idea, t *Touched) {
	if s.Meeting.Moderate {
		i.Place = Held
		s.touchIdea(i, t)
		return
	}
	s.toPlenum(i, t)
}

func (e IdeaHeld) apply(s *State, _ Mark, t *Touched) {
	i := s.Ideas[e.ID]
	if i == nil || i.Place != InPlenum {
		return
	}
	s.takeFromClusters(e.ID, t)
	s.forgetSame(e.ID, t)
	i.Place = Held
	s.touchIdea(i, t)
}

func (e IdeaHeld) reverse(s *State) []Event {
	back := []Event{IdeaReleased(e)}
	if pile := s.clusterOf(e.ID); pile != nil {
		back = append(back, s.restore(pile.ID)...)
	}
	return back
}

func (e IdeaReleased) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place == Held {
		i.Why = ""
		s.toPlenum(i, t)
	}
}

func (e PostingPaused) apply(s *State, _ Mark, t *Touched) {
	s.Meeting.Paused = e.On
	t.only("meeting")
}

func (e PostingPaused) reverse(*State) []Event { return []Event{PostingPaused{!e.On}} }

func (e MeetingModerated) apply(s *State, _ Mark, t *Touched) {
	s.Meeting.Moderate = e.On
	t.only("meeting")
}

func (e MeetingModerated) reverse(*State) []Event { return []Event{MeetingModerated{!e.On}} }
