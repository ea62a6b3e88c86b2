package main

import (
	"context"
	"fmt"
	"io"

	"dugnad/store"
)

// migrate brings the database up to this version, which serving does too: it
// is for those who want to see it done before they start the nodes.
func migrate(ctx context.Context, c Config, _ []string, out io.Writer) error {
	if _, err := c.check(); err != nil {
		return err
	}
	s, err := store.Open(ctx, store.Options{URL: c.Database, Dir: c.DataDir})
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, "the database is up to date")
	return err
}
