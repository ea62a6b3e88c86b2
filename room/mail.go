package room

// A letter is a mail the house sends. The rules say to whom, and for what; the
// store lays it in a queue in the same transaction, and whoever carries it
// writes it from what may be shown then. No letter holds an address: those lie
// among the people, and a letter to somebody who is gone is to nobody.

// What letters are for. Words on disk are for ever.
const (
	ForConfirm = "confirm" // is this address really yours?
	ForAnswer  = "answer"  // the answer to those who asked, and each correction
	ForStatus  = "status"  // how is the measure you are responsible for?
	ForTask    = "task"    // something waits for the follow-up group
	ForLogin   = "login"   // the way back in
)

// PutMails lays a letter to each of To in the queue: one for each purpose,
// occasion and person, however often it is asked for.
type PutMails struct {
	Purpose string
	About   string   // the occasion
	Kind    string   // the rows of people that hold the addresses
	To      []string // ids among them
}

func (PutMails) effect() {}

// Mail is one that lies in the queue.
type Mail struct {
	Room, Purpose, About, Kind, Person string
	Tries                              int
	Due                                int64
	Body                               []byte // the row of people; nil when it is gone
}

// Measure is which measure a letter is about; empty is none.
func (m Mail) Measure() string {
	if m.Kind == MailMeasure {
		return m.Person
	}
	return ""
}

// MailCount is how many letters of one occasion have come how far.
type MailCount struct {
	Purpose string `json:"purpose"`
	About   string `json:"about"`
	State   string `json:"state"` // waiting, sent, failed
	N       int    `json:"n"`
	At      int64  `json:"at"` // the latest
}

// mails lays one occasion's letters for whoever has said yes to them.
func (s *State) mails(purpose, about, kind string) []Effect {
	if to := s.confirmed(kind); len(to) > 0 {
		return []Effect{PutMails{purpose, about, kind, to}}
	}
	return nil
}
