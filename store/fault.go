package store

import (
	"errors"
	"fmt"

	"dugnad/room"
)

// What can be wrong with a database, as far as somebody can do something
// about it.
var (
	ErrNotWritable = errors.New("the data directory cannot be written")
	ErrDiskFull    = errors.New("the disk is full")
	ErrUnreadable  = errors.New("the database is damaged or is no database")
	ErrInUse       = errors.New("another process uses the data directory")
	ErrFsyncOff    = errors.New("the database has fsync switched off and would lose what it has confirmed")
	ErrUnreachable = errors.New("the database does not answer")

	// ErrTaken says that another meeting has the join code. Draw a new one.
	ErrTaken = errors.New("the join code is taken")
)

// errClash says that a check failed or that a key is there already. What that
// means depends on the step.
var errClash = errors.New("somebody else was there first")

// named wraps an error once with what we were doing, and with the sentinel it
// is a case of.
func (s *Store) named(doing string, err error) error {
	if err == nil {
		return nil
	}
	for _, known := range []error{room.ErrStale, room.ErrGone, ErrTaken} {
		if errors.Is(err, known) {
			return fmt.Errorf("%s: %w", doing, err)
		}
	}
	return caseOf(s.engine, doing, err)
}

func caseOf(e engine, doing string, err error) error {
	if fault := e.fault(err); fault != nil {
		return fmt.Errorf("%s: %w: %w", doing, fault, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
