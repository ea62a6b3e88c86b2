package room

import "strings"

// wordy are the kinds whose rows hold what people wrote. The tables of a meeting
// that young people have not published hold none of them.
var wordy = map[string]bool{"measures": true, "followups": true, "decisions": true, "results": true, "asides": true, "clusters": true, "dates": true, "listing": true}

// Rows is what the tables that others read must say after these changes. It is
// worked out from the state, so that undoing and redacting need no code of
// their own.
func (s *State) Rows(changes ...Touched) []Effect {
	var rows []Effect
	seen := map[Key]bool{}
	for _, t := range changes {
		for _, k := range append(append([]Key(nil), t.Keys...), s.leftBehind(t)...) {
			if seen[k] {
				continue
			}
			seen[k] = true
			if s.Veiled() && wordy[k.Kind()] {
				continue
			}
			switch k.Kind() {
			case "meeting":
				rows = append(rows, s.meetingRow())
			case "measures":
				if m := s.Measures[k.id()]; m != nil {
					rows = append(rows, s.measureRow(m))
					if m.Cluster != "" && s.Meeting.Ended != 0 { // what was left has been taken up
						rows = append(rows, s.restRow(m.Cluster))
					}
				}
			case "followups":
				if m := s.Measures[k.id()]; m != nil {
					if !seen[key("measures", m.ID)] {
						rows = append(rows, s.measureRow(m))
					}
					rows = append(rows, PutNumbers{m.ID, append([]Count(nil), s.Cares[m.ID].Counts...)})
				}
			case "decisions":
				rows = append(rows, s.decisionRow(k.id()))
			case "asides":
				rows = append(rows, s.asideRow(k.id()))
			case "clusters":
				if s.Meeting.Ended != 0 {
					rows = append(rows, s.restRow(k.id()))
				}
			case "dates":
				row := PutDate{Date{ID: k.id()}}
				if d := s.Dates[k.id()]; d != nil {
					row.Date = *d
				}
				rows = append(rows, row)
			case "listing":
				rows = append(rows, PutListing{s.Listing})
			case "reply":
				rows = append(rows, s.answerRow())
			case "unreached":
				kind, id, _ := strings.Cut(k.id(), ":")
				if _, back := s.Reach[kind+"/"+id]; !back {
					rows = append(rows, DropPerson{id, kind})
				}
			case "wake":
				rows = append(rows, PutWake{s.Wake()})
			case "results":
				rows = append(rows, s.tallyRows(k.id())...)
			}
		}
	}
	return rows
}

// leftBehind is what there is to find of what was set aside, once the meeting has
// ended or what young people made is shared.
func (s *State) leftBehind(t Touched) []Key {
	var keys []Key
	for _, kind := range t.Kinds {
		if kind == "asides" {
			for _, id := range ideaIDs(s) {
				if whereAside(s, id) == Follow {
					keys = append(keys, key("asides", id))
				}
			}
			for _, id := range clusterIDs(s) {
				keys = append(keys, key("clusters", id))
			}
		}
	}
	return keys
}

func (s *State) asideRow(id string) Effect {
	row := PutAside{ID: id, Lang: s.Meeting.Lang}
	if whereAside(s, id) == Follow && seeAside(s, id).Taken == "" {
		row.Title = s.Ideas[id].Text
	}
	return row
}

// restRow is a proposal that became no measure.
func (s *State) restRow(id string) Effect {
	row := PutAside{ID: id, Lang: s.Meeting.Lang}
	if c := s.Clusters[id]; c != nil && len(c.Ideas) > 0 {
		row.Title = s.titleOf(c)
	}
	for _, m := range s.Measures {
		if m.Cluster == id {
			row.Title = ""
		}
	}
	return row
}

func (s *State) meetingRow() Effect {
	m := s.Meeting
	return PutMeeting{Code: m.Code, Title: m.Title, Lang: m.Lang, Status: s.Status(), Decides: m.Decides, AnswerBy: m.AnswerBy,
		Created: m.Created, Started: m.Started, Finished: m.Ended, Practice: m.Practice != "", Demo: m.Demo}
}

func (s *State) measureRow(m *Measure) Effect {
	c := s.Cares[m.ID]
	row := PutMeasure{ID: m.ID, Title: m.Title, Cluster: m.Cluster, Responsible: m.Responsible, First: m.First,
		Due: m.Due, Status: string(s.shownStatus(m)), FollowUp: m.FollowUp, At: s.At,
		Kind: c.Kind, Deputy: c.Deputy, Lasts: c.Lasts, Sign: c.Sign, Help: c.Help, Confirmed: c.Confirmed, Closed: c.Closed,
		Parts: len(c.Parts), Says: c.Says, Lang: s.Meeting.Lang}
	for _, p := range c.Parts {
		if p.Done {
			row.Done++
		}
	}
	if Status(m.Status) == Dropped {
		row.Reason = c.Says
	}
	return row
}

func (s *State) answerRow() Effect {
	first, last := int64(0), s.Answer.latest().At
	for _, p := range s.Answer.Published {
		if !p.Redacted && first == 0 {
			first = p.At
		}
	}
	row := PutAnswer{Promised: s.Meeting.AnswerBy, First: s.Answer.First, Published: first}
	if last != first {
		row.Corrected = last
	}
	return row
}

func (s *State) decisionRow(id string) Effect {
	if r := s.Decisions[id]; r != nil {
		return PutDecision{ID: id, Title: r.Text, Reason: r.Reason, At: s.At, Lang: s.Meeting.Lang}
	}
	return PutDecision{ID: id}
}

// tallyRows writes a count again after a title in it was redacted.
func (s *State) tallyRows(id string) []Effect {
	v := s.Votes[id]
	if v == nil || v.Status != "counted" {
		return nil
	}
	var rows []Effect
	for n, o := range v.Options {
		rows = append(rows, PutTally{Vote: id, Option: o.ID, Title: o.Title, Number: v.number(n),
			Votes: mark(v.Marks, n) + mark(v.Hands, n), Ballots: v.Ballots})
	}
	return rows
}
