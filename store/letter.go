package store

import (
	"context"
	"database/sql"
	"errors"

	"dugnad/room"
)

const (
	putLetter = `INSERT INTO letters (org, room, purpose, about, kind, person, due, tries, sent, failed)
		VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0) ON CONFLICT DO NOTHING`

	// Whoever takes a letter out says until when. Whoever else has seen the same
	// row changes nothing, because due is no longer what it was.
	dueLetters = `SELECT l.room, l.purpose, l.about, l.kind, l.person, l.tries, l.due, p.body FROM letters l
		LEFT JOIN people p ON p.room = l.room AND p.id = l.person AND p.kind = l.kind
		WHERE l.org = $1 AND l.sent = 0 AND l.failed = 0 AND l.due <= $2 ORDER BY l.due, l.room, l.purpose, l.about, l.person LIMIT 100`
	takeLetter = `UPDATE letters SET due = $6, tries = tries + 1
		WHERE org = $1 AND room = $2 AND purpose = $3 AND about = $4 AND person = $5 AND due = $7 AND sent = 0 AND failed = 0`
	sentLetter   = `UPDATE letters SET sent = $6 WHERE org = $1 AND room = $2 AND purpose = $3 AND about = $4 AND person = $5`
	failedLetter = `UPDATE letters SET failed = $6 WHERE org = $1 AND room = $2 AND purpose = $3 AND about = $4 AND person = $5`
	laterLetter  = `UPDATE letters SET due = $6 WHERE org = $1 AND room = $2 AND purpose = $3 AND about = $4 AND person = $5`
	dropLetter   = `DELETE FROM letters WHERE org = $1 AND room = $2 AND purpose = $3 AND about = $4 AND person = $5`

	countLetters = `SELECT purpose, about, CASE WHEN sent > 0 THEN 'sent' WHEN failed > 0 THEN 'failed' ELSE 'waiting' END AS state,
		count(*), max(sent + failed) FROM letters WHERE org = $1 AND room = $2
		GROUP BY purpose, about, CASE WHEN sent > 0 THEN 'sent' WHEN failed > 0 THEN 'failed' ELSE 'waiting' END
		ORDER BY purpose, about, state`
	findMail = `SELECT room, id, kind FROM people WHERE org = $1 AND kind IN ('lead', 'member') AND body = $2 ORDER BY room, id LIMIT 20`
	oneMail  = `SELECT body FROM people WHERE org = $1 AND room = $2 AND id = $3 AND kind = $4`
)

// putMails lays letters in the queue. Where nobody carries them none are laid:
// a year of them would otherwise go out on the day somebody does.
func (b *batch) putMails(fx room.PutMails) {
	if !b.mails {
		return
	}
	for _, id := range fx.To {
		b.do(putLetter, fx.Purpose, fx.About, fx.Kind, id)
	}
}

// DueLetters lists what is to be sent now, with the rows of people it is for.
func (s *Store) DueLetters(ctx context.Context, now int64) ([]room.Mail, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, dueLetters, s.org, now)
	if err != nil {
		return nil, s.named("look for letters", err)
	}
	defer rows.Close()
	var all []room.Mail
	for rows.Next() {
		var l room.Mail
		var body sql.NullString
		if err := rows.Scan(&l.Room, &l.Purpose, &l.About, &l.Kind, &l.Person, &l.Tries, &l.Due, &body); err != nil {
			return nil, s.named("look for letters", err)
		}
		if body.Valid {
			l.Body = []byte(body.String)
		}
		all = append(all, l)
	}
	return all, s.named("look for letters", rows.Err())
}

// TakeLetter takes a letter out of the queue until a time, and tells whether it
// was there. Of several who try, one gets it.
func (s *Store) TakeLetter(ctx context.Context, l room.Mail, until int64) (bool, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	done, err := s.db.ExecContext(ctx, takeLetter, s.org, l.Room, l.Purpose, l.About, l.Person, until, l.Due)
	if err != nil {
		return false, s.named("take a letter of room "+l.Room, err)
	}
	n, err := done.RowsAffected()
	return n == 1, s.named("take a letter of room "+l.Room, err)
}

// SentLetter, LaterLetter and FailedLetter say what became of one; DropLetter
// that there was nothing to send.
func (s *Store) SentLetter(ctx context.Context, l room.Mail, at int64) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	_, err := s.db.ExecContext(ctx, sentLetter, s.org, l.Room, l.Purpose, l.About, l.Person, at)
	return s.named("note a sent letter of room "+l.Room, err)
}

func (s *Store) LaterLetter(ctx context.Context, l room.Mail, due int64) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	_, err := s.db.ExecContext(ctx, laterLetter, s.org, l.Room, l.Purpose, l.About, l.Person, due)
	return s.named("put a letter of room "+l.Room+" back", err)
}

func (s *Store) FailedLetter(ctx context.Context, l room.Mail, at int64) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	_, err := s.db.ExecContext(ctx, failedLetter, s.org, l.Room, l.Purpose, l.About, l.Person, at)
	return s.named("give a letter of room "+l.Room+" up", err)
}

func (s *Store) DropLetter(ctx context.Context, l room.Mail) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	_, err := s.db.ExecContext(ctx, dropLetter, s.org, l.Room, l.Purpose, l.About, l.Person)
	return s.named("drop a letter of room "+l.Room, err)
}

// Letters counts a room's letters by occasion. It names nobody.
func (s *Store) Letters(ctx context.Context, roomID string) ([]room.MailCount, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, countLetters, s.org, roomID)
	if err != nil {
		return nil, s.named("count the letters of room "+roomID, err)
	}
	defer rows.Close()
	all := []room.MailCount{}
	for rows.Next() {
		var c room.MailCount
		if err := rows.Scan(&c.Purpose, &c.About, &c.State, &c.N, &c.At); err != nil {
			return nil, s.named("count the letters of room "+roomID, err)
		}
		all = append(all, c)
	}
	return all, s.named("count the letters of room "+roomID, rows.Err())
}

// WhoseMail finds the facilitators and members who have left this very address,
// in whichever rooms. Kind and person are told, nothing else.
func (s *Store) WhoseMail(ctx context.Context, body []byte) ([]room.Mail, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	rows, err := s.reads.QueryContext(ctx, findMail, s.org, string(body))
	if err != nil {
		return nil, s.named("look an address up", err)
	}
	defer rows.Close()
	var all []room.Mail
	for rows.Next() {
		var l room.Mail
		if err := rows.Scan(&l.Room, &l.Person, &l.Kind); err != nil {
			return nil, s.named("look an address up", err)
		}
		all = append(all, l)
	}
	return all, s.named("look an address up", rows.Err())
}

// Person reads one row of people; nil is none.
func (s *Store) Person(ctx context.Context, roomID, id, kind string) ([]byte, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var body string
	err := s.reads.QueryRowContext(ctx, oneMail, s.org, roomID, id, kind).Scan(&body)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, s.named("read a person of room "+roomID, err)
	}
	return []byte(body), nil
}
