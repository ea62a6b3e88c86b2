package store

import (
	"context"

	"dugnad/room"
)

const (
	putMeasure = `INSERT INTO measures
		(org, room, id, title, cluster, responsible, first, due, status, follow_up, at,
		kind, deputy, lasts, sign, reason, help, confirmed, closed, parts, parts_done,
		says, words, more)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
		ON CONFLICT (room, id) DO UPDATE SET title = excluded.title, cluster = excluded.cluster,
		responsible = excluded.responsible, first = excluded.first, due = excluded.due,
		status = excluded.status, follow_up = excluded.follow_up, at = excluded.at,
		kind = excluded.kind, deputy = excluded.deputy, lasts = excluded.lasts, sign = excluded.sign, reason = excluded.reason,
		help = excluded.help, confirmed = excluded.confirmed, closed = excluded.closed, parts = excluded.parts,
		parts_done = excluded.parts_done, says = excluded.says, words = excluded.words, more = excluded.more`
	readMeasures = `SELECT id, title, cluster, responsible, first, due, status, follow_up, at,
		kind, deputy, lasts, sign, reason, help, confirmed, closed, parts, parts_done, says
		FROM measures WHERE org = $1 AND room = $2 ORDER BY id`
)

// putMeasure writes what can be searched in the row itself, so that it goes when
// the text goes.
func (b *batch) putMeasure(m room.PutMeasure) {
	words, more := wordsOf(m)
	b.do(putMeasure, m.ID, m.Title, m.Cluster, m.Responsible, m.First, m.Due, m.Status, m.FollowUp, m.At,
		m.Kind, m.Deputy, m.Lasts, m.Sign, m.Reason, m.Help, m.Confirmed, m.Closed, m.Parts, m.Done,
		m.Says, words, more)
}

// Measures reads the measures of a meeting as they stand now.
func (s *Store) Measures(ctx context.Context, roomID string) ([]room.PutMeasure, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, readMeasures, s.org, roomID)
	if err != nil {
		return nil, s.named("read the measures of room "+roomID, err)
	}
	defer rows.Close()
	var all []room.PutMeasure
	for rows.Next() {
		var m room.PutMeasure
		if err := rows.Scan(&m.ID, &m.Title, &m.Cluster, &m.Responsible, &m.First, &m.Due, &m.Status,
			&m.FollowUp, &m.At, &m.Kind, &m.Deputy, &m.Lasts, &m.Sign, &m.Reason, &m.Help, &m.Confirmed, &m.Closed,
			&m.Parts, &m.Done, &m.Says); err != nil {
			return nil, s.named("read the measures of room "+roomID, err)
		}
		all = append(all, m)
	}
	return all, s.named("read the measures of room "+roomID, rows.Err())
}
