package room

// Timer counts down to Ends, or stands still with Left. It closes nothing.
type Timer struct {
	Ends  int64 // unix milliseconds; 0 when it stands still
	Left  int64 // milliseconds left while paused
	Total int64 // milliseconds from the start, minutes added included
}

// TimerMax is the longest a timer can be set to, in milliseconds.
const TimerMax = 6 * 60 * 60 * 1000

// AddTime gives (or takes) seconds; PauseTimer and ResumeTimer stop and start
// the clock.
type AddTime struct {
	Seconds int64 `json:"seconds"`
}
type PauseTimer struct{}
type ResumeTimer struct{}

type TimerSet struct {
	Ends  int64 `json:"ends,omitempty"`
	Left  int64 `json:"left,omitempty"`
	Total int64 `json:"total"`
}

func (AddTime) allow() roles     { return leads }
func (PauseTimer) allow() roles  { return leads }
func (ResumeTimer) allow() roles { return leads }

func startTimer(at, ms int64) Timer {
	if ms == 0 {
		return Timer{}
	}
	return Timer{Ends: at + ms, Total: ms}
}

func (c AddTime) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	t := s.Timer
	ms := c.Seconds * 1000
	switch {
	case c.Seconds == 0:
		return no(Unchanged)
	case c.Seconds < -3600 || c.Seconds > 3600:
		return no(Invalid)
	case s.Agenda.step().Kind == Lobby || s.Meeting.Ended != 0:
		return no(Closed)
	case t.Ends != 0:
		// A minute given after the end is a whole minute from now.
		t.Ends = max(max(t.Ends, m.Now)+ms, m.Now)
		t.Left = 0
	case t.Left != 0:
		t.Left = max(t.Left+ms, 1)
	default:
		t.Ends = m.Now + max(ms, 0)
	}
	t.Total = max(t.Total+ms, 1)
	if t.Ends-m.Now > TimerMax || t.Left > TimerMax {
		return no(TooMany)
	}
	return one(TimerSet(t))
}

func (PauseTimer) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	t := s.Timer
	if t.Ends == 0 {
		return no(Unchanged)
	}
	return one(TimerSet{Left: max(t.Ends-m.Now, 1), Total: t.Total})
}

func (ResumeTimer) decide(s *State, _ *Seat, m Moment) (Decision, error) {
	t := s.Timer
	if t.Ends != 0 || t.Left == 0 {
		return no(Unchanged)
	}
	return one(TimerSet{Ends: m.Now + t.Left, Total: t.Total})
}

func (e TimerSet) apply(s *State, _ Mark, t *Touched) {
	s.Timer = Timer(e)
	t.only("timer")
}

// TimerView is the clock everybody sees, against `hi.now`.
type TimerView struct {
	Ends  int64 `json:"ends"`  // unix milliseconds, 0 when it stands still
	Left  int64 `json:"left"`  // milliseconds left while paused
	Total int64 `json:"total"` // milliseconds
}

func seeTimer(s *State) TimerView { return TimerView(s.Timer) }
