package room

import "strings"

// historyMax is how many changes a measure's history keeps, the latest. How it was
// made is kept beside them.
const historyMax = 200

// Change is one line of what has been written about a measure: what it was, what it
// became, who wrote it as what, and when. It is made from the story as it is
// played, and holds nothing that the story does not.
type Change struct {
	Seq  int64
	At   int64
	By   Voice
	What string // a field, or made, link, milestone, part, and of those two _date and _done
	Of   string // the milestone or the part it is about
	Was  string
	Is   string
	Copy bool // what it was is a title that was copied from an idea: the idea decides whether it is still there
}

// takenOut stands where a text was taken out of the story. What people write is
// cleaned of it, so nothing they write can look like one. The position behind it
// keeps two such texts apart.
const takenOut = "\x01"

func isTakenOut(text string) bool { return strings.HasPrefix(text, takenOut) }

// note adds a line to a measure's history.
func (s *State) note(id string, x Change, m Mark, t *Touched) {
	c := s.Cares[id]
	if c == nil {
		return
	}
	x.Seq, x.At, x.By = m.Seq, m.At, s.voiceAt(id, m)
	c.History = append(c.History, x)
	if len(c.History) > historyMax {
		c.History = append([]Change(nil), c.History[len(c.History)-historyMax:]...)
	}
	t.touch("trails", id)
}

// voiceAt is who wrote something, as what they were then. The house writes nothing
// of its own about a measure: it does so for whoever holds a link to answer by.
func (s *State) voiceAt(measure string, m Mark) Voice {
	if by := s.Seats[m.Seat]; by != nil {
		return s.voice(by)
	}
	if x := s.Measures[measure]; x != nil && m.Seat == "" {
		return Voice{Responsible, unlessTakenOut(x.Responsible)}
	}
	return Voice{Role: House}
}

// noteField notes a field of a measure, before it is written.
func (s *State) noteField(id, what, is string, m Mark, t *Touched) {
	measure, c := s.Measures[id], s.Cares[id]
	x := Change{What: what, Was: *fields[what].at(measure, c), Is: is}
	if what == "title" && !measure.Named && (measure.Cluster != "" || measure.Idea != "") {
		x.Was, x.Copy = "", true
	}
	s.note(id, x, m, t)
}

// noteMilestone notes what is new about one, before it is written.
func (s *State) noteMilestone(id string, is Milestone, m Mark, t *Touched) {
	var was Milestone
	if at := place(s.Cares[id].Milestones, func(x Milestone) bool { return x.ID == is.ID }); at >= 0 {
		was = s.Cares[id].Milestones[at]
	}
	s.noteTick(id, "milestone", tick{was.Title, was.Date, was.Done}, tick{is.Title, is.Date, is.Done}, m, t)
}

// notePart notes the same of a part.
func (s *State) notePart(id string, is Part, m Mark, t *Touched) {
	var was Part
	if at := place(s.Cares[id].Parts, func(x Part) bool { return x.ID == is.ID }); at >= 0 {
		was = s.Cares[id].Parts[at]
	}
	s.noteTick(id, "part", tick{was.Name, was.Date, was.Done}, tick{is.Name, is.Date, is.Done}, m, t)
}

type tick struct {
	name, date string
	done       bool
}

// noteTick notes a name, a date and a tick, each where it is new. What is taken
// away has neither.
func (s *State) noteTick(id, what string, was, is tick, m Mark, t *Touched) {
	if was.name != is.name {
		s.note(id, Change{What: what, Was: was.name, Is: is.name}, m, t)
	}
	if is.name == "" {
		return
	}
	if was.date != is.date {
		s.note(id, Change{What: what + "_date", Of: is.name, Was: was.date, Is: is.date}, m, t)
	}
	if was.done != is.done {
		s.note(id, Change{What: what + "_done", Of: is.name, Was: yesno(was.done), Is: yesno(is.done)}, m, t)
	}
}

func yesno(on bool) string {
	if on {
		return "yes"
	}
	return ""
}

// noteLink notes that the link to answer by was made, or that another took its
// place. The key is in neither.
func (s *State) noteLink(id, hash string, m Mark, t *Touched) {
	x := Change{What: "link", Was: yesno(s.Cares[id].Tap != ""), Is: yesno(hash != "")}
	s.note(id, x, m, t)
}

func unlessTakenOut(text string) string {
	if isTakenOut(text) {
		return ""
	}
	return text
}

// ChangeView is a line of the history. Of, Was and Is are null where the text was
// taken out.
type ChangeView struct {
	Seq  int64   `json:"seq"`
	At   int64   `json:"at"`
	By   Voice   `json:"by"`
	What string  `json:"what"`
	Of   *string `json:"of"`
	Was  *string `json:"was"`
	Is   *string `json:"is"`
	Out  bool    `json:"out"` // what it was can be taken out of the story
}

func seeHistory(s *State, id string) []ChangeView {
	lines := []ChangeView{}
	for _, x := range s.Cares[id].History {
		v := ChangeView{x.Seq, x.At, x.By, x.What, shownText(x.Of), shownText(x.Was), shownText(x.Is), s.unsayable(id, x)}
		if x.Copy {
			v.Was = shownText(s.Measures[id].Copy)
		}
		lines = append(lines, v)
	}
	return lines
}

func shownText(text string) *string {
	if isTakenOut(text) {
		return nil
	}
	return &text
}
