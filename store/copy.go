package store

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"
	"unicode/utf8"
)

// A copy is lines of JSON packed with gzip, the same from either engine, so that
// what was copied from one can be put back in the other. The first line says what
// it is; then come the tables, each with a line that names its columns and a line
// for each row; the last one holds how many rows there were and a checksum of all
// the lines before it.

const (
	copyFormat = 1
	copyLine   = 64 << 20 // the longest line we read: a picture is far below it
)

// leftOut are the tables that are in no copy, and why.
var leftOut = map[string]string{
	"ballots": "who chose what must be gone when it is counted, and a copy would keep it",
	"asked":   "who asked for a way back in counts for an hour",
	"waiting": "a phone waits three minutes outside",
}

var (
	// ErrBadCopy says that a file is no copy, or not a whole one.
	ErrBadCopy = errors.New("this is not a whole copy")
	// ErrNewerCopy says that a newer version has made it.
	ErrNewerCopy = errors.New("the copy was made by a newer version")
)

// Copy is what a copy says of itself.
type Copy struct {
	Dugnad string         `json:"dugnad"` // copy
	Format int            `json:"format"`
	Schema int64          `json:"schema"` // the last migration its tables have seen
	Made   int64          `json:"made"`   // unix milliseconds
	Build  string         `json:"build"`
	Engine string         `json:"engine"`
	Rows   map[string]int `json:"-"`
}

type copyTable struct {
	Table   string   `json:"table"`
	Columns []string `json:"columns"`
}

type copyEnd struct {
	Rows   map[string]int `json:"rows"`
	SHA256 string         `json:"sha256"`
}

// rawText is a text that JSON cannot hold: bytes that are no letters.
type rawText struct {
	Raw []byte `json:"raw"`
}

// copyWriter writes the lines of a copy.
type copyWriter struct {
	zip *gzip.Writer
	sum hash.Hash
}

func newCopyWriter(to io.Writer) *copyWriter {
	return &copyWriter{gzip.NewWriter(to), sha256.New()}
}

func (w *copyWriter) line(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	w.sum.Write(b.Bytes())
	_, err := w.zip.Write(b.Bytes())
	return err
}

func (w *copyWriter) close(rows map[string]int) error {
	return errors.Join(w.line(copyEnd{rows, hex.EncodeToString(w.sum.Sum(nil))}), w.zip.Close())
}

// copyReader reads the lines of a copy. What it hands over counts for nothing
// until it has said that the copy is whole.
type copyReader struct {
	lines *bufio.Reader
	sum   hash.Hash
	head  Copy
	table copyTable
	whole bool
}

func newCopyReader(from io.Reader) (*copyReader, error) {
	zip, err := gzip.NewReader(from)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadCopy, err)
	}
	r := &copyReader{lines: bufio.NewReaderSize(zip, 64<<10), sum: sha256.New()}
	r.head.Rows = map[string]int{}
	line, err := r.line()
	if err != nil {
		return nil, err
	}
	switch err := json.Unmarshal(line, &r.head); {
	case err != nil || r.head.Dugnad != "copy" || r.head.Schema < 1:
		return nil, fmt.Errorf("%w: it does not begin like one", ErrBadCopy)
	case r.head.Format > copyFormat:
		return nil, ErrNewerCopy
	}
	r.sum.Write(line)
	return r, nil
}

func (r *copyReader) line() ([]byte, error) {
	var all []byte
	for {
		part, err := r.lines.ReadSlice('\n')
		all = append(all, part...)
		switch {
		case err == nil:
			return all, nil
		case len(all) > copyLine:
			return nil, fmt.Errorf("%w: a line is too long", ErrBadCopy)
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, fmt.Errorf("%w: it ends in the middle: %w", ErrBadCopy, err)
		}
	}
}

// next reads a row of r.table. At the end, and only when everything before it is
// as it was written, the row is nil.
func (r *copyReader) next() ([]any, error) {
	for {
		line, err := r.line()
		if err != nil {
			return nil, err
		}
		if line[0] == '[' {
			r.sum.Write(line)
			r.head.Rows[r.table.Table]++
			return r.row(line)
		}
		var is struct {
			copyTable
			copyEnd
		}
		if err := json.Unmarshal(line, &is); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBadCopy, err)
		}
		if is.SHA256 != "" {
			return nil, r.end(is.copyEnd)
		}
		if is.Table == "" || len(is.Columns) == 0 {
			return nil, fmt.Errorf("%w: a line that is nothing", ErrBadCopy)
		}
		r.sum.Write(line)
		r.table = is.copyTable
		r.head.Rows[r.table.Table] = 0
	}
}

func (r *copyReader) end(is copyEnd) error {
	if is.SHA256 != hex.EncodeToString(r.sum.Sum(nil)) {
		return fmt.Errorf("%w: the checksum is another", ErrBadCopy)
	}
	// The reader of the packed file knows of damage behind the last line.
	if _, err := r.lines.ReadByte(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: something lies behind its end", ErrBadCopy)
	}
	r.whole = true
	return nil
}

func (r *copyReader) row(line []byte) ([]any, error) {
	var cells []json.RawMessage
	if err := json.Unmarshal(line, &cells); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadCopy, err)
	}
	if len(cells) != len(r.table.Columns) {
		return nil, fmt.Errorf("%w: a row of %s has %d columns, not %d", ErrBadCopy, r.table.Table, len(cells), len(r.table.Columns))
	}
	row := make([]any, len(cells))
	for i, cell := range cells {
		v, err := cellOf(cell)
		if err != nil {
			return nil, fmt.Errorf("%w: %s of %s: %w", ErrBadCopy, r.table.Columns[i], r.table.Table, err)
		}
		row[i] = v
	}
	return row, nil
}

func cellOf(cell json.RawMessage) (any, error) {
	switch cell[0] {
	case '"':
		var s string
		err := json.Unmarshal(cell, &s)
		return s, err
	case 't', 'f':
		return cell[0] == 't', nil
	case '{':
		var raw rawText
		err := json.Unmarshal(cell, &raw)
		return string(raw.Raw), err
	}
	var n int64
	err := json.Unmarshal(cell, &n)
	return n, err
}

// cellFor is a value as it stands in a copy. SQLite keeps a boolean as a number.
func cellFor(v any, kind string) any {
	if n, ok := v.(int64); ok && strings.EqualFold(kind, "boolean") {
		return n != 0
	}
	if b, ok := v.([]byte); ok {
		v = string(b)
	}
	if s, ok := v.(string); ok && !utf8.ValidString(s) {
		return rawText{[]byte(s)}
	}
	return v
}

// CheckCopy reads a copy to its end and tells what is in it.
func CheckCopy(from io.Reader) (Copy, error) {
	r, err := newCopyReader(from)
	if err != nil {
		return Copy{}, err
	}
	for {
		if row, err := r.next(); row == nil || err != nil {
			return r.head, err
		}
	}
}

// asker is a database or a transaction.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// tablesOf lists our tables, rooms first, since every row belongs to a room. They
// are found by what all of them have and nobody else's has, the column org, so that
// a new one cannot be forgotten.
func tablesOf(ctx context.Context, db asker, find step) ([]string, error) {
	rows, err := db.QueryContext(ctx, find.sql)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	tables := []string{"rooms"}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		if name != "rooms" {
			tables = append(tables, name)
		}
	}
	return tables, rows.Err()
}

var (
	findSQLite = step{sql: `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.name = 'org' ORDER BY m.name`}
	findPostgres = step{sql: `SELECT t.table_name FROM information_schema.tables t JOIN information_schema.columns c
		ON c.table_schema = t.table_schema AND c.table_name = t.table_name
		WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.column_name = 'org' ORDER BY t.table_name`}
)
