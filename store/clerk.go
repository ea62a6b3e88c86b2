package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"dugnad/room"
)

const allRooms = `SELECT room FROM rooms WHERE org = $1 AND deleted = 0 ORDER BY room`

// wakeAll goes through every room that was put back: what was being voted on is
// thrown away, and what the clock has come to since the copy was made is done, so
// that nothing that should be gone lies there until somebody serves.
func (s *Store) wakeAll(ctx context.Context, c Copy, back Back) (Restored, error) {
	done := Restored{Copy: c}
	for _, id := range back.Without {
		err := s.Delete(ctx, id)
		if err != nil && !errors.Is(err, room.ErrGone) {
			return done, err
		}
		if err == nil {
			done.Deleted++
		}
	}
	ids, err := s.rooms(ctx)
	if err != nil {
		return done, s.named("list the rooms", err)
	}
	for _, id := range ids {
		now, err := s.Now(ctx)
		if err != nil {
			return done, err
		}
		k := &clerk{store: s, room: id, now: now, known: map[string]bool{}}
		switch err := k.open(ctx); {
		case errors.Is(err, errPuzzled):
			done.Unreadable = append(done.Unreadable, id)
			done.Meetings++
			continue
		case err != nil:
			return done, err
		}
		votes := k.voting()
		if err := k.work(ctx, room.RestoreRoom{Made: c.Made, Moved: back.Moved}); err != nil {
			return done, err
		}
		done.Cancelled += votes
		if at := k.state.Expires(); at == 0 || at > now {
			done.Meetings++
			continue
		}
		if err := s.Delete(ctx, id); err != nil {
			return done, err
		}
		done.Deleted++
	}
	return done, nil
}

func (s *Store) rooms(ctx context.Context) ([]string, error) {
	rows, err := s.reads.QueryContext(ctx, allRooms, s.org)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// errPuzzled says that a room holds something this version cannot read. It is shown
// as far as it can be, and left as it is.
var errPuzzled = errors.New("a record cannot be read")

// clerk does what the house must do in a room that nobody serves.
type clerk struct {
	store *Store
	room  string
	now   int64
	state *room.State
	known map[string]bool // commands that are in the log, or have been refused
}

func (k *clerk) open(ctx context.Context) (err error) {
	_, story, err := k.store.Tail(ctx, k.room, 0)
	if err != nil {
		return err
	}
	defer func() {
		if what := recover(); what != nil {
			err = fmt.Errorf("%w: it breaks the room", errPuzzled)
		}
	}()
	if k.state, err = room.Replay(story); err != nil {
		return fmt.Errorf("%w: %w", errPuzzled, err)
	}
	for _, r := range story {
		k.known[r.Cmd] = true
	}
	k.now = max(k.now, k.state.At)
	return nil
}

func (k *clerk) voting() (n int) {
	for _, v := range k.state.Votes {
		if v.Status != "counted" && v.Status != "cancelled" {
			n++
		}
	}
	return n
}

// work does a command first, and then everything that is due.
func (k *clerk) work(ctx context.Context, first room.Command) error {
	todo := []room.Due{{ID: "house:restore-" + strconv.FormatInt(k.now, 10), Command: first}}
	for len(todo) > 0 {
		d := todo[0]
		todo = todo[1:]
		if k.known[d.ID] {
			continue
		}
		k.known[d.ID] = true
		if err := k.carry(ctx, d); err != nil {
			return err
		}
		todo = k.state.Due(k.now)
	}
	return nil
}

// carry decides and stores one command of the house. A refusal is an answer too.
func (k *clerk) carry(ctx context.Context, due room.Due) error {
	d, err := k.state.Decide("", due.Command, room.Moment{Now: k.now})
	var no room.Refusal
	if errors.As(err, &no) {
		return nil
	}
	if err != nil {
		return err
	}
	e, after := room.Entry{Cmd: due.ID, At: k.now, Effects: d.Effects}, k.state.Head
	var touched []room.Touched
	for n, event := range d.Events {
		r := room.Record{Seq: k.state.Head + 1, Cmd: e.Cmd, At: k.now}
		if n > 0 {
			r.Cmd += "/" + strconv.Itoa(n)
		}
		if r.Kind, r.Body, err = room.Seal(event); err != nil {
			return err
		}
		t, err := k.state.Apply(r)
		if err != nil {
			return err
		}
		e.Records, touched = append(e.Records, r), append(touched, t)
	}
	e.Effects = append(e.Effects, k.state.Rows(touched...)...)
	records, err := k.store.Append(ctx, k.room, after, []room.Entry{e})
	if err != nil {
		return err
	}
	for _, r := range records {
		if r.Seq > k.state.Head { // what the store has counted
			if _, err := k.state.Apply(r); err != nil {
				return err
			}
		}
	}
	return nil
}
