package room

// An interpreter sits beside somebody and says in another language what is said
// here. They read along, the cards and the coming steps before they are needed,
// and have no voice of their own: they write no notes, choose no card and cast
// no ballot. The one thing they write is the Norwegian line of somebody's note.
//
// Whoever says that they are here as one takes this on; saying something else
// gives it back. It is an event of its own, so that evenings from before it
// mean what they meant: there a seat could be here as an interpreter and vote.

// tolk is what an interpreter is here as; a word from Affiliations.
const tolk = "tolk"

// Ahead is the layer of those who must be able to read what comes.
const Ahead Layer = "interpreter"

// sitting is everybody with a chair in the hall, with a voice or without.
var (
	sitting = roles{Participant, Interpreter}
	present = roles{Participant, Interpreter, Facilitator, Assistant}
)

type InterpretingSet struct {
	Seat string `json:"seat"`
	On   bool   `json:"on"`
}

// interpreting is what follows from being here as something else: the rights
// taken off or given back, and what lay in a bag taken out.
func (s *State) interpreting(x *Seat, as string) Decision {
	on := as == tolk
	if x.Role != Participant || x.Interprets == on {
		return Decision{}
	}
	d := Decision{Events: []Event{InterpretingSet{x.ID, on}}}
	if on {
		d.Effects = s.dropSlips(x)
	}
	return d
}

// dropSlips takes everything a seat has chosen out of the bags that are open.
func (s *State) dropSlips(x *Seat) []Effect {
	var fx []Effect
	for _, pick := range s.allPicks() {
		if pick.Picked[x.ID] && !pick.Closed {
			fx = append(fx, DropBallot{pick.ID, x.ID})
		}
	}
	for _, step := range moodIDs(s) {
		if m := s.Moods[step]; m.Slips[x.ID] && m.open() {
			fx = append(fx, DropBallot{moodBag + step, x.ID})
		}
	}
	if v := s.openVote(); v != nil {
		for _, slip := range sorted(v.Slips) {
			if v.Slips[slip] == x.ID {
				fx = append(fx, DropBallot{v.ID, slip})
			}
		}
	}
	return fx
}

// takeFromBags is the state's part of the same.
func (s *State) takeFromBags(x *Seat, t *Touched) {
	for id, pick := range s.Picks {
		if !pick.Closed {
			delete(pick.Picked, x.ID)
		}
		t.touch("picks", id)
	}
	for _, m := range s.Moods {
		if m.open() {
			delete(m.Slips, x.ID)
		}
	}
	s.touchMood(t)
	if v := s.openVote(); v != nil {
		v.strike(x.ID)
	}
	s.touchDesk(t)
}

func (e InterpretingSet) apply(s *State, m Mark, t *Touched) {
	x := s.Seats[e.Seat]
	if x == nil {
		return
	}
	s.touchWisher(x, t)
	x.Interprets, x.Placed = e.On, m.Seq
	if e.On {
		x.Scribe = false
		s.takeFromBags(x, t)
	}
	s.touchSeat(x, t)
}

func (e InterpretingSet) anonymous(f forgotten) Event { return f.keeps(e.Seat, e) }

// votes tells whether a seat has a voice in what is decided.
func (x *Seat) votes() bool { return x.here() && !x.Interprets }

// AheadView is what an interpreter reads before it is said: this step and every
// one after it, with the words the facilitator has to say. The cards lie open to
// everybody already.
type AheadView struct {
	Steps []AheadStep `json:"steps"`
}

// AheadStep is a step that has not been yet, or is now.
type AheadStep struct {
	ID       string    `json:"id"`
	Kind     PhaseKind `json:"kind"`
	Title    string    `json:"title"`
	Question string    `json:"question"`
	Say      string    `json:"say"`
	Minutes  int       `json:"minutes"`
}

func seeAhead(s *State) AheadView {
	v := AheadView{Steps: []AheadStep{}}
	for n := s.Agenda.Now; n < len(s.Agenda.Steps); n++ {
		st := s.Agenda.Steps[n]
		v.Steps = append(v.Steps, AheadStep{st.ID, st.Kind, st.Title, st.Question, st.Say, st.Minutes})
	}
	return v
}
