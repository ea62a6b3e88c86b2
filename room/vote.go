package room

import "sort"

// OptionsMax is how many proposals a ballot can hold and still be read.
const OptionsMax = 12

// Choice is what lies behind a slip: the ids of what was chosen. It is in no
// event and no state.
type Choice []string

// Option is a line on the ballot, frozen when the vote opens. A title that was
// copied from an idea goes when the idea is redacted.
type Option struct {
	ID    string `json:"id"` // the cluster
	Title string `json:"title"`
}

// Vote is one round. Slips says who has handed in, never what.
type Vote struct {
	ID       string
	Method   string
	K        int
	Secret   bool
	Status   string // open, closed, counted, cancelled
	Options  []Option
	Roll     map[string]bool   // seats that may vote
	Slips    map[string]string // slip → the seat it belongs to
	Order    int64
	Line     int64 // position of the record that opened it
	Revealed bool
	Ballots  int
	Marks    []int   // for each option, once counted
	Against  []int   // noes, for methods that have them
	Hands    []int   // raised in the hall, in an open vote
	Cover    []int   // ballots that got something when the first n are taken
	Balanced [][]int // equal shares for 1, 2, 3 … options, as numbers on the ballot
}

// OpenVote freezes the list and opens the ballot. No options means all
// proposals.
type OpenVote struct {
	ID      string   `json:"id"`
	Method  string   `json:"method"`
	K       int      `json:"k"`
	Secret  bool     `json:"secret"`
	Options []string `json:"options,omitempty"`
}

// CloseVote ends it: from there no ballot can be committed. CountVote is the
// house's, once.
type CloseVote struct {
	Vote string `json:"vote"`
}
type CountVote struct {
	Vote string `json:"vote"`
}

// CancelVote throws a round away, ballots and all, with a trail; a new one can
// be opened. RaiseHands adds what the facilitator counted in the hall, in an
// open vote: a vote is secret or open, never both.
type CancelVote struct {
	Vote string `json:"vote"`
}
type RaiseHands struct {
	Vote  string `json:"vote"`
	Hands []int  `json:"hands"` // for each option, in ballot order
}

type VoteOpened struct {
	ID      string   `json:"id"`
	Method  string   `json:"method"`
	K       int      `json:"k"`
	Secret  bool     `json:"secret"`
	Options []Option `json:"options"`
}

type VoteClosed struct {
	ID string `json:"id"`
}

type VoteCounted struct {
	ID       string  `json:"id"`
	Ballots  int     `json:"ballots"`
	Marks    []int   `json:"marks"`
	Against  []int   `json:"against,omitempty"`
	Cover    []int   `json:"cover,omitempty"`
	Balanced [][]int `json:"balanced,omitempty"`
}

type VoteCancelled struct {
	ID string `json:"id"`
}

type HandsCounted struct {
	ID    string `json:"id"`
	Hands []int  `json:"hands"`
}

func (OpenVote) allow() roles   { return leads }
func (CloseVote) allow() roles  { return leads }
func (CountVote) allow() roles  { return house }
func (CancelVote) allow() roles { return leads }
func (RaiseHands) allow() roles { return leads }

func (c OpenVote) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	_, known := Methods[c.Method]
	switch {
	case !goodID(c.ID) || !known || c.K < 1:
		return no(Invalid)
	case s.Votes[c.ID] != nil:
		return no(Unchanged)
	case !s.phase().votes:
		return no(Closed)
	case s.openVote() != nil:
		return no(VoteOpen)
	}
	e := VoteOpened{ID: c.ID, Method: c.Method, K: c.K, Secret: c.Secret}
	for _, p := range s.proposals() {
		if len(c.Options) == 0 || has(c.Options, p.ID) {
			e.Options = append(e.Options, Option{p.ID, s.titleOf(p)})
		}
	}
	switch {
	case len(e.Options) < 2:
		return no(Empty)
	case len(c.Options) != 0 && len(e.Options) != len(c.Options):
		return no(Missing)
	case len(e.Options) > OptionsMax:
		return no(TooMany)
	case c.Method == "dots" && c.K > 3*OptionsMax, c.Method == "score" && c.K > ScoreMax,
		c.K > len(e.Options) && (c.Method == "approve" || c.Method == "rank"):
		return no(Invalid)
	}
	return one(e)
}

func has(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func (c CloseVote) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status != "open":
		return no(Unchanged)
	}
	return one(VoteClosed{c.Vote})
}

// decide hands the store a pure way to count. It is asked by every node with
// one and the same id, and the log takes one.
func (c CountVote) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status != "closed":
		return no(Unchanged)
	}
	ballot := Vote{ID: v.ID, Method: v.Method, K: v.K, Options: append([]Option(nil), v.Options...),
		Hands: append([]int(nil), v.Hands...)}
	return Decision{Effects: []Effect{CountBallots{Vote: v.ID, Tally: func(bag []Choice) (Event, []Effect) {
		e := ballot.tally(bag)
		rows := make([]Effect, len(e.Marks))
		for n, marks := range e.Marks {
			rows[n] = PutTally{Vote: e.ID, Option: ballot.Options[n].ID, Title: ballot.Options[n].Title, Number: n + 1,
				Votes:   marks + mark(ballot.Hands, n),
				Ballots: e.Ballots}
		}
		return e, rows
	}}}}, nil
}

// tally counts a bag; a choice that is not fair is not counted, though none
// should have come so far.
func (v *Vote) tally(bag []Choice) VoteCounted {
	m := Methods[v.Method]
	e := VoteCounted{ID: v.ID, Marks: make([]int, len(v.Options)), Against: make([]int, len(v.Options))}
	var spoken [][]int
	for _, c := range bag {
		if len(c) == 0 || m.fair(v, c) != nil {
			continue
		}
		e.Ballots++
		m.marks(v, c, e.Marks, e.Against)
		spoken = append(spoken, m.approves(v, c))
	}
	if v.Method != "yesno" {
		e.Against = nil
	}
	e.Cover = covered(v.inOrder(e.Marks), spoken)
	for k := 1; k <= min(5, len(v.Options)); k++ {
		e.Balanced = append(e.Balanced, balanced(len(v.Options), k, spoken))
	}
	return e
}

// inOrder lists the options by their marks, most first, hands included.
func (v *Vote) inOrder(marks []int) []int {
	order := make([]int, len(v.Options))
	for n := range order {
		order[n] = n
	}
	sort.SliceStable(order, func(a, b int) bool {
		return mark(marks, order[a])+mark(v.Hands, order[a]) > mark(marks, order[b])+mark(v.Hands, order[b])
	})
	return order
}

func (c CancelVote) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status == "cancelled":
		return no(Unchanged)
	case v.Status != "open":
		return no(Closed)
	}
	d := Decision{Events: []Event{VoteCancelled{v.ID}}}
	for _, slip := range sorted(v.Slips) {
		d.Effects = append(d.Effects, DropBallot{v.ID, slip})
	}
	return d, nil
}

func (c RaiseHands) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status != "open":
		return no(Closed)
	case v.Secret || v.Method != "approve" || len(c.Hands) != len(v.Options):
		return no(Invalid)
	}
	for _, h := range c.Hands {
		if h < 0 || h > SeatsMax {
			return no(Invalid)
		}
	}
	return one(HandsCounted{v.ID, c.Hands})
}

func (v *Vote) opened() VoteOpened {
	return VoteOpened{v.ID, v.Method, v.K, v.Secret, append([]Option(nil), v.Options...)}
}

// option is an option's place on the ballot, -1 if it is not on it.
func (v *Vote) option(id string) int {
	for n, o := range v.Options {
		if o.ID == id {
			return n
		}
	}
	return -1
}

// openVote is the vote that takes ballots now; there is at most one.
func (s *State) openVote() *Vote {
	for _, v := range s.Votes {
		if v.Status == "open" {
			return v
		}
	}
	return nil
}

func (e VoteOpened) apply(s *State, m Mark, t *Touched) {
	v := &Vote{ID: e.ID, Method: e.Method, K: e.K, Secret: e.Secret, Status: "open", Options: e.Options,
		Roll: map[string]bool{}, Slips: map[string]string{}, Order: m.Seq, Line: m.Seq}
	for id, x := range s.Seats {
		if x.here() {
			v.Roll[id] = true
		}
	}
	s.Votes[e.ID] = v
	if s.Timer.Left > 0 {
		s.Timer = Timer{Ends: m.At + s.Timer.Left, Total: s.Timer.Total}
		t.only("timer")
	}
	t.touch("votes", e.ID)
	t.touch("turnout", e.ID)
}

func (e VoteClosed) apply(s *State, _ Mark, t *Touched) {
	if v := s.Votes[e.ID]; v != nil {
		v.Status = "closed"
		t.touch("votes", e.ID)
		t.touch("turnout", e.ID)
	}
}

func (e VoteCounted) apply(s *State, _ Mark, t *Touched) {
	v := s.Votes[e.ID]
	if v == nil {
		return
	}
	v.Status, v.Ballots, v.Marks, v.Against = "counted", e.Ballots, e.Marks, e.Against
	v.Cover, v.Balanced = e.Cover, e.Balanced
	v.Revealed = v.Revealed || s.Agenda.step().Kind == Resultat
	t.touch("votes", e.ID)
	t.touch("results", e.ID)
}

func (e VoteCancelled) apply(s *State, _ Mark, t *Touched) {
	v := s.Votes[e.ID]
	if v == nil {
		return
	}
	v.Status = "cancelled"
	for _, seat := range v.Slips {
		s.touchVoter(seat, t)
	}
	v.Slips = map[string]string{}
	t.touch("votes", e.ID)
	t.touch("turnout", e.ID)
}

func (e HandsCounted) apply(s *State, _ Mark, t *Touched) {
	if v := s.Votes[e.ID]; v != nil {
		v.Hands = e.Hands
		t.touch("votes", e.ID)
	}
}

// reveal shows every counted result to everybody: the step has come.
func reveal(s *State, _ Mark, t *Touched) {
	for id, v := range s.Votes {
		if v.Status != "open" && !v.Revealed {
			v.Revealed = true
			t.touch("results", id)
		}
	}
}

// voteIDs lists the votes in the order they were opened.
func voteIDs(s *State) []string {
	ids := sorted(s.Votes)
	sort.SliceStable(ids, func(a, b int) bool { return s.Votes[ids[a]].Order < s.Votes[ids[b]].Order })
	return ids
}

func resultIDs(s *State) []string { return voteIDs(s) }

func whereVote(s *State, id string) Layer {
	if s.Votes[id] == nil {
		return none
	}
	return All
}

// OptionView is a line on the ballot with the number the board shows.
type OptionView struct {
	ID    string `json:"id"`
	N     int    `json:"n"`
	Title string `json:"title"`
}

// VoteView is a ballot as everybody sees it.
type VoteView struct {
	ID      string       `json:"id"`
	Method  string       `json:"method"`
	K       int          `json:"k"`
	Secret  bool         `json:"secret"`
	Status  string       `json:"status"` // open, closed, counted
	Order   int64        `json:"order"`
	Options []OptionView `json:"options"`
}

func seeVote(s *State, id string) VoteView {
	v := s.Votes[id]
	view := VoteView{ID: v.ID, Method: v.Method, K: v.K, Secret: v.Secret, Status: v.Status, Order: v.Order,
		Options: []OptionView{}}
	for n, o := range v.Options {
		view.Options = append(view.Options, OptionView{o.ID, n + 1, o.Title})
	}
	return view
}

// TurnoutView is all that is said of an open vote: how many of how many.
type TurnoutView struct {
	Vote string `json:"vote"`
	Cast int    `json:"cast"`
	Of   int    `json:"of"`
}

func seeTurnout(s *State, id string) TurnoutView {
	v := s.Votes[id]
	return TurnoutView{id, len(v.Slips), len(v.Roll)}
}

// whereResult hides a result until it is counted, keeps it with the lead until
// the result's step, and then shows it to all.
func whereResult(s *State, id string) Layer {
	v := s.Votes[id]
	switch {
	case v == nil || v.Status != "counted":
		return none
	case v.Revealed:
		return All
	}
	return Lead
}

// ResultRow is one option's marks; equal marks share a rank.
type ResultRow struct {
	ID      string `json:"id"`
	N       int    `json:"n"`
	Title   string `json:"title"`
	Marks   int    `json:"marks"` // hands included
	Hands   int    `json:"hands"` // of them, raised in the hall
	Against int    `json:"against"`
	Rank    int    `json:"rank"`
	Cover   int    `json:"cover"` // ballots that got this or one above it
}

// ResultView is a counted vote, most marks first.
type ResultView struct {
	Vote     string      `json:"vote"`
	K        int         `json:"k"`
	Method   string      `json:"method"`
	Ballots  int         `json:"ballots"`
	Rows     []ResultRow `json:"rows"`
	Balanced [][]string  `json:"balanced"` // equal shares for 1, 2, 3 … options, as ids
}

func seeResult(s *State, id string) ResultView {
	v := s.Votes[id]
	view := ResultView{Vote: id, K: v.K, Method: v.Method, Ballots: v.Ballots, Rows: []ResultRow{}, Balanced: [][]string{}}
	for place, n := range v.inOrder(v.Marks) {
		o := v.Options[n]
		view.Rows = append(view.Rows, ResultRow{ID: o.ID, N: n + 1, Title: o.Title, Marks: mark(v.Marks, n) + mark(v.Hands, n),
			Hands: mark(v.Hands, n), Against: mark(v.Against, n), Rank: place + 1, Cover: mark(v.Cover, place)})
	}
	for n := 1; n < len(view.Rows); n++ {
		if view.Rows[n].Marks == view.Rows[n-1].Marks {
			view.Rows[n].Rank = view.Rows[n-1].Rank
		}
	}
	for _, picked := range v.Balanced {
		ids := []string{}
		for _, n := range picked {
			ids = append(ids, v.Options[n].ID)
		}
		view.Balanced = append(view.Balanced, ids)
	}
	return view
}

func mark(marks []int, n int) int {
	if n < len(marks) {
		return marks[n]
	}
	return 0
}
