package report

import (
	"time"

	ics "github.com/arran4/golang-ical"

	"dugnad/room"
)

// Ahead is a whole day in a calendar.
type Ahead struct{ ID, Day, Title, About string }

// Days is what is ahead in several meetings, for the calendar one already has.
// Opened again, it replaces what it gave before.
func Days(name string, made time.Time, ahead []Ahead) []byte {
	c := ics.NewCalendarFor("dugnad")
	c.SetMethod(ics.MethodPublish)
	c.SetName(name)
	for _, x := range ahead {
		day, err := time.Parse(time.DateOnly, x.Day)
		if err != nil {
			continue
		}
		e := c.AddEvent(x.ID)
		e.SetDtStampTime(made.UTC())
		e.SetAllDayStartAt(day)
		e.SetAllDayEndAt(day.AddDate(0, 0, 1))
		e.SetSummary(room.Clean(x.Title))
		e.SetDescription(room.Clean(x.About))
	}
	return []byte(c.Serialize(ics.WithNewLineWindows))
}
