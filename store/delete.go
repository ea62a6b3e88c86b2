package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"dugnad/room"
)

const (
	buryRoom      = `UPDATE rooms SET deleted = $3, epoch = '' WHERE org = $1 AND room = $2 AND deleted = 0`
	dropEvents    = `DELETE FROM events WHERE org = $1 AND room = $2`
	dropBallots   = `DELETE FROM ballots WHERE org = $1 AND room = $2`
	dropPeople    = `DELETE FROM people WHERE org = $1 AND room = $2`
	dropMeetings  = `DELETE FROM meetings WHERE org = $1 AND room = $2`
	dropMeasures  = `DELETE FROM measures WHERE org = $1 AND room = $2`
	dropDecisions = `DELETE FROM decisions WHERE org = $1 AND room = $2`
	dropNumbers   = `DELETE FROM numbers WHERE org = $1 AND room = $2`
	dropAnswers   = `DELETE FROM answers WHERE org = $1 AND room = $2`
	dropLetters   = `DELETE FROM letters WHERE org = $1 AND room = $2`
	dropTallies   = `DELETE FROM tallies WHERE org = $1 AND room = $2`
)

// Delete takes away everything about a meeting, at once and for good. What
// stays is the id and when it went, so that no node can write the room back.
// A room that is not there is [room.ErrGone]; [room.ErrStale] says that nobody
// knows whether it is done, ask again.
func (s *Store) Delete(ctx context.Context, roomID string) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	err := s.inTx(ctx, func(tx *sql.Tx) error {
		// First, because it waits for a writer who is under way.
		buried, err := tx.ExecContext(ctx, buryRoom, s.org, roomID, time.Now().UnixMilli())
		if err != nil {
			return err
		}
		if n, err := buried.RowsAffected(); err != nil || n == 0 {
			return orGone(err)
		}
		b := &batch{org: s.org, room: roomID}
		b.do(dropEvents)
		b.do(dropBallots)
		b.do(dropPeople)
		b.do(dropMeetings)
		b.do(dropMeasures)
		b.do(dropDecisions)
		b.do(dropTallies)
		b.do(dropNumbers)
		b.do(dropAnswers)
		b.do(dropAsides)
		b.do(dropDates)
		b.do(dropListings)
		b.do(dropLetters)
		b.do(dropPictures)
		b.do(dropWake)
		b.do(dropCalled)
		return s.run(ctx, tx, b.steps)
	})
	if errors.Is(err, room.ErrStale) && s.gone(ctx, roomID) {
		err = nil // it was done, and only the answer was lost
	}
	if err != nil {
		return s.named("delete room "+roomID, err)
	}
	s.sweeper.mark(wipeBallots | wipeTexts)
	_ = s.sweeper.settle(ctx) // if that takes too long the sweeper goes on alone
	return nil
}

func orGone(err error) error {
	if err == nil {
		return room.ErrGone
	}
	return err
}
