package room

// BackFor is how long whoever answered by a link may take the answer back. After
// that the group has acted on it, and another answer is the way to change it.
const BackFor = 60 * 60 * 1000

// TakeBack is the house's, on behalf of whoever showed the key to one measure, or
// to all of a role's. Seq is the answer that is taken back.
type TakeBack struct {
	Measure string `json:"measure"`
	Hash    string `json:"hash"`
	Seq     int64  `json:"seq"`
}

// StatusTakenBack says that the last answer was a slip of the thumb: it stands as
// it stood before, and is as old as it was.
type StatusTakenBack struct {
	ID  string `json:"id"`
	Seq int64  `json:"seq"`
}

// Stood is how a measure stood before its last answer.
type Stood struct {
	Status    string
	Says      string
	Help      bool
	By        Voice
	Confirmed int64
	Closed    int64
	Aged      bool
}

func (TakeBack) allow() roles { return house }

func (c TakeBack) decide(s *State, _ *Seat, now Moment) (Decision, error) {
	m, care, err := s.caring(c.Measure)
	if err == nil && (care.Tap == "" || care.Tap != c.Hash) {
		m, care, err = s.owned(c.Hash, c.Measure)
	}
	if err != nil {
		return Decision{}, err
	}
	switch last := care.said(m); {
	case last.Seq == 0 || last.Seq != c.Seq:
		return no(Changed)
	case now.Now >= last.Until:
		return no(Final)
	}
	turn := care.Trail[len(care.Trail)-1]
	return Decision{Events: []Event{StatusTakenBack{m.ID, c.Seq}},
		Effects: []Effect{reseal(c.Seq, StatusSet{ID: m.ID, Status: turn.Status, Help: turn.Help, By: turn.By})}}, nil
}

func (e StatusTakenBack) apply(s *State, m Mark, t *Touched) {
	measure, c := s.Measures[e.ID], s.Cares[e.ID]
	last := len(c.turns()) - 1
	if measure == nil || last < 0 || c.Trail[last].Seq != e.Seq {
		return
	}
	was, at := c.Before, c.Trail[last].At
	c.Trail = append([]Turn(nil), c.Trail[:last]...)
	measure.Status = was.Status
	c.Says, c.Help, c.By, c.Confirmed, c.Closed, c.Aged = was.Says, was.Help, was.By, was.Confirmed, was.Closed, was.Aged
	c.Before = Stood{}
	c.stamp("status", m)
	s.finish("help", e.ID, m, t)
	if c.Help {
		s.raise(Task{ID: helpID(e.ID), Kind: "help", Measure: e.ID}, m, t)
	}
	if c.Aged {
		s.raise(Task{ID: "status-" + e.ID, Kind: "status_old", Measure: e.ID}, m, t)
	}
	closed, _ := s.recordEnds()
	for _, days := range Notices { // the answer had let the record stay
		if task := s.Tasks[noticeID(days, closed)]; task != nil && task.Done == at {
			task.Done = 0
			t.touch("tasks", task.ID)
		}
	}
	s.touchCare(e.ID, t)
	t.touch("trails", e.ID)
}

func (c *Care) turns() []Turn {
	if c == nil {
		return nil
	}
	return c.Trail
}

// Said is the last answer, for the link it was given by. Seq is 0 when another
// has spoken since, or nobody has.
type Said struct {
	Seq    int64
	Answer string // a word from TapAnswers; empty when it was none of them
	Says   string
	Until  int64 // it may be taken back before
}

func (c *Care) said(m *Measure) Said {
	last := len(c.Trail) - 1
	if last < 0 || c.Trail[last].By != (Voice{Responsible, m.Responsible}) {
		return Said{}
	}
	x := Said{Seq: c.Trail[last].Seq, Says: c.Says, Until: c.Confirmed + BackFor}
	for word, answer := range TapAnswers {
		if answer.Status == c.Trail[last].Status && answer.Help == c.Trail[last].Help {
			x.Answer = word
		}
	}
	return x
}
