package store

import (
	"strconv"
	"strings"
)

// The one place where SQL is made at run time, and all that is made is
// parameters: the words come from constants and the values travel beside the
// text. A test holds the rest of the package to that.

// tuples writes `head ($1,$2,$3,$4),($1,$2,$5,$6)…`: n rows that share the
// first parameters and have some each.
func tuples(head string, shared, each, n int) string {
	var b strings.Builder
	b.WriteString(head)
	next := shared + 1
	for row := range n {
		if row > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('(')
		for col := 1; col <= shared; col++ {
			param(&b, col)
			b.WriteByte(',')
		}
		params(&b, next, each)
		b.WriteByte(')')
		next += each
	}
	return b.String()
}

// list writes `head ($from,…)` with n parameters.
func list(head string, from, n int) string {
	var b strings.Builder
	b.WriteString(head)
	b.WriteByte('(')
	params(&b, from, n)
	b.WriteByte(')')
	return b.String()
}

func params(b *strings.Builder, from, n int) {
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		param(b, from+i)
	}
}

func param(b *strings.Builder, n int) {
	b.WriteByte('$')
	b.WriteString(strconv.Itoa(n))
}

// about and into write statements about a table that is known by its name alone: it
// was found in the schema, or stands in a copy, where names have been looked at
// before. A name that is more than a name would become part of the statement.
func about(head, table, rest string) string {
	if !plain(table) {
		panic("no name of a table: " + table)
	}
	return head + table + rest
}

func into(table string, columns []string) string {
	if !plain(columns...) {
		panic("no names of columns in " + table)
	}
	return about(`INSERT INTO `, table, ` (`) + strings.Join(columns, ", ") + `) VALUES `
}

// plain tells whether these can be names of tables or columns.
func plain(names ...string) bool {
	for _, n := range names {
		if n == "" || strings.Trim(n, "abcdefghijklmnopqrstuvwxyz_") != "" {
			return false
		}
	}
	return true
}
