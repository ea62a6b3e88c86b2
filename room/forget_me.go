package room

// ForgetMe is *Slett opplysningene om meg*: the notes that were never shared or that
// wait to be let through, what one is here as and needs, one's words on the way
// out, the line in the contact book, the address for the answer and a ballot in an
// open bag are gone at once, also from the story, and the seat is empty. What was shared without a name stays: nobody can tell
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
	d.add(s.unsaid(by))
	d.add(s.showOut(by))
	return d, nil
}

// unsaid takes back what a person has said that they are here as, also with a phone
// they had before, and their words on the way out; what they answered there is a
// number among others. Nothing of it is left in the story.
func (s *State) unsaid(by *Seat) Decision {
	var d Decision
	for _, id := range seatIDs(s) {
		if x := s.Seats[id]; x.As != "" && (x == by || s.Became(id, x.Moves) == by.ID) {
			d.Events = append(d.Events, SeatPresented{Seat: id})
		}
	}
	if said, ok := s.Goodbyes[by.ID]; ok && said.Change != "" {
		d.Events = append(d.Events, GoodbyeSaid{Seat: by.ID, Useful: said.Useful, Call: said.Call})
	}
	for _, seq := range by.Lines {
		d.Effects = append(d.Effects, Rewrite{After: seq - 1, To: seq, Each: wordless})
	}
	return d
}

// wordless is a record of somebody without what they said of themselves.
func wordless(r Record) (Record, bool) {
	e, err := Open(r.Kind, r.Body)
	if err != nil {
		return r, false
	}
	switch x := e.(type) {
	case SeatJoined:
		x.As = ""
		e = x
	case SeatPresented:
		e = SeatPresented{Seat: x.Seat}
	case GoodbyeSaid:
		x.Change = ""
		e = x
	default:
		return r, false
	}
	_, r.Body, err = Seal(e)
	return r, err == nil
}

// add does one more thing in the same transaction.
func (d *Decision) add(more Decision) {
	d.Events, d.Effects = append(d.Events, more.Events...), append(d.Effects, more.Effects...)
}
