package room

// PhaseKind is what sort of thing a step is.
type PhaseKind string

const (
	Lobby        PhaseKind = "lobby"
	Info         PhaseKind = "info"
	BliKjent     PhaseKind = "bli_kjent"
	Stemning     PhaseKind = "stemning"
	Stille       PhaseKind = "stille"
	Par          PhaseKind = "par"
	Runde        PhaseKind = "runde"
	VelgKort     PhaseKind = "velg_kort"
	Samtale      PhaseKind = "samtale"
	Tiltak       PhaseKind = "tiltak"
	Pause        PhaseKind = "pause"
	Plenum       PhaseKind = "plenum"
	Sammenslaing PhaseKind = "sammenslaing"
	Avstemning   PhaseKind = "avstemning"
	Resultat     PhaseKind = "resultat"
	Ansvarlig    PhaseKind = "ansvarlig"
	Avrunding    PhaseKind = "avrunding"
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
	draws  bool // a table may draw a card
	tells  bool // tables tell the room, one after the other
	meets  bool // people get to know each other, and may hang up what they can and need
	enter  func(s *State, m Mark, t *Touched)
	before func(s *State) []Event // what else happens when the step is entered
}

// Phases is every kind of step there is, one entry a kind.
var Phases = map[PhaseKind]Phase{
	Lobby:        {},
	Info:         {},
	BliKjent:     {meets: true},
	Stemning:     {enter: ask},
	Stille:       {writes: true},
	Par:          {writes: true},
	Runde:        {writes: true, shares: true, sends: true},
	VelgKort:     {draws: true},
	Samtale:      {writes: true, shares: true, sends: true},
	Tiltak:       {writes: true, shares: true, sends: true},
	Pause:        {meets: true},
	Plenum:       {shares: true, sends: true, tells: true, enter: callFirst},
	Sammenslaing: {shares: true, sends: true, merges: true},
	Avstemning:   {merges: true, votes: true},
	Resultat:     {enter: reveal},
	Ansvarlig:    {owns: true, before: measuresOfResult},
	Avrunding:    {owns: true},
}

// PhaseKinds lists the kinds in the order of an evening.
var PhaseKinds = []PhaseKind{Lobby, Info, BliKjent, Stemning, Stille, Par, Runde, VelgKort, Samtale, Tiltak, Pause, Plenum, Sammenslaing,
	Avstemning, Resultat, Ansvarlig, Avrunding}

// phase is what is open now. After the end only the measures are.
func (s *State) phase() Phase {
	if s.Meeting.Ended != 0 {
		return Phase{owns: true}
	}
	return Phases[s.Agenda.step().Kind]
}
