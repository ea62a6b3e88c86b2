package store

import (
	"fmt"

	"dugnad/room"
)

// batch is one append being written: what is to be done, in order, and the
// records it leads to.
type batch struct {
	org, room string
	after     int64
	mails     bool // letters are carried; else none are laid in the queue
	records   []room.Record
	steps     []step
	wipe      wiping
	story     func(after, to int64) ([]room.Record, error)
	bag       func(vote string) ([]room.Choice, error) // reads a bag as the steps so far have left it
}

// do adds a statement. Its $1 and $2 are always the org and the room, so that
// no statement can reach into another meeting.
func (b *batch) do(sql string, args ...any) { b.clashing(nil, sql, args...) }

// clashing is do for a statement that loses when somebody else was there
// first, and what it means when it does.
func (b *batch) clashing(clash error, sql string, args ...any) {
	b.steps = append(b.steps, step{sql, append([]any{b.org, b.room}, args...), clash})
}

// write goes through the entries in order. The records come last, all in one
// statement, so that an entry can still blank what an earlier one of the same
// batch has written.
func (b *batch) write(entries []room.Entry) error {
	for _, e := range entries {
		for _, r := range e.Records {
			if err := b.add(r); err != nil {
				return err
			}
		}
		for _, fx := range e.Effects {
			if err := b.effect(e, fx); err != nil {
				return err
			}
		}
	}
	for rest := b.records; len(rest) > 0; {
		n := min(len(rest), eventRows)
		b.put(rest[:n])
		rest = rest[n:]
	}
	return nil
}

func (b *batch) head() int64 { return b.after + int64(len(b.records)) }

// add gives a record the next position. A record that comes with another one
// was decided on a log that is not ours.
func (b *batch) add(r room.Record) error {
	if r.Seq != 0 && r.Seq != b.head()+1 {
		return fmt.Errorf("record %d cannot follow %d", r.Seq, b.head())
	}
	r.Seq = b.head() + 1
	b.records = append(b.records, r)
	return nil
}

func (b *batch) put(records []room.Record) {
	args := make([]any, 0, 6*len(records))
	for _, r := range records {
		args = append(args, r.Seq, r.Cmd, r.At, r.Seat, r.Kind, string(r.Body))
	}
	b.clashing(room.ErrStale, tuples(putEvents, 2, 6, len(records)), args...)
}

// effect carries out one effect of an entry.
func (b *batch) effect(e room.Entry, fx room.Effect) error {
	switch fx := fx.(type) {
	case room.PutBallot:
		return b.putBallot(fx)
	case room.DropBallot:
		b.dropBallot(fx)
	case room.CountBallots:
		return b.countBallots(e, fx)
	case room.PutPerson:
		b.putPerson(fx)
	case room.DropPerson:
		b.dropPerson(fx)
	case room.DropPeople:
		b.dropPeople(fx)
	case room.Rewrite:
		return b.rewrite(fx)
	case room.Blank:
		return b.blank(fx)
	case room.PutMeeting:
		b.putMeeting(fx)
	case room.PutMeasure:
		b.putMeasure(fx)
	case room.PutTally:
		b.putTally(fx)
	case room.PutNumbers:
		b.putNumbers(fx)
	case room.PutAnswer:
		b.putAnswer(fx)
	case room.PutDecision:
		b.putDecision(fx)
	case room.PutMails:
		b.putMails(fx)
	case room.PutPicture:
		b.putPicture(fx)
	case room.ErasePicture:
		b.erasePicture(fx)
	case room.ErasePictures:
		b.erasePictures()
	case room.PutAside:
		b.putAside(fx)
	case room.PutDate:
		b.putDate(fx)
	case room.PutListing:
		b.putListing(fx)
	case room.PutWake:
		b.putWake(fx)
	default:
		return fmt.Errorf("the store does not know the effect %T", fx)
	}
	return nil
}

const blankEvent = `UPDATE events SET body = $4 WHERE org = $1 AND room = $2 AND seq = $3`

// blank takes a text out of the log. Seq, kind and cmd stay, so the log keeps
// its shape; what is sent on from this batch is blanked too.
func (b *batch) blank(fx room.Blank) error {
	if fx.Seq < 1 || fx.Seq > b.head() {
		return fmt.Errorf("record %d cannot be blanked at %d", fx.Seq, b.head())
	}
	if fx.Seq > b.after {
		b.records[fx.Seq-b.after-1].Body = fx.Body
		return nil
	}
	b.do(blankEvent, fx.Seq, string(fx.Body))
	b.wipe |= wipeTexts
	return nil
}
