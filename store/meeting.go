package store

import (
	"context"
	"database/sql"
	"errors"

	"dugnad/room"
)

const (
	putMeeting = `INSERT INTO meetings
		(org, room, code, title, lang, status, decides, answer_by, created, started, finished, practice, demo)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
		ON CONFLICT (room) DO UPDATE SET code = excluded.code, title = excluded.title, lang = excluded.lang,
		status = excluded.status, decides = excluded.decides, answer_by = excluded.answer_by,
		created = excluded.created, started = excluded.started, finished = excluded.finished,
		practice = excluded.practice, demo = excluded.demo`
	readMeeting = `SELECT code, title, lang, status, decides, answer_by, created, started, finished, practice, demo
		FROM meetings WHERE org = $1 AND room = $2`
	roomOf = `SELECT room FROM meetings WHERE org = $1 AND code = $2`
)

func (b *batch) putMeeting(m room.PutMeeting) {
	b.clashing(ErrTaken, putMeeting, m.Code, m.Title, m.Lang, m.Status, m.Decides, m.AnswerBy,
		m.Created, m.Started, m.Finished, m.Practice, m.Demo)
}

// Meeting reads the row of a meeting as it was last put.
func (s *Store) Meeting(ctx context.Context, roomID string) (room.PutMeeting, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var m room.PutMeeting
	err := s.reads.QueryRowContext(ctx, readMeeting, s.org, roomID).Scan(&m.Code, &m.Title, &m.Lang, &m.Status,
		&m.Decides, &m.AnswerBy, &m.Created, &m.Started, &m.Finished, &m.Practice, &m.Demo)
	if errors.Is(err, sql.ErrNoRows) {
		err = room.ErrGone
	}
	return m, s.named("read meeting "+roomID, err)
}

// RoomOf finds the meeting that has a join code. An unknown code, a freed one
// and another org's are all [room.ErrGone].
func (s *Store) RoomOf(ctx context.Context, code string) (string, error) {
	if code == "" { // many meetings have none
		return "", room.ErrGone
	}
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var roomID string
	err := s.reads.QueryRowContext(ctx, roomOf, s.org, code).Scan(&roomID)
	if errors.Is(err, sql.ErrNoRows) {
		err = room.ErrGone
	}
	return roomID, s.named("look up a join code", err)
}
