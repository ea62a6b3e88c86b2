package room

// AddPlace is *+ plass uten telefon*: somebody sits at a table with paper and
// pen. The place counts like any other; its slip is typed in by the scribe of
// the table or by a lead.
type AddPlace struct {
	ID    string `json:"id"`
	Group int    `json:"group"`
	As    string `json:"as,omitempty"`
}

// TypeSlip enters a paper slip.
type TypeSlip struct {
	Vote   string `json:"vote"`
	Seat   string `json:"seat"`
	Choice Choice `json:"choice"`
}

// PlaceLine is a place without a phone, for the table that types its slip.
type PlaceLine struct {
	Seat  string   `json:"seat"`
	N     int      `json:"n"`
	Voted []string `json:"voted"` // votes in which its slip lies in the bag
}

// PlacesView is the places without a phone at a table. Only the table sees it.
type PlacesView struct {
	Places []PlaceLine `json:"places"`
}

func wherePlaces(s *State, id string) Layer {
	if g := s.group(id); g != nil {
		for _, x := range s.Seats {
			if x.Paper && !x.Gone && x.Group == g.N {
				return GroupLayer(g.N)
			}
		}
	}
	return none
}

func seePlaces(s *State, id string) PlacesView {
	v := PlacesView{Places: []PlaceLine{}}
	for _, seat := range seatIDs(s) {
		x := s.Seats[seat]
		if x.Paper && !x.Gone && itoa(x.Group) == id {
			v.Places = append(v.Places, PlaceLine{seat, x.N, seeMe(s, seat).Voted})
		}
	}
	return v
}

func (AddPlace) allow() roles { return anyone }
func (TypeSlip) allow() roles { return anyone }

func (c AddPlace) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	g, err := s.table(by, c.Group)
	switch {
	case err != nil:
		return Decision{}, err
	case !goodID(c.ID) || reserved[c.ID] || c.As != "" && !affiliation(c.As):
		return no(Invalid)
	case s.Seats[c.ID] != nil:
		return no(Unchanged)
	case s.sharing(g.N):
		return no(OnePhone) // or somebody would count twice
	case s.Meeting.Ended != 0:
		return no(Gone)
	case len(s.Seats) >= SeatsMax:
		return no(Full)
	}
	return one(SeatJoined{Seat: c.ID, N: s.arrived() + 1, Role: Participant, As: c.As, Group: g.N, Paper: true})
}

func (c TypeSlip) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	x, v := s.Seats[c.Seat], s.Votes[c.Vote]
	switch {
	case x == nil || x.Gone:
		return no(Missing)
	case !x.Paper:
		return no(Forbidden) // a phone's slip is nobody else's to write
	case !by.Role.Leads() && !(by.Scribe && by.Group == x.Group):
		return no(Forbidden)
	case v == nil:
		return no(Missing)
	case v.Status == "hall" && !by.Role.Leads():
		return no(Closed)
	case v.Status == "hall" && !has(v.Late, x.ID):
		return no(Closed) // it lay in the bag when the hall closed, and may have been counted there
	case v.Status != "open" && v.Status != "hall":
		return no(Closed)
	}
	return v.take(x, c.Choice)
}
