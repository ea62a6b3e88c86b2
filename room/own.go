package room

import "sort"

// Own is all that a meeting holds of one seat and that the seat itself may read: what
// one is here as, the notes that nobody else has, and what one has hung up. What was
// shared with a table is not in it. Nobody shall be able to learn whose it was, and a
// seat can be given to another phone.
type Own struct {
	Number      int         `json:"number"`
	HereAs      string      `json:"hereAs,omitempty"`
	AlsoAs      string      `json:"alsoAs,omitempty"`
	Group       int         `json:"group,omitempty"`
	Interpreter bool        `json:"interpreter,omitempty"`
	Notes       []OwnNote   `json:"notes"`
	Posters     []OwnPoster `json:"posters"`
}

// OwnElsewhere is what is the seat's outside the room's story: by kind the row among
// the people, and the open votes that it has handed in for.
type OwnElsewhere struct {
	People map[string]string
	Votes  []string
}

// OwnNote is a note that has not been shared, or that waits to be let through.
type OwnNote struct {
	Text string `json:"text"`
	Card string `json:"card,omitempty"`
	Held bool   `json:"held,omitempty"`
}

// OwnPoster is what somebody hung on the wall.
type OwnPoster struct {
	Sort string `json:"sort"`
	From string `json:"from,omitempty"`
	Text string `json:"text"`
}

// OwnOf gathers what [ForgetMe] takes away.
func (s *State) OwnOf(seat string) (o Own, elsewhere OwnElsewhere, ok bool) {
	x := s.Seats[seat]
	if x == nil || x.Gone {
		return o, elsewhere, false
	}
	o = Own{Number: x.N, HereAs: x.As, AlsoAs: x.Also, Group: x.Group, Interpreter: x.Interprets, Notes: []OwnNote{}, Posters: []OwnPoster{}}
	elsewhere.People = map[string]string{needKind: s.needOf(seat), bookKind: s.inBook(seat)}
	if !x.Given { // whoever leads may have put a phone of their own in the seat, and these were never for them
		elsewhere.People[subscriberKind], elsewhere.People[ContributeKind] = s.subscription(seat), s.contribution(seat)
	}
	for _, id := range ideaIDs(s) {
		if i := s.Ideas[id]; i.Author == seat && (i.Place == Private || i.Place == Held) {
			o.Notes = append(o.Notes, OwnNote{i.Text, i.Card, i.Place == Held})
		}
	}
	for _, id := range s.postersOf(seat) {
		p := s.Posters[id]
		o.Posters = append(o.Posters, OwnPoster{p.Sort, p.From, p.Text})
	}
	for id, v := range s.Votes {
		if v.Status == "open" && x.Heads < 2 && !x.Handed && v.Slips[seat] == seat {
			elsewhere.Votes = append(elsewhere.Votes, id)
		}
	}
	sort.Strings(elsewhere.Votes)
	return o, elsewhere, true
}
