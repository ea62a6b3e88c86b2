package report

import (
	"strconv"
	"time"

	ics "github.com/arran4/golang-ical"

	"dugnad/room"
	"dugnad/web"
)

// Calendar is what is ahead, for the calendar one already has: the group's own
// dates with their reminders, the dates of the measures and their milestones, what
// ends, and the promised answer. Whole days, and nobody's name. Opened again, it
// replaces what it gave before.
func Calendar(rec Record, about About, w Words, roomID string) []byte {
	c := ics.NewCalendarFor("dugnad")
	c.SetMethod(ics.MethodPublish)
	c.SetName(rec.Meeting.Title)
	made := time.UnixMilli(about.Made).UTC()
	put := func(id, on, title string, before int) {
		day, err := time.Parse(time.DateOnly, on)
		if err != nil {
			return
		}
		e := c.AddEvent(id + "@" + roomID + ".dugnad")
		e.SetDtStampTime(made)
		e.SetAllDayStartAt(day)
		e.SetAllDayEndAt(day.AddDate(0, 0, 1))
		e.SetSummary(room.Clean(title))
		e.SetDescription(room.Clean(rec.Meeting.Title))
		if before > 0 {
			a := e.AddAlarm()
			a.SetAction(ics.ActionDisplay)
			a.SetTrigger("-P" + strconv.Itoa(before) + "D")
			a.SetDescription(room.Clean(title))
		}
	}
	for _, d := range rec.Dates {
		title := d.Title
		if title == "" {
			title = w.say("report.date." + d.Kind)
		}
		put("date-"+d.ID, d.Day, title, d.Before)
	}
	for _, x := range rec.Measures {
		title := titled(w, x.Title)
		if status := room.Status(x.Status); status != room.InPlace && status != room.Dropped {
			put("due-"+x.ID, x.Due, w.Say("report.cal.due", web.Args{"title": title}), 7)
		}
		put("ends-"+x.ID, x.Care.Lasts, w.Say("report.cal.ends", web.Args{"title": title}), 183)
		for _, m := range x.Care.Milestones {
			if !m.Done {
				put("milestone-"+x.ID+"-"+m.ID, m.Date, w.Say("report.cal.milestone", web.Args{"title": title, "text": m.Title}), 0)
			}
		}
	}
	if rec.Reply == nil {
		put("answer", rec.Meeting.AnswerBy, w.say("report.cal.answer"), 21)
	}
	return []byte(c.Serialize(ics.WithNewLineWindows))
}
