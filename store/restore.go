package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"time"

	"github.com/pressly/goose/v3"

	"dugnad/migrations"
)

var (
	// ErrNotEmpty says that meetings lie where a copy is to be put.
	ErrNotEmpty = errors.New("there are meetings in the database already")
	// ErrServing says that a node uses the database.
	ErrServing = errors.New("a node uses the database")
)

// Back is how a copy is put back.
type Back struct {
	Moved   bool     // nothing has happened since it was made: nobody need be told
	Without []string // rooms that were deleted after it was made
}

// Restored is what was put back.
type Restored struct {
	Copy
	Meetings   int
	Deleted    int // whose time was over, or that were to be left out
	Cancelled  int // votes that were under way
	Unreadable []string
}

// Restore puts a copy into an empty database: all of it or nothing. Every room has
// another history from then on, so that whoever has seen more than the copy is shown
// it whole. What the clock says should be gone by now is gone when it returns.
func Restore(ctx context.Context, o Options, back Back, from io.Reader) (Restored, error) {
	r, err := newCopyReader(from)
	if err != nil {
		return Restored{}, err
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	into, err := openEmpty(ctx, o, r.head.Schema)
	if err != nil {
		return Restored{}, err
	}
	err = into.putBack(ctx, r)
	if err == nil {
		err = into.migrate(ctx, 0)
	}
	if err != nil {
		err = caseOf(into.engine, "put the copy back", err)
	}
	if err := errors.Join(err, into.close()); err != nil {
		return Restored{}, err
	}
	s, err := Open(ctx, o)
	if err != nil {
		return Restored{}, err
	}
	done, err := s.wakeAll(ctx, r.head, back)
	if err == nil {
		err = s.Settle(ctx)
	}
	return done, errors.Join(err, s.Close())
}

// empty is a database without meetings, with its tables as they were when a copy
// was made.
type empty struct {
	beside
	dialect goose.Dialect
}

func openEmpty(ctx context.Context, o Options, schema int64) (_ *empty, err error) {
	if o.Patience == 0 {
		o.Patience = 5 * time.Second
	}
	e := &empty{}
	if o.URL != "" {
		e, err = emptyPostgres(ctx, o)
	} else {
		e, err = emptySQLite(o)
	}
	if err != nil {
		return nil, err
	}
	if err := e.ready(ctx, schema); err != nil {
		return nil, errors.Join(caseOf(e.engine, "prepare the database", err), e.close())
	}
	return e, nil
}

const servingNow = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1`

func emptyPostgres(ctx context.Context, o Options) (*empty, error) {
	b, node, err := besidePostgres(o)
	if err != nil {
		return nil, err
	}
	e := &empty{*b, goose.DialectPostgres}
	if err := e.alone(ctx, node, o.Patience); err != nil {
		return nil, errors.Join(caseOf(e.engine, "look who uses the database", err), e.close())
	}
	return e, nil
}

// alone waits until no node is connected: one that has just stopped is for a moment.
func (e *empty) alone(ctx context.Context, node string, patience time.Duration) error {
	look := time.NewTicker(100 * time.Millisecond)
	defer look.Stop()
	for late := time.After(patience); ; {
		var nodes int
		if err := e.db.QueryRowContext(ctx, servingNow, node).Scan(&nodes); err != nil || nodes == 0 {
			return err
		}
		select {
		case <-look.C:
		case <-late:
			return ErrServing
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func emptySQLite(o Options) (*empty, error) {
	if o.Dir == "" {
		o.Dir = "data"
	}
	lock, err := own(o.Dir)
	if err != nil {
		return nil, err
	}
	file, err := ownFile(o.Dir)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	f := &sqliteEngine{lock: lock}
	f.db, f.reads, err = openFile(file, o)
	if err != nil {
		return nil, errors.Join(caseOf(f, "open the database", err), f.close())
	}
	return &empty{beside{f.db, f, "sqlite", findSQLite, f.close}, goose.DialectSQLite3}, nil
}

// ready makes the tables as the copy knows them. A server that was started once has
// made its own; without a row in them they can be made anew.
func (e *empty) ready(ctx context.Context, schema int64) error {
	newest, err := e.newest()
	if err != nil {
		return err
	}
	if schema > newest {
		return ErrNewerCopy
	}
	tables, err := tablesOf(ctx, e.db, e.find)
	if err != nil {
		return err
	}
	var now int64
	if len(tables) > 1 {
		n := 0
		if err := e.db.QueryRowContext(ctx, `SELECT count(*) FROM rooms`).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return ErrNotEmpty
		}
		if err := e.db.QueryRowContext(ctx, schemaNow).Scan(&now); err != nil {
			return err
		}
	}
	if now > schema {
		slices.Reverse(tables) // rooms last: the others point to it
		for _, table := range append(tables, "goose_db_version") {
			if _, err := e.db.ExecContext(ctx, about(`DROP TABLE `, table, ``)); err != nil {
				return err
			}
		}
	}
	return e.migrate(ctx, schema)
}

func (e *empty) provider() (*goose.Provider, error) {
	return goose.NewProvider(e.dialect, e.db, migrations.Files, goose.WithDisableGlobalRegistry(true))
}

func (e *empty) newest() (int64, error) {
	p, err := e.provider()
	if err != nil {
		return 0, err
	}
	all := p.ListSources()
	return all[len(all)-1].Version, nil
}

// migrate brings the tables up to a version; 0 is the newest.
func (e *empty) migrate(ctx context.Context, schema int64) error {
	p, err := e.provider()
	if err != nil {
		return err
	}
	if schema == 0 {
		_, err = p.Up(ctx)
		return err
	}
	_, err = p.UpTo(ctx, schema)
	return err
}

// putBack writes the rows in one transaction, which is committed only when the copy
// has turned out to be whole.
func (e *empty) putBack(ctx context.Context, r *copyReader) error {
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	known, err := tablesOf(ctx, tx, e.find)
	if err != nil {
		return err
	}
	p := &putter{ctx: ctx, tx: tx}
	for {
		row, err := r.next()
		if err != nil {
			return err
		}
		if row == nil || r.table.Table != p.table.Table {
			if err := p.flush(); err != nil {
				return err
			}
			p.table = r.table
		}
		if row == nil {
			return tx.Commit()
		}
		if !slices.Contains(known, p.table.Table) || leftOut[p.table.Table] != "" || !plain(p.table.Columns...) {
			return fmt.Errorf("%w: it has a table %q", ErrBadCopy, p.table.Table)
		}
		if p.table.Table == "rooms" {
			anotherHistory(p.table.Columns, row)
		}
		if err := p.put(row); err != nil {
			return err
		}
	}
}

// anotherHistory gives a room that is alive a new epoch.
func anotherHistory(columns []string, row []any) {
	if n := slices.Index(columns, "epoch"); n >= 0 && row[n] != "" {
		row[n] = rand.Text()
	}
}

const (
	putRows  = 200 // in one statement
	putBytes = 4 << 20
)

// putter writes rows of one table, many at a time.
type putter struct {
	ctx   context.Context
	tx    *sql.Tx
	table copyTable
	args  []any
	bytes int
}

func (p *putter) put(row []any) error {
	p.args = append(p.args, row...)
	for _, v := range row {
		if s, ok := v.(string); ok {
			p.bytes += len(s)
		}
	}
	if len(p.args) >= putRows*len(row) || p.bytes > putBytes {
		return p.flush()
	}
	return nil
}

func (p *putter) flush() error {
	if len(p.args) == 0 {
		return nil
	}
	_, err := p.tx.ExecContext(p.ctx, tuples(into(p.table.Table, p.table.Columns), 0, len(p.table.Columns), len(p.args)/len(p.table.Columns)), p.args...)
	p.args, p.bytes = p.args[:0], 0
	return err
}
