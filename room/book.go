package room

import "encoding/json"

// bookKind is the rows of people that make up the evening's contact book.
const bookKind = "contact"

// JoinBook writes oneself into the contact book, or writes it anew: a role or a
// name, an organisation, and how to be reached. It lies among the people and in
// no event, is shown to those in the meeting alone, and goes on its clock.
// LeaveBook takes it out, and so does DropFromBook, for whoever should not be in it.
type JoinBook struct {
	Who   string `json:"who"`
	Org   string `json:"org"`
	Phone string `json:"phone"`
	Mail  string `json:"mail"`
}
type LeaveBook struct{}
type DropFromBook struct {
	ID string `json:"id"`
}

type BookJoined struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
}

type BookLeft struct {
	ID string `json:"id"`
}

func (JoinBook) allow() roles     { return anyone }
func (LeaveBook) allow() roles    { return present }
func (DropFromBook) allow() roles { return leads }

func (c JoinBook) decide(s *State, by *Seat, m Moment) (Decision, error) {
	e := BookEntry{ID: s.inBook(by.ID)}
	for _, f := range []struct {
		into *string
		from string
		max  int
	}{{&e.Who, c.Who, NameMax}, {&e.Org, c.Org, NameMax}, {&e.Phone, c.Phone, 30}, {&e.Mail, c.Mail, 254}} {
		var err error
		if *f.into, err = maybe(f.from, f.max); err != nil {
			return Decision{}, err
		}
	}
	switch {
	case s.Erased["contacts"] != 0:
		return no(Closed)
	case e.Who == "" || e.Phone == "" && e.Mail == "":
		return no(Empty)
	case e.Mail != "" && !goodMail(e.Mail):
		return no(Invalid)
	case e.ID == "" && len(s.Book) >= SeatsMax:
		return no(Full)
	}
	d := Decision{}
	if e.ID == "" {
		e.ID = "k-" + itoa(int(m.Dice%1_000_000_000_000))
		if _, taken := s.Book[e.ID]; taken {
			return no(Taken)
		}
		d.Events = []Event{BookJoined{e.ID, by.ID}}
	}
	body, _ := json.Marshal(e)
	d.Effects = []Effect{PutPerson{e.ID, bookKind, body}}
	return d, nil
}

func (LeaveBook) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	id := s.inBook(by.ID)
	if id == "" {
		return no(Unchanged)
	}
	return outOfBook(id), nil
}

func (c DropFromBook) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if _, there := s.Book[c.ID]; !there {
		return no(Missing)
	}
	return outOfBook(c.ID), nil
}

func outOfBook(id string) Decision {
	return Decision{Events: []Event{BookLeft{id}}, Effects: []Effect{DropPerson{id, bookKind}}}
}

// inBook is what a seat's line in the book is kept under; empty is none.
func (s *State) inBook(seat string) string {
	for id, who := range s.Book {
		if who == seat && seat != "" {
			return id
		}
	}
	return ""
}

func (e BookJoined) apply(s *State, _ Mark, t *Touched) {
	s.Book[e.ID] = e.Seat
	t.only("book")
	t.touch("me", e.Seat)
}

func (e BookLeft) apply(s *State, _ Mark, t *Touched) {
	t.touch("me", s.Book[e.ID])
	delete(s.Book, e.ID)
	t.only("book")
}

func (e BookJoined) anonymous(forgotten) Event { e.Seat = ""; return e }

// BookEntry is a line of the contact book, as it is kept and as it is read by
// those in the meeting.
type BookEntry struct {
	ID    string `json:"id"`
	Who   string `json:"who"`
	Org   string `json:"org"`
	Phone string `json:"phone"`
	Mail  string `json:"mail"`
}

// BookView is how many stand in the book. Who they are is asked for apart, and is
// in no frame and no log.
type BookView struct {
	N    int  `json:"n"`
	Gone bool `json:"gone"` // the book has been deleted
}

// whereBook: a book that nobody has written in is not there.
func whereBook(s *State, _ string) Layer {
	if len(s.Book) == 0 && s.Erased["contacts"] == 0 {
		return none
	}
	return All
}

func seeBook(s *State, _ string) BookView { return BookView{len(s.Book), s.Erased["contacts"] != 0} }
