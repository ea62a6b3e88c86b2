package room

// Pen is a hand raised by somebody who would rather say it than write it. The
// one who writes for the table is told that somebody does, not who: they ask
// aloud. Without a scribe the leads see the hand like any other.
const Pen = "write"

// LendPen says that whoever at the table asked for help to write has had it.
type LendPen struct{}

func (LendPen) allow() roles { return guests }

func (LendPen) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	if !by.Scribe {
		return no(Forbidden)
	}
	var d Decision
	for _, id := range sorted(s.Seats) {
		if x := s.Seats[id]; x.Group == by.Group && x.here() && x.Hand == Pen {
			d.Events = append(d.Events, HandRaised{x.ID, ""})
		}
	}
	return d, nil
}

// endWishes takes down the hands of those who wished for somebody to write, where
// that writing is over.
func (s *State) endWishes(over func(*Seat) bool) []Event {
	var es []Event
	for _, id := range sorted(s.Seats) {
		if x := s.Seats[id]; x.Hand == Pen && over(x) {
			es = append(es, HandRaised{id, ""})
		}
	}
	return es
}

// endsWish tells which wishes end with the step that is left. One that was made alone
// is met at the table, where there is a scribe, and ends with the table's writing: in a
// step where nobody writes, at a table that has sent its list, and where people write
// alone again.
func (s *State) endsWish(next Phase) func(*Seat) bool {
	begins := !next.shares && s.phase().shares
	return func(x *Seat) bool {
		g := s.Groups[x.Group]
		return !next.writes || begins || next.shares && g != nil && g.Sent
	}
}

// wishes counts those at a table who would like somebody to write for them.
func (s *State) wishes(table int) int {
	n := 0
	for _, x := range s.Seats {
		if table != 0 && x.Group == table && x.here() && x.Hand == Pen {
			n++
		}
	}
	return n
}

// whereWish is the scribe's alone, while somebody wishes.
func whereWish(s *State, id string) Layer {
	if x := s.Seats[id]; x != nil && x.Scribe && x.here() && s.wishes(x.Group) > 0 {
		return MineLayer(id)
	}
	return none
}

// WishView says that somebody at the table wants help to write. It names nobody.
type WishView struct {
	N int `json:"n"`
}

func seeWish(s *State, id string) WishView { return WishView{s.wishes(s.Seats[id].Group)} }

// touchWisher touches what the scribe is told, when what a seat wishes, or who
// writes, may be about to change or has.
func (s *State) touchWisher(x *Seat, t *Touched) {
	t.touch("wishes", x.ID)
	if x.Hand != Pen {
		return
	}
	for id, y := range s.Seats {
		if y.Group == x.Group && y.Scribe {
			t.touch("wishes", id)
		}
	}
}
