package room

// OnlineView is how many of those who take part have a phone that is in touch
// with us, by head. Of leaves out the places without a phone. It is told to
// whoever leads and stored nowhere: a phone that sleeps in a pocket is no empty
// chair, so nothing is counted by it but this. Who may vote stands in the story,
// see [Vote].
type OnlineView struct {
	On     int           `json:"on"`
	Of     int           `json:"of"`
	Tables []TableOnline `json:"tables"` // where a phone is missing, in order of number
}

// TableOnline is the same of a table.
type TableOnline struct {
	N  int `json:"n"`
	On int `json:"on"`
	Of int `json:"of"`
}

// Online counts the phones; quiet says which seats have not been heard of for a
// while.
func (s *State) Online(quiet func(seat string) bool) OnlineView {
	v, at := OnlineView{Tables: []TableOnline{}}, map[int]TableOnline{}
	for _, x := range s.Seats {
		if !x.here() || x.Paper {
			continue
		}
		n, t := x.heads(), at[x.Group]
		v.Of, t.Of = v.Of+n, t.Of+n
		if !quiet(x.ID) {
			v.On, t.On = v.On+n, t.On+n
		}
		at[x.Group] = t
	}
	for n := 1; n <= len(s.Groups); n++ {
		if t := at[n]; t.On < t.Of {
			v.Tables = append(v.Tables, TableOnline{n, t.On, t.Of})
		}
	}
	return v
}

// LedView tells a deputy, and an adult who watches young leaders, whether a machine
// that leads is in touch with us, and since when it is not. It decides nothing: a claim asks whoever leads, see
// [ClaimLead].
type LedView struct {
	On    bool  `json:"on"`
	Since int64 `json:"since"` // unix milliseconds; 0 while it is, or when none has been heard of
}

// Leading lists the seats whose machines a deputy waits for.
func (s *State) Leading() []string {
	var ids []string
	for _, id := range seatIDs(s) {
		if x := s.Seats[id]; x.Role == Facilitator && !x.Gone {
			ids = append(ids, id)
		}
	}
	return ids
}
