package report

import (
	"dugnad/room"
	"dugnad/web"
)

// unknown is what the report cannot tell, said aloud: what nobody clarified,
// what is held back, and what is written down nowhere.
func (m *minutes) unknown() List {
	w, rec := m.w, m.rec
	list := List{}
	when := func(is bool, key string, n int) {
		if is {
			list = append(list, w.Say(key, web.Args{"n": n}))
		}
	}
	nobody, never, unsent := 0, 0, 0
	for _, x := range rec.Measures {
		if x.dropped() { // nobody looks for somebody any more
			continue
		}
		if x.Responsible == "" {
			nobody++
		}
		if x.Due == "" && room.Status(x.Status) != room.InPlace {
			never++
		}
	}
	for _, g := range rec.Groups {
		if !g.Sent {
			unsent++
		}
	}
	when(rec.Meeting.Decides == "", "report.unknown.decides", 0)
	when(rec.Meeting.AnswerBy == "", "report.unknown.answer", 0)
	when(nobody > 0, "report.unknown.responsible", nobody)
	when(never > 0, "report.unknown.due", never)
	when(len(rec.Votes) == 0, "report.unknown.vote", 0)
	when(unsent > 0, "report.unknown.unsent", unsent)
	when(rec.People.Hidden, "report.unknown.people", 0)
	when(rec.Goodbyes.Answers == 0 && !rec.Goodbyes.Hidden, "report.unknown.goodbye", 0)
	return append(list, w.say("report.unknown.who"), w.say("report.unknown.private"))
}
