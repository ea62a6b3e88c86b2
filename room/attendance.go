package room

// Few is the least number of people that is written down when people are cut
// by what they are here as, or by table: fewer could be known again.
const Few = 5

// AttendanceView is how many took part, and as what. What fewer than [Few] are
// here as is laid together with those who did not say, under Others, until that
// is no small number either; which ones they are is not told. Everybody is
// counted once, by the first hat: a second column of the same people would be a
// sum to take the first from.
type AttendanceView struct {
	All    int     `json:"all"` // 0 with Hidden: too few to be told
	As     []Share `json:"as"`  // in the order of Affiliations
	Others int     `json:"others"`
	Hidden bool    `json:"hidden"`
}

// Share is how many are here as something.
type Share struct {
	As string `json:"as"`
	N  int    `json:"n"`
}

// seeAttendance counts everybody who came, also those who have gone home, and
// nobody who was shown out or who spoke for others.
func seeAttendance(s *State) AttendanceView {
	if s.Crowd != nil {
		return s.Crowd.As
	}
	v := AttendanceView{As: []Share{}}
	count := map[string]int{}
	for _, x := range s.Seats {
		if x.Role == Participant && !x.Gone && !x.Interprets {
			count[x.As]++
			count[""] += x.heads() - 1 // the others at a shared phone have not said
			v.All += x.heads()
		}
	}
	if v.All < Few {
		return AttendanceView{As: []Share{}, Hidden: v.All > 0}
	}
	v.Others = count[""]
	for _, as := range Affiliations {
		if count[as] < Few {
			v.Others += count[as]
		} else {
			v.As = append(v.As, Share{as, count[as]})
		}
	}
	for v.Others > 0 && v.Others < Few {
		v.foldSmallest()
	}
	return v
}

// foldSmallest lays the smallest share with the others, so that what is hidden
// cannot be worked out from the rest.
func (v *AttendanceView) foldSmallest() {
	least := 0
	for n := range v.As {
		if v.As[n].N < v.As[least].N {
			least = n
		}
	}
	v.Others += v.As[least].N
	v.As = append(v.As[:least], v.As[least+1:]...)
}
