package store

import (
	"context"

	"dugnad/room"
)

const (
	putTally = `INSERT INTO tallies (org, room, vote, option, title, number, votes, ballots)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (room, vote, option) DO UPDATE SET title = excluded.title, number = excluded.number,
		votes = excluded.votes, ballots = excluded.ballots`
	readTallies = `SELECT vote, option, title, number, votes, ballots
		FROM tallies WHERE org = $1 AND room = $2 ORDER BY vote, number`
)

func (b *batch) putTally(t room.PutTally) {
	b.do(putTally, t.Vote, t.Option, t.Title, t.Number, t.Votes, t.Ballots)
}

// Tallies reads the counted votes of a meeting.
func (s *Store) Tallies(ctx context.Context, roomID string) ([]room.PutTally, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, readTallies, s.org, roomID)
	if err != nil {
		return nil, s.named("read the tallies of room "+roomID, err)
	}
	defer rows.Close()
	var all []room.PutTally
	for rows.Next() {
		var t room.PutTally
		if err := rows.Scan(&t.Vote, &t.Option, &t.Title, &t.Number, &t.Votes, &t.Ballots); err != nil {
			return nil, s.named("read the tallies of room "+roomID, err)
		}
		all = append(all, t)
	}
	return all, s.named("read the tallies of room "+roomID, rows.Err())
}
