package room

// Code is why a rule said no, one word for the machine. Every code has the
// text `refused.<code>` in every language.
type Code string

const (
	Unchanged Code = "unchanged" // it is so already; a phone treats this as done
	Forbidden Code = "forbidden" // not for this role
	Closed    Code = "closed"    // not now: the phase or the vote does not take it
	TooLong   Code = "too_long"
	Empty     Code = "empty"
	Invalid   Code = "invalid" // not understood: unknown command, wrong shape
	Missing   Code = "missing" // the thing it speaks of is not there
	Taken     Code = "taken"   // that id is in use
	Full      Code = "full"    // a limit is reached
	Changed   Code = "changed" // endret siden: a later act touched the same things
	Final     Code = "final"   // this cannot be undone
	Locked    Code = "locked"  // joining is locked, or posting is paused
	TooMany   Code = "too_many"
	FewSlips  Code = "few_slips" // so few that a preliminary number would say whose
	NoVote    Code = "no_vote"   // a result without a vote before it
	Minutes   Code = "minutes"   // no evening has such minutes
	TooFew    Code = "too_few"   // a choice would say whose it was
	NoRoom    Code = "no_room"   // nothing more can be cut from the plan
	NoYouth   Code = "no_youth"  // young people lead this, and none has come to do it
	Veiled    Code = "veiled"    // young people have not published it yet
	OnePhone  Code = "one_phone" // the table shares a phone: its people are counted on that
	SlipsIn   Code = "slips_in"  // more slips than that lie in the bag already
	Gone      Code = "gone"      // the meeting is over or deleted
	Rate      Code = "rate"      // too fast; used by the hub
	SlowDown  Code = "slow_down" // too many codes typed lately. Used by the hub
	VoteOpen  Code = "vote_open" // close the vote first
	Busy      Code = "busy"      // cannot be stored just now; try again. Used by the hub
	Unread    Code = "unread"    // in a language nobody has said what means yet
	ReadOnly  Code = "readonly"  // this node cannot write the room. Used by the hub
)

// Codes lists every code, for the catalogues and their test.
var Codes = []Code{Unchanged, Forbidden, Closed, TooLong, Empty, Invalid, Missing, Taken, Full, Changed, Final,
	Locked, TooMany, NoVote, Minutes, TooFew, FewSlips, NoRoom, OnePhone, SlipsIn, VoteOpen, NoYouth, Veiled, Unread, Gone, Rate, SlowDown, Busy, ReadOnly}

// Refusal is a rule's no, meant for a person with a phone.
type Refusal struct{ Code Code }

func (r Refusal) Error() string { return "refused: " + string(r.Code) }

// Key names the sentence in the catalogues.
func (r Refusal) Key() string { return "refused." + string(r.Code) }

// Refuse is how a rule says no.
func Refuse(c Code) error { return Refusal{c} }

// no is Refuse with the empty decision, so that rules read on one line.
func no(c Code) (Decision, error) { return Decision{}, Refusal{c} }
