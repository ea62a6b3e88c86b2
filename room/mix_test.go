package room

import (
	"fmt"
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
