package room

// Approve up to K: at most K different options, one mark each.

func fairApproval(v *Vote, c Choice) error {
	if len(c) > v.K {
		return Refuse(TooMany)
	}
	return v.each(c, func(word string) bool { return word == "" })
}

func markApproval(v *Vote, c Choice, marks, _ []int) {
	for _, o := range c {
		if n := v.option(o); n >= 0 {
			marks[n]++
		}
	}
}
