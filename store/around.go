package store

import (
	"context"
	"database/sql"
	"strings"

	"dugnad/likeness"
	"dugnad/room"
)

const (
	putAside = `INSERT INTO asides (org, room, id, title, words) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (room, id) DO UPDATE SET title = excluded.title, words = excluded.words`
	dropAside = `DELETE FROM asides WHERE org = $1 AND room = $2 AND id = $3`
	putDate   = `INSERT INTO dates (org, room, id, day, kind, title) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (room, id) DO UPDATE SET day = excluded.day, kind = excluded.kind, title = excluded.title`
	dropDate   = `DELETE FROM dates WHERE org = $1 AND room = $2 AND id = $3`
	putListing = `INSERT INTO listings (org, room, kommune, fold, coordinator, address) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (room) DO UPDATE SET kommune = excluded.kommune, fold = excluded.fold, coordinator = excluded.coordinator, address = excluded.address`

	dropAsides   = `DELETE FROM asides WHERE org = $1 AND room = $2`
	dropDates    = `DELETE FROM dates WHERE org = $1 AND room = $2`
	dropListings = `DELETE FROM listings WHERE org = $1 AND room = $2`

	// The newest meeting of a kommune comes first: its line is the one that holds.
	readListings = `SELECT l.kommune, l.fold, l.coordinator, l.address, g.started FROM listings l JOIN meetings g ON g.room = l.room
		WHERE l.org = $1 AND NOT g.practice AND NOT g.demo ORDER BY l.fold, g.started DESC, l.room`
)

// putAside keeps what was set aside where it can be found. Whatever is taken
// away was redacted, sent or taken up: the words must not lie on the disk.
func (b *batch) putAside(fx room.PutAside) {
	if fx.Title == "" {
		b.wipe |= wipeTexts
		b.do(dropAside, fx.ID)
		return
	}
	b.do(putAside, fx.ID, fx.Title, likeness.Words(fx.Title, fx.Lang))
}

func (b *batch) putDate(fx room.PutDate) {
	if fx.Day == "" {
		b.do(dropDate, fx.ID)
		return
	}
	b.do(putDate, fx.ID, fx.Day, fx.Kind, fx.Title)
}

func (b *batch) putListing(fx room.PutListing) {
	if fx.Kommune == "" {
		b.wipe |= wipeTexts
		b.do(dropListings)
		return
	}
	b.do(putListing, fx.Kommune, strings.ToLower(strings.Join(strings.Fields(fx.Kommune), " ")), fx.Coordinator, fx.Address)
}

// Listings is the open list: each kommune that has asked to stand there once,
// with how many dugnads it has listed and when the newest was.
func (s *Store) Listings(ctx context.Context) ([]room.Listed, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	all, last := []room.Listed{}, ""
	err := s.eachRow(ctx, func(r *sql.Rows) error {
		var l room.Listed
		var fold string
		if err := r.Scan(&l.Kommune, &fold, &l.Coordinator, &l.Address, &l.Held); err != nil {
			return err
		}
		if fold == last {
			all[len(all)-1].Dugnads++
			return nil
		}
		l.Dugnads, last = 1, fold
		all = append(all, l)
		return nil
	}, readListings, s.org)
	return all, s.named("read the list of kommuner", err)
}
