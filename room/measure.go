package room

import "sort"

// MeasuresMax is how many measures one meeting can hold, OffersMax how many
// offers one measure.
const (
	MeasuresMax = 100
	OffersMax   = 50
)

// Measure is something that will be done, by somebody, beginning somewhere.
type Measure struct {
	ID          string
	Title       string // empty: copied from an idea that was redacted
	Cluster     string
	Responsible string // a role, not a person
	First       string
	Due         string // YYYY-MM-DD
	FollowUp    bool   // handed to the follow-up group to find somebody
	Status      string // ikke-startet until the follow-up group takes over
	Offers      []Offer
	Order       int64
	Line        int64  // position of the record that made it
	Idea        string // taken up from this idea
	Copy        string // its first title, if that was copied from a proposal or an idea
	Named       bool   // somebody has given it its title since
	Top         bool   // among those the vote put first, see [topOf]
}

// Offer is a role that says *vi kan ta ansvar*.
type Offer struct {
	Seat string
	Role string
}

// MakeMeasure adds one by hand.
type MakeMeasure struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// SetMeasure writes who is responsible, the first step and the date. Absent
// fields stay, so that two people can fill in one each.
type SetMeasure struct {
	ID          string  `json:"id"`
	Responsible *string `json:"responsible,omitempty"`
	First       *string `json:"first,omitempty"`
	Due         *string `json:"due,omitempty"`
}

// PassMeasure leaves a measure to the follow-up group, or takes it back.
type PassMeasure struct {
	ID string `json:"id"`
	On bool   `json:"on"`
}

// OfferMeasure says that a role can take responsibility.
type OfferMeasure struct {
	ID   string `json:"id"`
	Role string `json:"role"`
}

type MeasureMade struct {
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	Cluster string `json:"cluster,omitempty"`
	Idea    string `json:"idea,omitempty"`
	Top     bool   `json:"top,omitempty"`
}

type MeasureSet struct {
	ID          string `json:"id"`
	Responsible string `json:"responsible,omitempty"`
	First       string `json:"first,omitempty"`
	Due         string `json:"due,omitempty"`
}

type MeasurePassed struct {
	ID string `json:"id"`
	On bool   `json:"on"`
}

type MeasureOffered struct {
	ID   string `json:"id"`
	Seat string `json:"seat"`
	Role string `json:"role"`
}

func (MakeMeasure) allow() roles  { return leads }
func (SetMeasure) allow() roles   { return leads }
func (PassMeasure) allow() roles  { return leads }
func (OfferMeasure) allow() roles { return anyone }

// open finds a measure that may be worked on now.
func (s *State) measure(id string) (*Measure, error) {
	if !s.phase().owns {
		return nil, Refuse(Closed)
	}
	if m := s.Measures[id]; m != nil {
		return m, nil
	}
	return nil, Refuse(Missing)
}

func (c MakeMeasure) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case !goodID(c.ID):
		return no(Invalid)
	case s.Measures[c.ID] != nil:
		return no(Unchanged)
	case !s.phase().owns:
		return no(Closed)
	case len(s.Measures) >= MeasuresMax:
		return no(Full)
	}
	title, err := written(c.Title, TitleMax)
	if err != nil {
		return Decision{}, err
	}
	return one(MeasureMade{ID: c.ID, Title: title})
}

func (c SetMeasure) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	m, err := s.measure(c.ID)
	if err != nil {
		return Decision{}, err
	}
	now := MeasureSet{m.ID, m.Responsible, m.First, m.Due}
	e := now
	if s.editedSince(c) {
		return no(Changed)
	}
	if c.Responsible != nil {
		if e.Responsible, err = maybe(*c.Responsible, NameMax); err != nil {
			return Decision{}, err
		}
	}
	if c.First != nil {
		if e.First, err = maybe(*c.First, StepMax); err != nil {
			return Decision{}, err
		}
	}
	if c.Due != nil {
		if e.Due, err = *c.Due, goodDate(*c.Due); err != nil {
			return Decision{}, err
		}
	}
	if e == now {
		return no(Unchanged)
	}
	return one(e)
}

// editedSince tells whether the command would write over what has been written
// since the meeting ended: there measure.edit is the way, which says what it saw.
func (s *State) editedSince(c SetMeasure) bool {
	ended, set := s.Meeting.EndedSeq, s.Cares[c.ID].Set
	return ended != 0 && (c.Responsible != nil && set["responsible"].Seq > ended || c.First != nil && set["first"].Seq > ended ||
		c.Due != nil && set["due"].Seq > ended)
}

func (c PassMeasure) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	m, err := s.measure(c.ID)
	if err != nil {
		return Decision{}, err
	}
	if m.FollowUp == c.On {
		return no(Unchanged)
	}
	return one(MeasurePassed(c))
}

func (c OfferMeasure) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	m, err := s.measure(c.ID)
	if err != nil {
		return Decision{}, err
	}
	role, err := written(c.Role, NameMax)
	if err != nil {
		return Decision{}, err
	}
	for _, o := range m.Offers {
		if o.Role == role {
			return no(Unchanged)
		}
	}
	if len(m.Offers) >= OffersMax {
		return no(Full)
	}
	return one(MeasureOffered{c.ID, by.ID, role})
}

// measuresOfResult makes a measure of each proposal that anybody chose, in the
// order the rounds came to, when the step for responsibility is entered. What
// nobody chose stays a proposal: the facilitator can still make it a measure.
func measuresOfResult(s *State) []Event {
	var es []Event
	add := func(cluster, title string, top bool) {
		if id := "m-" + cluster; s.Measures[id] == nil && title != "" {
			es = append(es, MeasureMade{ID: id, Title: title, Cluster: cluster, Top: top})
		}
	}
	ids := voteIDs(s)
	for n := len(ids) - 1; n >= 0; n-- {
		if !s.Votes[ids[n]].shows() {
			continue
		}
		rows := s.chosen(s.Votes[ids[n]])
		top := topOf(rows)
		for place, row := range rows {
			add(row.ID, row.Title, place < top)
		}
		return es
	}
	for _, c := range s.proposals() {
		if len(es) < MeasuresMax {
			add(c.ID, s.titleOf(c), false)
		}
	}
	return es
}

// TopMax is how many measures a meeting has time to find somebody for.
const TopMax = 5

// topOf is how many of what was chosen are to get somebody responsible in the
// meeting: five, or as many fewer as it takes not to part two with equal marks.
// Where all are equal nothing sets any of them before the others.
func topOf(rows []ResultRow) int {
	for n := min(TopMax, len(rows)); n > 0; n-- {
		if n == len(rows) || rows[n-1].Marks != rows[n].Marks || rows[n-1].Rank != rows[n].Rank {
			return n
		}
	}
	return len(rows)
}

func (e MeasureMade) apply(s *State, m Mark, t *Touched) {
	s.Measures[e.ID] = &Measure{ID: e.ID, Title: e.Title, Cluster: e.Cluster, Idea: e.Idea, Status: string(NotStarted), Order: m.Seq, Line: m.Seq, Top: e.Top}
	if e.Cluster != "" || e.Idea != "" {
		s.Measures[e.ID].Copy = e.Title
	}
	s.begin(e.ID, m)
	s.note(e.ID, Change{What: "made"}, m, t)
	t.touch("followups", e.ID)
	t.touch("trails", e.ID)
	if e.Idea != "" {
		t.touch("asides", e.Idea)
	}
	t.touch("measures", e.ID)
	t.touch("offers", e.ID)
}

func (e MeasureSet) apply(s *State, mark Mark, t *Touched) {
	m, c := s.Measures[e.ID], s.Cares[e.ID]
	if m == nil {
		return
	}
	for _, x := range []struct{ what, was, is string }{{"responsible", m.Responsible, e.Responsible}, {"first", m.First, e.First}, {"due", m.Due, e.Due}} {
		if x.was != x.is {
			c.stamp(x.what, mark)
			s.noteField(e.ID, x.what, x.is, mark, t)
		}
	}
	if m.Responsible != e.Responsible {
		s.withdraw(c.Tap)
		c.Tap = ""
		s.unreach(MailMeasure, m.ID, t)
	}
	m.Responsible, m.First, m.Due = e.Responsible, e.First, e.Due
	if m.Responsible != "" {
		m.FollowUp = false
	}
	s.touchCare(e.ID, t)
}

func (e MeasureSet) reverse(s *State) []Event {
	m := s.Measures[e.ID]
	if m == nil {
		return nil
	}
	return []Event{MeasureSet{m.ID, m.Responsible, m.First, m.Due}, MeasurePassed{m.ID, m.FollowUp}}
}

func (e MeasurePassed) apply(s *State, _ Mark, t *Touched) {
	if m := s.Measures[e.ID]; m != nil {
		m.FollowUp = e.On
		t.touch("measures", e.ID)
	}
}

func (e MeasurePassed) reverse(s *State) []Event {
	if m := s.Measures[e.ID]; m != nil {
		return []Event{MeasurePassed{e.ID, m.FollowUp}}
	}
	return nil
}

func (e MeasureOffered) apply(s *State, _ Mark, t *Touched) {
	if m := s.Measures[e.ID]; m != nil {
		m.Offers = append(m.Offers, Offer{e.Seat, e.Role})
		t.touch("offers", e.ID)
	}
}

// measureIDs lists the measures in the order they were made.
func measureIDs(s *State) []string {
	ids := sorted(s.Measures)
	sort.SliceStable(ids, func(a, b int) bool { return s.Measures[ids[a]].Order < s.Measures[ids[b]].Order })
	return ids
}

func whereMeasure(s *State, id string) Layer {
	if s.Measures[id] == nil {
		return none
	}
	return All
}

func whereOffers(s *State, id string) Layer {
	if s.Measures[id] == nil {
		return none
	}
	return Lead
}

// MeasureView is a measure as everybody sees it.
type MeasureView struct {
	ID          string      `json:"id"`
	Title       string      `json:"title"`
	Cluster     string      `json:"cluster"`
	Responsible string      `json:"responsible"`
	First       string      `json:"first"`
	Due         string      `json:"due"` // YYYY-MM-DD
	FollowUp    bool        `json:"followUp"`
	Status      Status      `json:"status"`
	Order       int64       `json:"order"`
	Top         bool        `json:"top"`    // is to get somebody responsible in the meeting; the rest may wait for the follow-up group
	Drafts      []DraftView `json:"drafts"` // what each table had written of it
}

func seeMeasure(s *State, id string) MeasureView {
	m := s.Measures[id]
	return MeasureView{m.ID, m.Title, m.Cluster, m.Responsible, m.First, m.Due, m.FollowUp, s.shownStatus(m), m.Order, m.Top, s.drafts(m)}
}

// OffersView is who has said that they can, for the facilitator.
type OffersView struct {
	Measure string   `json:"measure"`
	Roles   []string `json:"roles"`
}

func seeOffers(s *State, id string) OffersView {
	v := OffersView{Measure: id, Roles: []string{}}
	for _, o := range s.Measures[id].Offers {
		if !isTakenOut(o.Role) {
			v.Roles = append(v.Roles, o.Role)
		}
	}
	return v
}
