package server

import (
	"net/http"
	"time"

	"dugnad/report"
	"dugnad/room"
)

const overviewCalendar = overviewPath + "/kalender.ics"

// overviewDay is a line of the organisation's calendar.
type overviewDay struct {
	room.OrgDay
	When, Said string
}

// dayTitle says what a day is, in the language of whoever reads.
func dayTitle(p speech, d room.OrgDay) string {
	switch {
	case d.What == "answer":
		return p.Say("report.cal.answer")
	case d.What == "measure":
		return p.Say("report.cal.due", "title", d.Title)
	case d.Title != "":
		return d.Title
	}
	return p.Say("report.date." + d.Kind)
}

// overviewDays is the same as a file for the calendar one already has.
func (s *Server) overviewDays(w http.ResponseWriter, r *http.Request, _ visitor) error {
	p := s.speak(r, "", homeZone)
	days, err := s.o.Store.Days(r.Context(), p.now.Format(time.DateOnly), daysMax)
	if err != nil {
		return err
	}
	ahead := make([]report.Ahead, len(days))
	for n, d := range days {
		ahead[n] = report.Ahead{ID: d.What + "-" + d.ID + "@" + d.Room + ".dugnad", Day: d.Day, Title: dayTitle(p, d), About: d.Meeting}
	}
	download(w, "kalender", "ics")
	return send(w, "text/calendar; charset=utf-8", report.Days(p.Say("oversikt.title"), s.o.Now(), ahead))
}
