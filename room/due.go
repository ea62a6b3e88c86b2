package room

// Due is a command the house asks by itself. Every node asks with the same ID,
// and the log takes one.
type Due struct {
	ID      string
	Command Command
}

// Due lists what the house should ask now: after every change, when a room
// wakes, and when the clock has moved. A crash in between heals here.
func (s *State) Due(_ int64) []Due {
	var due []Due
	for _, id := range voteIDs(s) {
		if s.Votes[id].Status == "closed" {
			due = append(due, Due{"count:" + id, CountVote{id}})
		}
	}
	return due
}
