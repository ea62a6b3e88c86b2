package store

import (
	"context"
	"database/sql"

	"dugnad/room"
)

const (
	readEvents = `SELECT seq, cmd, at, seat, kind, body FROM events
		WHERE org = $1 AND room = $2 AND seq > $3 AND seq <= $4 ORDER BY seq`
	writeEvent = `UPDATE events SET cmd = $4, seat = $5, body = $6 WHERE org = $1 AND room = $2 AND seq = $3`
)

// rewrite puts back what becomes of each record. Position, time and kind stay,
// so the log keeps its shape.
func (b *batch) rewrite(fx room.Rewrite) error {
	records, err := b.story(fx.After, min(fx.To, b.after))
	if err != nil {
		return err
	}
	for _, was := range records {
		if now, changed := fx.Each(was); changed {
			b.do(writeEvent, was.Seq, now.Cmd, now.Seat, string(now.Body))
			b.wipe |= wipeTexts
		}
	}
	for n, was := range b.records {
		if was.Seq > fx.After && was.Seq <= fx.To {
			if now, changed := fx.Each(was); changed {
				b.records[n].Cmd, b.records[n].Seat, b.records[n].Body = now.Cmd, now.Seat, now.Body
			}
		}
	}
	return nil
}

// readStory reads a stretch of a log as the steps so far have left it.
func readStory(ctx context.Context, tx *sql.Tx, org, roomID string, after, to int64) ([]room.Record, error) {
	rows, err := tx.QueryContext(ctx, readEvents, org, roomID, after, to)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var records []room.Record
	for rows.Next() {
		var r room.Record
		var body string
		if err := rows.Scan(&r.Seq, &r.Cmd, &r.At, &r.Seat, &r.Kind, &body); err != nil {
			return nil, err
		}
		r.Body = []byte(body)
		records = append(records, r)
	}
	return records, rows.Err()
}
