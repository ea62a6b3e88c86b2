package room

import (
	"math/big"
	"sort"
)

// balanced picks up to k options by the Method of Equal Shares with unit costs:
// every ballot gets an equal share of a budget that would pay for k options, an
// option costs one and is paid by those who speak for it, each as little as
// they can, and nobody pays more than they have. The one that costs its
// supporters least goes first; equal ones in ballot order. It stops when nobody
// can pay for another, so fewer than k may come out. Exact: no rounding.
// (Peters, Pierczyński and Skowron, 2021.)
func balanced(options, k int, ballots [][]int) []int {
	if len(ballots) == 0 {
		return nil
	}
	purse := make([]*big.Rat, len(ballots))
	for i := range purse {
		purse[i] = big.NewRat(int64(k), int64(len(ballots)))
	}
	var picked []int
	for len(picked) < k {
		best, price := -1, (*big.Rat)(nil)
		for o := range options {
			if hasInt(picked, o) {
				continue
			}
			if p := priceOf(o, ballots, purse); p != nil && (price == nil || p.Cmp(price) < 0) {
				best, price = o, p
			}
		}
		if best < 0 {
			break
		}
		picked = append(picked, best)
		for i, b := range ballots {
			if hasInt(b, best) {
				purse[i] = new(big.Rat).Sub(purse[i], least(purse[i], price))
			}
		}
	}
	return picked
}

// priceOf is the most that any supporter must pay for an option, nil if they
// cannot afford it together.
func priceOf(o int, ballots [][]int, purse []*big.Rat) *big.Rat {
	var have []*big.Rat
	for i, b := range ballots {
		if hasInt(b, o) {
			have = append(have, purse[i])
		}
	}
	sort.Slice(have, func(a, b int) bool { return have[a].Cmp(have[b]) < 0 })
	left := big.NewRat(1, 1)
	for i, h := range have {
		share := new(big.Rat).Quo(left, big.NewRat(int64(len(have)-i), 1))
		if h.Cmp(share) >= 0 {
			return share
		}
		left.Sub(left, h)
	}
	return nil
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func hasInt(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// covered counts, for the first one, two, three … options of a list, the
// ballots that speak for at least one of them.
func covered(order []int, ballots [][]int) []int {
	counts := make([]int, len(order))
	for n := range order {
		for _, b := range ballots {
			for _, o := range order[:n+1] {
				if hasInt(b, o) {
					counts[n]++
					break
				}
			}
		}
	}
	return counts
}
