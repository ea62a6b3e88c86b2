package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"dugnad/room"
)

// What is ahead lies in three tables, each read in the order of its days.
var readDays = []struct{ what, sql string }{
	{"date", `SELECT d.room, g.title, g.lang, d.id, d.day, d.kind, d.title FROM dates d JOIN meetings g ON g.room = d.room
		WHERE d.org = $1 AND NOT g.practice AND d.day >= $2 ORDER BY d.day, d.room, d.id LIMIT $3`},
	{"answer", `SELECT g.room, g.title, g.lang, '', g.answer_by, '', '' FROM meetings g LEFT JOIN answers a ON a.room = g.room
		WHERE g.org = $1 AND NOT g.practice AND g.answer_by >= $2 AND COALESCE(a.published, 0) = 0 ORDER BY g.answer_by, g.room LIMIT $3`},
	{"measure", `SELECT m.room, g.title, g.lang, m.id, m.due, '', m.title` + ofMeetings + ` AND m.due >= $2 AND ` + stillOpen + `
		ORDER BY m.due, m.room, m.id LIMIT $3`},
}

// Days lists what is ahead in all meetings from a day on, the earliest first.
func (s *Store) Days(ctx context.Context, from string, limit int) ([]room.OrgDay, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	all := []room.OrgDay{}
	for _, read := range readDays {
		err := s.eachRow(ctx, func(r *sql.Rows) error {
			d := room.OrgDay{What: read.what}
			err := r.Scan(&d.Room, &d.Meeting, &d.Lang, &d.ID, &d.Day, &d.Kind, &d.Title)
			all = append(all, d)
			return err
		}, read.sql, s.org, from, limit)
		if err != nil {
			return nil, s.named("read what is ahead", err)
		}
	}
	slices.SortStableFunc(all, func(a, b room.OrgDay) int { return cmp.Compare(a.Day, b.Day) })
	return all[:min(len(all), limit)], nil
}
