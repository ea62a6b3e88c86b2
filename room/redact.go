package room

// A proposal that nobody has named is called by its first idea's text, and a
// ballot and a measure copy that name. When the idea is redacted the copies
// must go too, in the state and in the records that carried them.

// blankTitles is the store's part: the records with a copied title, sealed
// anew without it.
func (s *State) blankTitles(titles ...string) []Effect {
	var fx []Effect
	for _, id := range voteIDs(s) {
		v := s.Votes[id]
		e, hit := v.opened(), false
		for n := range e.Options {
			if has(titles, e.Options[n].Title) {
				e.Options[n].Title, hit = "", true
			}
		}
		if hit {
			fx = append(fx, reseal(v.Line, e))
		}
	}
	for _, id := range measureIDs(s) {
		if m := s.Measures[id]; m.Copy != "" && has(titles, m.Copy) {
			fx = append(fx, reseal(m.Line, MeasureMade{ID: m.ID, Cluster: m.Cluster, Idea: m.Idea, Top: m.Top}))
		}
	}
	return fx
}

func reseal(seq int64, e Event) Effect {
	_, body, _ := Seal(e)
	return Blank{Seq: seq, Body: body}
}

// eraseTitles is the state's part of the same.
func (s *State) eraseTitles(title string, t *Touched) {
	for _, id := range voteIDs(s) {
		for n := range s.Votes[id].Options {
			if o := &s.Votes[id].Options[n]; o.Title == title {
				o.Title = ""
				t.touch("votes", id)
				t.touch("results", id)
			}
		}
	}
	for _, id := range measureIDs(s) {
		if m := s.Measures[id]; title != "" && m.Copy == title {
			m.Copy = ""
			if !m.Named {
				m.Title = ""
			}
			s.touchCare(id, t)
			t.touch("trails", id) // the history shows what the copy said
		}
	}
}

// titles are the names that copies of an idea can have: what it says, and what it said before it had a Norwegian line.
func (i *Idea) titles() []string {
	if i.Norsk == "" {
		return []string{short(i.Text)}
	}
	return []string{short(i.Text), short(i.Norsk)}
}
