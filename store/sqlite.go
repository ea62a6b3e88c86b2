package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"dugnad/room"
)

const pageBytes = 4096

// sqliteEngine is a file and its lock. One process owns it.
type sqliteEngine struct {
	db, reads *sql.DB
	lock      *os.File
}

// openSQLite opens the file in o.Dir. It tells what may still have to be
// wiped: a log that was left behind by a process that died.
func (s *Store) openSQLite(ctx context.Context, o Options) (wiping, error) {
	lock, err := own(o.Dir)
	if err != nil {
		return 0, err
	}
	file, err := ownFile(o.Dir)
	if err != nil {
		lock.Close()
		return 0, err
	}
	var due wiping
	if left, err := os.Stat(file + "-wal"); err == nil && left.Size() > 0 {
		due = wipeBallots | wipeTexts
	}
	e := &sqliteEngine{lock: lock}
	e.db, e.reads, err = openFile(file, o)
	if err == nil {
		err = migrate(ctx, goose.DialectSQLite3, e.db)
	}
	if err != nil {
		e.close()
		return 0, caseOf(e, "open the database", err)
	}
	s.db, s.reads, s.engine = e.db, e.reads, e
	return due, nil
}

// own makes the directory ours: nobody else may read what people write, and no
// second process may write beside us.
func own(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, diskFault("make the data directory", err)
	}
	lock, err := os.OpenFile(filepath.Join(dir, "dugnad.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, diskFault("open the lock file", err)
	}
	if err := lockFile(lock); err != nil {
		lock.Close()
		if !errors.Is(err, ErrInUse) {
			err = diskFault("lock the data directory", err)
		}
		return nil, err
	}
	return lock, nil
}

// ownFile makes the database file before SQLite does, so that it, and the
// files SQLite lays beside it, are readable by us alone.
func ownFile(dir string) (string, error) {
	file, err := filepath.Abs(filepath.Join(dir, "dugnad.db"))
	if err != nil {
		return "", diskFault("find the data directory", err)
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return "", diskFault("open the database", err)
	}
	return file, f.Close()
}

func openFile(file string, o Options) (write, read *sql.DB, err error) {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	at := (&url.URL{Scheme: "file", Path: path}).String()
	wait := strconv.FormatInt(o.Patience.Milliseconds(), 10)
	shared := url.Values{"_busy_timeout": {wait}, "_foreign_keys": {"on"}, "_pragma": {"temp_store(memory)"}}
	if write, err = sql.Open("sqlite", at+"?"+shared.Encode()+"&"+writing(o).Encode()); err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	if read, err = sql.Open("sqlite", at+"?"+shared.Encode()+"&_query_only=1"); err != nil {
		return write, nil, err
	}
	read.SetMaxOpenConns(4)
	read.SetMaxIdleConns(4)
	return write, read, nil
}

// writing is what the writer's connection adds. synchronous=FULL, because with
// less a power cut takes what was acknowledged last; temp_store in memory,
// because a file of SQLite's own choice would hold texts we have to wipe.
func writing(o Options) url.Values {
	v := url.Values{"_txlock": {"immediate"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"},
		"_pragma": {"secure_delete(on)"}}
	if o.MaxBytes > 0 {
		v.Add("_pragma", "max_page_count("+strconv.FormatInt(max(1, o.MaxBytes/pageBytes), 10)+")")
	}
	return v
}

// clock is the machine's: nobody else can have the file open.
func (e *sqliteEngine) clock(ctx context.Context) (int64, error) {
	if err := e.reads.PingContext(ctx); err != nil {
		return 0, err
	}
	return time.Now().UnixMilli(), nil
}

func (e *sqliteEngine) close() error {
	var errs []error
	if e.reads != nil {
		errs = append(errs, e.reads.Close())
	}
	if e.db != nil {
		errs = append(errs, e.db.Close()) // the last to go, it empties the log into the file
	}
	return errors.Join(append(errs, e.lock.Close())...)
}

// fault knows SQLite's result codes; the low byte is the family.
func (e *sqliteEngine) fault(err error) error {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		if errors.Is(err, context.DeadlineExceeded) {
			return ErrUnreachable
		}
		return nil
	}
	switch se.Code() {
	case codes.SQLITE_CONSTRAINT_PRIMARYKEY, codes.SQLITE_CONSTRAINT_UNIQUE, codes.SQLITE_CONSTRAINT_CHECK:
		return errClash
	case codes.SQLITE_CONSTRAINT_FOREIGNKEY: // every row belongs to a room
		return room.ErrGone
	}
	switch se.Code() & 0xff {
	case codes.SQLITE_FULL:
		return ErrDiskFull
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		return ErrUnreadable
	case codes.SQLITE_READONLY, codes.SQLITE_CANTOPEN, codes.SQLITE_PERM:
		return ErrNotWritable
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED, codes.SQLITE_INTERRUPT:
		return ErrUnreachable
	}
	return nil
}

// unsure is never: the file is ours, and a commit that fails was not done.
func (e *sqliteEngine) unsure(error) bool { return false }

func diskFault(doing string, err error) error {
	fault := ErrNotWritable
	if errors.Is(err, syscall.ENOSPC) {
		fault = ErrDiskFull
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err // whoever asked knows the path
	}
	return fmt.Errorf("%s: %w: %w", doing, fault, err)
}
