package hub

import (
	"errors"
	"time"

	"dugnad/room"
)

var (
	errBusy     = room.Refuse(room.Busy)
	errInvalid  = room.Refuse(room.Invalid)
	errReadOnly = room.Refuse(room.ReadOnly)
)

// job is a command on its way through the room. What became of it is told only
// when everything it rests on is in the log.
type job struct {
	key  string // of the command in the log: `<seat>:<client id>`
	seat string // empty is the house
	cmd  room.Command
	born time.Time

	line *line // where it came from: a socket …
	id   string
	done chan answer // … or our own code; has room for one

	seq    int64 // where it is stored
	err    error // or why not
	counts bool  // stored as whatever the store has counted, last in its batch
	panics int
	told   bool
}

type answer struct {
	seq int64
	err error
}

func (j *job) refuse(err error) { j.seq, j.err, j.counts = 0, err, false }

// tell answers whoever asked, once.
func (j *job) tell() {
	if j.told {
		return
	}
	j.told = true
	switch {
	case j.done != nil:
		j.done <- answer{j.seq, j.err}
	case j.line == nil: // the house asked itself
	case j.err != nil:
		j.line.send(refused(j.id, codeOf(j.err)))
	default:
		j.line.acked = max(j.line.acked, j.seq)
		j.line.send(encode(word, ackFrame{"ack", j.id, j.seq}))
	}
}

// codeOf is what a client is told about an error.
func codeOf(err error) room.Code {
	var no room.Refusal
	switch {
	case errors.As(err, &no):
		return no.Code
	case gone(err):
		return room.Gone
	}
	return room.Busy
}
