package store

import (
	"context"

	"dugnad/room"
)

const (
	putPerson = `INSERT INTO people (org, room, id, kind, body) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (room, id, kind) DO UPDATE SET body = excluded.body`
	dropPerson     = `DELETE FROM people WHERE org = $1 AND room = $2 AND id = $3`
	readPeople     = `SELECT body FROM people WHERE org = $1 AND room = $2 AND kind = $3 ORDER BY id`
	dropPeopleKind = `DELETE FROM people WHERE org = $1 AND room = $2 AND kind = $3`
	dropPersonKind = `DELETE FROM people WHERE org = $1 AND room = $2 AND id = $3 AND kind = $4`
)

func (b *batch) putPerson(fx room.PutPerson) { b.do(putPerson, fx.ID, fx.Kind, string(fx.Body)) }

func (b *batch) dropPeople(fx room.DropPeople) {
	b.wipe |= wipeTexts
	b.do(dropPeopleKind, fx.Kind)
}

func (b *batch) dropPerson(fx room.DropPerson) {
	b.wipe |= wipeTexts
	if fx.Kind == "" {
		b.do(dropPerson, fx.ID)
		return
	}
	b.do(dropPersonKind, fx.ID, fx.Kind)
}

// People reads everything of one kind that is kept about people in a room.
func (s *Store) People(ctx context.Context, roomID, kind string) ([][]byte, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, readPeople, s.org, roomID, kind)
	if err != nil {
		return nil, s.named("read the people of room "+roomID, err)
	}
	defer rows.Close()
	var all [][]byte
	for rows.Next() {
		var body string
		if err := rows.Scan(&body); err != nil {
			return nil, s.named("read the people of room "+roomID, err)
		}
		all = append(all, []byte(body))
	}
	return all, s.named("read the people of room "+roomID, rows.Err())
}
