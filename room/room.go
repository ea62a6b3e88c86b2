// Package room holds the rules of a meeting.
//
// Commands come in, events come out, events make the state, and the state is
// shown in layers. The package is pure: it reads no clock, opens nothing,
// waits for nothing and rolls no dice; time and dice are handed in as a
// [Moment]. Everything that must be the same on two machines is decided here
// and nowhere else.
package room

// Moment is what the world hands to a rule: the time and a throw of the dice.
type Moment struct {
	Now  int64  // unix milliseconds, by the database's clock
	Dice uint64 // seed for whatever the rule must draw
}

// Decision is what a command leads to: what happened, and what the store must
// do in the same transaction.
type Decision struct {
	Events  []Event
	Effects []Effect
}

// Decide says what a command leads to. It reads the state and changes nothing.
// seat is who asks; the empty seat is the house itself (joins, counting), and
// only our own code can speak as the house. The error is always a [Refusal].
func (s *State) Decide(seat string, c Command, m Moment) (Decision, error) {
	by, role := s.speaker(seat)
	if !c.allow().has(role) || !s.mayTend(by, c) {
		return Decision{}, Refuse(Forbidden)
	}
	if !s.born() {
		if _, ok := c.(CreateMeeting); !ok {
			return Decision{}, Refuse(Gone)
		}
	}
	if role == FollowUp && s.Veiled() && !blind(c) {
		return Decision{}, Refuse(Veiled)
	}
	d, err := c.decide(s, by, m)
	if err != nil {
		return Decision{}, err
	}
	if len(d.Events) == 0 && len(d.Effects) == 0 {
		return Decision{}, Refuse(Unchanged)
	}
	return d, nil
}

// speaker looks the seat's role up in the room's own story, so that nobody can
// claim one in a message.
func (s *State) speaker(seat string) (*Seat, Role) {
	if seat == "" {
		return nil, House
	}
	by := s.Seats[seat]
	if by == nil || by.Gone {
		return nil, Stranger
	}
	if by.Interprets {
		return by, Interpreter
	}
	return by, by.Role
}

// one wraps a single event, the commonest decision.
func one(e Event) (Decision, error) { return Decision{Events: []Event{e}}, nil }
