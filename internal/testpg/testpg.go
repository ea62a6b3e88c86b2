//go:build unix

// Package testpg gives tests a PostgreSQL of their own: a cluster in a
// temporary directory, on a free loopback port, gone when the test ends.
package testpg

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"
)

// URL gives the test an empty schema that nobody else uses: in the database
// that DATABASE_URL names, or in a cluster that the tests of this process
// share.
func URL(t testing.TB) string {
	t.Helper()
	base := os.Getenv("DATABASE_URL")
	if base == "" {
		c, err := shared()
		if err != nil {
			t.Fatal(err)
		}
		base = c.URL()
	}
	return Schema(t, base)
}

// Schema makes an empty schema and gives the address that leads into it. It is
// dropped when the test ends.
func Schema(t testing.TB, base string) string {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal("the address of the test database cannot be read")
	}
	name := "t" + strings.ToLower(rand.Text())
	run(t, base, "CREATE SCHEMA "+name)
	t.Cleanup(func() { run(t, base, "DROP SCHEMA "+name+" CASCADE") })
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

func run(t testing.TB, base, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", base)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// shared is the cluster of this process. Nobody stops it: it goes when the
// process does, see [Cluster.Run].
var shared = sync.OnceValues(func() (*Cluster, error) {
	c, err := newCluster()
	if err == nil {
		err = c.Run()
	}
	if err != nil {
		return nil, fmt.Errorf("PostgreSQL for the tests: %w", err)
	}
	return c, nil
})

// New gives the test a cluster that nobody else uses, whatever DATABASE_URL
// says, and starts it. Settings are `name=value`.
func New(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	c, err := newCluster()
	if err != nil {
		t.Fatalf("PostgreSQL for the tests: %v", err)
	}
	t.Cleanup(c.remove)
	if err := c.Run(settings...); err != nil {
		t.Fatalf("PostgreSQL for the tests: %v", err)
	}
	return c
}
