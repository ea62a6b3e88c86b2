package room

import "time"

// Task is something that waits for the follow-up group. The house raises it when
// its time has come.
type Task struct {
	ID      string
	Kind    string // a word from TaskKinds
	Measure string // what it is about; empty is the whole meeting
	Due     string // YYYY-MM-DD, empty for none
	At      int64  // when it was raised
	Done    int64  // 0 is waiting
	About   string // the date it reminds of; empty for none
}

// TaskKinds is what can wait: an answer that is due, comes soon, is late; a
// status nobody has confirmed; somebody who needs help; a record that will be
// deleted; a letter that did not arrive; a date of the group's own; a measure that
// ends; a meeting that was put back from a copy.
var TaskKinds = []string{"answer_due", "answer_soon", "answer_late", "status_old", "help", "record_60", "record_14", "record_3", "mail_failed", ContributeKind, "date", "ends", "restored"}

// RaiseTask is the house's. FinishTask ticks one off.
type RaiseTask struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Due     string `json:"due"`
	Measure string `json:"measure"`
	About   string `json:"about"`
}
type FinishTask struct {
	ID string `json:"id"`
}

type TaskRaised struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Due     string `json:"due,omitempty"`
	Measure string `json:"measure,omitempty"`
	About   string `json:"about,omitempty"`
}

type TaskFinished struct {
	ID string `json:"id"`
}

func (RaiseTask) allow() roles  { return house }
func (FinishTask) allow() roles { return carers }

func (c RaiseTask) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Tasks[c.ID] != nil {
		return no(Unchanged)
	}
	d := Decision{Events: []Event{TaskRaised(c)}}
	if c.Kind != "mail_failed" { // a letter about a letter that did not arrive would not arrive either
		d.Effects = s.mails(ForTask, c.ID, MailMember)
	}
	return d, nil
}

func (c FinishTask) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	task := s.Tasks[c.ID]
	switch {
	case task == nil:
		return no(Missing)
	case task.Done != 0:
		return no(Unchanged)
	}
	return one(TaskFinished(c))
}

func (e TaskRaised) apply(s *State, m Mark, t *Touched) {
	s.raise(Task{ID: e.ID, Kind: e.Kind, Due: e.Due, Measure: e.Measure, About: e.About}, m, t)
}

func (e TaskFinished) apply(s *State, m Mark, t *Touched) {
	if task := s.Tasks[e.ID]; task != nil {
		task.Done = m.At
		t.touch("tasks", e.ID)
	}
}

func (e TaskFinished) reverse(s *State) []Event {
	if task := s.Tasks[e.ID]; task != nil {
		return []Event{TaskRaised{task.ID, task.Kind, task.Due, task.Measure, task.About}}
	}
	return nil
}

// raise puts a task on the list, or back on it.
func (s *State) raise(task Task, m Mark, t *Touched) {
	if was := s.Tasks[task.ID]; was != nil {
		task.Measure = was.Measure
	}
	task.At = m.At
	s.Tasks[task.ID] = &task
	t.touch("tasks", task.ID)
}

// finish ticks off what waits of one kind about one measure.
func (s *State) finish(kind, measure string, m Mark, t *Touched) {
	for id, task := range s.Tasks {
		if task.Kind == kind && task.Measure == measure && task.Done == 0 {
			task.Done = m.At
			t.touch("tasks", id)
		}
	}
}

// duty is something the house does when its time has come.
type duty struct {
	at int64
	Due
}

// answerDuties are what a promised answer leads to: a task three weeks before, a
// reminder three days before, and the day after the page says that it is late.
// Days are counted from midnight UTC.
func (s *State) answerDuties() []duty {
	day, err := time.Parse(time.DateOnly, s.Meeting.AnswerBy)
	if err != nil || s.Answer.latest().At != 0 {
		return nil
	}
	var ds []duty
	for _, d := range []struct {
		kind string
		days int64
	}{{"answer_due", -21}, {"answer_soon", -3}, {"answer_late", 1}} {
		if id := d.kind + "-" + s.Meeting.AnswerBy; s.Tasks[id] == nil {
			ds = append(ds, duty{day.UnixMilli() + d.days*Day, Due{"task:" + id, RaiseTask{ID: id, Kind: d.kind, Due: s.Meeting.AnswerBy}}})
		}
	}
	return ds
}

// ageDuties are the statuses that will be too old to be believed.
func (s *State) ageDuties() []duty {
	var ds []duty
	for _, id := range sorted(s.Cares) {
		c := s.Cares[id]
		if at := c.agesAt(Status(s.Measures[id].Status)); at != 0 && !c.Aged {
			ds = append(ds, duty{at, Due{"aged:" + id + ":" + itoa(int(c.Confirmed/1000)), AgeStatus{id}}})
		}
	}
	return ds
}

func taskIDs(s *State) []string { return sorted(s.Tasks) }

func whereTask(s *State, id string) Layer {
	if s.Tasks[id] == nil {
		return none
	}
	return Follow
}

// TaskView is something that waits, or has been done.
type TaskView struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Measure string `json:"measure"`
	Due     string `json:"due"`
	At      int64  `json:"at"`
	Done    int64  `json:"done"`
	About   string `json:"about"` // the date it reminds of; empty for none
}

func seeTask(s *State, id string) TaskView {
	t := s.Tasks[id]
	return TaskView{t.ID, t.Kind, t.Measure, t.Due, t.At, t.Done, t.About}
}
