package report

import (
	"strconv"
	"time"

	"dugnad/room"
)

// shownOrder is the order the statuses stand in, from what is in place to what
// nobody knows.
var shownOrder = []room.Status{room.InPlace, room.UnderWay, room.Stuck, room.NotStarted, room.Dropped, room.Unknown}

// months is how many measures there were of each status when each month ended, to
// the month the report was made in. One month alone says no more than the table of
// measures.
func (m *minutes) months() []Block {
	w, zone := m.w, m.rec.Meeting.Zone
	today := day(m.About.Made, zone)
	first, err := time.Parse(time.DateOnly, day(m.rec.Meeting.Ended, zone))
	if err != nil || len(m.rec.Measures) == 0 {
		return nil
	}
	var names []string
	var counts []map[room.Status]int
	used := map[room.Status]bool{}
	for at := first.AddDate(0, 0, 1-first.Day()); at.Format(time.DateOnly) <= today; at = at.AddDate(0, 1, 0) {
		end := min(at.AddDate(0, 1, -1).Format(time.DateOnly), today)
		n := map[room.Status]int{}
		for _, x := range m.rec.Measures {
			status := x.on(end, first.Format(time.DateOnly), zone)
			n[status]++
			used[status] = true
		}
		names, counts = append(names, w.dated("report.month", at.Format(time.DateOnly))), append(counts, n)
	}
	if len(names) < 2 {
		return nil
	}
	t := Table{Title: w.say("report.months_title"), Head: []string{w.say("report.col.month")}, Right: []bool{false}, Wide: []int{6},
		Bars: &Bars{In: 0, Of: len(m.rec.Measures)}}
	for _, status := range shownOrder {
		if used[status] {
			t.Head, t.Right, t.Wide = append(t.Head, w.word("report.status.", string(status))), append(t.Right, true), append(t.Wide, 3)
			t.Bars.Tones = append(t.Bars.Tones, string(status))
		}
	}
	for n, name := range names {
		line, parts := []string{name}, []int{}
		for _, tone := range t.Bars.Tones {
			k := counts[n][room.Status(tone)]
			line, parts = append(line, strconv.Itoa(k)), append(parts, k)
		}
		t.Lines, t.Bars.Parts = append(t.Lines, line), append(t.Bars.Parts, parts)
	}
	return []Block{t}
}

// on is how a measure stood when a day ended: as it was last said, and never
// believed for longer than a status is. Of what nobody has spoken of, the meeting
// was the last word.
func (x Measure) on(date, ended, zone string) room.Status {
	status, since := room.NotStarted, ended
	for _, t := range x.Care.Trail {
		if said := day(t.At, zone); said <= date {
			status, since = room.Status(t.Status), said
		}
	}
	if status != room.Dropped && daysBetween(since, date) >= room.StaleDays {
		return room.Unknown
	}
	return status
}
