package room

// Members are the follow-up group's seats, each with the role it speaks as:
// *Kultur*, *NAV*. A role, not a person.

// PresentMember says as what one follows up. The house's rows of people are not
// touched: no name is asked for.
type PresentMember struct {
	As string `json:"as"`
}

type MemberPresented struct {
	Seat string `json:"seat"`
	As   string `json:"as"`
}

func (PresentMember) allow() roles { return tenders }

func (c PresentMember) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	as, err := written(c.As, NameMax)
	switch {
	case err != nil:
		return Decision{}, err
	case s.Members[by.ID] == as:
		return no(Unchanged)
	}
	return one(MemberPresented{by.ID, as})
}

func (e MemberPresented) apply(s *State, _ Mark, t *Touched) {
	s.Members[e.Seat] = e.As
	t.touch("members", e.Seat)
}

func memberIDs(s *State) []string {
	ids := []string{}
	for _, id := range seatIDs(s) {
		if s.Seats[id].Role == FollowUp || s.Seats[id].Role == TeamRole || s.Members[id] != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

func whereMember(s *State, id string) Layer {
	switch x := s.Seats[id]; {
	case !s.opens(x):
		return none
	case x.Role == TeamRole:
		return TeamLayer(teamOf(x.Via))
	case x.Role != FollowUp && s.Members[id] == "":
		return none
	}
	return Follow
}

// MemberView is somebody who follows up.
type MemberView struct {
	Seat string `json:"seat"`
	Voice
	Mail string `json:"mail"` // how far an address has come: empty, left, confirmed
}

func seeMember(s *State, id string) MemberView {
	return MemberView{id, s.voice(s.Seats[id]), s.reach(MailMember, id)}
}
