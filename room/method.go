package room

import (
	"strconv"
	"strings"
)

// Method is a way of voting: what a fair choice is, and what one fair choice
// gives to each option. Both are pure and use whole numbers only.
type Method struct {
	fair func(v *Vote, c Choice) error
	// marks adds a choice to the options' marks; against is for methods in
	// which one can say no.
	marks func(v *Vote, c Choice, marks, against []int)
	// approves lists the options a choice speaks for, to see who got something.
	approves func(v *Vote, c Choice) []int
	// steps is how many places or scores a method tells apart, and spread counts
	// a choice among them, to show how the marks came about. Most have none.
	steps  func(k int) int
	spread func(v *Vote, c Choice, spread [][]int)
}

// Methods is every way of voting there is.
var Methods = map[string]Method{
	"approve": {fair: fairApproval, marks: markApproval, approves: approvedAll},
	"dots":    {fair: fairDots, marks: markApproval, approves: approvedAll},
	"score":   {fair: fairScores, marks: markScores, approves: approvedScores, steps: scoresOf, spread: spreadScores},
	"yesno":   {fair: fairYesNo, marks: markYesNo, approves: approvedYes},
	"rank":    {fair: fairApproval, marks: markRanks, approves: approvedAll, steps: placesOf, spread: spreadRanks},
}

// said splits `option=word`.
func (v *Vote) said(x string) (option int, word string) {
	id, word, _ := strings.Cut(x, "=")
	return v.option(id), word
}

// each checks a choice of `option=word` where every option comes once at most.
func (v *Vote) each(c Choice, ok func(word string) bool) error {
	seen := map[int]bool{}
	for _, x := range c {
		n, word := v.said(x)
		switch {
		case n < 0:
			return Refuse(Missing)
		case seen[n] || !ok(word):
			return Refuse(Invalid)
		}
		seen[n] = true
	}
	return nil
}

// approvedAll: whatever is chosen is spoken for.
func approvedAll(v *Vote, c Choice) []int {
	var list []int
	seen := map[int]bool{}
	for _, o := range c {
		if n := v.option(o); n >= 0 && !seen[n] {
			seen[n] = true
			list = append(list, n)
		}
	}
	return list
}

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil || strconv.Itoa(n) != word {
		return -1
	}
	return n
}
