package room

// Day is a day in unix milliseconds.
const Day = 24 * 60 * 60 * 1000

// Care is what the follow-up group keeps of a measure through the year. There
// is one for each measure, from the moment it is made.
type Care struct {
	Team       int    // whose it is; 0 is the main group's
	Kind       string // a word from MeasureKinds
	Deputy     string
	Lasts      string   // *varer til*
	After      string   // *hva skjer etterpå?*
	Youth      string   // *hvem av de unge er med?*
	Sign       string   // what is counted to see that it works
	Says       string   // the last sentence with a status; for lagt-bort the reason
	Help       bool     // somebody has asked for help
	By         Voice    // who said the status
	Confirmed  int64    // when the status was last said or confirmed; at first when the meeting ended
	Aged       bool     // confirmed so long ago that nobody knows
	Closed     int64    // since when it is in place or dropped; 0 is open
	Trail      []Turn   // every status there has been, oldest first
	History    []Change // everything else that has been written, oldest first
	Parts      []Part
	Milestones []Milestone
	Counts     []Count
	Before     Stood            // how it stood before the last answer, for whoever takes that back
	Asked      int64            // when its status was last asked for by mail
	Tap        string           // hash of the key to its one-tap page; empty is none
	Set        map[string]Stamp // when each thing was last written, by field
}

// Stamp is the position and the seat of the last who wrote a thing. Whoever
// writes it next says which position was seen: nothing is overwritten in
// silence.
type Stamp struct {
	Seq  int64
	Seat string
}

// Voice is who said something: a role, and as what. Never a person's name.
type Voice struct {
	Role Role   `json:"role"`
	As   string `json:"as"`
}

// voice is how a seat is called in the trail.
func (s *State) voice(by *Seat) Voice {
	if by == nil {
		return Voice{Role: House}
	}
	as := unlessTakenOut(s.Members[by.ID])
	if as == "" && by.Role == TeamRole {
		as = s.Teams[teamOf(by.Via)].Name
	}
	return Voice{by.Role, as}
}

// caring finds a measure that the follow-up group may work on: its year begins
// when the meeting ends.
func (s *State) caring(id string) (*Measure, *Care, error) {
	m, c := s.Measures[id], s.Cares[id]
	switch {
	case s.Meeting.Ended == 0:
		return nil, nil, Refuse(Closed)
	case m == nil || c == nil:
		return nil, nil, Refuse(Missing)
	}
	return m, c, nil
}

// overtaken tells whether somebody else has written a thing since it was seen.
// One's own last writing is never in the way.
func (c *Care) overtaken(what string, seen int64, by *Seat) bool {
	last := c.Set[what]
	return last.Seq > seen && (by == nil || last.Seat != by.ID)
}

func (c *Care) stamp(what string, m Mark) { c.Set[what] = Stamp{m.Seq, m.Seat} }

// stamps copies out the positions, without who.
func (c *Care) stamps() map[string]int64 {
	seen := map[string]int64{}
	for what, st := range c.Set {
		seen[what] = st.Seq
	}
	return seen
}

// begin starts the care of a new measure. One taken up in the year after is as
// fresh as the day it was made.
func (s *State) begin(id string, m Mark) {
	s.Cares[id] = &Care{Kind: MeasureKinds[0], Confirmed: max(m.At, s.Meeting.Ended), Set: map[string]Stamp{}}
}

func whereCare(s *State, id string) Layer {
	if s.Cares[id] == nil {
		return none
	}
	return s.careLayer(id)
}

// FollowUpView is the follow-up group's own side of a measure. Seen holds the
// position at which each thing was last written: whoever writes it sends that
// position along.
type FollowUpView struct {
	Measure    string           `json:"measure"`
	Kind       string           `json:"kind"`
	Deputy     string           `json:"deputy"`
	Lasts      string           `json:"lasts"`
	After      string           `json:"after"`
	Youth      string           `json:"youth"`
	Sign       string           `json:"sign"`
	Status     Status           `json:"status"` // as it was last said
	Shown      Status           `json:"shown"`  // as it is shown: ukjent when too long ago
	Says       string           `json:"says"`
	Help       bool             `json:"help"`
	By         Voice            `json:"by"`
	Confirmed  int64            `json:"confirmed"`
	AgesAt     int64            `json:"agesAt"` // when it becomes ukjent; 0 never
	Closed     int64            `json:"closed"`
	Idea       string           `json:"idea"` // taken up from an idea that was set aside
	Parts      []Part           `json:"parts"`
	Done       int              `json:"done"` // of the parts
	Milestones []Milestone      `json:"milestones"`
	Counts     []Count          `json:"counts"`
	Tap        bool             `json:"tap"`   // somebody holds a link to answer by
	Team       int              `json:"team"`  // whose it is; 0 is the main group's
	Own        bool             `json:"own"`   // whoever is responsible holds a link to all of their own
	Mail       bool             `json:"mail"`  // there is an address to ask at
	Asked      int64            `json:"asked"` // when it was last asked there; 0 never
	Seen       map[string]int64 `json:"seen"`
}

func seeFollowUp(s *State, id string) FollowUpView {
	m, c := s.Measures[id], s.Cares[id]
	v := FollowUpView{Measure: id, Kind: c.Kind, Deputy: c.Deputy, Lasts: c.Lasts, After: c.After, Youth: c.Youth, Sign: c.Sign,
		Status: Status(m.Status), Shown: s.shownStatus(m), Says: c.Says, Help: c.Help, By: c.By, Confirmed: c.Confirmed,
		AgesAt: c.agesAt(Status(m.Status)), Closed: c.Closed, Idea: m.Idea, Parts: append([]Part{}, c.Parts...),
		Milestones: append([]Milestone{}, c.Milestones...), Counts: append([]Count{}, c.Counts...), Tap: c.Tap != "", Team: c.Team, Own: s.Owners[m.Responsible] != "", Mail: s.Reach[MailMeasure+"/"+id], Asked: c.Asked,
		Seen: c.stamps()}
	for _, p := range c.Parts {
		if p.Done {
			v.Done++
		}
	}
	return v
}
