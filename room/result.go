package room

// reveal shows every counted result to everybody: the step has come.
func reveal(s *State, _ Mark, t *Touched) {
	t.again("unveiled")
	for id, v := range s.Votes {
		if s.Slow && v == s.lastVote() {
			continue // place by place, as the leads tell it
		}
		if v.Status != "open" && !v.Revealed {
			v.Revealed = true
			t.touch("results", id)
		}
	}
}

func resultIDs(s *State) []string { return voteIDs(s) }

// shows tells whether there are numbers to show: the count, or a preliminary
// one until then.
func (v *Vote) shows() bool { return v.Status == "counted" || v.Early }

// whereResult hides a result until it is counted, keeps it with the lead until
// the result's step, and then shows it to all.
func whereResult(s *State, id string) Layer {
	v := s.Votes[id]
	switch {
	case v == nil || !v.shows():
		return none
	case v.Revealed:
		return All
	}
	return Lead
}

// ResultRow is one option's marks; equal marks share a rank.
type ResultRow struct {
	ID      string `json:"id"`
	N       int    `json:"n"`
	Title   string `json:"title"`
	Also    string `json:"also,omitempty"`
	Marks   int    `json:"marks"` // hands included
	Hands   int    `json:"hands"` // of them, raised in the hall
	Against int    `json:"against"`
	Rank    int    `json:"rank"`
	Cover   int    `json:"cover"`  // ballots that got this or one above it
	Spread  []int  `json:"spread"` // ballots by place (first, second …) or by score (0, 1 …), for methods that have them
}

// ResultView is a counted vote, most marks first.
type ResultView struct {
	Vote     string      `json:"vote"`
	K        int         `json:"k"`
	Method   string      `json:"method"`
	Ballots  int         `json:"ballots"`
	Rows     []ResultRow `json:"rows"`
	Balanced [][]string  `json:"balanced"` // equal shares for 1, 2, 3 … options, as ids
	Early    bool        `json:"early"`    // preliminary: slips of paper are out
	Laid     int         `json:"laid"`     // ballots drawn to wait with the paper
	Stood    []StoodRow  `json:"stood"`    // what an earlier round had placed above these
}

func seeResult(s *State, id string) ResultView {
	v := s.Votes[id]
	view := ResultView{Vote: id, K: v.K, Method: v.Method, Ballots: v.Ballots, Rows: v.rows(), Balanced: [][]string{},
		Early: v.Early, Laid: v.Laid, Stood: s.stood(v)}
	for n := range view.Rows {
		view.Rows[n].Also = s.alsoTitle(view.Rows[n].ID)
	}
	for _, picked := range v.Balanced {
		ids := []string{}
		for _, n := range picked {
			ids = append(ids, v.Options[n].ID)
		}
		view.Balanced = append(view.Balanced, ids)
	}
	return view
}

// rows is the count, most marks first.
func (v *Vote) rows() []ResultRow {
	rows := []ResultRow{}
	for place, n := range v.inOrder(v.Marks) {
		o := v.Options[n]
		rows = append(rows, ResultRow{ID: o.ID, N: v.number(n), Title: o.Title, Marks: mark(v.Marks, n) + mark(v.Hands, n),
			Hands: mark(v.Hands, n), Against: mark(v.Against, n), Rank: place + 1, Cover: mark(v.Cover, place),
			Spread: []int{}})
		if n < len(v.Spread) {
			rows[place].Spread = append([]int{}, v.Spread[n]...)
		}
	}
	for n := 1; n < len(rows); n++ {
		if rows[n].Marks == rows[n-1].Marks {
			rows[n].Rank = rows[n-1].Rank
		}
	}
	return rows
}

func mark(marks []int, n int) int {
	if n < len(marks) {
		return marks[n]
	}
	return 0
}
