package room

// Listing is a kommune's own line on the open list of those who have held a
// dugnad. It is there because somebody asked for it, and names a function and
// never a person.
type Listing struct {
	Kommune     string `json:"kommune"`
	Coordinator bool   `json:"coordinator"`
	Address     string `json:"address"` // of the function: a mail or a telephone
}

// SetListing writes the line; without a kommune there is none.
type SetListing struct {
	Listing
	Seen int64 `json:"seen"`
}

type ListingSet struct {
	Listing
}

func (SetListing) allow() roles { return carers }

func (c SetListing) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	e, last := ListingSet{c.Listing}, s.ListingSet
	var err error
	if e.Kommune, err = maybe(c.Kommune, NameMax); err == nil {
		e.Address, err = maybe(c.Address, NameMax)
	}
	switch {
	case err != nil:
		return Decision{}, err
	case s.Meeting.Ended == 0:
		return no(Closed)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	case e.Kommune == "" && e.Listing != Listing{}:
		return no(Empty)
	case e.Listing == s.Listing:
		return no(Unchanged)
	}
	d := Decision{Events: []Event{e}}
	if last.Seq != 0 { // an old address is in no file any more
		d.Effects = append(d.Effects, reseal(last.Seq, ListingSet{}))
	}
	return d, nil
}

func (e ListingSet) apply(s *State, m Mark, t *Touched) {
	s.Listing, s.ListingSet = e.Listing, Stamp{m.Seq, m.Seat}
	t.only("listing")
}

func whereListing(s *State, _ string) Layer {
	if s.ListingSet.Seq == 0 {
		return none
	}
	return Follow
}

// ListingView is the line, for those who may change it.
type ListingView struct {
	Listing
	Seen int64 `json:"seen"`
}

func seeListing(s *State, _ string) ListingView { return ListingView{s.Listing, s.ListingSet.Seq} }
