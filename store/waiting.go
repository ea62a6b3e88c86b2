package store

import (
	"context"
	"database/sql"
	"errors"

	"dugnad/room"
)

const (
	findWaiting  = `SELECT digits, at, room, seat FROM waiting WHERE org = $1 AND phone = $2 AND at >= $3`
	dropStale    = `DELETE FROM waiting WHERE org = $1 AND at < $2`
	dropPhone    = `DELETE FROM waiting WHERE org = $1 AND phone = $2`
	dropCalled   = `DELETE FROM waiting WHERE org = $1 AND room = $2`
	countWaiting = `SELECT count(*) FROM waiting WHERE org = $1`
	putWaiting   = `INSERT INTO waiting (org, digits, phone, at, room, seat) VALUES ($1, $2, $3, $4, '', '') ON CONFLICT DO NOTHING`
	callWaiting  = `UPDATE waiting SET room = $3, seat = $4 WHERE org = $1 AND digits = $2 AND at >= $5 AND room = ''`
)

// Waiting reads what a phone outside waits with, if it began at since or later.
// The zero value is one that does not wait.
func (s *Store) Waiting(ctx context.Context, phone string, since int64) (room.Waiting, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var w room.Waiting
	err := s.reads.QueryRowContext(ctx, findWaiting, s.org, phone, since).Scan(&w.Digits, &w.At, &w.Room, &w.Seat)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return w, s.named("read a phone that waits", err)
}

// Wait lets a phone wait with four digits, and takes away what has waited since
// before stale. Not ok: the digits are in use, or as many wait as may.
func (s *Store) Wait(ctx context.Context, digits, phone string, now, stale int64, most int) (ok bool, err error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	err = s.inTx(ctx, func(tx *sql.Tx) error {
		ok = false
		if _, err := tx.ExecContext(ctx, dropStale, s.org, stale); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, dropPhone, s.org, phone); err != nil {
			return err
		}
		n := 0
		if err := tx.QueryRowContext(ctx, countWaiting, s.org).Scan(&n); err != nil || n >= most {
			return err
		}
		put, err := tx.ExecContext(ctx, putWaiting, s.org, digits, phone, now)
		if err != nil {
			return err
		}
		rows, err := put.RowsAffected()
		ok = rows == 1
		return err
	})
	return ok && err == nil, s.named("let a phone wait", err)
}

// Call says who typed the digits of a phone that waits. Only the first one
// does: not ok says that no such phone waits any longer.
func (s *Store) Call(ctx context.Context, digits, roomID, seat string, since int64) (ok bool, err error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	err = s.inTx(ctx, func(tx *sql.Tx) error {
		called, err := tx.ExecContext(ctx, callWaiting, s.org, digits, roomID, seat, since)
		if err != nil {
			return err
		}
		rows, err := called.RowsAffected()
		ok = rows == 1
		return err
	})
	return ok && err == nil, s.named("call a phone that waits", err)
}

// Unwait is a phone that has come in, or has gone away.
func (s *Store) Unwait(ctx context.Context, phone string) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	return s.named("a phone waits no longer", s.inTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, dropPhone, s.org, phone)
		return err
	}))
}
