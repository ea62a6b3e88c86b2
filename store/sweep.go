package store

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// wiping says what was deleted and may still be readable in the files.
type wiping uint8

const (
	wipeBallots wiping = 1 << iota
	wipeTexts
)

// sweeper wipes after deletions. A deletion is done when it is committed; that
// its bytes are gone too is the sweeper's business, however often it must try.
type sweeper struct {
	wipe  func(context.Context, wiping) error
	again time.Duration // how long to wait after a failure
	log   *slog.Logger
	wake  chan struct{}
	stop  chan struct{}
	done  chan struct{}

	mu    sync.Mutex
	due   wiping
	clean chan struct{} // closed while nothing is due or being wiped
}

func startSweeper(wipe func(context.Context, wiping) error, again time.Duration, log *slog.Logger) *sweeper {
	s := &sweeper{wipe: wipe, again: again, log: log, wake: make(chan struct{}, 1), stop: make(chan struct{}),
		done: make(chan struct{}), clean: make(chan struct{})}
	close(s.clean)
	go s.run()
	return s
}

// mark says that something was deleted.
func (s *sweeper) mark(w wiping) {
	if w == 0 {
		return
	}
	s.mu.Lock()
	s.due |= w
	select {
	case <-s.clean:
		s.clean = make(chan struct{})
	default:
	}
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// settle waits until nothing is due.
func (s *sweeper) settle(ctx context.Context) error {
	s.mu.Lock()
	clean := s.clean
	s.mu.Unlock()
	select {
	case <-clean:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close makes a last attempt at what is due.
func (s *sweeper) close() {
	close(s.stop)
	<-s.done
}

func (s *sweeper) run() {
	defer close(s.done)
	for {
		var retry <-chan time.Time
		if s.dueNow() != 0 {
			retry = time.After(s.again)
		}
		select {
		case <-s.wake:
		case <-retry:
		case <-s.stop:
			s.sweep()
			return
		}
		s.sweep()
	}
}

func (s *sweeper) dueNow() wiping {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.due
}

func (s *sweeper) sweep() {
	s.mu.Lock()
	w := s.due
	s.due = 0
	s.mu.Unlock()
	var err error
	if w != 0 {
		// Not the context of whoever deleted: the bytes must go even if nobody
		// waits any more.
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		err = s.wipe(ctx, w)
		cancel()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.due |= w
		s.log.Warn("what was deleted can still be found in the files; trying again", "err", err)
	}
	if s.due == 0 {
		select {
		case <-s.clean:
		default:
			close(s.clean)
		}
	}
}
