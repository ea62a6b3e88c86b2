package room

import "encoding/json"

// A history keeps what has been written over, and that may be what nobody should
// have written: a child's name, or the name of a person where a role belongs. It is
// taken out for good, from the state and from the story. Whoever is responsible is
// named all over the year, so such a name goes from every measure, and from whoever
// spoke as it.

// Unsay takes what a line of a measure's history says that it was out of the story.
// What still stands in its place is written anew, or handed over, first.
type Unsay struct {
	ID   string `json:"id"`
	Seq  int64  `json:"seq"`
	What string `json:"what"`
}

// Unsaid names the line and not the text: the line is where a node that has it
// finds it, and where a replay finds that it is gone.
type Unsaid Unsay

func (Unsay) allow() roles { return carers }

// roleFields name who answers for something. The rest is a measure's own.
var roleFields = []string{"responsible", "deputy"}

// unsaid is one text to be taken out, and from where.
type unsaid struct{ measure, what, text, mark string }

func (u unsaid) role() bool { return has(roleFields, u.what) }

// of is what stands in the place of a text in a field of a measure.
func (u unsaid) of(measure, what, text string) string {
	if text == u.text && (u.role() && has(roleFields, what) || measure == u.measure && what == u.what) {
		return u.mark
	}
	return text
}

// as is what stands where somebody spoke as something.
func (u unsaid) as(v Voice) Voice {
	if u.role() && v.As == u.text {
		v.As = ""
	}
	return v
}

// unsayable tells whether what a line says that it was can be taken out: it is
// words, and nothing says them any more.
func (s *State) unsayable(id string, x Change) bool {
	if _, field := fields[x.What]; x.Copy || x.Was == "" || isTakenOut(x.Was) || !field && x.What != "milestone" && x.What != "part" {
		return false
	}
	if x.What == "due" || x.What == "kind" {
		return false
	}
	u := unsaid{id, x.What, x.Was, takenOut}
	for _, m := range s.Measures {
		c := s.Cares[m.ID]
		for what, f := range fields {
			if u.of(m.ID, what, *f.at(m, c)) == u.mark {
				return false
			}
		}
		for _, y := range c.Milestones {
			if u.of(m.ID, "milestone", y.Title) == u.mark {
				return false
			}
		}
		for _, y := range c.Parts {
			if u.of(m.ID, "part", y.Name) == u.mark {
				return false
			}
		}
	}
	for seat, as := range s.Members {
		if u.role() && as == u.text && s.opens(s.Seats[seat]) {
			return false
		}
	}
	return true
}

// lineOf finds a line of a measure's history.
func (s *State) lineOf(id string, seq int64, what string) *Change {
	if c := s.Cares[id]; c != nil {
		for n := range c.History {
			if x := &c.History[n]; x.Seq == seq && x.What == what {
				return x
			}
		}
	}
	return nil
}

func (c Unsay) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if _, _, err := s.caring(c.ID); err != nil {
		return Decision{}, err
	}
	line := s.lineOf(c.ID, c.Seq, c.What)
	switch {
	case line == nil:
		return no(Missing)
	case isTakenOut(line.Was):
		return no(Unchanged)
	case !s.unsayable(c.ID, *line):
		return no(Taken)
	}
	return Decision{Events: []Event{Unsaid(c)}, Effects: []Effect{Rewrite{To: s.Head, Each: Unsaid(c).from(line.Was).record}}}, nil
}

func (e Unsaid) from(text string) unsaid {
	return unsaid{e.ID, e.What, text, takenOut + itoa(int(e.Seq))}
}

// record takes the text out of one record.
func (u unsaid) record(r Record) (Record, bool) {
	e, err := Open(r.Kind, r.Body)
	if err != nil || len(r.Body) == 0 {
		return r, false
	}
	body := u.body(e, r.Body)
	changed := string(body) != string(r.Body)
	r.Body = body
	return r, changed
}

// body is an event as it lies in the log, without the text.
func (u unsaid) body(e Event, body []byte) []byte {
	without := u.event(e)
	if without == nil {
		return body
	}
	_, body, _ = Seal(without)
	return body
}

// event is an event without the text; nil for one that never held it.
func (u unsaid) event(e Event) Event {
	switch e := e.(type) {
	case MeasureMade:
		e.Title = u.of(e.ID, "title", e.Title)
		return e
	case MeasureSet:
		e.Responsible, e.First = u.of(e.ID, "responsible", e.Responsible), u.of(e.ID, "first", e.First)
		return e
	case MeasureEdited:
		e.Text = u.of(e.ID, e.Field, e.Text)
		return e
	case MilestoneSet:
		e.Title = u.of(e.Measure, "milestone", e.Title)
		return e
	case PartSet:
		e.Name = u.of(e.Measure, "part", e.Name)
		return e
	case RoleHanded:
		e.From, e.To = u.of("", "responsible", e.From), u.of("", "responsible", e.To)
		return e
	case OwnerMade:
		e.Role = u.of("", "responsible", e.Role)
		return e
	case MeasureOffered:
		e.Role = u.of("", "responsible", e.Role)
		return e
	case MemberPresented:
		e.As = u.of("", "responsible", e.As)
		return e
	case StatusSet:
		e.By = u.as(e.By)
		return e
	case CommentWritten:
		e.By = u.as(e.By)
		return e
	case ActUndone:
		back := make([]Sealed, len(e.Back))
		for n, b := range e.Back {
			back[n] = b
			if inner, err := Open(b.Kind, b.Body); err == nil {
				back[n].Body = json.RawMessage(u.body(inner, b.Body))
			}
		}
		e.Back = back
		return e
	}
	return nil
}

// apply does to the state what was done to the story, so that whoever lived it and
// whoever replays it hold the same.
func (e Unsaid) apply(s *State, _ Mark, t *Touched) {
	line := s.lineOf(e.ID, e.Seq, e.What)
	if line == nil {
		return
	}
	u := e.from(line.Was)
	for id, c := range s.Cares {
		if id != u.measure && !u.role() {
			continue
		}
		for n := range c.History {
			u.line(id, &c.History[n])
		}
		for n := range c.Trail {
			c.Trail[n].By = u.as(c.Trail[n].By)
		}
		c.By, c.Before.By = u.as(c.By), u.as(c.Before.By)
		offers := s.Measures[id].Offers
		for n := range offers {
			offers[n].Role = u.of(id, "responsible", offers[n].Role)
		}
		s.forget(key("followups", id)) // what would undo it may hold the text
		s.touchCare(id, t)
		t.touch("trails", id)
		t.touch("offers", id)
	}
	if !u.role() {
		return
	}
	for id, c := range s.Comments {
		c.By = u.as(c.By)
		t.touch("comments", id)
	}
	for seat, as := range s.Members {
		s.Members[seat] = u.of("", "responsible", as)
		t.touch("members", seat)
	}
	for n := range s.Turned {
		s.Turned[n].By = u.as(s.Turned[n].By)
	}
	t.only("rotations")
	s.setOwner(u.text, "", t)
	t.again("checks")
}

func (u unsaid) line(measure string, x *Change) {
	what := x.What
	switch what {
	case "milestone_date", "milestone_done":
		what = "milestone"
	case "part_date", "part_done":
		what = "part"
	}
	x.Of, x.Was, x.Is = u.of(measure, what, x.Of), u.of(measure, what, x.Was), u.of(measure, what, x.Is)
	x.By = u.as(x.By)
}
