package room

import "strings"

// SubscribersMax is how many can ask to be told.
const SubscribersMax = SeatsMax

// subscriberKind is the rows of people that hold where to send the answer.
const subscriberKind = "reply"

// AskToBeTold leaves an address for the answer; an empty one takes it back. The
// address lies among the people and in no event.
type AskToBeTold struct {
	Mail string `json:"mail"`
}

// UnaskedDays is how long an address stays that was written on the page of the
// answer and that nobody has said is theirs.
const UnaskedDays = 30

// SubscriberAdded is an address. Page says that it was left where anybody can
// leave anybody's.
type SubscriberAdded struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
	Page bool   `json:"page,omitempty"`
}

type SubscriberDropped struct {
	ID string `json:"id"`
}

func (AskToBeTold) allow() roles { return sitting }

func (c AskToBeTold) decide(s *State, by *Seat, m Moment) (Decision, error) {
	mail := strings.TrimSpace(c.Mail)
	mine := s.subscription(by.ID)
	switch {
	case mail == "" && mine == "":
		return no(Unchanged)
	case mail == "":
		return Decision{Events: []Event{SubscriberDropped{mine}}, Effects: []Effect{DropPerson{mine, subscriberKind}}}, nil
	case !goodMail(mail):
		return no(Invalid)
	case len(s.Subscribers) >= SubscribersMax:
		return no(Full)
	case by.asked(m.Now) >= AsksMax:
		return no(Rate)
	}
	put := func(id string) []Effect {
		return []Effect{PutPerson{id, subscriberKind, MailBody(mail)}, PutMails{ForConfirm, occasion(m), subscriberKind, []string{id}}}
	}
	if mine != "" { // only the address is another
		return Decision{Events: []Event{AddressLeft{subscriberKind, mine}}, Effects: put(mine)}, nil
	}
	id := "s-" + itoa(int(m.Dice%1_000_000_000_000))
	if _, taken := s.Subscribers[id]; taken {
		return no(Taken)
	}
	return Decision{Events: []Event{SubscriberAdded{ID: id, Seat: by.ID}}, Effects: put(id)}, nil
}

// TellAnswer is the house's, for whoever leaves an address on the page of the
// answer and holds no seat. ID is the same for the same address, so that nobody
// is asked twice whether it is theirs.
type TellAnswer struct {
	ID   string `json:"id"`
	Mail string `json:"mail"`
}

func (TellAnswer) allow() roles { return house }

func (c TellAnswer) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	mail := strings.TrimSpace(c.Mail)
	_, known := s.Subscribers[c.ID]
	switch {
	case !goodMail(mail) || !goodID(c.ID):
		return no(Invalid)
	case s.Reach[subscriberKind+"/"+c.ID]:
		return no(Unchanged)
	case !known && len(s.Subscribers) >= SubscribersMax:
		return no(Full)
	}
	// One question a day, however often somebody writes another's address.
	d := Decision{Effects: []Effect{PutPerson{c.ID, subscriberKind, MailBody(mail)},
		PutMails{ForConfirm, "page-" + itoa(int(m.Now/Day)), subscriberKind, []string{c.ID}}}}
	if !known {
		d.Events = []Event{SubscriberAdded{ID: c.ID, Page: true}}
	}
	return d, nil
}

// Askers lists who asked to be told, as ids; of those who can be asked by mail,
// whoever has said that the address is theirs: anybody can write another's.
func (s *State) Askers(byMail bool) []string {
	if byMail {
		return s.confirmed(subscriberKind)
	}
	return sorted(s.Subscribers)
}

func (s *State) subscription(seat string) string {
	for id, who := range s.Subscribers {
		if who == seat {
			return id
		}
	}
	return ""
}

func (e SubscriberAdded) apply(s *State, m Mark, t *Touched) {
	s.Seats[e.Seat].asks(m.At)
	s.Subscribers[e.ID] = e.Seat
	if e.Page {
		s.Unasked[e.ID] = m.At
	}
	s.Reach[subscriberKind+"/"+e.ID] = false
	t.only("answer")
	t.touch("me", e.Seat)
}

func (e SubscriberDropped) apply(s *State, _ Mark, t *Touched) {
	t.touch("me", s.Subscribers[e.ID])
	delete(s.Subscribers, e.ID)
	delete(s.Reach, subscriberKind+"/"+e.ID)
	delete(s.Unasked, e.ID)
	t.only("answer")
}

// unaskedDuties take away the addresses that nobody has said are theirs.
func (s *State) unaskedDuties() []duty {
	var ds []duty
	for _, id := range sorted(s.Unasked) {
		at := s.Unasked[id]
		ds = append(ds, duty{at + UnaskedDays*Day, Due{"mail:unasked-" + id + "-" + itoa(int(at)), StopLetters{subscriberKind, id}}})
	}
	return ds
}
