package report

import (
	"strconv"

	"dugnad/room"
)

// Sheet is one noun as a table: the same columns for every line, and a line for
// every one of its kind.
type Sheet struct {
	Key     string // names the file; the same in every language
	Title   string
	Columns []Column
	Lines   []Line
}

// Column is what stands in a column. The same key in two sheets is the same
// thing.
type Column struct{ Key, Title string }

// Line is one of the kind. ID finds it again in another version; it is not
// written.
type Line struct {
	ID    string
	Cells []Cell
}

// Cell is a text, a whole number or a date.
type Cell struct {
	Kind CellKind
	Text string // of a date, YYYY-MM-DD
	N    int
}

// CellKind is what sort of thing a cell holds.
type CellKind int

const (
	IsText CellKind = iota
	IsNumber
	IsDate
)

// text makes whatever people wrote safe to show, also what is older than the
// rules for it.
func text(s string) Cell { return Cell{Text: room.Clean(s)} }
func number(n int) Cell  { return Cell{Kind: IsNumber, N: n} }
func date(ymd string) Cell {
	if ymd == "" {
		return Cell{}
	}
	return Cell{Kind: IsDate, Text: ymd}
}

// some is a number, nothing for none.
func some(n int) Cell {
	if n == 0 {
		return Cell{}
	}
	return number(n)
}

// Sheets is the record as tables.
func Sheets(rec Record, w Words) []Sheet {
	return []Sheet{meetingSheet(rec, w), measureSheet(rec, w), decisionSheet(rec, w), voteSheet(rec, w), ideaSheet(rec, w),
		draftSheet(rec, w), trailSheet(rec, w), countSheet(rec, w), milestoneSheet(rec, w), peopleSheet(rec, w), tableSheet(rec, w), goodbyeSheet(rec, w), wallSheet(rec, w), moodSheet(rec, w)}
}

// sheet is an empty one with its columns named.
func sheet(w Words, key string, columns ...string) Sheet {
	s := Sheet{Key: key, Title: w.say("report.sheet." + key)}
	for _, c := range columns {
		s.Columns = append(s.Columns, Column{c, w.say("report.col." + c)})
	}
	return s
}

func (s *Sheet) line(id string, cells ...Cell) { s.Lines = append(s.Lines, Line{id, cells}) }

func meetingSheet(rec Record, w Words) Sheet {
	m := rec.Meeting
	s := sheet(w, "meeting", "fact", "text", "date")
	s.line("title", text(w.say("report.fact.title")), text(m.Title), Cell{})
	s.line("held", text(w.say("report.fact.date")), Cell{}, date(day(m.Started, m.Zone)))
	s.line("ended", text(w.say("report.fact.ended")), Cell{}, date(day(m.Ended, m.Zone)))
	s.line("decides", text(w.say("report.fact.decides")), text(orUnclear(w, m.Decides)), Cell{})
	answer := date(m.AnswerBy)
	if m.AnswerBy == "" {
		s.line("answer", text(w.say("report.fact.answer")), text(w.say("common.unclear")), answer)
	} else {
		s.line("answer", text(w.say("report.fact.answer")), Cell{}, answer)
	}
	for n, st := range m.Steps {
		if st.Kind == string(room.Lobby) {
			continue
		}
		s.line("step/"+st.ID, text(w.Say("report.fact.step", map[string]any{"n": n})), text(st.Title), Cell{})
	}
	return s
}

func decisionSheet(rec Record, w Words) Sheet {
	s := sheet(w, "decisions", "decision", "reason")
	for _, d := range rec.Decisions {
		s.line(d.ID, text(d.Text), text(d.Reason))
	}
	return s
}

func voteSheet(rec Record, w Words) Sheet {
	s := sheet(w, "votes", "vote", "rank", "proposal", "marks", "against", "ballots", "status")
	for n, v := range rec.Votes {
		status := w.say("report.vote.final")
		if v.Early {
			status = w.say("report.vote.preliminary")
		}
		for _, r := range v.Rows {
			s.line(v.ID+"/"+r.ID, number(n+1), number(r.Rank), text(titled(w, r.Title)), number(r.Marks), some(r.Against), number(v.Ballots), text(status))
		}
	}
	return s
}

func ideaSheet(rec Record, w Words) Sheet {
	in := map[string]string{}
	for _, c := range rec.Clusters {
		for _, i := range c.Ideas {
			in[i] = c.Title
		}
	}
	s := sheet(w, "ideas", "idea", "original", "proposal", "table", "card", "sign", "place")
	for _, i := range rec.Ideas {
		original := Cell{}
		if i.Norsk != "" {
			original = text(i.Text)
		}
		s.line(i.ID, text(i.says()), original, text(in[i.ID]), some(i.Group), text(i.Card), text(w.word("report.sign.", i.Sign)), text(w.word("report.place.", string(i.Place))))
	}
	return s
}

func peopleSheet(rec Record, w Words) Sheet {
	s := sheet(w, "people", "as", "people")
	if rec.People.Hidden || rec.People.All == 0 {
		return s
	}
	for _, x := range rec.People.As {
		s.line(x.As, text(w.say("p.as."+x.As)), number(x.N))
	}
	if rec.People.Others > 0 {
		s.line("others", text(w.say("report.others")), number(rec.People.Others))
	}
	return s
}

// tableSheet leaves the size of a small table empty.
func tableSheet(rec Record, w Words) Sheet {
	s := sheet(w, "tables", "table", "people", "sent")
	for _, g := range rec.Groups {
		size := Cell{}
		if g.Size != nil {
			size = number(*g.Size)
		}
		s.line(strconv.Itoa(g.N), number(g.N), size, yes(w, g.Sent))
	}
	return s
}

func goodbyeSheet(rec Record, w Words) Sheet {
	s := sheet(w, "goodbye", "useful", "people")
	if g := rec.Goodbyes; !g.Hidden && g.Answers > 0 && g.Useful[0] >= 0 {
		for n, k := range g.Useful {
			s.line(strconv.Itoa(n+1), number(n+1), number(k))
		}
	}
	return s
}

func moodSheet(rec Record, w Words) Sheet {
	s := sheet(w, "mood", "scale", "answer", "people")
	for at, m := range rec.Moods {
		for n, ask := range m.Asks {
			for said, k := range m.Spread[n] {
				s.line(strconv.Itoa(at+1)+"/"+strconv.Itoa(n+1)+"/"+strconv.Itoa(said+1), text(ask), number(said+1), number(k))
			}
		}
	}
	return s
}

func yes(w Words, is bool) Cell {
	if is {
		return text(w.say("report.yes"))
	}
	return text(w.say("report.no"))
}
