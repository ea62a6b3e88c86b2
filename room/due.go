package room

import "sort"

// Due is a command the house asks by itself. Every node asks with the same ID,
// and the log takes one.
type Due struct {
	ID      string
	Command Command
}

// Due lists what the house should ask now: after every change, when a room
// wakes, and when the clock has moved. A crash in between heals here.
func (s *State) Due(now int64) []Due {
	var due []Due
	for _, id := range voteIDs(s) {
		if s.Votes[id].Status == "closed" {
			due = append(due, Due{"count:" + id, CountVote{id}})
		}
	}
	for _, pick := range s.allPicks() {
		if pick.Closed {
			due = append(due, Due{"count:" + pick.ID, CountPick{pick.ID}})
		}
	}
	for _, step := range moodIDs(s) {
		if s.Moods[step].Closed {
			due = append(due, Due{"count:" + moodBag + step, CountMood{step}})
		}
	}
	for _, d := range s.duties() {
		if d.at <= now {
			due = append(due, d.Due)
		}
	}
	return due
}

// duties are what the house will do when the time comes. The clock of the year
// starts when the meeting ends.
func (s *State) duties() []duty {
	ds := append(s.voteDuties(), s.unaskedDuties()...)
	ds = append(ds, s.claimDuties()...)
	ds = append(ds, s.spareDuties()...)
	if s.Meeting.Ended != 0 {
		ds = append(ds, s.answerDuties()...)
		ds = append(ds, s.ageDuties()...)
		ds = append(ds, s.contactDuties()...)
		ds = append(ds, s.dateDuties()...)
		ds = append(ds, s.keepDuties()...)
	}
	sort.Slice(ds, func(a, b int) bool { return ds[a].at < ds[b].at || ds[a].at == ds[b].at && ds[a].ID < ds[b].ID })
	return ds
}

// Wake is when the house has something to do next, 0 for never. A room that
// sleeps is woken then.
func (s *State) Wake() int64 {
	wake := s.Expires()
	if ds := s.duties(); len(ds) > 0 && (wake == 0 || ds[0].at < wake) {
		wake = ds[0].at
	}
	return wake
}
