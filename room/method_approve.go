package room

// Approve up to K: at most K different options, one mark each.

func fairApproval(v *Vote, c Choice) error {
	if len(c) > v.K {
		return Refuse(TooMany)
	}
	seen := map[string]bool{}
	for _, o := range c {
		if v.option(o) < 0 {
			return Refuse(Missing)
		}
		if seen[o] {
			return Refuse(Invalid)
		}
		seen[o] = true
	}
	return nil
}

func countApprovals(v *Vote, bag []Choice) []int {
	marks := make([]int, len(v.Options))
	for _, c := range bag {
		for _, o := range c {
			if n := v.option(o); n >= 0 {
				marks[n]++
			}
		}
	}
	return marks
}
