// Package migrations holds the shape of the database: SQL that runs unchanged
// on SQLite and on PostgreSQL, forward only. A file that has been released is
// never edited; what must change gets a file of its own.
package migrations

import "embed"

//go:embed *.sql
var Files embed.FS
