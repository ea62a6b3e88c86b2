package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"

	"dugnad/room"
)

const (
	bornRoom = `INSERT INTO rooms (org, room, epoch, deleted, abreast) VALUES ($1, $2, $3, 0, true) ON CONFLICT DO NOTHING`

	// The update locks the room's row until the commit, so two writers, or a
	// writer and a deletion, come one after the other. On PostgreSQL the second
	// one may look for the head in the picture it took before the first one
	// committed; then the primary key of events stops it.
	abreast = `UPDATE rooms SET abreast = (deleted = 0 AND $3 = COALESCE(
		(SELECT e.seq FROM events e WHERE e.room = $2 ORDER BY e.seq DESC LIMIT 1), 0))
		WHERE org = $1 AND room = $2`

	putEvents  = `INSERT INTO events (org, room, seq, cmd, at, seat, kind, body) VALUES `
	eventRows  = 500 // in one statement; six parameters each, and SQLite takes 32,766
	aliveRooms = `SELECT count(*) FROM rooms WHERE org = $1 AND room = $2 AND deleted = 0`
)

// Append stores entries behind position after, with all their effects, in one
// transaction, and returns the records as they were committed. When it
// returns, they are on disk.
//
// [room.ErrStale] says that after is not the head, that a command is in the
// log already, or that the connection died so late that nobody knows: nothing
// is acknowledged, read the tail and decide again. [room.ErrGone] says that
// the room is deleted, or was never there. After any other error nothing was
// stored.
func (s *Store) Append(ctx context.Context, roomID string, after int64, entries []room.Entry) ([]room.Record, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	b := &batch{org: s.org, room: roomID, after: after, mails: s.mails}
	if after == 0 {
		b.do(bornRoom, rand.Text())
	}
	b.clashing(room.ErrStale, abreast, after)
	err := s.write(ctx, b, entries)
	if errors.Is(err, room.ErrStale) && s.gone(ctx, roomID) {
		err = room.ErrGone
	}
	if err != nil {
		return nil, s.named("append to room "+roomID, err)
	}
	s.sweeper.mark(b.wipe)
	if b.wipe&wipeBallots != 0 {
		// Nobody hears of the result before the choices cannot be found. If
		// that takes too long the sweeper goes on alone.
		_ = s.sweeper.settle(ctx)
	}
	return b.records, nil
}

func (s *Store) write(ctx context.Context, b *batch, entries []room.Entry) error {
	if !looksBack(entries) {
		if err := b.write(entries); err != nil {
			return err
		}
		return s.commit(ctx, b.steps)
	}
	return s.inTx(ctx, func(tx *sql.Tx) error {
		b.story = func(after, to int64) ([]room.Record, error) {
			if err := s.run(ctx, tx, b.steps); err != nil {
				return nil, err
			}
			b.steps = nil
			return readStory(ctx, tx, b.org, b.room, after, to)
		}
		b.bag = func(vote string) ([]room.Choice, error) {
			if err := s.run(ctx, tx, b.steps); err != nil {
				return nil, err
			}
			b.steps = nil
			return readBag(ctx, tx, b.org, b.room, vote)
		}
		if err := b.write(entries); err != nil {
			return err
		}
		return s.run(ctx, tx, b.steps)
	})
}

// gone tells a room that is no more from one that has moved on. When the
// database will not say, the room has moved on: whoever asked reads the log
// next and learns it there.
func (s *Store) gone(ctx context.Context, roomID string) bool {
	var alive int
	err := s.reads.QueryRowContext(ctx, aliveRooms, s.org, roomID).Scan(&alive)
	return err == nil && alive == 0
}
