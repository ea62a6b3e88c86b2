package room

// SendGroup sends what the table has kept to plenum, once lists are due. A lead
// may send for a table, and before that too.
type SendGroup struct {
	Group int `json:"group,omitempty"`
}

// ReopenGroup takes a list that was sent too early back to the table. The table
// may until proposals are laid together, a lead until its own have been.
type ReopenGroup struct {
	Group int `json:"group,omitempty"`
}

// GroupSent carries which ideas went, in the order the table had them, and
// GroupReopened which came back.
type GroupSent struct {
	Group int      `json:"group"`
	Ideas []string `json:"ideas"`
}

type GroupReopened struct {
	Group int      `json:"group"`
	Ideas []string `json:"ideas"`
}

func (SendGroup) allow() roles   { return anyone }
func (ReopenGroup) allow() roles { return anyone }

// listsDue tells whether the tables are to send now. A list that the tables will
// go on with in a later step waits for it: what is sent can no longer be given
// who and when. Once proposals have been laid together, what comes after is another
// round.
func (s *State) listsDue() bool {
	if !s.phase().sends {
		return false
	}
	for _, st := range s.Agenda.Steps[s.Agenda.Now+1:] {
		switch p := Phases[st.Kind]; {
		case p.merges || p.owns:
			return true
		case p.sends && !p.tells:
			return false
		}
	}
	return true
}

// listsOpen tells whether a table may take its list back.
func (s *State) listsOpen() bool { return s.phase().sends && !s.phase().merges }

func (c SendGroup) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	if !s.phase().sends {
		return no(Closed)
	}
	g, err := s.table(by, c.Group)
	switch {
	case err != nil:
		return Decision{}, err
	case g.Sent:
		return no(Unchanged)
	case !s.listsDue() && !by.Role.Leads():
		return no(Closed)
	}
	e := GroupSent{Group: g.N}
	for _, i := range s.tableIdeas(g.N) {
		if i.Place == OnTable {
			e.Ideas = append(e.Ideas, i.ID)
		}
	}
	if len(e.Ideas) == 0 {
		return no(Empty)
	}
	over := s.endWishes(func(x *Seat) bool { return x.Group == g.N })
	return Decision{Events: append([]Event{e}, over...)}, nil
}

func (c ReopenGroup) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	g, err := s.table(by, c.Group)
	switch {
	case err != nil:
		return Decision{}, err
	case !g.Sent:
		return no(Unchanged)
	case !s.listsOpen() && !(s.phase().sends && by.Role.Leads()):
		return no(Closed)
	}
	e := GroupReopened{Group: g.N, Ideas: s.sentBy(g.N)}
	for _, id := range e.Ideas {
		if s.builtOn(id) {
			return no(Final)
		}
	}
	return one(e)
}

// sentBy lists what a table has sent and nobody has hidden: that is not its own
// to take back.
func (s *State) sentBy(table int) []string {
	ids := []string{}
	for _, id := range ideaIDs(s) {
		i := s.Ideas[id]
		waits := i.Place == Held && i.Why == "" && s.Meeting.Moderate
		if i.Group == table && (i.Place == InPlenum || waits) {
			ids = append(ids, id)
		}
	}
	return ids
}

// builtOn tells whether an idea lies with others, under a name somebody gave it,
// or on a ballot.
func (s *State) builtOn(id string) bool {
	c := s.clusterOf(id)
	return c != nil && (len(c.Ideas) > 1 || c.Title != "") || s.copied(id)
}

func (e GroupSent) apply(s *State, m Mark, t *Touched) {
	if g := s.Groups[e.Group]; g != nil {
		g.Sent = true
	}
	for _, id := range e.Ideas {
		if i := s.Ideas[id]; i != nil && i.Place != Erased {
			s.sendOn(i, t)
		}
	}
	t.touch("groups", itoa(e.Group))
	t.touch("progress", itoa(e.Group))
}

// reverse lets a lead take back a list sent for a table; the table itself has
// [ReopenGroup].
func (e GroupSent) reverse(*State) []Event { return []Event{GroupReopened(e)} }

// sendingSettled tells whether a list that was sent stays sent: by a table, whose
// points the others have read, or once the time for lists is over or something
// has been built on them.
func (s *State) sendingSettled(a *Act) bool {
	if x := s.Seats[a.Seat]; x == nil || !x.Role.Leads() || !s.phase().sends {
		return true
	}
	for k := range a.Before {
		if k.Kind() == "ideas" && s.builtOn(k.id()) {
			return true
		}
	}
	return false
}

func (e GroupReopened) apply(s *State, _ Mark, t *Touched) {
	if g := s.Groups[e.Group]; g != nil {
		g.Sent = false
	}
	for _, id := range e.Ideas {
		i := s.Ideas[id]
		if i == nil || i.Place != InPlenum && i.Place != Held {
			continue
		}
		s.takeFromClusters(id, t)
		s.forgetSame(id, t)
		i.Place = OnTable
		s.touchIdea(i, t)
	}
	t.touch("groups", itoa(e.Group))
	t.touch("progress", itoa(e.Group))
}
