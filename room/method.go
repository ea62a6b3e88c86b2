package room

// Method is a way of voting: what a fair choice is, and how a bag is counted.
// Both are pure and use whole numbers only.
type Method struct {
	fair  func(v *Vote, c Choice) error
	count func(v *Vote, bag []Choice) []int // marks for each option, in order
}

// Methods is every way of voting there is.
var Methods = map[string]Method{
	"approve": {fair: fairApproval, count: countApprovals},
}
