package room

// Contact is *Hvem ringer jeg?*: a function, not a person, and how it is
// reached. It is on the answer page for everybody.
type Contact struct {
	Who   string `json:"who"`
	Phone string `json:"phone"`
	Mail  string `json:"mail"`
	Hours string `json:"hours"`
}

// SetContact writes the card; without who there is none.
type SetContact struct {
	Contact
	Seen int64 `json:"seen"`
}

type ContactSet struct {
	Contact
}

func (SetContact) allow() roles { return carers }

func (c SetContact) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	var e ContactSet
	for _, f := range []struct {
		into *string
		from string
		max  int
	}{{&e.Who, c.Who, NameMax}, {&e.Phone, c.Phone, 30}, {&e.Mail, c.Mail, NameMax}, {&e.Hours, c.Hours, StepMax}} {
		var err error
		if *f.into, err = maybe(f.from, f.max); err != nil {
			return Decision{}, err
		}
	}
	last := s.ContactSet
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	case e.Contact == s.Contact:
		return no(Unchanged)
	case e.Who == "" && e.Contact != Contact{}:
		return no(Empty)
	}
	d := Decision{Events: []Event{e}}
	if last.Seq != 0 { // an old number is in no file any more
		d.Effects = append(d.Effects, reseal(last.Seq, ContactSet{}))
	}
	return d, nil
}

func (e ContactSet) apply(s *State, m Mark, t *Touched) {
	s.Contact, s.ContactSet = e.Contact, Stamp{m.Seq, m.Seat}
	t.only("contact")
}

// ContactView is the card.
type ContactView struct {
	Contact
	Seen int64 `json:"seen"`
}

func seeContact(s *State) ContactView { return ContactView{s.Contact, s.ContactSet.Seq} }
