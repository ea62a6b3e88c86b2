package store

import (
	"context"
	"errors"
)

// secure_delete overwrites what is deleted, but not every copy of it: when
// SQLite moves rows between the pages of a table it leaves the old bytes lying
// in the gap of the page they came from, where no later deletion finds them.
// So what must be gone is written anew, and the log of changes emptied.

// The bag is small and wiped in the middle of a meeting: the votes that are
// still open are set aside in memory, every page of the table is freed, which
// does overwrite it, and they are put back.
var rewriteBallots = []step{
	{sql: `CREATE TEMP TABLE kept AS SELECT org, room, vote, slip, choice FROM ballots`},
	{sql: `DELETE FROM ballots`},
	{sql: `INSERT INTO ballots (org, room, vote, slip, choice)
		SELECT org, room, vote, slip, choice FROM kept ORDER BY room, vote, slip`},
	{sql: `DROP TABLE kept`},
}

const (
	rewriteAll = `VACUUM`
	emptyLog   = `PRAGMA wal_checkpoint(TRUNCATE)`
)

var errLogInUse = errors.New("the log of changes is being read")

func (e *sqliteEngine) wipe(ctx context.Context, w wiping) error {
	if w&wipeTexts != 0 {
		if _, err := e.db.ExecContext(ctx, rewriteAll); err != nil {
			return err
		}
	} else if err := e.rewriteBallots(ctx); err != nil {
		return err
	}
	var busy, pages, moved int
	if err := e.db.QueryRowContext(ctx, emptyLog).Scan(&busy, &pages, &moved); err != nil {
		return err
	}
	if busy != 0 {
		return errLogInUse
	}
	return nil
}

func (e *sqliteEngine) rewriteBallots(ctx context.Context) error {
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, st := range rewriteBallots {
		if _, err := tx.ExecContext(ctx, st.sql); err != nil {
			return err
		}
	}
	return tx.Commit()
}
