package room

// StepMinutesMax is the longest a step can be planned for.
const StepMinutesMax = 240

// Step is one line of the run sheet, with what the facilitator says and does.
type Step struct {
	ID       string    `json:"id"`
	Kind     PhaseKind `json:"kind"`
	Minutes  int       `json:"minutes"`
	Title    string    `json:"title"`
	Question string    `json:"question,omitempty"`
	Scales   []string  `json:"scales,omitempty"` // what a mood asks; see [Mood]
	Say      string    `json:"say"`
	Do       []string  `json:"do"`
	Wrong    string    `json:"wrong"`
	Standing bool      `json:"standing,omitempty"` // nobody sits at a table in it
}

// Agenda is the run sheet and where on it the meeting is. The first step is
// the lobby.
type Agenda struct {
	Steps []Step
	Now   int
	Slide string          // the slide of this step that was up last
	Been  map[string]bool // the steps that the meeting has been in, by id
}

// NextStep, PreviousStep and GoToStep move the whole room. The clock never
// does. From is the step the sender saw and At where within it, so that two
// clicks in two windows, or a repeated press of the clicker, move the room once.
// A step with slides is gone through slide by slide.
type NextStep struct {
	From string `json:"from"`
	At   string `json:"at,omitempty"`
}
type PreviousStep struct {
	From string `json:"from"`
	At   string `json:"at,omitempty"`
}
type GoToStep struct {
	Step string `json:"step"`
}

// RetimeStep plans another number of minutes for a step.
type RetimeStep struct {
	Step    string `json:"step"`
	Minutes int    `json:"minutes"`
}

type StepEntered struct {
	Step string `json:"step"`
}

type StepRetimed struct {
	Step    string `json:"step"`
	Minutes int    `json:"minutes"`
}

func (NextStep) allow() roles     { return leads }
func (PreviousStep) allow() roles { return leads }
func (GoToStep) allow() roles     { return leads }
func (RetimeStep) allow() roles   { return leads }

// step is where the meeting is.
func (a Agenda) step() Step {
	if a.Now >= len(a.Steps) {
		return Step{Kind: Lobby}
	}
	return a.Steps[a.Now]
}

func (a Agenda) stepID() string { return a.step().ID }

func (a Agenda) find(id string) int {
	for i, st := range a.Steps {
		if st.ID == id {
			return i
		}
	}
	return -1
}

func (c NextStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.movedFrom(c.From, c.At) {
		return no(Changed)
	}
	if v := s.unveiling(); v != nil {
		return one(s.nextPlace(v))
	}
	if ids, at := s.slidesNow(); at+1 < len(ids) && s.Meeting.Ended == 0 {
		return one(BoardShown{What: showsSlide, Slide: ids[at+1]})
	}
	return s.enter(s.Agenda.Now + 1)
}

func (c PreviousStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.movedFrom(c.From, c.At) {
		return no(Changed)
	}
	if ids, at := s.slidesNow(); at > 0 && s.Meeting.Ended == 0 {
		return one(BoardShown{What: showsSlide, Slide: ids[at-1]})
	}
	d, err := s.enter(s.Agenda.Now - 1)
	if err == nil {
		if ids := s.slidesOf(s.Agenda.Steps[s.Agenda.Now-1].ID); len(ids) > 1 { // from behind
			d.Events = append(d.Events, BoardShown{What: showsSlide, Slide: ids[len(ids)-1]})
		}
	}
	return d, err
}

// movedFrom tells whether the room is no longer where the sender saw it.
func (s *State) movedFrom(step, at string) bool {
	return step != "" && step != s.Agenda.stepID() || at != "" && at != s.within()
}

func (c GoToStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	i := s.Agenda.find(c.Step)
	if i < 0 {
		return no(Missing)
	}
	return s.enter(i)
}

// enter goes to a step. An open vote must be closed first: nobody's ballot is
// to be cut off by a press on next.
func (s *State) enter(i int) (Decision, error) {
	switch {
	case s.Meeting.Ended != 0:
		return no(Gone)
	case i < 0 || i >= len(s.Agenda.Steps):
		return no(Missing)
	case i == s.Agenda.Now:
		return no(Unchanged)
	case s.openVote() != nil:
		return no(VoteOpen)
	case s.unled():
		return no(NoYouth)
	}
	step := s.Agenda.Steps[i]
	d := Decision{Events: []Event{StepEntered{step.ID}}}
	if before := Phases[step.Kind].before; before != nil {
		d.Events = append(d.Events, before(s)...)
	}
	d.Events = append(d.Events, s.endWishes(s.endsWish(Phases[step.Kind]))...)
	laid := s.endPicks()
	return Decision{append(d.Events, laid.Events...), laid.Effects}, nil
}

func (c RetimeStep) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	i := s.Agenda.find(c.Step)
	switch {
	case i < 0:
		return no(Missing)
	case c.Minutes < 0 || c.Minutes > StepMinutesMax:
		return no(Invalid)
	case s.Agenda.Steps[i].Minutes == c.Minutes:
		return no(Unchanged)
	}
	return one(StepRetimed(c))
}

func (e StepEntered) apply(s *State, m Mark, t *Touched) {
	i := s.Agenda.find(e.Step)
	if i < 0 {
		return
	}
	s.Agenda.Now = i
	if s.Agenda.Been == nil {
		s.Agenda.Been = map[string]bool{}
	}
	s.Agenda.Been[e.Step] = true
	if s.Meeting.Started == 0 && i > 0 {
		s.Meeting.Started = m.At
	}
	s.Timer = startTimer(m.At, s.lasts(s.Agenda.Steps[i].Minutes))
	if Phases[s.Agenda.Steps[i].Kind].votes {
		s.Timer = Timer{Left: s.Timer.Total, Total: s.Timer.Total} // runs from when the vote opens
	}
	if enter := Phases[s.Agenda.Steps[i].Kind].enter; enter != nil {
		enter(s, m, t)
	}
	s.Agenda.Slide = ""
	s.showNothing(t)
	if ids := s.slidesOf(e.Step); len(ids) > 0 {
		s.show(Showing{What: showsSlide, Slide: ids[0]}, t)
	}
	for _, k := range []string{"meeting", "step", "ahead", "script", "timer", "showing"} {
		t.only(k)
	}
	t.again("progress")
	t.again("unveiled")
}

func (e StepEntered) reverse(s *State) []Event {
	back := []Event{StepEntered{s.Agenda.stepID()}, TimerSet(s.Timer)} // the clock as if nobody had pressed
	if now := s.Showing; now.What != "" {
		back = append(back, BoardShown{now.What, now.Cluster, now.Slide})
	}
	return back
}

func (e StepRetimed) apply(s *State, _ Mark, t *Touched) {
	if i := s.Agenda.find(e.Step); i >= 0 {
		s.Agenda.Steps[i].Minutes = e.Minutes
		t.only("meeting")
		t.only("step")
		t.only("ahead")
	}
}

func (e StepRetimed) reverse(s *State) []Event {
	if i := s.Agenda.find(e.Step); i >= 0 {
		return []Event{StepRetimed{e.Step, s.Agenda.Steps[i].Minutes}}
	}
	return nil
}

// StepLine is a line of the run sheet as everybody may see it.
type StepLine struct {
	ID      string    `json:"id"`
	Kind    PhaseKind `json:"kind"`
	Title   string    `json:"title"`
	Minutes int       `json:"minutes"`
	Also    string    `json:"also,omitempty"` // the title in the second language, where it is the next one
}

func (a Agenda) lines() []StepLine {
	ls := make([]StepLine, len(a.Steps))
	for i, st := range a.Steps {
		ls[i] = StepLine{ID: st.ID, Kind: st.Kind, Title: st.Title, Minutes: st.Minutes}
	}
	return ls
}

// StepView is the step the room is in.
type StepView struct {
	ID       string    `json:"id"`
	Kind     PhaseKind `json:"kind"`
	Title    string    `json:"title"`
	Question string    `json:"question"`
	Minutes  int       `json:"minutes"`
	Index    int       `json:"index"` // 0 in the lobby, then 1 …
	Of       int       `json:"of"`
	Sends    bool      `json:"sends"`  // the tables' lists are due
	Opens    bool      `json:"opens"`  // a table may open its list again
	Draws    bool      `json:"draws"`  // a table without a card may draw one
	Writes   bool      `json:"writes"` // private notes are taken
	Lists    bool      `json:"lists"`  // something may be laid on a table's list
	Standing bool      `json:"standing,omitempty"`
	Next     *StepLine `json:"next"`
	Also     string    `json:"also,omitempty"`     // the title in the second language
	AlsoAsks string    `json:"alsoAsks,omitempty"` // and the question

	Earlier []EarlierView `json:"earlier,omitempty"` // what has been asked before it
	Later   []EarlierView `json:"later,omitempty"`   // and after it, when the meeting has gone back
}

func seeStep(s *State) StepView {
	st := s.Agenda.step()
	v := StepView{ID: st.ID, Kind: st.Kind, Title: st.Title, Question: st.Question, Minutes: st.Minutes,
		Index: s.Agenda.Now, Of: len(s.Agenda.Steps) - 1, Sends: s.listsDue(), Opens: s.listsOpen(), Draws: s.phase().draws || s.drawsLate(), Standing: st.Standing}
	v.Also, v.AlsoAsks = s.alsoStep(st)
	v.Writes, v.Lists = s.phase().writes, s.phase().shares
	v.Earlier, v.Later = s.Agenda.asked()
	if ls := s.Agenda.lines(); s.Agenda.Now+1 < len(ls) {
		v.Next = &ls[s.Agenda.Now+1]
		v.Next.Also, _ = s.alsoStep(s.Agenda.Steps[s.Agenda.Now+1])
	}
	return v
}

// ScriptView is what the facilitator says and does now.
type ScriptView struct {
	Step  string   `json:"step"`
	Say   string   `json:"say"`
	Do    []string `json:"do"`
	Wrong string   `json:"wrong"`
}

func seeScript(s *State) ScriptView {
	st := s.Agenda.step()
	v := ScriptView{Step: st.ID, Say: st.Say, Do: st.Do, Wrong: st.Wrong}
	if v.Do == nil {
		v.Do = []string{}
	}
	return v
}

// ScriptsView is what is said in each step, for when the evening
// goes on from paper. A step without words is not in it.
type ScriptsView struct {
	Say map[string]string `json:"say"` // by step
}

func seeScripts(s *State) ScriptsView {
	v := ScriptsView{Say: map[string]string{}}
	for _, st := range s.Agenda.Steps {
		if st.Say != "" {
			v.Say[st.ID] = st.Say
		}
	}
	return v
}
