package room

import (
	"math/rand/v2"
	"slices"
	"sort"
)

// tableSize is how many sit at a table when nobody says otherwise: few enough
// that all are heard, enough that one may leave.
const tableSize = 5

// tables is how many tables n people need at about size each: as near as can
// be, and never more than one too many at a table.
func tables(n, size int) int {
	near := (2*n + size) / (2 * size)
	fits := (n + size) / (size + 1)
	return max(near, fits, 1)
}

// lonely are the affiliations of which nobody is to sit alone at a table: the
// only young person, or the only parent, among professionals says little.
var lonely = []string{ungdom, "innbygger"}

// What it costs a hall when something is not as it should be. Nobody alone
// comes before even tables, and those before a good mix. That those who asked
// to sit together do is no cost: they are never parted.
const (
	costAlone = 100_000
	costChair = 30
)

// reach is among how many tables two parties each way are tried: a hall of
// hundreds is as varied within it as in the whole.
const reach = 40

// againMax is how many times a hall is laid anew because somebody in it
// still sits alone.
const againMax = 12

// mix seats people at count tables of sizes that differ by one at most. Those
// who sit together go first, then those whom it would be lonely for, two and
// two or more; the rest are dealt out affiliation by affiliation, to the table
// that has fewest of each; whoever has two hats counts as both. The dice part friends who stand together in the
// door and have not asked.
func mix(people []*Seat, count int, dice uint64) map[string]int {
	r := rand.New(rand.NewPCG(dice, 0x5eed))
	best := lay(people, count, r)
	for range againMax {
		if best.amiss() < costAlone {
			break
		}
		if other := lay(people, count, r); other.amiss() < best.amiss() {
			best = other
		}
	}
	seats := make(map[string]int, len(people))
	for n, t := range best.tables {
		for _, p := range t.at {
			for _, x := range p {
				seats[x.ID] = n + 1
			}
		}
	}
	return seats
}

// lay seats everybody once.
func lay(people []*Seat, count int, r *rand.Rand) *hall {
	order := append([]*Seat(nil), people...)
	r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	sort.SliceStable(order, func(i, j int) bool { return order[i].kin() < order[j].kin() })
	h := newHall(order, count)
	var alone []party
	for _, p := range parties(order) {
		if headsOf(p) > 1 {
			h.sit(p, h.forParty(p))
		} else {
			alone = append(alone, p)
		}
	}
	for _, as := range lonely {
		h.pairs(alone, as)
	}
	for _, p := range alone {
		if !slices.Contains(lonely, p[0].kin()) {
			h.sit(p, h.forParty(p))
		}
	}
	h.mend()
	return h
}

// party is people who are seated as one: mostly a single person.
type party []*Seat

// parties gathers those who sit together, the largest first.
func parties(people []*Seat) []party {
	var ps []party
	at := map[int]int{}
	for _, x := range people {
		if n, ok := at[x.With]; ok && x.With != 0 {
			ps[n] = append(ps[n], x)
			continue
		}
		at[x.With] = len(ps)
		ps = append(ps, party{x})
	}
	slices.SortStableFunc(ps, func(a, b party) int { return headsOf(b) - headsOf(a) })
	return ps
}

func (p party) has(as string) int {
	n := 0
	for _, x := range p {
		if x.kin() == as {
			n += x.heads()
		}
	}
	return n
}

// hall is tables being laid.
type hall struct {
	tables []table
	small  int            // how many sit at the smaller tables; at the larger one more
	large  int            // how many sit at the larger ones
	all    map[string]int // people of each kin
}

type table struct {
	at     []party
	size   int
	chairs int            // laid for
	of     map[string]int // people of each kin
	hats   map[string]int // people of each affiliation: who has two is in two
}

func newHall(people []*Seat, count int) *hall {
	h := &hall{tables: make([]table, count), all: map[string]int{},
		small: headsOf(people) / count, large: (headsOf(people) + count - 1) / count}
	for n := range h.tables {
		h.tables[n] = table{chairs: h.small, of: map[string]int{}, hats: map[string]int{}}
		if n < headsOf(people)%count {
			h.tables[n].chairs++
		}
	}
	for _, x := range people {
		h.all[x.kin()] += x.heads()
	}
	return h
}

func (h *hall) sit(p party, at int) {
	t := &h.tables[at]
	t.at = append(t.at, p)
	t.size += headsOf(p)
	for _, x := range p {
		t.of[x.kin()] += x.heads()
		t.hats[x.As] += x.heads()
		if x.Also != "" {
			t.hats[x.Also] += x.heads()
		}
	}
}

func (h *hall) rise(p party, from int) {
	t := &h.tables[from]
	for n, q := range t.at {
		if q[0] == p[0] {
			t.at = append(append([]party(nil), t.at[:n]...), t.at[n+1:]...)
			break
		}
	}
	t.size -= headsOf(p)
	for _, x := range p {
		t.of[x.kin()] -= x.heads()
		t.hats[x.As] -= x.heads()
		if x.Also != "" {
			t.hats[x.Also] -= x.heads()
		}
	}
}

func (t table) free() int { return t.chairs - t.size }

// forParty is the table with room for all of them where it costs least, and
// among those the one with most free chairs; without room anywhere, the one
// with most.
func (h *hall) forParty(p party) int {
	best, least := 0, -1
	for n := range h.tables {
		cost := 0
		if t := h.tables[n]; t.free() < headsOf(p) {
			cost = (1 + headsOf(p) - t.free()) * costAlone
		}
		for _, x := range p {
			t, kin := h.tables[n], x.kin()
			if slices.Contains(lonely, kin) && t.of[kin] == 1 && p.has(kin) == 1 {
				cost -= costChair // company for the one who waits there
				continue
			}
			cost += t.hats[x.As]
			if x.Also != "" {
				cost += t.hats[x.Also]
			}
		}
		if least < 0 && n == 0 || cost < least || cost == least && h.tables[n].free() > h.tables[best].free() {
			best, least = n, cost
		}
	}
	return best
}

// pairs spreads the single people of an affiliation over as many tables as
// there are pairs of them, after giving company to whoever already sits alone.
func (h *hall) pairs(alone []party, as string) {
	var ps []party
	for _, p := range alone {
		if p[0].kin() == as {
			ps = append(ps, p)
		}
	}
	for n := range h.tables {
		if t := h.tables[n]; len(ps) > 0 && t.of[as] == 1 && t.free() > 0 {
			h.sit(ps[0], n)
			ps = ps[1:]
		}
	}
	if len(ps) == 0 {
		return
	}
	byRoom := make([]int, len(h.tables))
	for n := range byRoom {
		byRoom[n] = n
	}
	sort.SliceStable(byRoom, func(a, b int) bool { return h.tables[byRoom[a]].free() > h.tables[byRoom[b]].free() })
	chosen := byRoom[:max(1, min(len(byRoom), len(ps)/2))]
	for next, full := 0, 0; len(ps) > 0; next++ {
		at := chosen[next%len(chosen)]
		switch {
		case full == len(chosen):
			at = h.forParty(ps[0])
		case h.tables[at].free() <= 0:
			full++
			continue
		default:
			full = 0
		}
		h.sit(ps[0], at)
		ps = ps[1:]
	}
}

// mend makes good what came out wrong: somebody alone, a table too full. It
// moves parties and lets them change places for as long as the hall gets better
// by it; when it must, somebody sits at a table of one too many rather than
// alone.
func (h *hall) mend() {
	for range 8 * len(h.tables) {
		if !h.better(1) && !h.better(2) {
			return
		}
	}
}

// better finds the best exchange between a table where something is wrong and
// any other, of at most so many parties each way, and makes it.
func (h *hall) better(most int) bool {
	for a := range h.tables {
		if h.wrong(a) == 0 {
			continue
		}
		var out, in []party
		to, least := -1, 0
		for far := 1; far < len(h.tables) && (most == 1 || far <= reach); far++ {
			b := (a + far) % len(h.tables)
			before := h.cost(a) + h.cost(b)
			for _, us := range some(h.tables[a].at, most) {
				for _, them := range some(h.tables[b].at, most) {
					h.exchange(a, us, b, them)
					if gain := h.cost(a) + h.cost(b) - before; gain < least {
						to, least, out, in = b, gain, us, them
					}
					h.exchange(a, them, b, us)
				}
			}
		}
		if to >= 0 {
			h.exchange(a, out, to, in)
			return true
		}
	}
	return false
}

// some lists the ways to take at most so many parties, none of them too.
func some(ps []party, most int) [][]party {
	ways := [][]party{nil}
	for n, p := range ps {
		ways = append(ways, []party{p})
		for _, q := range ps[n+1:] {
			if most > 1 {
				ways = append(ways, []party{p, q})
			}
		}
	}
	return ways
}

func (h *hall) exchange(a int, out []party, b int, in []party) {
	for _, p := range out {
		h.rise(p, a)
	}
	for _, p := range in {
		h.rise(p, b)
		h.sit(p, a)
	}
	for _, p := range out {
		h.sit(p, b)
	}
}

// wrong is what is wrong at a table: people alone, chairs too many or too few.
func (h *hall) wrong(n int) int {
	t, cost := h.tables[n], 0
	for _, as := range lonely {
		if t.of[as] == 1 && h.all[as] > 1 {
			cost += costAlone
		}
	}
	off := max(h.small-t.size, t.size-h.large, 0)
	return cost + costChair*off*off
}

// amiss is what is wrong in the whole hall.
func (h *hall) amiss() int {
	sum := 0
	for n := range h.tables {
		sum += h.wrong(n)
	}
	return sum
}

// cost adds how unevenly a table is mixed.
func (h *hall) cost(n int) int {
	cost := h.wrong(n)
	for _, k := range h.tables[n].hats {
		cost += k * k
	}
	return cost
}
