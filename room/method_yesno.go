package room

// Yes, no or abstain for each option; one that is not named is an abstention.

func fairYesNo(v *Vote, c Choice) error {
	return v.each(c, func(word string) bool { return word == "ja" || word == "nei" || word == "avstar" })
}

func markYesNo(v *Vote, c Choice, marks, against []int) {
	for _, x := range c {
		switch n, word := v.said(x); {
		case n < 0:
		case word == "ja":
			marks[n]++
		case word == "nei":
			against[n]++
		}
	}
}

func approvedYes(v *Vote, c Choice) []int {
	var list []int
	for _, x := range c {
		if n, word := v.said(x); n >= 0 && word == "ja" {
			list = append(list, n)
		}
	}
	return list
}
