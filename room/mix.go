package room

import (
	"math/rand/v2"
	"sort"
)

// tables is how many tables n people need at about size each: as near as can
// be, and never more than one too many at a table.
func tables(n, size int) int {
	near := (2*n + size) / (2 * size)
	fits := (n + size) / (size + 1)
	return max(near, fits, 1)
}

// mix seats people at count tables: a shuffle so that friends part, then dealt
// out affiliation by affiliation so that every table gets its share of each.
func mix(people []*Seat, count int, dice uint64) map[string]int {
	order := append([]*Seat(nil), people...)
	r := rand.New(rand.NewPCG(dice, 0x5eed))
	r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	sort.SliceStable(order, func(i, j int) bool { return order[i].As < order[j].As })
	seats := make(map[string]int, len(order))
	for i, x := range order {
		seats[x.ID] = i%count + 1
	}
	return seats
}
