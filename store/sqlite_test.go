package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"dugnad/room"
)

// logTo is a log whose lines go to a function.
func logTo(hear func(string)) *slog.Logger {
	return slog.New(slog.NewTextHandler(lines(hear), nil))
}

type lines func(string)

func (l lines) Write(b []byte) (int, error) { l(string(b)); return len(b), nil }

// mustRefuse opens a store that cannot be opened.
func mustRefuse(t *testing.T, o Options, want error) {
	t.Helper()
	s, err := Open(context.Background(), o)
	if err == nil {
		s.Close()
	}
	if !errors.Is(err, want) {
		t.Fatalf("open: %v, want %v", err, want)
	}
}

func TestTheFileIsOpenedToLast(t *testing.T) {
	o := places["sqlite"](t)
	s := opened(t, o)
	for ask, want := range map[string]string{
		`PRAGMA journal_mode`: "wal", `PRAGMA synchronous`: "2", `PRAGMA secure_delete`: "1",
		`PRAGMA foreign_keys`: "1", `PRAGMA temp_store`: "2", `PRAGMA busy_timeout`: "5000",
	} {
		var got string
		if err := s.db.QueryRowContext(context.Background(), ask).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %s (%v), want %s", ask, got, err, want)
		}
	}
	if _, err := s.reads.ExecContext(context.Background(), `DELETE FROM rooms`); err == nil {
		t.Error("the readers may write")
	}
	files, err := filepath.Glob(filepath.Join(o.Dir, "*"))
	if err != nil || len(files) < 3 {
		t.Fatalf("files %v (%v)", files, err)
	}
	for _, f := range files {
		if at, err := os.Stat(f); err != nil || at.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is open to others: %v (%v)", filepath.Base(f), at.Mode(), err)
		}
	}
}

func TestAStoreIsThereAgainAfterClosing(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, err := Open(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		append1(t, s, "r", 0, said("s1:a", `{"n":1}`))
		epoch, _, _ := s.Tail(context.Background(), "r", 0)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = opened(t, o)
		again, records, err := s.Tail(context.Background(), "r", 0)
		if err != nil || again != epoch || len(records) != 1 {
			t.Fatalf("epoch %s then %s, %d records (%v)", epoch, again, len(records), err)
		}
		append1(t, s, "r", 1, said("s1:b", "{}"))
	})
}

func TestADirectoryWithOddCharactersIsADirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "år 2026 #1 50%?mode=ro")
	s := opened(t, Options{Dir: dir})
	append1(t, s, "r", 0, said("s1:a", "{}"))
	if _, err := os.Stat(filepath.Join(dir, "dugnad.db")); err != nil {
		t.Fatal(err)
	}
}

func TestADirectoryThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	mustRefuse(t, Options{Dir: filepath.Join(file, "data")}, ErrNotWritable)
	mustRefuse(t, Options{Dir: file}, ErrNotWritable)

	dir := t.TempDir()
	for _, at := range []string{filepath.Dir(dir), dir} {
		if err := os.Chmod(at, 0o555); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(at, 0o755)
	}
	asStranger(t, func() { mustRefuse(t, Options{Dir: dir}, ErrNotWritable) })
}

func TestAFileThatIsNoDatabase(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "dugnad.db"), bytes.Repeat([]byte("ikke en base "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRefuse(t, Options{Dir: dir}, ErrUnreadable)
}

// TestF28ADamagedFile overwrites pages in the middle of a database that was
// fine, as a failing disk does.
func TestF28ADamagedFile(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		append1(t, s, "r", int64(i), said(fmt.Sprint("s1:", i), fmt.Sprintf(`{"text":"%0999d"}`, i)))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "dugnad.db")
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := len(file) / 2; at < len(file); at++ {
		file[at] = 0xa5
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err = Open(context.Background(), Options{Dir: dir})
	if err == nil {
		defer s.Close()
		_, _, err = s.Tail(context.Background(), "r", 0)
	}
	if !errors.Is(err, ErrUnreadable) {
		t.Fatalf("a damaged file: %v, want unreadable", err)
	}
}

func TestF24DiskFull(t *testing.T) {
	o := places["sqlite"](t)
	o.MaxBytes = 60 * pageBytes
	s := opened(t, o)
	ctx := context.Background()
	var acked []string
	head, err := int64(0), error(nil)
	for err == nil {
		cmd := fmt.Sprint("s1:", head)
		e := said(cmd, fmt.Sprintf(`{"text":"%03000d"}`, head))
		if _, err = s.Append(ctx, "r", head, append(someBallots(head), e)); err == nil {
			acked = append(acked, cmd)
			head += 3
		}
	}
	if !errors.Is(err, ErrDiskFull) {
		t.Fatalf("append to a full disk: %v", err)
	}
	if len(acked) < 3 {
		t.Fatalf("full after %d appends", len(acked))
	}
	if got := whole(t, s, "r", acked); int64(len(got)) != head {
		t.Fatalf("%d records are stored, %d were acknowledged", len(got), head)
	}
	var ballots int64
	if err := s.reads.QueryRowContext(ctx, `SELECT count(*) FROM ballots`).Scan(&ballots); err != nil || ballots != 2*head/3 {
		t.Fatalf("%d ballots lie in the bag, want %d (%v)", ballots, 2*head/3, err)
	}
	// When there is room again it goes on by itself.
	if _, err := s.db.ExecContext(ctx, `PRAGMA max_page_count(100000)`); err != nil {
		t.Fatal(err)
	}
	append1(t, s, "r", head, said("s1:last", fmt.Sprintf(`{"text":"%03000d"}`, head)))
	whole(t, s, "r", append(acked, "s1:last"))
}

// someBallots are two ballots that nobody else has cast.
func someBallots(n int64) []room.Entry {
	return []room.Entry{cast("v", fmt.Sprintf("b%d", n), "k1"), cast("v", fmt.Sprintf("c%d", n), "k2")}
}

func TestADiskThatIsFullFromTheStart(t *testing.T) {
	o := places["sqlite"](t)
	o.MaxBytes = 2 * pageBytes
	mustRefuse(t, o, ErrDiskFull)
}
