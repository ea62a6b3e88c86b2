//go:build unix

package testpg

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"testing"
)

func open(t *testing.T, url string) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestTwoSchemasKnowNothingOfEachOther(t *testing.T) {
	a, b := open(t, URL(t)), open(t, URL(t))
	for _, db := range []*sql.DB{a, b} {
		if _, err := db.ExecContext(context.Background(), "CREATE TABLE thing (n bigint)"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatWasCommittedOutlivesACrash(t *testing.T) {
	c := New(t)
	db := open(t, c.URL())
	if _, err := db.ExecContext(context.Background(), "CREATE TABLE thing (n bigint)"); err != nil {
		t.Fatal(err)
	}
	c.Crash()
	if err := db.PingContext(context.Background()); err == nil {
		t.Fatal("a crashed server answered")
	}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(context.Background(), "INSERT INTO thing VALUES (1)"); err != nil {
		t.Fatal(err)
	}
}

func TestNothingIsLeftWhenTheTestEnds(t *testing.T) {
	var dir string
	t.Run("uses a cluster", func(t *testing.T) { dir = New(t).dir })
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("the directory of the cluster is still there: %v", err)
	}
}
