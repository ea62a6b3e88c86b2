package store

import (
	"context"
	"database/sql"
	"math/bits"

	"dugnad/room"
)

// One statement, so that the epoch and the records are of the same moment.
const tail = `SELECT r.epoch, e.seq, e.cmd, e.at, e.seat, e.kind, e.body
	FROM rooms r LEFT JOIN events e ON e.org = r.org AND e.room = r.room AND e.seq > $3
	WHERE r.org = $1 AND r.room = $2 AND r.deleted = 0 ORDER BY e.seq`

// Tail reads the records behind position after, and the room's epoch. A body
// is handed out as it lies there: whether it can be understood is for the room
// to say.
func (s *Store) Tail(ctx context.Context, roomID string, after int64) (epoch string, records []room.Record, err error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	epoch, records, err = s.tail(ctx, roomID, after)
	return epoch, records, s.named("read the log of room "+roomID, err)
}

func (s *Store) tail(ctx context.Context, roomID string, after int64) (string, []room.Record, error) {
	rows, err := s.reads.QueryContext(ctx, tail, s.org, roomID, after)
	if err != nil {
		return "", nil, err
	}
	defer rows.Close()
	var epoch string
	var records []room.Record
	for rows.Next() {
		var seq, at sql.NullInt64
		var cmd, seat, kind, body sql.NullString
		if err := rows.Scan(&epoch, &seq, &cmd, &at, &seat, &kind, &body); err != nil {
			return "", nil, err
		}
		if seq.Valid {
			records = append(records, room.Record{Seq: seq.Int64, Cmd: cmd.String, At: at.Int64,
				Seat: seat.String, Kind: kind.String, Body: []byte(body.String)})
		}
	}
	if err := rows.Err(); err != nil {
		return "", nil, err
	}
	if epoch == "" {
		return "", nil, room.ErrGone
	}
	return epoch, records, nil
}

// Head is where a room's log ends, and which history it is.
type Head struct {
	Seq   int64
	Epoch string
}

// The head comes from the end of the primary key; max over a group would read
// the whole log of every room.
const (
	heads = `SELECT r.room, r.epoch,
	(SELECT e.seq FROM events e WHERE e.room = r.room ORDER BY e.seq DESC LIMIT 1)
	FROM rooms r WHERE r.org = $1 AND r.deleted = 0 AND r.room IN `
	headRooms = 512 // in one statement
)

// Heads asks where many rooms are, and what time it is. A room that is deleted
// or was never there is absent.
func (s *Store) Heads(ctx context.Context, rooms []string) (found map[string]Head, now int64, err error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	found = make(map[string]Head, len(rooms))
	for len(rooms) > 0 {
		n := min(len(rooms), headRooms)
		if err := s.heads(ctx, rooms[:n], found); err != nil {
			return nil, 0, s.named("read the heads", err)
		}
		rooms = rooms[n:]
	}
	now, err = s.engine.clock(ctx)
	return found, now, s.named("read the clock", err)
}

func (s *Store) heads(ctx context.Context, rooms []string, found map[string]Head) error {
	// As many parameters as the next power of two, so that the database sees
	// ten texts and not five hundred.
	args := []any{s.org}
	for i := range 1 << bits.Len(uint(len(rooms)-1)) {
		args = append(args, rooms[min(i, len(rooms)-1)])
	}
	rows, err := s.reads.QueryContext(ctx, list(heads, 2, len(args)-1), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var h Head
		if err := rows.Scan(&id, &h.Epoch, &h.Seq); err != nil {
			return err
		}
		found[id] = h
	}
	return rows.Err()
}
