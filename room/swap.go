package room

import (
	"fmt"
	"math/rand/v2"
)

// swapLasts is how long the digits of a new phone are good for, in milliseconds.
const swapLasts = 10 * 60_000

// A swap is *bytt telefon*. The new phone has come in like anybody, by the code on
// the board, and shows six digits. They are typed where the old seat is: on the
// old phone, or by the facilitator when that one is dead. Digits that are
// overheard give nobody anything: they can only be typed from the seat that is
// given away. From then on the seat is the new phone's alone: one that was lost, or
// lies at home with somebody else, opens nothing with the cookie it has.

// TypesDigits tells whether a command carries digits that stand on somebody else's
// phone: a seat that may try without end finds some that are not meant for it.
// Nothing is written down about a wrong try, so that whoever carries the commands
// counts them.
func TypesDigits(c Command) bool {
	switch c.(type) {
	case SwapSeat, PairSeat:
		return true
	}
	return false
}

// AskSwap puts six digits on a new phone, or takes them down.
type AskSwap struct {
	On bool `json:"on"`
}

// SwapSeat types the digits of the new phone: it becomes the sender's, or by the
// facilitator the named one's. What was written on it comes along.
type SwapSeat struct {
	Code string `json:"code"`
	Seat string `json:"seat,omitempty"`
}

type SwapAsked struct {
	Seat string `json:"seat"`
	Code string `json:"code,omitempty"` // empty: taken down
}

type SeatSwapped struct {
	From string `json:"from"`          // the seat that the new phone came in with
	To   string `json:"to"`            // the seat it has now
	Out  bool   `json:"out,omitempty"` // the phone that had it is shown out; on evenings from before both had it
}

func (AskSwap) allow() roles  { return sitting }
func (SwapSeat) allow() roles { return present }

func (c AskSwap) decide(s *State, by *Seat, m Moment) (Decision, error) {
	switch {
	case !c.On && by.Swap == "":
		return no(Unchanged)
	case !c.On:
		return one(SwapAsked{Seat: by.ID})
	case s.Meeting.Ended != 0:
		return no(Gone)
	}
	used := map[string]bool{}
	for _, x := range s.Seats {
		used[x.Swap] = true
	}
	r := rand.New(rand.NewPCG(m.Dice, 0x5a3b))
	for range 100 {
		if code := fmt.Sprintf("%06d", r.IntN(1_000_000)); !used[code] {
			return one(SwapAsked{by.ID, code})
		}
	}
	return no(Full)
}

func (c SwapSeat) decide(s *State, by *Seat, m Moment) (Decision, error) {
	to, err := s.about(by, c.Seat)
	switch {
	case err != nil:
		return Decision{}, err
	case to.Role != Participant || to.Paper:
		return no(Invalid)
	}
	for _, id := range seatIDs(s) {
		from := s.Seats[id]
		if c.Code == "" || from.Swap != c.Code || !from.here() || m.Now-from.Swapping > swapLasts {
			continue
		}
		if from == to {
			return no(Invalid)
		}
		return s.swap(from, to)
	}
	return no(Missing)
}

// swap refuses while a ballot of the new phone lies in an open bag: there would
// be two of one person, and which of them was meant is not for us to say.
func (s *State) swap(from, to *Seat) (Decision, error) {
	if v := s.openVote(); v != nil {
		for _, owner := range v.Slips {
			if owner == from.ID {
				return no(VoteOpen)
			}
		}
	}
	d := s.twice(from.ID, to.ID)
	d.Events = append(d.Events, SeatSwapped{From: from.ID, To: to.ID, Out: true})
	for _, pick := range s.allPicks() {
		if pick.Picked[from.ID] && !pick.Closed {
			d.Effects = append(d.Effects, DropBallot{pick.ID, from.ID})
		}
	}
	for _, step := range moodIDs(s) {
		if m := s.Moods[step]; m.Slips[from.ID] && m.open() { // answered anew on the new phone
			d.Effects = append(d.Effects, DropBallot{moodBag + step, from.ID})
		}
	}
	return d, nil
}

// twice takes back what both seats have left and a person leaves once: what was
// written on the old phone gives way to what was written on the new one.
func (s *State) twice(from, to string) (d Decision) {
	drop := func(e Event, id, kind string) {
		d.Events, d.Effects = append(d.Events, e), append(d.Effects, DropPerson{id, kind})
	}
	if id := s.needOf(to); id != "" && s.needOf(from) != "" {
		drop(NeedDropped{id}, id, needKind)
	}
	if id := s.inBook(to); id != "" && s.inBook(from) != "" {
		drop(BookLeft{id}, id, bookKind)
	}
	if id := s.contribution(to); id != "" && s.contribution(from) != "" {
		drop(ContributorDropped{id}, id, ContributeKind)
	}
	if id := s.subscription(to); id != "" && s.subscription(from) != "" {
		drop(SubscriberDropped{id}, id, subscriberKind)
	}
	return d
}

// carry gives a seat what another has left, so that its person can still change
// it and take it back.
func (s *State) carry(from, to string) {
	for id, who := range s.Subscribers {
		if who == from {
			s.Subscribers[id] = to
		}
	}
	for id, who := range s.Needs {
		if who == from {
			s.Needs[id] = to
		}
	}
	for id, who := range s.Book {
		if who == from {
			s.Book[id] = to
		}
	}
	for id, x := range s.Willing {
		if x.Seat == from {
			x.Seat = to
			s.Willing[id] = x
		}
	}
	for _, p := range s.Posters {
		if p.Seat == from {
			p.Seat = to
		}
	}
}

func (e SwapAsked) apply(s *State, m Mark, t *Touched) {
	if x := s.Seats[e.Seat]; x != nil {
		x.Swap, x.Swapping = e.Code, m.At
		t.touch("me", x.ID)
	}
}

func (e SeatSwapped) apply(s *State, m Mark, t *Touched) {
	from, to := s.Seats[e.From], s.Seats[e.To]
	if from == nil || to == nil {
		return
	}
	for _, id := range ideaIDs(s) {
		if i := s.Ideas[id]; i.Author == from.ID {
			s.touchIdea(i, t)
			i.Author = to.ID
			s.touchIdea(i, t)
		}
	}
	s.carry(from.ID, to.ID)
	if said, ok := s.Goodbyes[from.ID]; ok {
		if _, twice := s.Goodbyes[to.ID]; !twice {
			s.Goodbyes[to.ID] = said
		}
		delete(s.Goodbyes, from.ID)
		t.only("goodbyes")
		t.only("changes")
	}
	to.Wrote += from.Wrote
	to.Lines = append(to.Lines, from.Lines...)
	to.Left = false
	to.Handed = to.Handed || m.Seat != to.ID
	from.Became = to.ID
	if e.Out {
		to.Moves++
		to.Holder, to.Given = from.ID, m.Seat != to.ID
	}
	SeatRemoved{from.ID}.apply(s, m, t)
	if v := s.openVote(); v != nil && !to.Interprets {
		v.enrol(to)
	}
	s.touchSeat(to, t)
}

// Became is the seat that a phone has now which came in with another one, or with
// this one the moves-th time it was given away; empty if it has none any more.
func (s *State) Became(seat string, moves int) string {
	x := s.Seats[seat]
	if x == nil || x.Moves != moves {
		return ""
	}
	for range s.Seats { // somebody may have swapped twice
		if x.Became == "" {
			break
		}
		to := s.Seats[x.Became]
		if to == nil || to.Holder != "" && to.Holder != x.ID {
			return "" // given on to a third one
		}
		x = to
	}
	if x.Gone {
		return ""
	}
	return x.ID
}
