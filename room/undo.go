package room

// ActsMax is how many acts can be undone, the latest first.
const ActsMax = 64

// reversible is an event with an inverse. reverse is asked before the event is
// applied; no events means that this time there is nothing to go back to.
type reversible interface {
	reverse(s *State) []Event
}

// Act is something that can still be undone: what would undo it, and at which
// position each thing it touched had been changed before.
type Act struct {
	Seq    int64
	Seat   string
	Kind   string
	Back   []Sealed
	Before map[Key]int64
}

// UndoAct undoes one act. It is refused as changed when a later act touched
// the same things.
type UndoAct struct {
	Act int64 `json:"act"`
}

// ActUndone names the act and carries what undid it, so that a replay needs no
// memory of how undoing worked then.
type ActUndone struct {
	Act  int64    `json:"act"`
	Back []Sealed `json:"back"`
}

func (UndoAct) allow() roles { return people }

func (c UndoAct) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	a := s.act(c.Act)
	switch {
	case a == nil && c.Act > 0 && c.Act <= s.Head:
		return no(Final)
	case a == nil:
		return no(Missing)
	case a.Seat != by.ID && !(by.Role.Leads() && s.Seats[a.Seat] != nil && s.Seats[a.Seat].Role.Leads()):
		return no(Forbidden)
	case s.openVote() != nil:
		return no(VoteOpen)
	case s.settled(a):
		return no(Final)
	case s.movedOn(a):
		return no(Changed)
	}
	return one(ActUndone{a.Seq, a.Back})
}

// settled tells whether the meeting has built on an act: it is over, or it has
// voted on the proposals as the act left them.
func (s *State) settled(a *Act) bool {
	if s.Meeting.Ended != 0 && a.Seq <= s.Meeting.EndedSeq {
		return true
	}
	switch a.Kind {
	case "idea.tidied", "idea.translated", "idea.edited":
		for k := range a.Before {
			if k.Kind() == "ideas" && s.copied(k.id()) {
				return true // a ballot has the words
			}
		}
		return false
	case "group.sent":
		return s.sendingSettled(a)
	case "cluster.joined", "idea.moved":
	default:
		return false
	}
	for _, v := range s.Votes {
		if v.Status == "counted" && v.Order > a.Seq {
			return true
		}
	}
	return false
}

// movedOn tells whether a later act has touched the same things.
func (s *State) movedOn(a *Act) bool {
	if a.Kind == "groups.made" && s.shared() {
		return true // the tables' lists hang on who sits there
	}
	for k := range a.Before {
		if s.Last[k] != a.Seq {
			return true
		}
	}
	return false
}

func (s *State) act(seq int64) *Act {
	for n := range s.Acts {
		if s.Acts[n].Seq == seq {
			return &s.Acts[n]
		}
	}
	return nil
}

// reversal asks an event for its inverse and seals it.
func reversal(s *State, e Event) []Sealed {
	r, ok := e.(reversible)
	if !ok {
		return nil
	}
	var back []Sealed
	for _, b := range r.reverse(s) {
		kind, body, err := Seal(b)
		if err != nil {
			return nil
		}
		back = append(back, Sealed{kind, body})
	}
	return back
}

// derived are counts and echoes of other things: that they changed says nothing
// about who touched what.
var derived = map[string]bool{"me": true, "groups": true, "places": true, "picks": true, "presence": true, "seating": true, "progress": true, "turnout": true,
	"script": true, "scripts": true, "ahead": true, "wishes": true, "wordings": true, "originals": true, "timer": true, "acts": true, "suggestions": true, "desk": true, "telling": true, "showing": true, "tray": true, "films": true, "goodbyes": true, "changes": true, "book": true, "hall": true, "sign": true, "rehearsal": true, "attendance": true, "deletions": true, "youth": true, "spare": true, "waits": true, "moods": true, "hidden": true, "claims": true, "standins": true}

// remember notes when things were last changed, and keeps an act that can be
// undone. Undoing one changes nothing that counts: things are as they were
// before it, so the act before can be undone too.
func (s *State) remember(e Event, m Mark, back []Sealed, t Touched) {
	switch e := e.(type) {
	case ActUndone:
		s.unremember(e.Act)
		return
	case DataErased: // who has been here is not remembered
		return
	case HandRaised: // asking for help is no change of what somebody else did
		return
	}
	before := map[Key]int64{}
	for _, k := range t.Keys {
		if derived[k.Kind()] || worded(e) && k.Kind() != "ideas" {
			continue
		}
		if _, seen := before[k]; !seen {
			before[k] = s.Last[k]
		}
		s.Last[k] = m.Seq
	}
	if len(back) == 0 || m.Seat == "" {
		return
	}
	s.Acts = append(s.Acts, Act{m.Seq, m.Seat, Kind(e), back, before})
	if len(s.Acts) > ActsMax {
		s.Acts = append([]Act(nil), s.Acts[len(s.Acts)-ActsMax:]...)
	}
}

// worded tells events whose reach depends on a text that is no longer there
// when the blanked story is replayed, and those that are blanked themselves.
func worded(e Event) bool {
	switch e.(type) {
	case IdeaRedacted, IdeaWithdrawn, IdeaTidied, IdeaTranslated, IdeaSpoken:
		return true
	}
	return false
}

// unremember takes an undone act away.
func (s *State) unremember(seq int64) {
	for n, a := range s.Acts {
		if a.Seq != seq {
			continue
		}
		for k, was := range a.Before {
			s.restoreLast(k, was)
		}
		s.Acts = append(append([]Act(nil), s.Acts[:n]...), s.Acts[n+1:]...)
		return
	}
}

func (s *State) restoreLast(k Key, seq int64) {
	if seq == 0 {
		delete(s.Last, k)
		return
	}
	s.Last[k] = seq
}

// forget drops every act that touched a thing which is gone for good: their
// inverses may hold its text.
func (s *State) forget(k Key) {
	var kept []Act
	for _, a := range s.Acts {
		if _, hit := a.Before[k]; !hit {
			kept = append(kept, a)
		}
	}
	s.Acts = kept
}

func (e ActUndone) apply(s *State, m Mark, t *Touched) {
	for _, b := range e.Back {
		if inner, err := Open(b.Kind, b.Body); err == nil {
			inner.apply(s, m, t)
		}
	}
}

// ActView is an act the panel can offer to undo, or that has been changed since:
// then it is named all the same, or whoever presses for it would get the one before.
type ActView struct {
	Act     int64  `json:"act"`
	Kind    string `json:"kind"`
	Changed bool   `json:"changed,omitempty"`
}

// ActsView lists what the facilitators can undo now, latest first, after what has
// been changed since the last of it while the meeting lasts.
type ActsView struct {
	Acts []ActView `json:"acts"`
}

// offersMax is how many acts the panel is shown.
const offersMax = 8

func seeActs(s *State) ActsView { return ActsView{s.offer()} }

// offer finds what can be undone now. It hangs on what has been touched since,
// so that nearly any event may change it, and few do.
func (s *State) offer() []ActView {
	offer, found := []ActView{}, false
	for n := len(s.Acts) - 1; n >= 0 && len(offer) < offersMax; n-- {
		a := &s.Acts[n]
		if x := s.Seats[a.Seat]; x == nil || !x.Role.Leads() || s.settled(a) {
			continue
		}
		changed := s.movedOn(a)
		if !changed || !found && s.Meeting.Ended == 0 {
			offer = append(offer, ActView{a.Seq, a.Kind, changed})
		}
		found = found || !changed
	}
	return offer
}
