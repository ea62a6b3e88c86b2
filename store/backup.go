package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// ErrNoDatabase says that there is nothing to copy.
var ErrNoDatabase = errors.New("there is no database")

// Backup writes a copy of everything but what is left out, as it was at one
// moment. Whoever serves goes on: nothing is locked, and nothing is changed.
func Backup(ctx context.Context, o Options, build string, to io.Writer) (Copy, error) {
	from, err := openBeside(ctx, o)
	if err != nil {
		return Copy{}, err
	}
	c, err := from.copyOut(ctx, build, to)
	if err != nil {
		err = caseOf(from.engine, "copy the database", err)
	}
	return c, errors.Join(err, from.close())
}

// beside is a database that somebody else may be serving from.
type beside struct {
	db     *sql.DB
	engine engine
	name   string
	find   step // lists the tables
	close  func() error
}

func openBeside(ctx context.Context, o Options) (*beside, error) {
	if o.Patience == 0 {
		o.Patience = 5 * time.Second
	}
	if o.URL != "" {
		b, _, err := besidePostgres(o)
		return b, err
	}
	return besideSQLite(ctx, o)
}

// besidePostgres is a way in without the time limits of those that people wait for.
// node is what a server would be called here.
func besidePostgres(o Options) (b *beside, node string, err error) {
	cfg, err := pgx.ParseConfig(o.URL)
	if err != nil {
		return nil, "", fmt.Errorf("read the address of the database: %w: %w", ErrUnreachable, err)
	}
	node = nodeName(cfg)
	cfg.ConnectTimeout = o.Patience
	cfg.RuntimeParams["application_name"] = "copy of " + node
	db := stdlib.OpenDB(*cfg)
	return &beside{db, &postgresEngine{}, "postgres", findPostgres, db.Close}, node, nil
}

// besideSQLite reads a file that a server may have open. When none has, the lock is
// ours meanwhile; and what a server that died had not wiped is wiped by us, because
// the next one could no longer see that it is due.
func besideSQLite(ctx context.Context, o Options) (*beside, error) {
	if o.Dir == "" {
		o.Dir = "data"
	}
	file := filepath.Join(o.Dir, "dugnad.db")
	if info, err := os.Stat(file); err != nil || info.Size() == 0 {
		return nil, ErrNoDatabase
	}
	lock, err := own(o.Dir)
	if err != nil && !errors.Is(err, ErrInUse) {
		return nil, err
	}
	left, _ := os.Stat(file + "-wal")
	due := lock != nil && left != nil && left.Size() > 0
	if file, err = filepath.Abs(file); err != nil {
		return nil, diskFault("find the data directory", err)
	}
	e := &sqliteEngine{lock: lock}
	if e.db, e.reads, err = openFile(file, o); err != nil {
		return nil, errors.Join(caseOf(e, "open the database", err), lock.Close())
	}
	return &beside{e.reads, e, "sqlite", findSQLite, func() error {
		var wiped error
		if due {
			wiped = e.wipe(context.WithoutCancel(ctx), wipeBallots|wipeTexts)
		}
		closed := []error{wiped, e.reads.Close(), e.db.Close()}
		if lock != nil {
			closed = append(closed, lock.Close())
		}
		return errors.Join(closed...)
	}}, nil
}

// schemaNow is the last migration that a database has seen.
const schemaNow = `SELECT COALESCE(max(version_id), 0) FROM goose_db_version`

// copyOut writes everything in one transaction, which sees one moment.
func (b *beside) copyOut(ctx context.Context, build string, to io.Writer) (Copy, error) {
	tx, err := b.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return Copy{}, err
	}
	defer tx.Rollback()
	c := Copy{Dugnad: "copy", Format: copyFormat, Made: time.Now().UnixMilli(), Build: build, Engine: b.name, Rows: map[string]int{}}
	if err := tx.QueryRowContext(ctx, schemaNow).Scan(&c.Schema); err != nil {
		return c, err
	}
	tables, err := tablesOf(ctx, tx, b.find)
	if err != nil {
		return c, err
	}
	w := newCopyWriter(to)
	if err := w.line(c); err != nil {
		return c, err
	}
	for _, table := range tables {
		if leftOut[table] != "" {
			continue
		}
		if c.Rows[table], err = copyRows(ctx, tx, table, w); err != nil {
			return c, fmt.Errorf("copy %s: %w", table, err)
		}
	}
	return c, w.close(c.Rows)
}

// copyRows writes a table in the order of its key, so that the order in which
// people came is not in it.
func copyRows(ctx context.Context, tx *sql.Tx, table string, w *copyWriter) (n int, err error) {
	rows, err := tx.QueryContext(ctx, about(`SELECT * FROM `, table, ` ORDER BY 1, 2, 3`))
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	if err := w.line(copyTable{table, columns}); err != nil {
		return 0, err
	}
	types, err := rows.ColumnTypes()
	if err != nil {
		return 0, err
	}
	cells, at := make([]any, len(columns)), make([]any, len(columns))
	for i := range cells {
		at[i] = &cells[i]
	}
	for ; rows.Next(); n++ {
		if err := rows.Scan(at...); err != nil {
			return n, err
		}
		for i := range cells {
			cells[i] = cellFor(cells[i], types[i].DatabaseTypeName())
		}
		if err := w.line(cells); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}
