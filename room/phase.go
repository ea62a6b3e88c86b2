package room

// PhaseKind is what sort of thing a step is.
type PhaseKind string

const (
	Lobby        PhaseKind = "lobby"
	Stille       PhaseKind = "stille"
	Runde        PhaseKind = "runde"
	Sammenslaing PhaseKind = "sammenslaing"
	Avstemning   PhaseKind = "avstemning"
	Resultat     PhaseKind = "resultat"
	Ansvarlig    PhaseKind = "ansvarlig"
)

// Phase is what a kind of step lets people do. The rules that belong to one
// kind alone stand with the noun they are about; this is the table of what is
// open when. It is soft for writing and hard for secrecy and the vote.
type Phase struct {
	writes bool // private notes are taken
	shares bool // notes may be shown to the table, the table's list is worked on
	sends  bool // a table may send to plenum
	merges bool // proposals may be laid together
	votes  bool // a vote may be open
	owns   bool // measures are worked on
	enter  func(s *State, m Mark, t *Touched)
	before func(s *State) []Event // what else happens when the step is entered
}

// Phases is every kind of step there is, one entry a kind.
var Phases = map[PhaseKind]Phase{
	Lobby:        {},
	Stille:       {writes: true},
	Runde:        {writes: true, shares: true, sends: true},
	Sammenslaing: {shares: true, sends: true, merges: true},
	Avstemning:   {merges: true, votes: true},
	Resultat:     {enter: reveal},
	Ansvarlig:    {owns: true, before: measuresOfResult},
}

// PhaseKinds lists the kinds in the order of an evening.
var PhaseKinds = []PhaseKind{Lobby, Stille, Runde, Sammenslaing, Avstemning, Resultat, Ansvarlig}

// phase is what is open now. After the end only the measures are.
func (s *State) phase() Phase {
	if s.Meeting.Ended != 0 {
		return Phase{owns: true}
	}
	return Phases[s.Agenda.step().Kind]
}
