package hub

import (
	"context"

	"dugnad/room"
)

// Log is where the stories of all rooms lie. What it says has happened, has.
type Log interface {
	// Append writes the entries after the position given, all or nothing, and
	// returns their records as they now lie there, in order. room.ErrStale means
	// that somebody else has written, or that a cmd is in the log already;
	// room.ErrGone that there is no such room. Any other error leaves it unknown
	// whether the entries are stored.
	Append(ctx context.Context, room string, after int64, entries []room.Entry) ([]room.Record, error)

	// Tail reads everything after a position. Epoch changes only when history
	// may differ from what was read before.
	Tail(ctx context.Context, room string, after int64) (epoch string, records []room.Record, err error)

	// Heads tells how far the rooms have come and what the log's clock shows,
	// in unix milliseconds. A room that is not there is left out.
	Heads(ctx context.Context, rooms []string) (heads map[string]Head, now int64, err error)
}

// Head is how far a room has come.
type Head struct {
	Seq   int64
	Epoch string
}
