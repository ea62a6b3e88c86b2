package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"dugnad/room"
)

// postgresEngine is a pool, and a second way in for what may take its time.
type postgresEngine struct {
	db     *sql.DB
	chores *sql.DB // migrations and VACUUM: one connection, without the time limit
}

// openPostgres connects to o.URL. A node cannot know whether another one died
// before it had wiped, so everything is due.
func (s *Store) openPostgres(ctx context.Context, o Options) (wiping, error) {
	cfg, err := pgx.ParseConfig(o.URL)
	if err != nil {
		return 0, fmt.Errorf("read the address of the database: %w: %w", ErrUnreachable, err)
	}
	cfg.ConnectTimeout = o.Patience
	cfg.RuntimeParams["application_name"] = nodeName(cfg)
	e := &postgresEngine{chores: stdlib.OpenDB(*cfg)}
	e.chores.SetMaxOpenConns(1)
	e.chores.SetMaxIdleConns(0)

	limit := strconv.FormatInt(o.Patience.Milliseconds(), 10)
	hurried := cfg.Copy()
	for _, name := range []string{"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"} {
		hurried.RuntimeParams[name] = limit
	}
	e.db = stdlib.OpenDB(*hurried)
	e.db.SetMaxOpenConns(16)
	e.db.SetMaxIdleConns(16)
	e.db.SetConnMaxIdleTime(5 * time.Minute)
	e.db.SetConnMaxLifetime(time.Hour)

	s.db, s.reads, s.engine = e.db, e.db, e
	if err := s.startPostgres(ctx, o.Log, e); err != nil {
		e.close()
		return 0, caseOf(e, "open the database", err)
	}
	return wipeBallots | wipeTexts, nil
}

// nodeName is what the database calls us. Two installations may share a database by
// a schema each, so that is in it; a copy is not put back beside a node.
func nodeName(cfg *pgx.ConnConfig) string {
	name := strings.TrimSpace("dugnad " + cfg.RuntimeParams["search_path"])
	return name[:min(len(name), 63)] // as much as the database keeps
}

func (s *Store) startPostgres(ctx context.Context, log *slog.Logger, e *postgresEngine) error {
	if err := s.checkDurable(ctx, log); err != nil {
		return err
	}
	// Several nodes may start at once: one migrates, the others wait for it.
	one, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 120), lock.WithUnlockTimeout(1, 5))
	if err != nil {
		return err
	}
	return migrate(ctx, goose.DialectPostgres, e.chores, goose.WithSessionLocker(one))
}

// checkDurable refuses a server that forgets. fsync=off loses what it has
// confirmed when the machine goes down; synchronous_commit=off loses the last
// moment, which may be somebody's choice.
func (s *Store) checkDurable(ctx context.Context, log *slog.Logger) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var fsync string
	if err := s.db.QueryRowContext(ctx, `SHOW fsync`).Scan(&fsync); err != nil {
		return err
	}
	if fsync == "off" {
		return ErrFsyncOff
	}
	hasty, err := s.Hasty(ctx)
	if err == nil && hasty {
		log.Warn("synchronous_commit is off: what was acknowledged last is lost when the database goes down")
	}
	return err
}

// Hasty tells of a database that says yes before what it was told is on disk.
func (s *Store) Hasty(ctx context.Context) (bool, error) {
	if _, ok := s.engine.(*postgresEngine); !ok {
		return false, nil
	}
	var commit string
	err := s.db.QueryRowContext(ctx, `SHOW synchronous_commit`).Scan(&commit)
	return commit == "off", s.named("ask how the database commits", err)
}

// send puts the whole transaction into one journey: without a BEGIN of its own
// everything up to the one sync is a transaction.
func (e *postgresEngine) send(ctx context.Context, steps []step) (at int, err error) {
	conn, err := e.db.Conn(ctx)
	if err != nil {
		return -1, err
	}
	defer conn.Close()
	err = conn.Raw(func(c any) error {
		all := &pgx.Batch{}
		for _, st := range steps {
			all.Queue(st.sql, st.args...)
		}
		answers := c.(*stdlib.Conn).Conn().SendBatch(ctx, all)
		for at = range steps {
			if _, err := answers.Exec(); err != nil {
				_ = answers.Close()
				return err
			}
		}
		at = len(steps)
		return answers.Close() // nil when the database has said that it is ready again: committed
	})
	return at, err
}

// clock asks the server: it is the one clock that all nodes share.
func (e *postgresEngine) clock(ctx context.Context) (now int64, err error) {
	err = e.db.QueryRowContext(ctx,
		`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint`).Scan(&now)
	return now, err
}

// What is wiped, by what was deleted. A test holds this to the tables there are.
const (
	vacuumBallots = `VACUUM ballots`
	vacuumTexts   = `VACUUM events, people, meetings, measures, decisions, tallies, numbers, answers, asides, dates, listings, letters, pictures, waiting, asked, wakes, rooms`
)

// wipe lets the server reuse and cut off the pages of deleted rows. What its
// own log, its archive and its replicas hold goes when they expire.
func (e *postgresEngine) wipe(ctx context.Context, w wiping) error {
	if w&wipeBallots != 0 {
		if _, err := e.chores.ExecContext(ctx, vacuumBallots); err != nil {
			return err
		}
	}
	if w&wipeTexts != 0 {
		_, err := e.chores.ExecContext(ctx, vacuumTexts)
		return err
	}
	return nil
}

func (e *postgresEngine) close() error { return errors.Join(e.db.Close(), e.chores.Close()) }

// fault knows the server's codes, and what can be wrong on the way to it.
func (e *postgresEngine) fault(err error) error {
	var pe *pgconn.PgError
	if !errors.As(err, &pe) {
		return lostOnTheWay(err)
	}
	switch pe.Code {
	case "23505", "23514": // unique, check
		return errClash
	case "23503": // every row belongs to a room
		return room.ErrGone
	case "53100":
		return ErrDiskFull
	case "XX001", "XX002":
		return ErrUnreadable
	}
	switch pe.Code[:min(2, len(pe.Code))] {
	case "08", "28", "3D", "53", "57": // connection, login, no such database, out of something, operator
		return ErrUnreachable
	}
	return nil
}

func lostOnTheWay(err error) error {
	var dial *pgconn.ConnectError
	var wire net.Error
	switch {
	case errors.As(err, &dial), errors.As(err, &wire), pgconn.Timeout(err), pgconn.SafeToRetry(err),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, driver.ErrBadConn):
		return ErrUnreachable
	}
	return nil
}

// unsure is whatever is not the server's own plain no.
func (e *postgresEngine) unsure(err error) bool {
	var pe *pgconn.PgError
	return !errors.As(err, &pe) || pe.SeverityUnlocalized != "ERROR"
}
