// Package report is what a meeting leaves behind, and the shapes in which it is
// handed on: a page that prints, a document that can be edited, sheets for a
// spreadsheet, text, data, and a parcel for the archive. There is one record of
// facts ([Record]); everything else is made of it, so that no shape can say
// more than another.
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"dugnad/room"
)

// Record is the facts. It holds no seats, no authors, no ballots and no command
// keys, and no number of fewer than [room.Few] people by what they are or where
// they sat. Its JSON is what a finished report's sum is of: a field that comes
// later is left out when empty, so that old sums stay true.
type Record struct {
	Meeting   Meeting      `json:"meeting"`
	People    People       `json:"people"`
	Groups    []Group      `json:"groups"`
	Clusters  []Cluster    `json:"clusters"`
	Ideas     []Idea       `json:"ideas"`
	Votes     []Vote       `json:"votes"`
	Decisions []Resolution `json:"decisions"`
	Measures  []Measure    `json:"measures"`
	Goodbyes  Goodbyes     `json:"goodbyes"`
	Reply     *Reply       `json:"reply,omitempty"`
	Posters   []Poster     `json:"posters,omitempty"`
	Grant     *Grant       `json:"grant,omitempty"`
	Dates     []room.Date  `json:"dates,omitempty"`
	Moods     []Mood       `json:"moods,omitempty"`
}

// Meeting is the front page, without the way in.
type Meeting struct {
	Title    string `json:"title"`
	Lang     string `json:"lang"`
	Decides  string `json:"decides"`
	AnswerBy string `json:"answerBy"` // YYYY-MM-DD
	Zone     string `json:"zone"`
	Status   string `json:"status"` // lobby, running, ended
	Started  int64  `json:"started"`
	Ended    int64  `json:"ended"`
	Demo     bool   `json:"demo"`
	Steps    []Step `json:"steps"`
}

// Step is one of the things that were done.
type Step struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Title string `json:"title"`
}

// People is how many took part, see [room.AttendanceView].
type People struct {
	All    int          `json:"all"`
	As     []room.Share `json:"as"`
	Others int          `json:"others"`
	Hidden bool         `json:"hidden"`
}

// Group is a table. Size is left out of tables so small that a number points
// somebody out.
type Group struct {
	N    int  `json:"n"`
	Size *int `json:"size"`
	Sent bool `json:"sent"`
}

// Cluster is a proposal, with the ideas that lie behind it.
type Cluster struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Ideas []string `json:"ideas"`
}

// Idea is one that was shared. Nothing says who wrote it.
type Idea struct {
	ID    string     `json:"id"`
	Text  string     `json:"text"`
	Group int        `json:"group"`
	Place room.Place `json:"place"`
	Card  string     `json:"card"`           // the title of the card that lay on the table
	Sign  string     `json:"sign,omitempty"` // story, hindrance or idea, in our own words; empty is not said

	Lang  string `json:"lang,omitempty"`  // a language of its own; und is one that nobody named
	Norsk string `json:"norsk,omitempty"` // the Norwegian line laid beneath it
}

// says is what the hall read.
func (i Idea) says() string {
	if i.Norsk != "" {
		return i.Norsk
	}
	return i.Text
}

// Vote is a counted vote, or one with a preliminary count, which says so. Votes
// not counted are not in the record.
type Vote struct {
	ID      string  `json:"id"`
	Method  string  `json:"method"`
	K       int     `json:"k"`
	Secret  bool    `json:"secret"`
	Ballots int     `json:"ballots"`
	Rows    []Row   `json:"rows"`
	Early   bool    `json:"preliminary,omitempty"` // slips of paper are out
	Round   int     `json:"round,omitempty"`       // 2, 3 … for one that came after another
	Follows string  `json:"follows,omitempty"`     // the round it came after, also one that was called off
	Stood   []Stood `json:"stood,omitempty"`       // what an earlier round had placed above these
}

// Stood is a proposal that an earlier round had chosen, and of how many ballots.
type Stood struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Marks int    `json:"marks"`
	Of    int    `json:"of"`
	Round int    `json:"round"`
}

// Row is what one proposal got.
type Row struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Rank    int    `json:"rank"`
	Marks   int    `json:"marks"`
	Against int    `json:"against"`
}

// Resolution is something the meeting decided, with the reason that was said.
type Resolution struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// Goodbyes is what people said on the way out, in numbers; see
// [room.GoodbyesView].
type Goodbyes struct {
	Answers int   `json:"answers"` // 0 with Hidden: too few to be told
	Useful  []int `json:"useful"`  // how many said 1, 2, 3, 4, 5; -1 where a few could be known again
	Know    int   `json:"know"`    // -1: too few to be told
	Hidden  bool  `json:"hidden"`
}

// Mood is how the room felt, see [room.MoodView]: for each scale how many said 1, 2
// … 5, and nothing where too few answered.
type Mood struct {
	Title  string   `json:"title"`
	Asks   []string `json:"asks"`
	Spread [][]int  `json:"spread"`
}

// shared counts the ideas that came before everybody.
func (r Record) shared() (n int) {
	for _, i := range r.Ideas {
		if i.Place == room.InPlenum {
			n++
		}
	}
	return n
}

// Sum is the fingerprint of the record.
func (r Record) Sum() string {
	b, err := json.Marshal(r)
	if err != nil {
		panic("a record that cannot be encoded: " + err.Error())
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Held is the day the meeting was, YYYY-MM-DD; empty before it has begun.
func (r Record) Held() string { return day(r.Meeting.Started, r.Meeting.Zone) }
