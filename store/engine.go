package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"dugnad/room"
)

// engine is what differs between SQLite and PostgreSQL. All else is one SQL
// text.
type engine interface {
	// clock is the database's, in unix milliseconds.
	clock(ctx context.Context) (int64, error)
	// fault tells which sentinel an error is a case of; nil is none of them.
	fault(err error) error
	// unsure tells an error of a commit after which nobody knows whether it
	// was done.
	unsure(err error) bool
	// wipe makes what was deleted unreadable in the files.
	wipe(ctx context.Context, w wiping) error
	close() error
}

// sender is an engine that can send a whole transaction in one journey. To a
// database that is 200 ms away an append of four journeys takes a second.
type sender interface {
	// send does the steps, all or nothing. at is the step that failed, or -1
	// when nothing was sent.
	send(ctx context.Context, steps []step) (at int, err error)
}

// step is one statement of a transaction.
type step struct {
	sql   string
	args  []any
	clash error // what it means that somebody else was there first
}

// meaning translates a clash into what it says about the room.
func (s *Store) meaning(st step, err error) error {
	if st.clash != nil && errors.Is(s.engine.fault(err), errClash) {
		return fmt.Errorf("%w: %w", st.clash, err)
	}
	return err
}

// outcome is what an error from a commit means. When the connection died, the
// database may have committed all the same: to whoever asked, the room may
// have moved on, so it must read the log before it tries again.
func (s *Store) outcome(err error) error {
	if s.engine.unsure(err) {
		return fmt.Errorf("%w, or not: %w: %w", room.ErrStale, ErrUnreachable, err)
	}
	return err
}

// commit does the steps in order, all or nothing.
func (s *Store) commit(ctx context.Context, steps []step) error {
	far, ok := s.engine.(sender)
	if !ok {
		return s.inTx(ctx, func(tx *sql.Tx) error { return s.run(ctx, tx, steps) })
	}
	at, err := far.send(ctx, steps)
	switch {
	case err == nil || at < 0:
		return err
	case s.engine.unsure(err) || at == len(steps):
		return s.outcome(err)
	}
	return s.meaning(steps[at], err)
}

func (s *Store) inTx(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := work(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return s.outcome(err)
	}
	return nil
}

func (s *Store) run(ctx context.Context, tx *sql.Tx, steps []step) error {
	for _, st := range steps {
		if _, err := tx.ExecContext(ctx, st.sql, st.args...); err != nil {
			return s.meaning(st, err)
		}
	}
	return nil
}
