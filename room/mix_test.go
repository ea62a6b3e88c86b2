package room

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestTables(t *testing.T) {
	for _, c := range []struct{ people, size, want int }{{0, 5, 1}, {4, 5, 1}, {5, 5, 1}, {6, 5, 1}, {7, 5, 2}, {24, 6, 4}, {43, 6, 7}, {200, 5, 40}} {
		if got := tables(c.people, c.size); got != c.want {
			t.Errorf("tables(%d, %d) = %d, want %d", c.people, c.size, got, c.want)
		}
	}
}

// TestMixGivesEveryTableItsShare: sizes differ by one at most, and so does each
// affiliation from table to table, whatever the dice say.
func TestMixGivesEveryTableItsShare(t *testing.T) {
	var people []*Seat
	for n := range 43 {
		people = append(people, &Seat{ID: fmt.Sprint("s", n), N: n, As: Affiliations[n%3]})
	}
	for dice := range uint64(200) {
		seats := mix(people, 7, dice)
		size, share := map[int]int{}, map[string]int{}
		for _, x := range people {
			size[seats[x.ID]]++
			share[fmt.Sprint(seats[x.ID], x.As)]++
		}
		for n := 1; n <= 7; n++ {
			if size[n] < 6 || size[n] > 7 {
				t.Fatalf("dice %d: table %d has %d", dice, n, size[n])
			}
			for _, as := range Affiliations[:3] {
				if k := share[fmt.Sprint(n, as)]; k < 2 || k > 3 {
					t.Fatalf("dice %d: table %d has %d of %s", dice, n, k, as)
				}
			}
		}
	}
}

// TestNobodySitsAlone seats 10,000 random halls: nowhere the only young person
// or the only parent when there are two or more, sizes within one of each
// other, everybody seated once.
func TestNobodySitsAlone(t *testing.T) {
	halls := 10_000
	if testing.Short() {
		halls = 1000
	}
	r := rand.New(rand.NewPCG(1, 2))
	for hall := range halls {
		var people []*Seat
		for n := range 4 + r.IntN(60) {
			people = append(people, &Seat{ID: fmt.Sprint("s", n), N: n, As: pick(r, append([]string{""}, Affiliations...))})
		}
		if r.IntN(4) == 0 { // a hall with few of them
			for _, x := range people[3:] {
				x.As = pick(r, []string{"kommune", "frivillighet"})
			}
		}
		count := tables(len(people), 4+r.IntN(3))
		seats := mix(people, count, r.Uint64())
		size, of := map[int]int{}, map[string]map[int]int{}
		for _, x := range people {
			if seats[x.ID] < 1 || seats[x.ID] > count {
				t.Fatalf("hall %d: %s sits at %d of %d", hall, x.ID, seats[x.ID], count)
			}
			size[seats[x.ID]]++
			if of[x.As] == nil {
				of[x.As] = map[int]int{}
			}
			of[x.As][seats[x.ID]]++
		}
		for n := 1; n <= count; n++ {
			if size[n] < len(people)/count || size[n] > (len(people)+count-1)/count {
				t.Fatalf("hall %d: table %d has %d of %d people at %d tables", hall, n, size[n], len(people), count)
			}
			for _, as := range lonely {
				all := 0
				for _, k := range of[as] {
					all += k
				}
				if of[as][n] == 1 && all > 1 {
					t.Fatalf("hall %d: one %s alone at table %d, %d in the hall of %d at %d tables: %v", hall, as, n, all, len(people), count, of[as])
				}
			}
		}
	}
}
