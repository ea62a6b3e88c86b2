package room

// StoodRow is a proposal that an earlier round had already placed above those
// this round is about: its place is not up for another vote.
type StoodRow struct {
	ID    string `json:"id"`
	N     int    `json:"n"`
	Title string `json:"title"`
	Marks int    `json:"marks"`
	Of    int    `json:"of"`    // ballots in the round it was chosen in
	Round int    `json:"round"` // which that was
}

// before is the counted round that a vote comes after, past those that were
// called off.
func (s *State) before(v *Vote) *Vote {
	b := s.Votes[v.Follows]
	for b != nil && b.Status != "counted" {
		b = s.Votes[b.Follows]
	}
	return b
}

// stood lists what earlier rounds had placed above the first of these options.
func (s *State) stood(v *Vote) []StoodRow {
	rows := []StoodRow{}
	b := s.before(v)
	if b == nil {
		return rows
	}
	again := map[string]bool{}
	for _, o := range v.Options {
		again[o.ID] = true
	}
	rows = append(rows, s.stood(b)...)
	for _, row := range b.rows() {
		if again[row.ID] {
			break
		}
		if row.Marks > 0 {
			rows = append(rows, StoodRow{row.ID, row.N, row.Title, row.Marks, b.Ballots, s.round(b)})
		}
	}
	return rows
}

// chosen lists what anybody has chosen, in the order that the rounds came to: a
// round among some of the proposals says how those stand to each other, and
// leaves the others where they were.
func (s *State) chosen(v *Vote) []ResultRow {
	rows := v.rows()
	b := s.before(v)
	if b == nil {
		return withMarks(rows)
	}
	again := map[string]bool{}
	for _, row := range rows {
		again[row.ID] = true
	}
	var all []ResultRow
	for _, row := range s.chosen(b) {
		if !again[row.ID] {
			all = append(all, row)
			continue
		}
		all = append(all, rows...) // in the place of the first of them
		rows = nil
	}
	return append(all, withMarks(rows)...)
}

func withMarks(rows []ResultRow) []ResultRow {
	var some []ResultRow
	for _, row := range rows {
		if row.Marks > 0 {
			some = append(some, row)
		}
	}
	return some
}
