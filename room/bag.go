package room

// A bag is where answers lie that nobody is to read one by one: ballots, and what a
// table or a hall answers in secret. It is the store's; here are its name and who
// has put something in it.

// tallied has the store count a bag; say is what came of it.
func tallied(bag string, say func([]Choice) Event) Decision {
	return Decision{Effects: []Effect{CountBallots{Vote: bag, Tally: func(in []Choice) (Event, []Effect) {
		return say(in), nil
	}}}}
}

// emptied takes out of a bag what each of those has put in it.
func emptied(bag string, from map[string]bool) []Effect {
	var fx []Effect
	for _, seat := range sorted(from) {
		fx = append(fx, DropBallot{bag, seat})
	}
	return fx
}
