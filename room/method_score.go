package room

// Score: each option gets 0 to K; one that is not named gets nothing.

// ScoreMax is the highest a scale may go.
const ScoreMax = 10

func fairScores(v *Vote, c Choice) error {
	return v.each(c, func(word string) bool { n := number(word); return n >= 0 && n <= v.K && n <= ScoreMax })
}

func markScores(v *Vote, c Choice, marks, _ []int) {
	for _, x := range c {
		if n, word := v.said(x); n >= 0 {
			marks[n] += number(word)
		}
	}
}

// approvedScores: what gets more than half of the scale is spoken for.
func approvedScores(v *Vote, c Choice) []int {
	var list []int
	for _, x := range c {
		if n, word := v.said(x); n >= 0 && 2*number(word) > v.K {
			list = append(list, n)
		}
	}
	return list
}

// scoresOf: 0, 1 … up to the top of the scale.
func scoresOf(k int) int { return k + 1 }

func spreadScores(v *Vote, c Choice, spread [][]int) {
	for _, x := range c {
		if n, word := v.said(x); n >= 0 {
			spread[n][number(word)]++
		}
	}
}
