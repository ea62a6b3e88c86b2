package room

// ForgetMe is *Slett opplysningene om meg*: the notes that were never shared or that
// wait to be let through, what one is here as and needs, the line in the contact
// book, the address for the answer and a ballot in an open bag are gone at once,
// and the seat is empty. What was shared without a name stays: nobody can tell
// whose it was, and others have built on it.
type ForgetMe struct{}

func (ForgetMe) allow() roles { return sitting }

func (ForgetMe) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	var d Decision
	if v := s.openVote(); v != nil && by.heads() > 1 && v.cast(by.ID) > 0 {
		return no(VoteOpen) // slips of a whole table, and nobody can say whose
	}
	for _, id := range ideaIDs(s) {
		if i := s.Ideas[id]; i.Author == by.ID && (i.Place == Private || i.Place == Held) {
			d.add(i.erase(IdeaWithdrawn{id}))
		}
	}
	for _, id := range s.postersOf(by.ID) {
		if p := s.Posters[id]; p.Held {
			d.add(p.down())
		}
	}
	if id := s.subscription(by.ID); id != "" {
		d.add(Decision{Events: []Event{SubscriberDropped{id}}, Effects: []Effect{DropPerson{id, subscriberKind}}})
	}
	if id := s.contribution(by.ID); id != "" {
		d.add(Decision{Events: []Event{ContributorDropped{id}}, Effects: []Effect{DropPerson{id, ContributeKind}}})
	}
	if by.As != "" {
		d.Events = append(d.Events, SeatPresented{Seat: by.ID})
	}
	d.add(s.showOut(by))
	return d, nil
}

// add does one more thing in the same transaction.
func (d *Decision) add(more Decision) {
	d.Events, d.Effects = append(d.Events, more.Events...), append(d.Effects, more.Effects...)
}
