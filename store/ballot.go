package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"dugnad/room"
)

const (
	putBallot = `INSERT INTO ballots (org, room, vote, slip, choice) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (room, vote, slip) DO UPDATE SET choice = excluded.choice`
	dropBallot = `DELETE FROM ballots WHERE org = $1 AND room = $2 AND vote = $3 AND slip = $4`
	emptyBag   = `DELETE FROM ballots WHERE org = $1 AND room = $2 AND vote = $3`
	readBallot = `SELECT choice FROM ballots WHERE org = $1 AND room = $2 AND vote = $3 AND slip = $4`
	wholeBag   = `SELECT choice FROM ballots WHERE org = $1 AND room = $2 AND vote = $3`
)

// errBallot stands for every error about a choice that cannot be read, because
// the error of the reader might quote it.
var errBallot = errors.New("a ballot cannot be read")

func (b *batch) putBallot(fx room.PutBallot) error {
	choice, err := json.Marshal(fx.Choice)
	if err != nil {
		return errBallot
	}
	b.do(putBallot, fx.Vote, fx.Slip, string(choice))
	return nil
}

func (b *batch) dropBallot(fx room.DropBallot) { b.do(dropBallot, fx.Vote, fx.Slip) }

// countBallots turns a bag into an event. The bag leaves the transaction only
// as the tally.
func (b *batch) countBallots(e room.Entry, fx room.CountBallots) error {
	if len(e.Records) > 0 {
		return fmt.Errorf("the count of vote %s must stand alone in its command", fx.Vote)
	}
	bag, err := b.bag(fx.Vote)
	if err != nil {
		return err
	}
	event, effects := fx.Tally(bag)
	kind, body, err := room.Seal(event)
	if err != nil {
		return fmt.Errorf("seal the count of vote %s: %w", fx.Vote, err)
	}
	if err := b.add(room.Record{Cmd: e.Cmd, At: e.At, Seat: e.Seat, Kind: kind, Body: body}); err != nil {
		return err
	}
	if !fx.Keep {
		b.do(emptyBag, fx.Vote)
		b.wipe |= wipeBallots
	}
	for _, then := range effects {
		if err := b.effect(e, then); err != nil {
			return err
		}
	}
	return nil
}

// looksBack tells whether something must be read before the batch can be
// written: a bag, or the log.
func looksBack(entries []room.Entry) bool {
	return slices.ContainsFunc(entries, func(e room.Entry) bool {
		return slices.ContainsFunc(e.Effects, func(fx room.Effect) bool {
			switch fx.(type) {
			case room.CountBallots, room.Rewrite:
				return true
			}
			return false
		})
	})
}

// readBag reads the choices of a vote in an order that is the choices' own:
// the order of the rows is the order in which people voted.
func readBag(ctx context.Context, tx *sql.Tx, org, roomID, vote string) ([]room.Choice, error) {
	rows, err := tx.QueryContext(ctx, wholeBag, org, roomID, vote)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var texts []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	slices.Sort(texts)
	bag := make([]room.Choice, len(texts))
	for i, text := range texts {
		if json.Unmarshal([]byte(text), &bag[i]) != nil {
			return nil, errBallot
		}
	}
	return bag, nil
}

// Slip reads what lies behind one slip, for whoever handed it in, while the
// vote is open. After the count there is nothing to read.
func (s *Store) Slip(ctx context.Context, roomID, vote, slip string) (room.Choice, bool, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var text string
	err := s.reads.QueryRowContext(ctx, readBallot, s.org, roomID, vote, slip).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, s.named("read a slip in room "+roomID, err)
	}
	var choice room.Choice
	if json.Unmarshal([]byte(text), &choice) != nil {
		return nil, false, s.named("read a slip in room "+roomID, errBallot)
	}
	return choice, true, nil
}
