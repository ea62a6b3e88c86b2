package room

import "encoding/json"

// A day after the meeting nobody in the room can tell any more who was there and
// who wrote what. First an event says so and carries what is left as numbers;
// then the story behind it is scrubbed, a piece at a time. Wherever in between a
// node wakes, the event makes its state the same.

// Crowd is what is left of the people: how many.
type Crowd struct {
	N      int            `json:"n"` // guests there have been
	As     AttendanceView `json:"as"`
	Tables map[string]int `json:"tables"` // by table
	Bye    GoodbyesView   `json:"bye"`
}

// Turned is what is left of who voted.
type Turned struct {
	Vote string `json:"vote"`
	Cast int    `json:"cast"`
	Of   int    `json:"of"`
}

func forgetSeats(s *State) []Event {
	crowd := Crowd{As: seeAttendance(s), Tables: map[string]int{}, Bye: seeGoodbyes(s)}
	for _, x := range s.Seats {
		if x.Role != Participant || x.Gone {
			continue
		}
		crowd.N += x.heads()
		if x.Group != 0 {
			crowd.Tables[itoa(x.Group)] += x.heads()
		}
	}
	e := DataErased{What: "seats", Crowd: &crowd}
	for _, id := range voteIDs(s) {
		v := seeTurnout(s, id)
		e.Votes = append(e.Votes, Turned{id, v.Cast, v.Of})
	}
	return []Event{e}
}

// Scrub is how far the story has been scrubbed.
type Scrub struct{ Done, Until, Since int64 }

// scrubStep is how many records are scrubbed at once.
const scrubStep = 1000

// ScrubLog is the house's.
type ScrubLog struct {
	From int64 `json:"from"`
}

type LogScrubbed struct {
	To int64 `json:"to"`
}

func (ScrubLog) allow() roles { return house }

func (c ScrubLog) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Scrub.Done >= s.Scrub.Until || c.From != s.Scrub.Done {
		return no(Unchanged)
	}
	e := LogScrubbed{min(s.Scrub.Done+scrubStep, s.Scrub.Until)}
	return Decision{Events: []Event{e}, Effects: []Effect{Rewrite{After: s.Scrub.Done, To: e.To, Each: s.scrubber()}}}, nil
}

func (e LogScrubbed) apply(s *State, _ Mark, t *Touched) {
	s.Scrub.Done = e.To
	t.only("deletions")
}

// personal is an event that says who, or that holds what nobody else was to
// read. anonymous gives it without; nil when nothing is left of it.
type personal interface {
	anonymous(f forgotten) Event
}

// forgotten tells who stays, and which ideas are still there.
type forgotten struct{ seats, ideas map[string]bool }

// scrubber takes people out of one record. It holds copies: it runs when the
// state may have moved on.
func (s *State) scrubber() func(Record) (Record, bool) {
	f := forgotten{map[string]bool{}, map[string]bool{}}
	for id := range s.Seats {
		f.seats[id] = true
	}
	for id := range s.Ideas {
		f.ideas[id] = true
	}
	return func(r Record) (Record, bool) {
		was := r
		if len(r.Body) > 0 {
			if e, err := Open(r.Kind, r.Body); err == nil {
				r.Body = f.scrubbed(e, r.Body)
			}
		}
		if r.Seat != "" && !f.seats[r.Seat] {
			r.Seat = ""
		}
		changed := r.Seat != was.Seat || string(r.Body) != string(was.Body)
		if changed { // the key of a command names the seat
			r.Cmd = "scrubbed:" + itoa(int(r.Seq))
		}
		return r, changed
	}
}

func (f forgotten) scrubbed(e Event, body []byte) []byte {
	if p, ok := e.(personal); ok {
		left := p.anonymous(f)
		if left == nil {
			return nil
		}
		_, body, _ = Seal(left)
	}
	return body
}

// keeps is for events that are about one seat and nothing else.
func (f forgotten) keeps(seat string, e Event) Event {
	if f.seats[seat] {
		return e
	}
	return nil
}

func (e SeatJoined) anonymous(f forgotten) Event    { return f.keeps(e.Seat, e) }
func (e SeatPresented) anonymous(f forgotten) Event { return f.keeps(e.Seat, e) }
func (e HandRaised) anonymous(f forgotten) Event    { return f.keeps(e.Seat, e) }
func (e ScribeSet) anonymous(f forgotten) Event     { return f.keeps(e.Seat, e) }
func (e SeatLeft) anonymous(f forgotten) Event      { return f.keeps(e.Seat, e) }
func (e SeatReturned) anonymous(f forgotten) Event  { return f.keeps(e.Seat, e) }
func (e SeatRemoved) anonymous(f forgotten) Event   { return f.keeps(e.Seat, e) }
func (e HeadsSet) anonymous(f forgotten) Event      { return f.keeps(e.Seat, e) }
func (e SeatInvited) anonymous(f forgotten) Event   { return f.keeps(e.Seat, e) }
func (e SwapAsked) anonymous(f forgotten) Event     { return f.keeps(e.Seat, e) }
func (SeatSwapped) anonymous(forgotten) Event       { return nil }
func (SeatsTied) anonymous(forgotten) Event         { return nil }
func (GoodbyeSaid) anonymous(forgotten) Event       { return nil }
func (BallotCast) anonymous(forgotten) Event        { return nil }
func (CardPicked) anonymous(forgotten) Event        { return nil }
func (MoodAnswered) anonymous(forgotten) Event      { return nil }
func (BallotWithdrawn) anonymous(forgotten) Event   { return nil }

func (e LoginAsked) anonymous(f forgotten) Event { return f.keeps(e.Seat, e) }
func (e LoginUsed) anonymous(f forgotten) Event  { return f.keeps(e.Seat, e) }

func (e LeadClaimed) anonymous(f forgotten) Event   { return f.keeps(e.Seat, e) }
func (e LeadGiven) anonymous(f forgotten) Event     { return f.keeps(e.Seat, e) }
func (e LeadKept) anonymous(f forgotten) Event      { return f.keeps(e.Seat, e) }
func (e LeadUnclaimed) anonymous(f forgotten) Event { return f.keeps(e.Seat, e) }

func (e CheckMarked) anonymous(f forgotten) Event     { return f.keeps(e.Seat, e) }
func (e MemberPresented) anonymous(f forgotten) Event { return f.keeps(e.Seat, e) }

// The tables stay when nobody sits at them any more.
func (e SeatPlaced) anonymous(forgotten) Event { return SeatPlaced{Group: e.Group} }
func (e VoteShut) anonymous(forgotten) Event   { e.Late = []string{}; return e }
func (e GroupsMade) anonymous(forgotten) Event { e.Seats = nil; return e }

func (e MeasureOffered) anonymous(forgotten) Event   { e.Seat = ""; return e }
func (e ContributorAdded) anonymous(forgotten) Event { e.Seat = ""; return e }
func (e SubscriberAdded) anonymous(forgotten) Event  { e.Seat = ""; return e }

func (e IdeaPosted) anonymous(f forgotten) Event {
	if !f.ideas[e.ID] {
		return nil
	}
	e.Author = ""
	return e
}

func (e IdeaEdited) anonymous(f forgotten) Event {
	if !f.ideas[e.ID] {
		return nil
	}
	return e
}

// What undid something holds events of its own.
func (e ActUndone) anonymous(f forgotten) Event {
	back := []Sealed{}
	for _, b := range e.Back {
		inner, err := Open(b.Kind, b.Body)
		if err != nil {
			continue
		}
		if body := f.scrubbed(inner, b.Body); len(body) > 0 {
			back = append(back, Sealed{b.Kind, json.RawMessage(body)})
		}
	}
	e.Back = back
	return e
}

// forgetEverybody makes the state what the scrubbed story tells: no guests, no
// authors, no notes that were never shared, and nothing left to undo.
func (s *State) forgetEverybody(e DataErased, m Mark, t *Touched) {
	for id, x := range s.Seats {
		t.touch("me", id)
		t.touch("seats", id)
		t.touch("wishes", id)
		if x.Role == Participant {
			delete(s.Seats, id)
			continue
		}
		x.Wrote = 0
	}
	for id, i := range s.Ideas {
		if i.Place == Private {
			t.touch("ideas", id)
			delete(s.Ideas, id)
			continue
		}
		i.Author = ""
	}
	for _, turned := range e.Votes {
		if v := s.Votes[turned.Vote]; v != nil {
			v.Cast, v.Of = turned.Cast, turned.Of
			v.Slips, v.Roll, v.Heads, v.Late = map[string]string{}, map[string]bool{}, map[string]int{}, nil
		}
	}
	for _, measure := range s.Measures {
		for n := range measure.Offers {
			measure.Offers[n].Seat = ""
		}
	}
	for id := range s.Subscribers {
		s.Subscribers[id] = ""
	}
	for id := range s.Needs {
		s.Needs[id] = ""
	}
	for id := range s.Book {
		s.Book[id] = ""
	}
	for _, p := range s.Posters {
		p.Seat = ""
	}
	for id, x := range s.Willing {
		x.Seat = ""
		s.Willing[id] = x
	}
	s.Picks = map[string]*Pick{}
	for _, mood := range s.Moods {
		mood.Slips = map[string]bool{}
	}
	s.Crowd, s.Goodbyes = e.Crowd, map[string]Goodbye{}
	s.Acts, s.Last = nil, map[Key]int64{}
	s.Scrub = Scrub{Until: m.Seq, Since: m.At}
	for _, kind := range []string{"groups", "progress", "places", "turnout", "ideas", "offers", "waits", "hidden"} {
		t.again(kind)
	}
	for _, kind := range []string{"presence", "attendance", "goodbyes", "changes", "seating", "acts"} {
		t.only(kind)
	}
	s.touchRehearsal(t)
}
