// Package likeness tells which short texts are alike in their words. It is
// handed in where somebody chooses what belongs together: it orders a list for
// the eye of a person, decides nothing and is never part of a meeting's story.
//
// It knows words, not meaning: no synonyms, no word lists of any subject. Two
// texts are alike when they share words that are rare among all the texts it is
// given. What it finds and misses is printed by its test and stands in the ADR.
package likeness

import (
	"math"
	"sort"
)

// TextsMax is how many texts are compared, and PairsMax how many pairs come
// out: a list longer than that helps nobody.
const (
	TextsMax = 1000
	PairsMax = 1000
)

// Said is how alike two texts must be to be mentioned by themselves, in
// thousandths. A fifth is what one shared word gives two sentences of about
// five words each, all equally rare. What lies below is worth an order, when
// somebody looks for company for one text, and not a word of its own.
const Said = 200

// Pair is two texts, by their place in the list, how alike they are in
// thousandths, and the words of the first that did it.
type Pair struct {
	A, B  int
	Alike int
	Words []string
}

// Pairs lists the texts that are alike, the most alike first. The same texts
// give the same list every time.
func Pairs(texts []string, lang string) []Pair {
	if len(texts) > TextsMax {
		texts = texts[:TextsMax]
	}
	bags := bagsOf(texts, lang)
	holders := map[string][]int{} // term → the texts that have it, in order
	for n, b := range bags {
		for _, term := range b.terms {
			holders[term] = append(holders[term], n)
		}
	}
	lengths := make([]float64, len(bags))
	for n, b := range bags {
		for _, term := range b.terms {
			w := b.weight[term] * rarity(len(texts), len(holders[term]))
			b.weight[term] = w
			lengths[n] += w * w
		}
		lengths[n] = math.Sqrt(lengths[n])
	}
	pairs := []Pair{}
	for a, bag := range bags {
		dot := map[int]float64{}
		for _, term := range bag.terms {
			for _, b := range holders[term] {
				if b > a {
					dot[b] += bag.weight[term] * bags[b].weight[term]
				}
			}
		}
		for b, d := range dot {
			if alike := int(math.Round(1000 * d / (lengths[a] * lengths[b]))); alike > 0 {
				pairs = append(pairs, Pair{A: a, B: b, Alike: alike})
			}
		}
	}
	sort.Slice(pairs, func(x, y int) bool {
		p, q := pairs[x], pairs[y]
		if p.Alike != q.Alike {
			return p.Alike > q.Alike
		}
		return p.A < q.A || p.A == q.A && p.B < q.B
	})
	pairs = pairs[:min(len(pairs), PairsMax)]
	for n, p := range pairs {
		pairs[n].Words = bags[p.A].shared(bags[p.B])
	}
	return pairs
}

// rarity is the weight of a term: what everybody writes tells nothing.
func rarity(texts, holders int) float64 { return math.Log(1 + float64(texts)/float64(holders)) }
