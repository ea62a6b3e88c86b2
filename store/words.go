package store

import (
	"context"

	"dugnad/likeness"
	"dugnad/room"
)

// wordsOf is what a measure can be found by: the words of its title, and those
// of the rest.
func wordsOf(m room.PutMeasure) (words, more string) {
	rest := m.Responsible + "\n" + m.Deputy + "\n" + m.First + "\n" + m.Says + "\n" + m.Reason + "\n" + m.Sign
	return likeness.Words(m.Title, m.Lang), likeness.Words(rest, m.Lang)
}

const (
	unreadMeasures = `SELECT m.org, m.room, m.id, m.title, m.responsible, m.deputy, m.first, m.says, m.reason, m.sign, g.lang
		FROM measures m JOIN meetings g ON g.room = m.room WHERE m.words = '' ORDER BY m.room, m.id LIMIT 500`
	// Whoever has written the row meanwhile has read its words too, and newer ones.
	readWords = `UPDATE measures SET words = $4, more = $5 WHERE org = $1 AND room = $2 AND id = $3 AND words = ''`
)

// readUnread makes measures searchable that were written before they could be.
func (s *Store) readUnread(ctx context.Context) error {
	for {
		rows, err := s.db.QueryContext(ctx, unreadMeasures)
		if err != nil {
			return s.named("look for measures to read", err)
		}
		var steps []step
		for rows.Next() {
			var org, roomID string
			var m room.PutMeasure
			if err := rows.Scan(&org, &roomID, &m.ID, &m.Title, &m.Responsible, &m.Deputy, &m.First, &m.Says, &m.Reason, &m.Sign, &m.Lang); err != nil {
				rows.Close()
				return s.named("read a measure's words", err)
			}
			words, more := wordsOf(m)
			steps = append(steps, step{sql: readWords, args: []any{org, roomID, m.ID, words, more}})
		}
		err = rows.Err()
		rows.Close()
		if err == nil && len(steps) > 0 {
			err = s.commit(ctx, steps)
		}
		if err != nil || len(steps) == 0 {
			return s.named("read the measures' words", err)
		}
	}
}
