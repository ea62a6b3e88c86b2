package room

import "sort"

// OptionsMax is how many proposals a ballot can hold and still be read.
const OptionsMax = 12

// Choice is what lies behind a slip: the ids of what was chosen. It is in no
// event and no state.
type Choice []string

// Option is a line on the ballot, frozen when the vote opens. A title that was
// copied from an idea goes when the idea is redacted. Its number is the one the
// hall has heard: the proposal's own, in every round.
type Option struct {
	ID    string `json:"id"` // the cluster
	Title string `json:"title"`
	N     int    `json:"n,omitempty"` // votes from before there were such numbers have none
}

// Vote is one round. Slips says who has handed in, never what.
type Vote struct {
	ID       string
	Method   string
	K        int
	Secret   bool
	Status   string // open, hall, closed, counted, cancelled
	Options  []Option
	Roll     map[string]bool   // seats that may vote
	Heads    map[string]int    // those of them that are several people
	Slips    map[string]string // slip → the seat it belongs to
	Order    int64
	Line     int64 // position of the record that opened it
	Revealed bool
	Unveiled int // rows of the result that have been told, from the last
	Ballots  int
	Marks    []int   // for each option, once counted
	Against  []int   // noes, for methods that have them
	Cast, Of int     // who voted, once nobody can tell who
	Hands    []int   // raised in the hall, in an open vote
	Cover    []int   // ballots that got something when the first n are taken
	Balanced [][]int // equal shares for 1, 2, 3 … options, as numbers on the ballot
	Spread   [][]int // for each option, ballots by place or by score
	Seconds  int64   // its clock, after which the house closes it; 0: it has none
	Follows  string  // the round it came after
	Shut     int64   // when it closed in the hall, unix milliseconds; 0 if it never waited for paper
	Late     []string
	Early    bool // Marks are the preliminary ones
	Laid     int  // ballots the preliminary count laid aside
	ByHand   bool // its clock ran out over too few ballots: somebody closes it
}

// OpenVote freezes the list and opens the ballot. No options means all
// proposals.
type OpenVote struct {
	ID      string   `json:"id"`
	Method  string   `json:"method"`
	K       int      `json:"k"`
	Secret  bool     `json:"secret"`
	Options []string `json:"options,omitempty"`
	Seconds int64    `json:"seconds,omitempty"` // with these it closes by itself; 0: when somebody closes it
	Follows string   `json:"follows,omitempty"` // the round that this one comes after
}

// CloseVote ends it: from there no ballot can be committed. While slips of
// paper are out it ends in the hall only, and Final says that nobody waits for
// them any longer. CountVote is the house's, once.
type CloseVote struct {
	Vote  string `json:"vote"`
	Final bool   `json:"final,omitempty"`
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
	Seconds int64    `json:"seconds,omitempty"`
	Follows string   `json:"follows,omitempty"`
}

type VoteClosed struct {
	ID string `json:"id"`
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
	case s.takingVote() != nil:
		return no(VoteOpen)
	case c.Seconds != 0 && (c.Seconds < SecondsMin || c.Seconds > SecondsMax):
		return no(Invalid)
	}
	if err := s.mayFollow(c); err != nil {
		return Decision{}, err
	}
	e := VoteOpened{ID: c.ID, Method: c.Method, K: c.K, Secret: c.Secret, Seconds: c.Seconds, Follows: c.Follows}
	for _, p := range s.proposals() {
		if len(c.Options) == 0 || has(c.Options, p.ID) {
			e.Options = append(e.Options, Option{p.ID, s.titleOf(p), p.Order})
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
	case v.Status == "hall" && c.Final:
		return one(VoteClosed{v.ID})
	case v.Status != "open":
		return no(Unchanged) // a second press is not yet *we wait no longer*
	}
	if out := s.out(v); len(out) > 0 {
		return one(VoteShut{v.ID, out})
	}
	return one(VoteClosed{v.ID})
}

func (c CancelVote) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	v := s.Votes[c.Vote]
	switch {
	case v == nil:
		return no(Missing)
	case v.Status == "cancelled":
		return no(Unchanged)
	case v.Status != "open" && v.Status != "hall":
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
	return VoteOpened{ID: v.ID, Method: v.Method, K: v.K, Secret: v.Secret, Options: append([]Option(nil), v.Options...),
		Seconds: v.Seconds, Follows: v.Follows}
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

// number is what an option is called on the ballot.
func (v *Vote) number(n int) int {
	if given := v.Options[n].N; given != 0 {
		return given
	}
	return n + 1
}

// openVote is the vote that takes ballots from phones now; there is at most one.
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
		Roll: map[string]bool{}, Heads: map[string]int{}, Slips: map[string]string{}, Order: m.Seq, Line: m.Seq,
		Seconds: e.Seconds, Follows: e.Follows}
	for _, x := range s.Seats {
		if x.votes() {
			v.enrol(x)
		}
	}
	s.Votes[e.ID] = v
	s.showNothing(t)
	switch {
	case v.Seconds > 0:
		s.Timer = Timer{Ends: m.At + e.Seconds*1000, Total: e.Seconds * 1000}
		t.only("timer")
	case s.Timer.Left > 0:
		s.Timer = Timer{Ends: m.At + s.Timer.Left, Total: s.Timer.Total}
		t.only("timer")
	}
	t.touch("votes", e.ID)
	t.touch("turnout", e.ID)
	t.touch("desk", e.ID)
}

func (e VoteClosed) apply(s *State, _ Mark, t *Touched) {
	if v := s.Votes[e.ID]; v != nil {
		v.Status = "closed"
		t.touch("votes", e.ID)
		t.touch("turnout", e.ID)
		t.touch("results", e.ID)
		t.touch("desk", e.ID)
	}
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
	v.Early, v.Marks, v.Against = false, nil, nil
	t.touch("votes", e.ID)
	t.touch("turnout", e.ID)
	t.touch("results", e.ID)
	t.touch("desk", e.ID)
}

func (e HandsCounted) apply(s *State, _ Mark, t *Touched) {
	if v := s.Votes[e.ID]; v != nil {
		v.Hands = e.Hands
		t.touch("desk", e.ID)
	}
}

// voteIDs lists the votes in the order they were opened.
func voteIDs(s *State) []string {
	ids := sorted(s.Votes)
	sort.SliceStable(ids, func(a, b int) bool { return s.Votes[ids[a]].Order < s.Votes[ids[b]].Order })
	return ids
}

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
	Also  string `json:"also,omitempty"`
}

// VoteView is a ballot as everybody sees it.
type VoteView struct {
	ID      string       `json:"id"`
	Method  string       `json:"method"`
	K       int          `json:"k"`
	Secret  bool         `json:"secret"`
	Status  string       `json:"status"` // open, hall, closed, counted, cancelled
	Order   int64        `json:"order"`
	Options []OptionView `json:"options"`
	Grace   int64        `json:"grace"`            // seconds from the end of the clock until the house closes it; 0: it does not
	Follows string       `json:"follows"`          // the round that this one came after
	Second  string       `json:"second,omitempty"` // the language of the second lines
	Round   int          `json:"round"`            // 1, 2, 3 … of the rounds that were counted
}

func seeVote(s *State, id string) VoteView {
	v := s.Votes[id]
	view := VoteView{ID: v.ID, Method: v.Method, K: v.K, Secret: v.Secret, Status: v.Status, Order: v.Order,
		Options: []OptionView{}, Second: s.Second.Lang, Follows: v.Follows, Round: s.round(v)}
	if v.Seconds > 0 {
		view.Grace = GraceSeconds
	}
	for n, o := range v.Options {
		view.Options = append(view.Options, OptionView{o.ID, v.number(n), o.Title, s.alsoTitle(o.ID)})
	}
	return view
}

// TurnoutView is all that is said of an open vote: how many of how many, and
// how many slips of paper the leaders still wait for.
type TurnoutView struct {
	Vote string `json:"vote"`
	Cast int    `json:"cast"`
	Of   int    `json:"of"`
	Out  int    `json:"out"`
}

func seeTurnout(s *State, id string) TurnoutView {
	v := s.Votes[id]
	if s.Crowd != nil {
		return TurnoutView{Vote: id, Cast: v.Cast, Of: v.Of}
	}
	view := TurnoutView{Vote: id, Cast: len(v.Slips), Of: v.of()}
	if v.Status == "hall" {
		view.Out = len(s.out(v))
	}
	return view
}
