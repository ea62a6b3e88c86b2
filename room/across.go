package room

import "time"

// StaleAt is the last moment of a confirmation that nobody believes any more.
func StaleAt(now int64) int64 { return now - StaleDays*Day }

// soonDays is how far ahead a date is told of as near.
const soonDays = 30

// Horizon is the first day that is not near.
func Horizon(now time.Time) string { return now.AddDate(0, 0, soonDays+1).Format(time.DateOnly) }

// Dugnad is one meeting among all of an organisation's, as its tables tell it.
// It names nobody and counts nobody.
type Dugnad struct {
	Room      string         `json:"room"`
	Title     string         `json:"title"`
	Lang      string         `json:"lang"`
	Status    string         `json:"status"`
	Demo      bool           `json:"demo"`
	Started   int64          `json:"started"`
	Finished  int64          `json:"finished"`
	AnswerBy  string         `json:"answerBy"`
	Published int64          `json:"published"` // when the answer came; 0 is not yet
	Measures  []StatusNumber `json:"measures"`  // by status as it is shown, in the order of [Shown]
	Next      string         `json:"next"`      // the nearest date of an open measure, also one that has passed
	Late      int            `json:"late"`      // open measures past their date
	Soon      int            `json:"soon"`      // open measures whose date is near
}

// StatusNumber is how many measures have a status; none is left out.
type StatusNumber struct {
	Status Status `json:"status"`
	N      int    `json:"n"`
}

// Listed is a kommune on the open list.
type Listed struct {
	Kommune     string `json:"kommune"`
	Coordinator bool   `json:"coordinator"`
	Address     string `json:"address"` // of the function, if it is told
	Dugnads     int    `json:"dugnads"`
	Held        int64  `json:"held"` // the newest
}

// What can be found across the meetings.
const (
	FoundMeasure  = "measure"
	FoundDecision = "decision"
	FoundAside    = "aside"
)

// Found is a measure of any of the meetings, a decision, or something that was set
// aside: of those two only the title and, of a decision, why.
type Found struct {
	What        string `json:"what"`
	Room        string `json:"room"`
	Meeting     string `json:"meeting"`
	Lang        string `json:"lang"`
	ID          string `json:"id"`
	Title       string `json:"title"`
	Responsible string `json:"responsible"`
	First       string `json:"first"`
	Due         string `json:"due"`
	Says        string `json:"says"`
	Status      Status `json:"status"` // as it is shown
}

// Again is a word that comes back in the measures of several meetings.
type Again struct {
	Word     string `json:"word"` // as somebody wrote it
	Lang     string `json:"lang"`
	Meetings int    `json:"meetings"`
	Measures int    `json:"measures"`
}

// OrgDay is a day ahead in one of an organisation's meetings: a date of a group's own,
// an answer that is promised, or the date of an open measure.
type OrgDay struct {
	Room    string `json:"room"`
	Meeting string `json:"meeting"`
	Lang    string `json:"lang"`
	ID      string `json:"id"`
	Day     string `json:"day"`
	What    string `json:"what"` // date, answer or measure
	Kind    string `json:"kind"` // of a date
	Title   string `json:"title"`
}
