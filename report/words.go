package report

import (
	"fmt"
	"strings"
	"time"

	"dugnad/room"
	"dugnad/web"
)

// Words is the catalogue of the meeting's language, with another to fall back
// on.
type Words struct {
	Lang  string
	Texts map[string]string
	First map[string]string
}

// Say fills in a text. A key without one shows itself.
func (w Words) Say(key string, args web.Args) string {
	text, ok := w.Texts[key]
	if !ok {
		text, ok = w.First[key]
	}
	if !ok {
		return key
	}
	return web.Say(w.Lang, text, args)
}

func (w Words) say(key string) string { return w.Say(key, nil) }

// word is the text for a value that is one of a known few: its key is the value
// in the form keys have. A value from a later version shows itself.
func (w Words) word(prefix, value string) string {
	if value == "" {
		return ""
	}
	key := prefix + strings.ReplaceAll(value, "-", "_")
	if said := w.say(key); said != key {
		return said
	}
	return value
}

// date writes YYYY-MM-DD as people read it in prose, cellDate as a spreadsheet
// with Norwegian settings takes it for a date.
func (w Words) date(ymd string) string {
	return w.dated("report.date", ymd)
}

func (w Words) cellDate(ymd string) string {
	return w.dated("report.date_cell", ymd)
}

func (w Words) dated(key, ymd string) string {
	at, err := time.Parse(time.DateOnly, ymd)
	if err != nil {
		return room.Clean(ymd)
	}
	month := ""
	if months := strings.Fields(w.say("report.months")); len(months) == 12 {
		month = months[at.Month()-1]
	}
	return w.Say(key, web.Args{"d": at.Day(), "month": month, "year": at.Year(),
		"dd": fmt.Sprintf("%02d", at.Day()), "mm": fmt.Sprintf("%02d", int(at.Month()))})
}

// day is the date in the hall, when the machine knows the zone; nothing for
// what has not happened.
func day(ms int64, zone string) string {
	if ms == 0 {
		return ""
	}
	at, err := time.LoadLocation(zone)
	if err != nil {
		at = time.UTC
	}
	return time.UnixMilli(ms).In(at).Format(time.DateOnly)
}

// daysBetween counts the days from one YYYY-MM-DD to another, 0 where one is
// missing.
func daysBetween(from, to string) int {
	a, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return 0
	}
	b, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
