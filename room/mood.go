package room

import "slices"

// Limits of a mood: what can be answered without sitting an exam.
const (
	ScalesMax = 3 // *three anonymous scales*, DOMAIN A.4 row 3
	MoodSteps = 5 // from *does not fit* to *fits well*
)

// moodBag is what a mood's bag is called; the colon keeps it apart from votes.
const moodBag = "mood:"

// Mood is how the room feels, asked by a few scales that everybody answers on
// their own phone: *stemningsmåler: three anonymous scales, a vote without
// ranking*. It is shown as a spread and nothing else, and a scale that fewer
// than five answered is never shown. What somebody answered lies in the bag where ballots
// lie until it is counted; it is in no event, no state and no frame. A mood
// belongs to a step, and waits there if the meeting goes on before it is counted.
type Mood struct {
	Step   string
	Title  string
	Asks   []string
	Slips  map[string]bool // who has answered, until it is counted
	Closed bool            // being counted
	Spread [][]int         // once counted: for each scale how many said 1, 2 … 5; empty where they were too few
}

// AnswerMood answers, or answers anew: `1=4` is four on the first scale.
type AnswerMood struct {
	Step   string `json:"step"`
	Choice Choice `json:"choice"`
}

// CloseMood shows how it is: from there nobody can answer. CountMood is the
// house counting.
type CloseMood struct {
	Step string `json:"step"`
}
type CountMood struct{ Step string }

type MoodAnswered struct {
	Step string `json:"step"`
	Seat string `json:"seat"`
}

type MoodClosed struct {
	Step string `json:"step"`
}

// MoodDropped throws the answers away. They are in no copy, so a meeting that is put
// back from one has lost them, and whoever still can is asked again; and those that
// nobody has shown go with the end of the meeting.
type MoodDropped struct {
	Step string `json:"step"`
}

type MoodCounted struct {
	Step   string  `json:"step"`
	Spread [][]int `json:"spread"`
}

func (AnswerMood) allow() roles { return guests }
func (CloseMood) allow() roles  { return leads }
func (CountMood) allow() roles  { return house }

// asks is what a step's scales say: its own, else its question, else its name.
func (st Step) asks() []string {
	switch {
	case len(st.Scales) > 0:
		return st.Scales
	case st.Question != "":
		return []string{st.Question}
	}
	return []string{st.Title}
}

// fairMood: each scale once at most, on it, and not nothing.
func fairMood(c Choice, scales int) bool {
	seen := map[string]bool{}
	for _, x := range c {
		if len(x) != 3 || x[1] != '=' || seen[x[:1]] {
			return false
		}
		if n, at := number(x[:1]), number(x[2:]); n < 1 || n > scales || at < 1 || at > MoodSteps {
			return false
		}
		seen[x[:1]] = true
	}
	return len(c) > 0
}

// ask lays out the scales of a step the first time the room is in it. Whoever
// comes back to it finds the answers that lie there.
func ask(s *State, _ Mark, t *Touched) {
	st := s.Agenda.step()
	if s.Moods[st.ID] == nil {
		s.Moods[st.ID] = &Mood{Step: st.ID, Title: st.Title, Asks: slices.Clone(st.asks()), Slips: map[string]bool{}}
	}
	t.touch("moods", st.ID)
}

func (m *Mood) open() bool { return !m.Closed && m.Spread == nil }

func (c AnswerMood) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	m := s.Moods[c.Step]
	switch {
	case m == nil || !m.open() || s.Agenda.stepID() != c.Step || s.Meeting.Ended != 0:
		return no(Closed)
	case by.heads() > 1:
		return no(OnePhone) // one answer for several would be nobody's
	case !by.votes() || by.Left:
		return no(Forbidden)
	case !fairMood(c.Choice, len(m.Asks)):
		return no(Invalid)
	}
	return Decision{Events: []Event{MoodAnswered{c.Step, by.ID}}, Effects: []Effect{PutBallot{moodBag + c.Step, by.ID, c.Choice}}}, nil
}

func (c CloseMood) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	m := s.Moods[c.Step]
	switch {
	case m == nil:
		return no(Missing)
	case !m.open():
		return no(Unchanged)
	case len(m.Slips) < Few:
		return no(FewSlips) // there would be nothing to show
	}
	return one(MoodClosed(c))
}

// dropMoods throws away what nobody has shown by the end of the meeting: what the
// room has not seen goes into no report either.
func (s *State) dropMoods() Decision {
	var d Decision
	for _, step := range moodIDs(s) {
		m := s.Moods[step]
		if !m.open() {
			continue
		}
		d.add(Decision{[]Event{MoodDropped{step}}, emptied(moodBag+step, m.Slips)})
	}
	return d
}

func (c CountMood) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	m := s.Moods[c.Step]
	if m == nil || !m.Closed {
		return no(Unchanged)
	}
	step, scales := c.Step, len(m.Asks)
	return tallied(moodBag+step, func(bag []Choice) Event { return MoodCounted{step, moodSpread(bag, scales)} }), nil
}

// moodSpread counts a bag. Too few answers on a scale leave no number at all,
// not even in the story.
func moodSpread(bag []Choice, scales int) [][]int {
	spread := make([][]int, scales)
	for n := range spread {
		spread[n] = make([]int, MoodSteps)
	}
	for _, c := range bag {
		if !fairMood(c, scales) {
			continue
		}
		for _, x := range c {
			spread[number(x[:1])-1][number(x[2:])-1]++
		}
	}
	for n := range spread {
		if total(spread[n]) < Few {
			spread[n] = []int{}
		}
	}
	return spread
}

func total(said []int) (n int) {
	for _, k := range said {
		n += k
	}
	return n
}

func (e MoodAnswered) apply(s *State, _ Mark, t *Touched) {
	if m := s.Moods[e.Step]; m != nil && m.open() {
		m.Slips[e.Seat] = true
		t.touch("moods", e.Step)
	}
}

func (e MoodClosed) apply(s *State, _ Mark, t *Touched) {
	if m := s.Moods[e.Step]; m != nil {
		m.Closed = true
		t.touch("moods", e.Step)
	}
}

func (e MoodDropped) apply(s *State, _ Mark, t *Touched) {
	if m := s.Moods[e.Step]; m != nil {
		t.touch("moods", e.Step)
		if m.Closed, m.Slips = false, map[string]bool{}; s.Meeting.Ended != 0 {
			delete(s.Moods, e.Step)
		}
	}
}

func (e MoodCounted) apply(s *State, _ Mark, t *Touched) {
	if m := s.Moods[e.Step]; m != nil {
		m.Closed, m.Spread, m.Slips = false, e.Spread, map[string]bool{}
		t.touch("moods", e.Step)
	}
}

func moodIDs(s *State) []string { return sorted(s.Moods) }

// touchMood is for whatever changes who can answer.
func (s *State) touchMood(t *Touched) {
	for _, step := range moodIDs(s) {
		if s.Moods[step].open() {
			t.touch("moods", step)
		}
	}
}

func whereMood(s *State, step string) Layer {
	if s.Moods[step] == nil {
		return none
	}
	return All
}

// MoodView is how many have answered, and once it is counted the spread: of
// nobody, and of no scale that fewer than five answered.
type MoodView struct {
	Step   string   `json:"step"`
	Title  string   `json:"title"`
	Asks   []string `json:"asks"`
	Also   []string `json:"also"`   // the same in the second language; none where it has no words for it
	Status string   `json:"status"` // open, closed, counted
	Cast   int      `json:"cast"`   // 0 once it is counted
	Of     int      `json:"of"`
	Spread [][]int  `json:"spread"` // for each scale how many said 1, 2 … 5; empty where they were too few
}

func seeMood(s *State, step string) MoodView {
	m := s.Moods[step]
	v := MoodView{Step: step, Title: m.Title, Asks: slices.Clone(m.Asks), Also: s.alsoScales(m), Status: "open", Cast: len(m.Slips), Spread: [][]int{}}
	switch {
	case m.Closed:
		v.Status = "closed"
	case m.Spread != nil:
		v.Status, v.Spread = "counted", m.Spread
		return v
	}
	for _, x := range s.Seats {
		if x.votes() && x.here() && !x.Paper && x.heads() == 1 {
			v.Of++
		}
	}
	return v
}
