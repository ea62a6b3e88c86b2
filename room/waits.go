package room

import "slices"

// HideReasons is why a text was kept from the wall: it is about somebody, it can
// hurt, it stands there already, it is about something else, or the leaders
// would rather talk about it. A word from a list, so that no reason can hurt.
var HideReasons = []string{"person", "sarer", "star-der", "annet", "prat"}

// IdeaReasoned says why an idea is kept from the wall.
type IdeaReasoned struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}

// hiding is what hiding an idea with a reason leads to. One that waits to be let
// through can be given a reason, and a reason can be changed.
func (c HideIdea) reasoned(i *Idea) (Decision, error) {
	switch {
	case !slices.Contains(HideReasons, c.Why):
		return no(Invalid)
	case i.Why == c.Why:
		return no(Unchanged)
	}
	return one(IdeaReasoned(c))
}

// apply touches nothing that undoing asks about: that a text was hidden can be
// undone, whatever reason it was given.
func (e IdeaReasoned) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i != nil && i.Place == Held {
		i.Why = e.Why
		t.touch("waits", i.ID)
		t.touch("hidden", i.ID)
	}
}

// WaitView is what a writer is told of a text that has not come onto the wall:
// it waits for whoever leads, or it is kept back, and why.
type WaitView struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Why   string `json:"why"` // a word from HideReasons; empty: it waits
	Order int64  `json:"order"`
}

func whereWait(s *State, id string) Layer {
	i := s.Ideas[id]
	if i == nil || i.Place != Held || i.Author == "" {
		return none
	}
	return MineLayer(i.Author)
}

func seeWait(s *State, id string) WaitView {
	i := s.Ideas[id]
	return WaitView{id, i.Text, i.Why, i.Order}
}

// HiddenView tells the leaders why a text is kept from the wall.
type HiddenView struct {
	Why string `json:"why"`
}

func whereHidden(s *State, id string) Layer {
	if i := s.Ideas[id]; i != nil && i.Place == Held && i.Why != "" {
		return Lead
	}
	return none
}

func seeHidden(s *State, id string) HiddenView { return HiddenView{s.Ideas[id].Why} }
