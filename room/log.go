package room

import "errors"

// ErrStale says that somebody else wrote to the room first, or that the
// command is already in the log. The room must throw its speculative state
// away, read the tail and decide again.
var ErrStale = errors.New("the room has moved on")

// ErrGone says that there is no such room, or no longer.
var ErrGone = errors.New("no such room")

// Record is an event as it lies in the log. Seq runs 1, 2, 3 … without holes.
// Cmd is `<seat>:<client id>` for the first event of a command and the same
// with /1, /2 … for the rest; it is unique in the room and is never shown.
type Record struct {
	Seq  int64  `json:"seq"`
	Cmd  string `json:"cmd"`
	At   int64  `json:"at"`   // unix milliseconds, never before the record in front
	Seat string `json:"seat"` // who did it; empty is the house
	Kind string `json:"kind"` // noun.verbed, for ever
	Body []byte `json:"body"` // JSON; empty once blanked
}

// Entry is one accepted command: its records, and what the store must do in
// the same transaction.
type Entry struct {
	Cmd     string
	Seat    string
	At      int64
	Records []Record
	Effects []Effect
}

// Effect is something the store does in the same transaction as the events.
type Effect interface{ effect() }

// PutBallot lays or replaces the choice behind a slip. The choice is in no
// event, no state and no frame.
type PutBallot struct {
	Vote, Slip string
	Choice     Choice
}

// DropBallot takes a slip out of the bag.
type DropBallot struct{ Vote, Slip string }

// CountBallots empties a bag: the store reads every choice in it, asks Tally
// for the event, appends that event with the entry's Cmd, Seat and At at the
// next free position, and deletes the rows, all in one transaction. The entry
// that carries it has no records of its own. Keep leaves the rows where they
// are: a preliminary count.
type CountBallots struct {
	Vote  string
	Keep  bool
	Tally func(bag []Choice) (Event, []Effect)
}

// PutPerson keeps a thing about a person outside the log, where it can be
// erased. Body is JSON.
type PutPerson struct {
	ID, Kind string
	Body     []byte
}

// DropPerson erases everything of one kind about a person; an empty Kind
// erases all kinds.
type DropPerson struct{ ID, Kind string }

// DropPeople erases everything of one kind about everybody.
type DropPeople struct{ Kind string }

// Rewrite has Each look at every record behind After and up to To, and stores
// what it makes of it: seq, at and kind stay. It runs in the store's
// transaction, on the records as they lie there.
type Rewrite struct {
	After, To int64
	Each      func(Record) (Record, bool)
}

// Blank replaces the body of earlier records that carried a text which must
// not be found again. Seq, kind and cmd stay.
type Blank struct {
	Seq  int64
	Body []byte
}

// PutPicture keeps a picture outside the log; ErasePicture and ErasePictures
// take one, or all, away.
type PutPicture struct {
	ID, Kind string
	Body     []byte
}
type ErasePicture struct{ ID string }
type ErasePictures struct{}

// PutMeeting, PutMeasure and PutTally write the tables that others read.
type PutMeeting struct {
	Code                       string // join code; empty frees it
	Title, Lang, Status        string
	Decides, AnswerBy          string
	Created, Started, Finished int64
	Practice, Demo             bool
}

// PutMeasure is one row of measures, as it stands now.
type PutMeasure struct {
	ID, Title, Cluster      string
	Responsible, First, Due string
	Status                  string
	FollowUp                bool
	At                      int64

	Kind, Deputy, Lasts, Sign string
	Reason                    string // why it was dropped
	Says                      string // the last sentence with the status
	Lang                      string // of the meeting, to know what its words are
	Help                      bool
	Confirmed, Closed         int64
	Parts, Done               int
}

// PutNumbers are all the numbers of one measure.
type PutNumbers struct {
	Measure string
	Numbers []Count
}

// PutAnswer is the promised answer and how the promise was kept.
type PutAnswer struct {
	Promised, First      string // YYYY-MM-DD
	Published, Corrected int64
}

// PutDecision is one decision; without a title it is taken away.
type PutDecision struct {
	ID, Title, Reason string
	At                int64
	Lang              string // of the meeting, to know what its words are
}

// PutAside is something that was set aside and may be found again; without a
// title it is taken away.
type PutAside struct{ ID, Title, Lang string }

// PutDate is a day in the group's calendar; without a day it is taken away.
type PutDate struct{ Date }

// PutListing is the line on the open list; without a kommune it is taken away.
type PutListing struct{ Listing }

// PutWake says when the house has something to do next in this room; 0 never.
type PutWake struct{ At int64 }

// PutTally is one row of a counted vote.
type PutTally struct {
	Vote, Option, Title string
	Number, Votes       int
	Ballots             int
}

func (PutBallot) effect()     {}
func (DropBallot) effect()    {}
func (CountBallots) effect()  {}
func (PutPerson) effect()     {}
func (DropPerson) effect()    {}
func (DropPeople) effect()    {}
func (PutPicture) effect()    {}
func (ErasePicture) effect()  {}
func (ErasePictures) effect() {}
func (Rewrite) effect()       {}
func (Blank) effect()         {}
func (PutMeeting) effect()    {}
func (PutMeasure) effect()    {}
func (PutTally) effect()      {}
func (PutWake) effect()       {}
func (PutNumbers) effect()    {}
func (PutAnswer) effect()     {}
func (PutDecision) effect()   {}
func (PutAside) effect()      {}
func (PutDate) effect()       {}
func (PutListing) effect()    {}
