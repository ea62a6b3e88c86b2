package room

import (
	"encoding/json"
	"strings"
)

// SubscribersMax is how many can ask to be told.
const SubscribersMax = SeatsMax

// subscriberKind is the rows of people that hold where to send the answer.
const subscriberKind = "reply"

// AskToBeTold leaves an address for the answer; an empty one takes it back. The
// address lies among the people and in no event.
type AskToBeTold struct {
	Mail string `json:"mail"`
}

type SubscriberAdded struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
}

type SubscriberDropped struct {
	ID string `json:"id"`
}

func (AskToBeTold) allow() roles { return guests }

func (c AskToBeTold) decide(s *State, by *Seat, m Moment) (Decision, error) {
	mail, err := maybe(c.Mail, 254)
	mine := s.subscription(by.ID)
	switch {
	case err != nil:
		return Decision{}, err
	case mail == "" && mine == "":
		return no(Unchanged)
	case mail == "":
		return Decision{Events: []Event{SubscriberDropped{mine}}, Effects: []Effect{DropPerson{mine, subscriberKind}}}, nil
	case !goodMail(mail):
		return no(Invalid)
	case len(s.Subscribers) >= SubscribersMax:
		return no(Full)
	}
	body, _ := json.Marshal(map[string]string{"mail": mail})
	if mine != "" { // only the address is another
		return Decision{Effects: []Effect{PutPerson{mine, subscriberKind, body}}}, nil
	}
	id := "s-" + itoa(int(m.Dice%1_000_000_000_000))
	if _, taken := s.Subscribers[id]; taken {
		return no(Taken)
	}
	return Decision{Events: []Event{SubscriberAdded{id, by.ID}}, Effects: []Effect{PutPerson{id, subscriberKind, body}}}, nil
}

// goodMail is only against slips of the finger: whether it arrives, only sending
// can tell.
func goodMail(mail string) bool {
	name, host, ok := strings.Cut(mail, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(mail, " ,;<>\"\\") && !strings.Contains(host, "@")
}

func (s *State) subscription(seat string) string {
	for id, who := range s.Subscribers {
		if who == seat {
			return id
		}
	}
	return ""
}

func (e SubscriberAdded) apply(s *State, _ Mark, t *Touched) {
	s.Subscribers[e.ID] = e.Seat
	t.only("answer")
	t.touch("me", e.Seat)
}

func (e SubscriberDropped) apply(s *State, _ Mark, t *Touched) {
	t.touch("me", s.Subscribers[e.ID])
	delete(s.Subscribers, e.ID)
	t.only("answer")
}
