package room

import "time"

// RestoreRoom is the house's, once for each room that is put back from a copy.
// There are no ballots in a copy, so what was being chosen when it was made is
// thrown away: a count would make a result of nothing. The group is told from
// when the copy is, since what was written after that is gone and what was
// deleted is back. Moved says that nothing has happened in between.
type RestoreRoom struct {
	Made  int64 `json:"made"` // unix milliseconds
	Moved bool  `json:"moved"`
}

func (RestoreRoom) allow() roles { return house }

func (c RestoreRoom) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	var d Decision
	for _, id := range voteIDs(s) {
		if st := s.Votes[id].Status; st != "counted" && st != "cancelled" {
			d.Events = append(d.Events, VoteCancelled{id})
		}
	}
	for _, p := range s.allPicks() {
		if p.Tied == nil {
			d.Events = append(d.Events, PickDropped{p.ID})
		}
	}
	for _, step := range moodIDs(s) {
		if m := s.Moods[step]; m.Closed || len(m.Slips) > 0 {
			d.Events = append(d.Events, MoodDropped{step})
		}
	}
	if id := "restored-" + itoa(int(c.Made/1000)); !c.Moved && s.Tasks[id] == nil {
		d.Events = append(d.Events, TaskRaised{ID: id, Kind: "restored", Due: time.UnixMilli(c.Made).UTC().Format(time.DateOnly)})
	}
	if len(d.Events) == 0 {
		return no(Unchanged)
	}
	return d, nil
}
