package room

import (
	"math/rand/v2"
	"sort"
)

// tables is how many tables n people need at size each: as near as can be, but
// never a table with less than two thirds of it when fewer tables will do.
func tables(n, size int) int {
	if n == 0 {
		return 1
	}
	count := (n + size - 1) / size
	if count > 1 && n < count*size*2/3 {
		count--
	}
	return count
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
