package room

import "testing"

// Equal marks are never parted: rather fewer than five, and where all are equal
// nothing sets any before the others.
func TestTheFirstAreNeverPartedFromTheirEquals(t *testing.T) {
	for _, c := range []struct {
		marks []int
		top   int
	}{
		{[]int{34, 19, 14, 12, 11, 9, 8, 2}, 5}, // Vestby
		{[]int{9, 8, 7, 6, 5, 5, 1}, 4},
		{[]int{9, 8, 7, 5, 5, 5, 1}, 3},
		{[]int{9, 4, 4, 4, 4, 4, 4}, 1},
		{[]int{4, 4, 4, 4, 4, 4, 4}, 7},
		{[]int{9, 4, 4}, 3},
		{[]int{9}, 1},
		{nil, 0},
	} {
		var rows []ResultRow
		for n, m := range c.marks {
			row := ResultRow{Marks: m, Rank: n + 1}
			if n > 0 && rows[n-1].Marks == m {
				row.Rank = rows[n-1].Rank
			}
			rows = append(rows, row)
		}
		if got := topOf(rows); got != c.top {
			t.Errorf("%v: %d first, want %d", c.marks, got, c.top)
		}
	}
}
