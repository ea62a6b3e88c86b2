package room

// HallMax is how long a vote may wait for its slips of paper, in milliseconds:
// the ballots of an evening are gone a day later.
const HallMax = 24 * 60 * 60 * 1000

// VoteShut closes a vote in the hall: phones are refused from here, while the
// slips of paper that are out are typed in by the leaders. Late lists the
// places they were given to. What lay in the bag by then can no longer change.
type VoteShut struct {
	ID   string   `json:"id"`
	Late []string `json:"late"`
}

// takingVote is the vote that can still get a ballot: from phones while it is
// open, on paper while it waits. There is at most one.
func (s *State) takingVote() *Vote {
	for _, v := range s.Votes {
		if v.Status == "open" || v.Status == "hall" {
			return v
		}
	}
	return nil
}

// paper lists the places whose slips of paper can be typed in now, with those
// that are in already.
func (s *State) paper(v *Vote) []string {
	if v.Status == "hall" {
		return v.Late
	}
	var seats []string
	for _, id := range sorted(v.Roll) {
		if x := s.Seats[id]; v.Roll[id] && x != nil && x.Paper {
			seats = append(seats, id)
		}
	}
	return seats
}

// out lists the places whose slips of paper have been given out and are not in.
func (s *State) out(v *Vote) []string {
	var seats []string
	for _, id := range s.paper(v) {
		if _, in := v.Slips[id]; !in && s.Seats[id] != nil && !s.Seats[id].Gone {
			seats = append(seats, id)
		}
	}
	return seats
}

func (e VoteShut) apply(s *State, m Mark, t *Touched) {
	v := s.Votes[e.ID]
	if v == nil {
		return
	}
	v.Status, v.Shut, v.Late = "hall", m.At, e.Late
	t.touch("votes", v.ID)
	t.touch("turnout", v.ID)
	t.touch("desk", v.ID)
}

func whereDesk(s *State, id string) Layer {
	if v := s.Votes[id]; v == nil || v.Status != "open" && v.Status != "hall" {
		return none
	}
	return Lead
}

// DeskView is what the leaders keep track of while a vote is on: the hands
// they have written down, and which slips of paper are in. Never what stands
// on one.
type DeskView struct {
	Vote  string      `json:"vote"`
	Hands []int       `json:"hands"` // for each option, in ballot order
	Paper []PaperLine `json:"paper"`
	Early bool        `json:"early"` // a preliminary count can be shown
	Ends  int64       `json:"ends"`  // when it is counted whatever is missing; 0 while it is open
}

// PaperLine is a place without a phone.
type PaperLine struct {
	Seat string `json:"seat"`
	In   bool   `json:"in"`
}

func seeDesk(s *State, id string) DeskView {
	v := s.Votes[id]
	view := DeskView{Vote: id, Hands: append([]int{}, v.Hands...), Paper: []PaperLine{}, Early: v.mayPreview()}
	if v.Status == "hall" {
		view.Ends = v.Shut + HallMax
	}
	for _, seat := range s.paper(v) {
		if x := s.Seats[seat]; x != nil && !x.Gone {
			_, in := v.Slips[seat]
			view.Paper = append(view.Paper, PaperLine{seat, in})
		}
	}
	return view
}

// touchDesk touches what the leaders keep track of, when who sits where changes
// while a vote is on.
func (s *State) touchDesk(t *Touched) {
	if v := s.takingVote(); v != nil {
		t.touch("desk", v.ID)
		t.touch("turnout", v.ID)
	}
}
