package report

import (
	"strconv"

	"dugnad/room"
	"dugnad/web"
)

// Change is one thing that is otherwise than in a finished version.
type Change struct {
	Sheet, What string // the noun, and which of them
	Column      string // empty: the whole line has come or gone
	Was, Is     string
	Come, Gone  bool
	Removed     bool // a text that was in the finished version is gone for good
}

// Later is what has changed since the latest finished version.
type Later struct {
	N       int
	Changes []Change
}

// Since compares two records, noun by noun. sum is the one that was written down
// when then was finished: when it no longer fits, something in the story itself
// has been redacted since.
func Since(then, now Record, sum string, w Words) []Change {
	changes := []Change{}
	if then.Sum() != sum {
		changes = append(changes, Change{Removed: true})
	}
	was, is := Sheets(then, w), Sheets(now, w)
	for n := range is {
		if is[n].Key == "trail" { // the status itself is compared
			continue
		}
		changes = append(changes, between(was[n], is[n], w)...)
	}
	return changes
}

func between(was, is Sheet, w Words) []Change {
	var changes []Change
	old := map[string]Line{}
	for _, l := range was.Lines {
		old[l.ID] = l
	}
	for _, l := range is.Lines {
		before, known := old[l.ID]
		delete(old, l.ID)
		if !known {
			changes = append(changes, Change{Sheet: is.Title, What: l.name(w), Come: true})
			continue
		}
		for n, c := range l.Cells {
			if b := before.Cells[n]; b != c {
				changes = append(changes, Change{Sheet: is.Title, What: l.name(w), Column: is.Columns[n].Title, Was: b.say(w), Is: c.say(w)})
			}
		}
	}
	for _, l := range was.Lines {
		if _, gone := old[l.ID]; gone {
			changes = append(changes, Change{Sheet: was.Title, What: l.name(w), Gone: true})
		}
	}
	return changes
}

// name is what a line is called: its first text.
func (l Line) name(w Words) string {
	for _, c := range l.Cells {
		if c.Kind == IsText && c.Text != "" {
			return c.Text
		}
	}
	return l.Cells[0].say(w)
}

func (c Cell) say(w Words) string {
	switch {
	case c.Kind == IsNumber:
		return strconv.Itoa(c.N)
	case c.Kind == IsDate:
		return w.date(c.Text)
	case c.Text == "":
		return w.say("report.nothing")
	}
	return room.Clean(c.Text)
}

func (c Change) say(w Words) string {
	args := web.Args{"sheet": c.Sheet, "what": c.What, "column": c.Column, "was": c.Was, "is": c.Is}
	switch {
	case c.Removed:
		return w.say("report.since.removed")
	case c.Come:
		return w.Say("report.since.come", args)
	case c.Gone:
		return w.Say("report.since.gone", args)
	}
	return w.Say("report.since.set", args)
}
