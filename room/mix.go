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

// lonely are the affiliations of which nobody is to sit alone at a table: the
// only young person, or the only parent, among professionals says little.
var lonely = []string{"ungdom", "innbygger"}

// seating is tables being laid.
type seating struct {
	room []int // free chairs at each table
	at   [][]*Seat
}

// mix seats people at count tables of sizes that differ by one at most. Those
// whom it would be lonely for go first, two and two or more; the rest are
// dealt out affiliation by affiliation, to the table that has fewest of each.
// The dice part friends who stand together in the door.
func mix(people []*Seat, count int, dice uint64) map[string]int {
	order := append([]*Seat(nil), people...)
	r := rand.New(rand.NewPCG(dice, 0x5eed))
	r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	sort.SliceStable(order, func(i, j int) bool { return order[i].As < order[j].As })

	g := seating{room: make([]int, count), at: make([][]*Seat, count)}
	for n := range order {
		g.room[n%count]++
	}
	for _, as := range lonely {
		g.pairs(of(order, as, true))
	}
	for _, x := range order {
		if !has(lonely, x.As) {
			g.put(x, g.fewest(x.As))
		}
	}
	for _, as := range lonely {
		g.mend(as)
	}
	seats := make(map[string]int, len(order))
	for n, table := range g.at {
		for _, x := range table {
			seats[x.ID] = n + 1
		}
	}
	return seats
}

// of picks those who are (or are not) of an affiliation.
func of(people []*Seat, as string, yes bool) []*Seat {
	var xs []*Seat
	for _, x := range people {
		if (x.As == as) == yes {
			xs = append(xs, x)
		}
	}
	return xs
}

func (g *seating) put(x *Seat, table int) {
	g.at[table] = append(g.at[table], x)
	g.room[table]--
}

// fewest is the table with a free chair that has fewest of an affiliation, and
// among those the one with most free chairs.
func (g *seating) fewest(as string) int {
	best := -1
	for n := range g.room {
		if g.room[n] == 0 {
			continue
		}
		if best < 0 {
			best = n
			continue
		}
		here, there := len(of(g.at[n], as, true)), len(of(g.at[best], as, true))
		if here < there || here == there && g.room[n] > g.room[best] {
			best = n
		}
	}
	return best
}

// pairs spreads people over as many tables as there are pairs of them.
func (g *seating) pairs(people []*Seat) {
	if len(people) == 0 {
		return
	}
	byRoom := make([]int, len(g.room))
	for n := range byRoom {
		byRoom[n] = n
	}
	sort.SliceStable(byRoom, func(a, b int) bool { return g.room[byRoom[a]] > g.room[byRoom[b]] })
	chosen := byRoom[:max(1, min(len(byRoom), len(people)/2))]
	for n, next := 0, 0; n < len(people); next++ {
		if next > len(chosen)*len(people)+len(byRoom) { // the chosen are full
			g.put(people[n], g.fewest(""))
			n++
			continue
		}
		if t := chosen[next%len(chosen)]; g.room[t] > 0 {
			g.put(people[n], t)
			n++
		}
	}
}

// mend joins those who ended up alone all the same, by changing places with
// somebody at a table that has company for them, or by fetching company.
func (g *seating) mend(as string) {
	for range len(g.at) {
		alone := g.alone(as)
		if alone < 0 {
			return
		}
		if !g.joinOthers(alone, as) && !g.fetchCompany(alone, as) {
			return
		}
	}
}

// alone is a table with exactly one of an affiliation, while there are others
// elsewhere; -1 if there is none.
func (g *seating) alone(as string) int {
	table, others := -1, 0
	for n := range g.at {
		switch k := len(of(g.at[n], as, true)); {
		case k == 1 && table < 0:
			table = n
		default:
			others += k
		}
	}
	if others == 0 {
		return -1
	}
	return table
}

// joinOthers lets the lonely one change places with somebody who is not needed
// as company at a table that has others of the same.
func (g *seating) joinOthers(from int, as string) bool {
	for to := range g.at {
		if to != from && len(of(g.at[to], as, true)) > 0 && g.swap(from, as, true, to, as, false) {
			return true
		}
	}
	return false
}

// fetchCompany brings one of three or more to the lonely one.
func (g *seating) fetchCompany(to int, as string) bool {
	for from := range g.at {
		if from != to && len(of(g.at[from], as, true)) > 2 && g.swap(from, as, true, to, as, false) {
			return true
		}
	}
	return false
}

// swap lets one from table a change places with one from table b, if nobody
// else is left alone by it.
func (g *seating) swap(a int, asA string, isA bool, b int, asB string, isB bool) bool {
	for _, x := range of(g.at[a], asA, isA) {
		for _, y := range of(g.at[b], asB, isB) {
			before := g.loners()
			g.change(a, x, y)
			g.change(b, y, x)
			if g.loners() < before {
				return true
			}
			g.change(a, y, x)
			g.change(b, x, y)
		}
	}
	return false
}

func (g *seating) change(table int, out, in *Seat) {
	for n, x := range g.at[table] {
		if x == out {
			g.at[table][n] = in
			return
		}
	}
}

// loners counts the tables at which somebody sits alone.
func (g *seating) loners() int {
	n := 0
	for _, as := range lonely {
		for _, table := range g.at {
			if len(of(table, as, true)) == 1 {
				n++
			}
		}
	}
	return n
}
