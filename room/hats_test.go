package room

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// hallOf is a hall with so many of each affiliation, one hat each.
func hallOf(t *testing.T, kinds []string, count []int) *State {
	t.Helper()
	s := New()
	for k, n := range count {
		for range n {
			id := fmt.Sprint("s", len(s.Seats))
			s.Seats[id] = &Seat{ID: id, Role: Participant, As: kinds[k]}
		}
	}
	return s
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestNoHiddenCellCanBeWorkedOut lays out every hall of up to eight of each of
// three affiliations, and of up to 24 who have not said. Whoever reads the counts,
// and knows how they are made, never knows of one to four people what they are
// here as: another hall, where they were another number, reads the same.
func TestNoHiddenCellCanBeWorkedOut(t *testing.T) {
	kinds := []string{"kommune", "frivillighet", "innbygger", ""}
	like := map[string][][]int{} // what is read → the halls it may be
	for n := range 9 * 9 * 9 * 25 {
		count := []int{n % 9, n / 9 % 9, n / 81 % 9, n / 729}
		v := seeAttendance(hallOf(t, kinds, count))
		for _, share := range v.As {
			if share.N < Few {
				t.Fatalf("%v: %d people are told of as %s", count, share.N, share.As)
			}
		}
		if v.Others > 0 && v.Others < Few {
			t.Fatalf("%v: %d others", count, v.Others)
		}
		if read := asJSON(t, v); v.Others <= 24 { // every hall that reads so is laid out
			like[read] = append(like[read], count)
		}
	}
	for read, halls := range like {
		for k, as := range kinds[:3] {
			n := halls[0][k]
			if n > 0 && n < Few && !slices.ContainsFunc(halls, func(h []int) bool { return h[k] != n }) {
				t.Errorf("%s says that %d are here as %s", read, n, as)
			}
		}
	}
}

// TestLongTheSecondHatIsNowhereElse holds the same meeting twice, once with second
// hats and once without, and compares everything that anybody is shown. What
// differs is the person's own line and that line in the facilitator's list, and
// who would be lonely: no count and no report, so there is nothing to subtract.
func TestLongTheSecondHatIsNowhereElse(t *testing.T) {
	for seed := range uint64(40) {
		with, without := newPlayer(t, seed), newPlayer(t, seed)
		r := rand.New(rand.NewPCG(seed, 24))
		with.watch, without.watch = nil, nil
		second := 0
		for n := range 20 + r.IntN(20) {
			id := fmt.Sprint("hatt-", n)
			first, also := pick(r, Affiliations[:6]), pick(r, append([]string{"", ""}, Affiliations[:6]...))
			if first == also {
				also = ""
			}
			for _, p := range []*player{with, without} {
				p.must("", JoinSeat{Seat: id, Role: Participant})
			}
			with.must(id, PresentSeat{first, also})
			without.must(id, PresentSeat{As: first})
			if also != "" {
				second++
			}
		}
		for _, p := range []*player{with, without} {
			p.must("lead1", EndMeeting{})
			p.must("lead1", FinishReport{Head: p.s.Head, Sum: fmt.Sprintf("%064d", seed)})
		}
		differ := 0
		for _, kind := range Kinds() {
			for _, k := range with.s.Keys(kind) {
				l := with.s.Where(k)
				a, _ := with.s.See(l, k)
				b, _ := without.s.See(without.s.Where(k), k)
				if l != without.s.Where(k) {
					t.Fatalf("seed %d: %s lies in %s, without second hats in %s", seed, k, l, without.s.Where(k))
				}
				if asJSON(t, a) == asJSON(t, b) {
					continue
				}
				switch v := a.(type) {
				case MeView:
					differ++
					v.Also = ""
					a = v
				case SeatView:
					v.Also = ""
					a = v
				case SeatingView:
					b = a
				}
				if asJSON(t, a) != asJSON(t, b) {
					t.Fatalf("seed %d: %s in %s shows a second hat:\n%s\n%s", seed, k, l, asJSON(t, a), asJSON(t, b))
				}
			}
		}
		if differ != second {
			t.Fatalf("seed %d: %d second hats, %d are told of theirs", seed, second, differ)
		}
	}
}

// TestTwoHatsAreMixed seats 2,000 random halls of people with two hats: sizes
// within one of each other, nobody young alone whichever hat came first, no
// parent alone, and a better spread of both hats than if the second were not
// looked at.
func TestTwoHatsAreMixed(t *testing.T) {
	halls := 2000
	if testing.Short() {
		halls = 300
	}
	r := rand.New(rand.NewPCG(7, 8))
	both, firsts := 0, 0
	for hall := range halls {
		var people, single []*Seat
		for n := range 8 + r.IntN(40) {
			x := Seat{ID: fmt.Sprint("s", n), N: n, As: pick(r, Affiliations[:6])}
			if also := pick(r, Affiliations[:6]); r.IntN(2) == 0 && also != x.As {
				x.Also = also
			}
			one := x
			if one.As, one.Also = one.kin(), ""; one.As != x.As {
				x.As, x.Also = x.Also, x.As // the twin's first hat, for a fair comparison
			}
			people, single = append(people, &x), append(single, &one)
		}
		count, dice := tables(len(people), 5), r.Uint64()
		seats := mix(people, count, dice)
		size, kin, all := map[int]int{}, map[LoneSeat]int{}, map[string]int{}
		for _, x := range people {
			size[seats[x.ID]]++
			kin[LoneSeat{seats[x.ID], x.kin()}]++
			all[x.kin()]++
		}
		for n := 1; n <= count; n++ {
			if size[n] < len(people)/count || size[n] > (len(people)+count-1)/count {
				t.Fatalf("hall %d: table %d has %d of %d people at %d tables", hall, n, size[n], len(people), count)
			}
			for _, as := range lonely {
				if kin[LoneSeat{n, as}] == 1 && all[as] > 1 {
					t.Fatalf("hall %d: one %s alone at table %d", hall, as, n)
				}
			}
		}
		both += crowding(people, seats)
		firsts += crowding(people, mix(single, count, dice))
	}
	t.Logf("crowding of hats: %d with the second, %d without", both, firsts)
	if both*100 > firsts*96 {
		t.Errorf("looking at the second hat mixed little better: %d, without %d", both, firsts)
	}
}

// crowding is how much of one hat sits at one table, over a whole hall.
func crowding(people []*Seat, seats map[string]int) int {
	at := map[LoneSeat]int{}
	for _, x := range people {
		at[LoneSeat{seats[x.ID], x.As}]++
		if x.Also != "" {
			at[LoneSeat{seats[x.ID], x.Also}]++
		}
	}
	sum := 0
	for _, n := range at {
		sum += n * n
	}
	return sum
}
