package store

import (
	"context"
	"database/sql"

	"dugnad/room"
)

const (
	justAsked  = `SELECT count(*) FROM asked WHERE org = $1 AND who = $2 AND at > $3`
	takeSlot   = `INSERT INTO asked (org, who, slot, at) VALUES ($1, $2, $3, $4) ON CONFLICT (org, who, slot) DO UPDATE SET at = excluded.at WHERE asked.at <= $5`
	sweepAsked = `DELETE FROM asked WHERE org = $1 AND at < $2`
)

// Asked counts that somebody asks for a way back in. Not ok: they have asked as
// often as they may in an hour, on whichever nodes, or so short a while ago that
// the link they got is on its way; that takes no place in the hour.
func (s *Store) Asked(ctx context.Context, who string, now int64, most int) (ok bool, err error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	err = s.inTx(ctx, func(tx *sql.Tx) error {
		ok = false
		just := 0
		if err := tx.QueryRowContext(ctx, justAsked, s.org, who, now-room.LoginEvery).Scan(&just); err != nil || just > 0 {
			return err
		}
		for slot := 0; slot < most && !ok; slot++ {
			took, err := tx.ExecContext(ctx, takeSlot, s.org, who, slot, now, now-room.AskedLasts)
			if err != nil {
				return err
			}
			rows, err := took.RowsAffected()
			if err != nil {
				return err
			}
			ok = rows == 1
		}
		return nil
	})
	return ok && err == nil, s.named("count a way back in", err)
}

// Sweep takes away what is kept beside the meetings and only for minutes: the
// phones that waited outside, and who asked for a way back in.
func (s *Store) Sweep(ctx context.Context, now int64) error {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	return s.named("sweep what has been kept for its minutes", s.inTx(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, dropStale, s.org, now-room.WaitLasts); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, sweepAsked, s.org, now-room.AskedLasts)
		return err
	}))
}
