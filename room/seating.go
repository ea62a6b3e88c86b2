package room

import "slices"

// A table is best with so many: fewer run dry, more leave somebody silent.
const (
	tableFew  = 4
	tableMany = 6
)

// SeatingView says what is not as it should be where people sit, so that the
// facilitator can mend it: asking to sit together comes before even tables.
type SeatingView struct {
	Uneven   []int      `json:"uneven"`   // tables with fewer than four or more than six
	Alone    []LoneSeat `json:"alone"`    // the only one of theirs at a table, though there are others
	Apart    []int      `json:"apart"`    // numbers of those who do not sit with whom they should
	Untended []int      `json:"untended"` // numbers of interpreters whom nobody has asked to sit beside
}

// LoneSeat is somebody whom it may be lonely for.
type LoneSeat struct {
	Group int    `json:"group"`
	As    string `json:"as"`
}

func seeSeating(s *State) SeatingView {
	v := SeatingView{Uneven: []int{}, Alone: []LoneSeat{}, Apart: []int{}, Untended: []int{}}
	at, all := map[LoneSeat]int{}, map[string]int{}
	for _, x := range s.guestsHere() {
		if x.As == tolk && len(s.company(x)) == 1 {
			v.Untended = append(v.Untended, x.N)
		}
		if x.Group == 0 {
			continue
		}
		at[LoneSeat{x.Group, x.kin()}] += x.heads()
		all[x.kin()] += x.heads()
		if slices.ContainsFunc(s.company(x), func(y *Seat) bool { return !y.Left && y.Group != x.Group }) {
			v.Apart = append(v.Apart, x.N)
		}
	}
	size := s.sizes()
	for n := 1; n <= len(s.Groups); n++ {
		if size[n] > 0 && (size[n] < tableFew || size[n] > tableMany) {
			v.Uneven = append(v.Uneven, n)
		}
		for _, as := range lonely {
			if l := (LoneSeat{n, as}); at[l] == 1 && all[as] > 1 {
				v.Alone = append(v.Alone, l)
			}
		}
	}
	return v
}
