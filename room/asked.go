package room

import "slices"

// A table keeps one list all evening, and is asked several things. What was
// written to an earlier question stays on it, under that question: it is nobody's
// answer to the one that is asked now.

// EarlierView is a question that has been asked before, and the steps in which it was.
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

// earlier lists the questions that have been asked before the one of this step,
// in order. One that nobody wrote for in words is called by the name of its step.
func (a Agenda) earlier() []EarlierView {
	var before []EarlierView
	var now EarlierView
	shared := false
	for _, st := range a.Steps[:min(a.Now+1, len(a.Steps))] {
		if now.begins(st, shared) {
			before, now, shared = append(before, now), EarlierView{}, false
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
	return slices.DeleteFunc(before, func(e EarlierView) bool { return len(e.Steps) == 0 })
}
