package hub

import (
	"context"
	"sync"
	"time"

	"dugnad/room"
)

// Batch is what one node tells the others about a room: that the records From
// … To are in the log. It is told after the fact and holds no truth: whoever
// misses it reads the log. Records may be left out when they are many.
type Batch struct {
	Room    string        `json:"room"`
	Epoch   string        `json:"epoch"`
	From    int64         `json:"from"`
	To      int64         `json:"to"`
	Records []room.Record `json:"records,omitempty"`
	Gone    bool          `json:"gone,omitempty"` // the room is deleted
	Here    []string      `json:"here,omitempty"` // seats with a line to the node that tells; see signs
}

// Bus joins the nodes that write the same log.
type Bus interface {
	// Publish hands a batch to the other nodes, as well as it can and in the
	// order of the calls; the caller may hear it too. It returns soon, also when
	// nobody can be reached. An error says only that some may not have heard.
	Publish(ctx context.Context, b Batch) error

	// Listen calls hear for every batch, until stop is called, and missed when
	// some may have gone by: after every interruption and once at the start.
	// Neither may wait for anything. After stop none is called any more.
	Listen(hear func(Batch), missed func()) (stop func())

	// Poll is how long to wait between looks at the log for what the bus may
	// have lost without knowing. Zero: it loses nothing.
	Poll() time.Duration
}

// Local is the bus between hubs in one process. Its zero value is ready.
type Local struct {
	mu   sync.Mutex
	ears map[*func(Batch)]func(Batch)
}

func (l *Local) Publish(_ context.Context, b Batch) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, hear := range l.ears {
		hear(b)
	}
	return nil
}

func (l *Local) Listen(hear func(Batch), missed func()) (stop func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ears == nil {
		l.ears = map[*func(Batch)]func(Batch){}
	}
	l.ears[&hear] = hear
	missed()
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.ears, &hear)
	}
}

func (l *Local) Poll() time.Duration { return 0 }
