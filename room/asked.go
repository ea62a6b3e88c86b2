package room

import "slices"

// A table keeps one list all evening, and is asked several things. What was
// written to an earlier question stays on it, under that question: it is nobody's
// answer to the one that is asked now.

// EarlierView is another question that has been asked, and the steps in which it was.
type EarlierView struct {
	Asks  string   `json:"asks"`
	Steps []string `json:"steps"`
}

// begins tells whether a step asks something new. Cards are drawn for a new
// question. Else it is new when people are to write alone to other words than
// before, and the last ones have been written to: in pairs, when a table has
// gone on with them since.
func (e EarlierView) begins(st Step, shared bool) bool {
	switch p := Phases[st.Kind]; {
	case p.draws:
		return len(e.Steps) > 0
	case !p.writes || p.shares || len(e.Steps) == 0 || st.Question == "" || st.Question == e.Asks:
		return false
	default:
		return st.Kind != Par || shared
	}
}

// asked lists the questions that have been asked before the one of this step, and
// those that were asked after it before the meeting went back, in order. One that
// nobody wrote for in words is called by the name of its step. What the meeting has
// not come to is in neither.
func (a Agenda) asked() (earlier, later []EarlierView) {
	var all []EarlierView
	var now EarlierView
	shared, here := false, 0
	for i, st := range a.Steps {
		if i > a.Now && !a.Been[st.ID] {
			continue
		}
		if now.begins(st, shared) {
			all, now, shared = append(all, now), EarlierView{}, false
		}
		if i <= a.Now {
			here = len(all)
		}
		p := Phases[st.Kind]
		if !p.writes && !p.shares {
			continue
		}
		if len(now.Steps) == 0 {
			if now.Asks = st.Question; now.Asks == "" {
				now.Asks = st.Title
			}
		}
		now.Steps, shared = append(now.Steps, st.ID), shared || p.shares
	}
	if all = append(all, now); here < len(all) {
		earlier, later = all[:here:here], all[here+1:]
	}
	empty := func(e EarlierView) bool { return len(e.Steps) == 0 }
	return slices.DeleteFunc(earlier, empty), slices.DeleteFunc(later, empty)
}

// askedIn is the step that a note answers: the one its writer had before them, when
// the meeting has been there and something was written in it; else the one that it is in.
func (a Agenda) askedIn(step string) string {
	i := a.find(step)
	if i < 0 || i > a.Now && !a.Been[step] {
		return a.stepID()
	}
	if p := Phases[a.Steps[i].Kind]; !p.writes && !p.shares {
		return a.stepID()
	}
	return step
}

// elsewhere tells whether a step asks something else than this one.
func (a Agenda) elsewhere(step string) bool {
	earlier, later := a.asked()
	return slices.ContainsFunc(append(earlier, later...), func(e EarlierView) bool { return slices.Contains(e.Steps, step) })
}
