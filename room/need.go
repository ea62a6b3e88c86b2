package room

import "encoding/json"

// needKind is the rows of people that hold what somebody needs in order to take part.
const needKind = "needs"

// NeedMax is how long such a sentence can be, in characters.
const NeedMax = 200

// TellNeed is *tilrettelegging*: what one needs to be able to take part. Empty takes
// it back. It may tell of somebody's health, so it lies among the people and in no
// event, only those who lead can read it, and it goes three days after the meeting.
type TellNeed struct {
	Text string `json:"text"`
}

type NeedTold struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
}

type NeedDropped struct {
	ID string `json:"id"`
}

// AccessNeed is a row as it is kept.
type AccessNeed struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func (TellNeed) allow() roles { return sitting }

func (c TellNeed) decide(s *State, by *Seat, m Moment) (Decision, error) {
	text, err := maybe(c.Text, NeedMax)
	mine := s.needOf(by.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case text == "" && mine == "":
		return no(Unchanged)
	case text == "":
		return dropNeed(mine), nil
	case s.Meeting.Ended != 0:
		return no(Gone)
	}
	n := AccessNeed{mine, text}
	var d Decision
	if mine == "" {
		n.ID = "b-" + itoa(int(m.Dice%1_000_000_000_000))
		if _, taken := s.Needs[n.ID]; taken {
			return no(Taken)
		}
		d.Events = []Event{NeedTold{n.ID, by.ID}}
	}
	body, _ := json.Marshal(n)
	d.Effects = []Effect{PutPerson{n.ID, needKind, body}}
	return d, nil
}

func dropNeed(id string) Decision {
	return Decision{Events: []Event{NeedDropped{id}}, Effects: []Effect{DropPerson{id, needKind}}}
}

// needOf is what a seat's need is kept under; empty is none.
func (s *State) needOf(seat string) string {
	for id, who := range s.Needs {
		if who == seat && seat != "" {
			return id
		}
	}
	return ""
}

// WhoNeeds finds the number of whoever told a need; 0 once they are forgotten.
func (s *State) WhoNeeds(id string) (n, group int) {
	if x := s.Seats[s.Needs[id]]; x != nil {
		return x.N, x.Group
	}
	return 0, 0
}

func (e NeedTold) apply(s *State, _ Mark, t *Touched) {
	s.Needs[e.ID] = e.Seat
	s.touchNeed(e.Seat, t)
}

func (e NeedDropped) apply(s *State, _ Mark, t *Touched) {
	seat := s.Needs[e.ID]
	delete(s.Needs, e.ID)
	s.touchNeed(seat, t)
}

func (s *State) touchNeed(seat string, t *Touched) {
	t.touch("me", seat)
	t.touch("seats", seat)
}

func (e NeedTold) anonymous(forgotten) Event { e.Seat = ""; return e }
