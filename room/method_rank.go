package room

// Rank up to K: the first gets K marks, the next one less, and so on (a Borda
// count cut off at K).

func markRanks(v *Vote, c Choice, marks, _ []int) {
	for place, o := range c {
		if n := v.option(o); n >= 0 {
			marks[n] += v.K - place
		}
	}
}

// placesOf: first, second … as far as one may rank.
func placesOf(k int) int { return k }

func spreadRanks(v *Vote, c Choice, spread [][]int) {
	for place, o := range c {
		if n := v.option(o); n >= 0 {
			spread[n][place]++
		}
	}
}
