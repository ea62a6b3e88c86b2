package likeness

import "sort"

// bag is a text as a set of terms: its stems, and with half the weight the
// words it is put together of.
type bag struct {
	terms  []string // in the order they come
	weight map[string]float64
	from   map[string]string // term → the word as somebody wrote it
}

const (
	whole = 1.0
	part  = 1.0
)

func (b *bag) add(term, word string, weight float64) {
	if _, had := b.weight[term]; !had {
		b.terms = append(b.terms, term)
		b.from[term] = word
	}
	b.weight[term] = max(b.weight[term], weight)
}

// shared lists the words that two texts have in common, the rarest first, as
// the first of them writes them.
func (b *bag) shared(o *bag) []string {
	terms := []string{}
	for _, term := range b.terms {
		if _, has := o.weight[term]; has {
			terms = append(terms, term)
		}
	}
	sort.SliceStable(terms, func(x, y int) bool { return b.weight[terms[x]] > b.weight[terms[y]] })
	words, said := []string{}, map[string]bool{}
	for _, term := range terms {
		if word := b.from[term]; !said[word] {
			said[word] = true
			words = append(words, word)
		}
	}
	return words
}

// bagsOf reads all the texts. What a long word is made of, and what a
// misspelled one should have been, is learnt from what the others have written.
func bagsOf(texts []string, lang string) []*bag {
	t := tongueOf(lang)
	read := make([][]token, len(texts))
	known := map[string]int{}
	for n, text := range texts {
		read[n] = t.tokens(text)
		for _, tok := range read[n] {
			known[tok.stem]++
		}
	}
	spelt := spelling(known)
	bags := make([]*bag, len(texts))
	for n, tokens := range read {
		b := &bag{weight: map[string]float64{}, from: map[string]string{}}
		for _, tok := range tokens {
			stem := spelt(tok.stem)
			b.add(stem, tok.word, whole)
			for _, p := range parts(stem, known) {
				b.add(spelt(p), tok.word, part)
			}
		}
		bags[n] = b
	}
	return bags
}
