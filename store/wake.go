package store

import (
	"context"

	"dugnad/room"
)

const (
	putWake = `INSERT INTO wakes (org, room, at) VALUES ($1, $2, $3)
		ON CONFLICT (room) DO UPDATE SET at = excluded.at`
	dropWake = `DELETE FROM wakes WHERE org = $1 AND room = $2`
	dueRooms = `SELECT room FROM wakes WHERE org = $1 AND at <= $2 ORDER BY at, room LIMIT 200`
)

func (b *batch) putWake(fx room.PutWake) {
	if fx.At == 0 {
		b.do(dropWake)
		return
	}
	b.do(putWake, fx.At)
}

// Due lists the rooms in which the house has had something to do since before a
// time, the longest first; at most 200 at once.
func (s *Store) Due(ctx context.Context, now int64) ([]string, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, dueRooms, s.org, now)
	if err != nil {
		return nil, s.named("look for rooms to wake", err)
	}
	defer rows.Close()
	var due []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, s.named("look for rooms to wake", err)
		}
		due = append(due, id)
	}
	return due, s.named("look for rooms to wake", rows.Err())
}
