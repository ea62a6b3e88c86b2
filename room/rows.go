package room

// Rows is what the tables that others read must say after these changes. It is
// worked out from the state, so that undoing and redacting need no code of
// their own.
func (s *State) Rows(changes ...Touched) []Effect {
	var rows []Effect
	seen := map[Key]bool{}
	for _, t := range changes {
		for _, k := range t.Keys {
			if seen[k] {
				continue
			}
			seen[k] = true
			switch k.Kind() {
			case "meeting":
				rows = append(rows, s.meetingRow())
			case "measures":
				if m := s.Measures[k.id()]; m != nil {
					rows = append(rows, s.measureRow(m))
				}
			case "results":
				rows = append(rows, s.tallyRows(k.id())...)
			}
		}
	}
	return rows
}

func (s *State) meetingRow() Effect {
	m := s.Meeting
	return PutMeeting{Code: m.Code, Title: m.Title, Lang: m.Lang, Status: s.Status(), Decides: m.Decides, AnswerBy: m.AnswerBy,
		Created: m.Created, Started: m.Started, Finished: m.Ended}
}

func (s *State) measureRow(m *Measure) Effect {
	return PutMeasure{ID: m.ID, Title: m.Title, Cluster: m.Cluster, Responsible: m.Responsible, First: m.First,
		Due: m.Due, Status: m.Status, FollowUp: m.FollowUp, At: s.At}
}

// tallyRows writes a count again after a title in it was redacted.
func (s *State) tallyRows(id string) []Effect {
	v := s.Votes[id]
	if v == nil || v.Status != "counted" {
		return nil
	}
	var rows []Effect
	for n, o := range v.Options {
		rows = append(rows, PutTally{Vote: id, Option: o.ID, Title: o.Title, Number: n + 1,
			Votes: mark(v.Marks, n) + mark(v.Hands, n), Ballots: v.Ballots})
	}
	return rows
}
