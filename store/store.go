// Package store keeps the log of every meeting and the tables that are read
// after it, in SQLite or in PostgreSQL, from one SQL text.
//
// What it promises: records that Append has returned are on disk; the
// positions of a room run 1, 2, 3 … without holes; a command is stored at most
// once; everything an entry asks for happens in the transaction that stores
// it, or not at all.
package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"sync/atomic"
	"time"
)

// Options says where the store lies. Nothing set is a directory called data.
type Options struct {
	URL string // postgres://…; empty is SQLite in Dir
	Dir string // of the SQLite files; empty is "data"
	Org string // whose rows these are; empty is "local"

	Mails    bool          // somebody carries letters: lay them in the queue
	MaxBytes int64         // how large the SQLite file may grow; 0 is as large as the disk
	Patience time.Duration // how long anything may wait for the database; 0 is five seconds
	Log      *slog.Logger  // hears what nobody is waiting for an answer to
}

// Store is the log and the tables. It is safe for use by many goroutines.
type Store struct {
	org      string
	patience time.Duration
	mails    bool
	db       *sql.DB // writes; with SQLite one connection, so that writers queue here and not in the file
	reads    *sql.DB
	engine   engine
	sweeper  *sweeper
	rowsRead atomic.Int64 // handed over for what lies across meetings; a benchmark watches it
}

// Open opens the store, brings its tables up to date and starts what sweeps
// after deletions. The error is one of the sentinels of this package whenever
// it is something that the person who started us can do something about.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Dir == "" {
		o.Dir = "data"
	}
	if o.Org == "" {
		o.Org = "local"
	}
	if o.Patience == 0 {
		o.Patience = 5 * time.Second
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &Store{org: o.Org, patience: o.Patience, mails: o.Mails}
	open := s.openSQLite
	if o.URL != "" {
		open = s.openPostgres
	}
	due, err := open(ctx, o)
	if err != nil {
		return nil, err
	}
	s.sweeper = startSweeper(s.engine.wipe, o.Patience, o.Log)
	s.sweeper.mark(due)
	if err := s.readUnread(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close waits for what runs and lets go of the database.
func (s *Store) Close() error {
	s.sweeper.close()
	return s.engine.close()
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.Now(ctx)
	return err
}

// Now is the time by the database's clock, in unix milliseconds. It is the
// clock of every node, so that they agree on what is late.
func (s *Store) Now(ctx context.Context) (int64, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	now, err := s.engine.clock(ctx)
	return now, s.named("read the clock", err)
}

// Settle waits until nothing that was deleted can be found in the files.
func (s *Store) Settle(ctx context.Context) error { return s.sweeper.settle(ctx) }

// bounded gives up on a database that does not answer: nothing behind us may
// hang because it does.
func (s *Store) bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, s.patience)
}
