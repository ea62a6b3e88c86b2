package room

import (
	"encoding/json"
	"time"
)

// *Jeg vil bidra*: somebody leaves a name, how to be reached and what they would
// like to do. It lies among the people and in no event. The follow-up group alone
// sees it, and has a fortnight to get in touch.

// ContributeKind is the rows of people that hold it, ContactDays how soon the
// group is to answer.
const (
	ContributeKind = "contribute"
	ContactDays    = 14
)

// Contribute leaves it or writes it anew; without anything it is taken back.
type Contribute struct {
	Name  string `json:"name"`
	Reach string `json:"reach"` // telephone or mail
	What  string `json:"what"`
}

// ContactMade says that somebody has been called. DropContributor takes an offer
// away on behalf of whoever made it.
type ContactMade struct {
	ID string `json:"id"`
}
type DropContributor struct {
	ID string `json:"id"`
}

type ContributorAdded struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
}
type ContributorMet struct {
	ID string `json:"id"`
}
type ContributorDropped struct {
	ID string `json:"id"`
}

// Contributor is what the story knows of one.
type Contributor struct {
	Seat string // empty once seats are forgotten
	Met  bool
}

func (Contribute) allow() roles      { return sitting }
func (ContactMade) allow() roles     { return carers }
func (DropContributor) allow() roles { return carers }

func (c Contribute) decide(s *State, by *Seat, m Moment) (Decision, error) {
	mine := s.contribution(by.ID)
	if clean(c.Name+c.Reach+c.What) == "" {
		if mine == "" {
			return no(Unchanged)
		}
		return Decision{Events: []Event{ContributorDropped{mine}}, Effects: []Effect{DropPerson{mine, ContributeKind}}}, nil
	}
	row := map[string]string{}
	for _, f := range []struct {
		name, text string
		max        int
		take       func(string, int) (string, error)
	}{{"name", c.Name, NameMax, maybe}, {"reach", c.Reach, NameMax, written}, {"what", c.What, IdeaMax, maybe}} {
		text, err := f.take(f.text, f.max)
		if err != nil {
			return Decision{}, err
		}
		row[f.name] = text
	}
	body, err := json.Marshal(row)
	switch {
	case err != nil:
		return no(Invalid)
	case s.Erased[ContributeKind] != 0:
		return no(Closed)
	case mine != "":
		return Decision{Effects: []Effect{PutPerson{mine, ContributeKind, body}}}, nil
	}
	id := "b-" + occasion(m)
	if _, taken := s.Willing[id]; taken {
		return no(Taken)
	}
	return Decision{Events: []Event{ContributorAdded{id, by.ID}}, Effects: []Effect{PutPerson{id, ContributeKind, body}}}, nil
}

func (c ContactMade) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch x, known := s.Willing[c.ID]; {
	case !known:
		return no(Missing)
	case x.Met:
		return no(Unchanged)
	}
	return one(ContributorMet(c))
}

func (c DropContributor) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if _, known := s.Willing[c.ID]; !known {
		return no(Missing)
	}
	return Decision{Events: []Event{ContributorDropped(c)}, Effects: []Effect{DropPerson{c.ID, ContributeKind}}}, nil
}

func (s *State) contribution(seat string) string {
	for id, x := range s.Willing {
		if x.Seat == seat {
			return id
		}
	}
	return ""
}

func (e ContributorAdded) apply(s *State, _ Mark, t *Touched) {
	s.Willing[e.ID] = Contributor{Seat: e.Seat}
	t.only("willing")
}

func (e ContributorMet) apply(s *State, m Mark, t *Touched) {
	if x, known := s.Willing[e.ID]; known {
		x.Met = true
		s.Willing[e.ID] = x
	}
	s.contacted(m, t)
}

func (e ContributorDropped) apply(s *State, m Mark, t *Touched) {
	delete(s.Willing, e.ID)
	s.contacted(m, t)
}

// contacted ticks the task off when nobody waits any more.
func (s *State) contacted(m Mark, t *Touched) {
	if s.uncontacted() == 0 {
		s.finish(ContributeKind, "", m, t)
	}
	t.only("willing")
}

func (s *State) uncontacted() (n int) {
	for _, x := range s.Willing {
		if !x.Met {
			n++
		}
	}
	return n
}

// contactDuties are the task to get in touch, from the end of the meeting on.
func (s *State) contactDuties() []duty {
	due := time.UnixMilli(s.Meeting.Ended + ContactDays*Day).UTC().Format(time.DateOnly)
	id := ContributeKind + "-" + due
	if s.uncontacted() == 0 || s.Tasks[id] != nil {
		return nil
	}
	return []duty{{s.Meeting.Ended, Due{"task:" + id, RaiseTask{ID: id, Kind: ContributeKind, Due: due}}}}
}

// WillingView is how many have offered to contribute, and how many of them
// have heard. Who they are is not here.
type WillingView struct {
	N   int      `json:"n"`
	Met []string `json:"met"` // ids
}

func whereWilling(s *State, _ string) Layer {
	if len(s.Willing) == 0 {
		return none
	}
	return Follow
}

func seeWilling(s *State, _ string) WillingView {
	v := WillingView{N: len(s.Willing), Met: []string{}}
	for _, id := range sorted(s.Willing) {
		if s.Willing[id].Met {
			v.Met = append(v.Met, id)
		}
	}
	return v
}
