package room

// Lacking is what a step is there for and has not come to yet. It is advice: the
// meeting may always go on.
type Lacking string

const (
	LacksPeople    Lacking = "people"    // nobody has come, and no table is laid
	LacksGroups    Lacking = "groups"    // nobody has been given a table
	LacksCards     Lacking = "cards"     // so many tables have no card
	LacksNotes     Lacking = "notes"     // nobody has written anything in this step
	LacksList      Lacking = "list"      // no table has put anything on its list
	LacksTold      Lacking = "told"      // so many tables have not told the room
	LacksSent      Lacking = "sent"      // so many tables have a list that they have not sent
	LacksProposals Lacking = "proposals" // there is nothing to choose between
	LacksMerging   Lacking = "many"      // so many proposals that a ballot cannot hold them
	LacksVote      Lacking = "vote"      // no vote has been opened
	LacksMeasures  Lacking = "measures"  // there is no measure
	LacksOwners    Lacking = "owners"    // so many measures are with nobody
	LacksMood      Lacking = "mood"      // enough have answered how it is, and nobody has been shown
)

// Lackings is every one of them, for the front end to have words for.
var Lackings = []Lacking{LacksPeople, LacksGroups, LacksCards, LacksNotes, LacksList, LacksTold, LacksSent, LacksProposals, LacksMerging,
	LacksVote, LacksMeasures, LacksOwners, LacksMood}

// Lack is the first thing to do something about before the next step; the zero
// value is nothing.
type Lack struct {
	What Lacking
	N    int // how many, where it is counted
}

// lacks is what each kind of step is there for. A kind that is not here leaves
// nothing behind that another needs.
var lacks = map[PhaseKind]func(*State) Lack{
	Lobby:        (*State).lacksPeople,
	Stemning:     (*State).lacksMood,
	VelgKort:     (*State).lacksCards,
	Stille:       (*State).lacksNotes,
	Runde:        (*State).lacksList,
	Tiltak:       (*State).lacksList,
	Plenum:       (*State).lacksTold,
	Sammenslaing: (*State).lacksMerging,
	Avstemning:   (*State).lacksVote,
	Ansvarlig:    (*State).lacksOwners,
}

// lack looks at the step and at what comes after it. Tables come first: without
// them there is nobody to draw, to share or to tell.
func (s *State) lack() Lack {
	if !s.born() || s.Meeting.Ended != 0 || s.Agenda.Now >= len(s.Agenda.Steps) {
		return Lack{}
	}
	if len(s.Groups) == 0 && s.tablesNext() && len(s.guestsHere()) > 0 {
		return Lack{What: LacksGroups}
	}
	if of := lacks[s.Agenda.step().Kind]; of != nil {
		if l := of(s); l.What != "" {
			return l
		}
	}
	next := Phase{}
	if n := s.Agenda.Now + 1; n < len(s.Agenda.Steps) {
		next = Phases[s.Agenda.Steps[n].Kind]
	}
	if n := s.unsent(); next.merges && n > 0 {
		return Lack{LacksSent, n}
	}
	if n := len(s.Clusters); next.votes && n > OptionsMax {
		return Lack{LacksMerging, n}
	}
	return Lack{}
}

func counted(what Lacking, n int) Lack {
	if n == 0 {
		return Lack{}
	}
	return Lack{what, n}
}

// tablesNext tells whether the tables are about to work. People find their
// seats as they arrive, so in the lobby it is enough that they will sometime.
func (s *State) tablesNext() bool {
	ahead := s.Agenda.Steps[s.Agenda.Now:]
	if ahead[0].Kind != Lobby {
		ahead = ahead[:min(2, len(ahead))]
	}
	for _, st := range ahead {
		if p := Phases[st.Kind]; p.draws || p.shares || p.tells {
			return true
		}
	}
	return false
}

// lacksPeople is before the meeting has begun. Tables that are laid are enough:
// a hall may be without phones.
func (s *State) lacksPeople() Lack {
	if s.Meeting.Started == 0 && len(s.Groups) == 0 && len(s.guestsHere()) == 0 {
		return Lack{What: LacksPeople}
	}
	return Lack{}
}

func (s *State) lacksCards() Lack {
	if len(s.Cards) == 0 {
		return Lack{}
	}
	size, n := s.sizes(), 0
	for _, g := range s.Groups {
		if g.Card == "" && size[g.N] > 0 {
			n++
		}
	}
	return counted(LacksCards, n)
}

func (s *State) lacksMood() Lack {
	if m := s.Moods[s.Agenda.stepID()]; m != nil && m.open() && len(m.Slips) >= Few {
		return Lack{What: LacksMood}
	}
	return Lack{}
}

func (s *State) lacksNotes() Lack {
	for _, i := range s.Ideas {
		if i.Step == s.Agenda.stepID() && i.Place != Erased {
			return Lack{}
		}
	}
	return Lack{What: LacksNotes}
}

func (s *State) lacksList() Lack {
	if s.shared() {
		return Lack{}
	}
	return Lack{What: LacksList}
}

func (s *State) lacksTold() Lack {
	return counted(LacksTold, max(0, len(s.Telling.Order)-s.Telling.Now-1))
}

// unsent is how many tables have something on their list that plenum has not got.
func (s *State) unsent() int {
	waiting := map[int]bool{}
	for _, i := range s.Ideas {
		if g := s.Groups[i.Group]; g != nil && !g.Sent && i.Place == OnTable {
			waiting[g.N] = true
		}
	}
	return len(waiting)
}

// lacksMerging looks at the whole evening: here is where proposals are laid
// together, also when they are talked about before the vote.
func (s *State) lacksMerging() Lack {
	n := len(s.Clusters)
	if n == 0 {
		return Lack{What: LacksProposals}
	}
	for _, st := range s.Agenda.Steps[s.Agenda.Now:] {
		if n > OptionsMax && Phases[st.Kind].votes {
			return Lack{LacksMerging, n}
		}
	}
	return Lack{}
}

func (s *State) lacksVote() Lack {
	for _, v := range s.Votes {
		if v.Status != "cancelled" {
			return Lack{}
		}
	}
	return Lack{What: LacksVote}
}

func (s *State) lacksOwners() Lack {
	if len(s.Measures) == 0 {
		return Lack{What: LacksMeasures}
	}
	n := 0
	for _, m := range s.Measures {
		if m.Responsible == "" && !m.FollowUp {
			n++
		}
	}
	return counted(LacksOwners, n)
}

// LackView is what whoever leads is told before going on.
type LackView struct {
	What Lacking `json:"what"` // empty: nothing
	N    int     `json:"n"`
}

func seeLack(s *State) LackView { return LackView(s.lack()) }
