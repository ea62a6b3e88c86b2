package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/pressly/goose/v3"

	"dugnad/migrations"
)

// migrate brings the tables up to date, forward only. A database that a newer
// version has been at is left as it is.
func migrate(ctx context.Context, dialect goose.Dialect, db *sql.DB, how ...goose.ProviderOption) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	p, err := goose.NewProvider(dialect, db, migrations.Files, append(how, goose.WithDisableGlobalRegistry(true))...)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}
