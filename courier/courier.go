// Package courier carries letters. The rules say that one is to be sent, the store
// keeps it in its queue, and this carries it, with patience: one at a time, not
// too fast, again when the mail server says *later*, and not for ever.
//
// A letter is taken out of the queue before it is sent and marked after. If the
// process dies between the mail server's yes and the mark, another takes it when
// the time it was taken for is over, and it is sent again under the same
// Message-ID, so that a mailbox can see that it is one. That is the only way a
// letter comes twice.
package courier

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"dugnad/room"
)

const (
	lookEvery  = 2 * time.Second
	taken      = 5 * time.Minute  // for how long a letter is ours
	carryMost  = 45 * time.Second // and how long we try: well within
	perSecond  = 10               // letters, so that no mail server takes us for what we are not
	triesMost  = 9
	queueSpeed = 5 * time.Second // for the store to answer
)

// waits is how long to wait after each try that failed: two days in all.
var waits = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 3 * time.Hour, 8 * time.Hour, 12 * time.Hour, 24 * time.Hour}

// ErrMoot says that there is nothing to send any more.
var ErrMoot = errors.New("the letter is moot")

// Box is the queue.
type Box interface {
	DueLetters(ctx context.Context, now int64) ([]room.Mail, error)
	TakeLetter(ctx context.Context, l room.Mail, until int64) (bool, error)
	SentLetter(ctx context.Context, l room.Mail, at int64) error
	LaterLetter(ctx context.Context, l room.Mail, due int64) error
	FailedLetter(ctx context.Context, l room.Mail, at int64) error
	DropLetter(ctx context.Context, l room.Mail) error
}

// Writer writes what a letter says, from what may be shown when it is sent, or
// says [ErrMoot].
type Writer func(ctx context.Context, l room.Mail) (Message, error)

// Carrier brings a message to the mail server. The error says by [Refused] that
// it will never be taken; any other error is *later*.
type Carrier interface {
	Carry(ctx context.Context, m Message) error
}

// Options is what a post office is made of. All but the last three must be there.
type Options struct {
	Box     Box
	Write   Writer
	Carrier Carrier
	Failed  func(ctx context.Context, l room.Mail)   // somebody is told that it did not arrive
	Now     func(ctx context.Context) (int64, error) // the clock the queue goes by

	Log   *slog.Logger  // hears purposes and rooms, never an address
	Look  time.Duration // how often the queue is looked at; 0 is every two seconds
	Speed rate.Limit    // letters a second; 0 is ten
}

// Office carries letters until Close.
type Office struct {
	o    Options
	pace *rate.Limiter
	stop context.CancelFunc
	over sync.WaitGroup
}

// Open begins.
func Open(o Options) *Office {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Look == 0 {
		o.Look = lookEvery
	}
	if o.Speed == 0 {
		o.Speed = perSecond
	}
	ctx, stop := context.WithCancel(context.Background())
	p := &Office{o: o, pace: rate.NewLimiter(o.Speed, 1), stop: stop}
	p.over.Go(func() { p.run(ctx) })
	return p
}

// Close lets the letter that is being carried arrive, or gives it back.
func (p *Office) Close() {
	p.stop()
	p.over.Wait()
}

func (p *Office) run(ctx context.Context) {
	tick := time.NewTicker(p.o.Look)
	defer tick.Stop()
	for {
		if err := p.round(ctx); err != nil && ctx.Err() == nil {
			p.o.Log.Warn("the letters are waiting", "err", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// round carries what is due. It ends early when the mail server cannot be
// reached: the next letter would not get further.
func (p *Office) round(ctx context.Context) error {
	now, err := p.o.Now(ctx)
	if err != nil {
		return err
	}
	due, err := p.o.Box.DueLetters(ctx, now)
	if err != nil {
		return err
	}
	for _, l := range due {
		if err := p.pace.Wait(ctx); err != nil {
			return nil
		}
		on, err := p.one(ctx, l)
		if err != nil || !on {
			return err
		}
	}
	return nil
}

// one carries one letter, if nobody else does. on is false when the mail server
// was not there.
func (p *Office) one(ctx context.Context, l room.Mail) (on bool, err error) {
	now, err := p.o.Now(ctx)
	if err != nil {
		return false, err
	}
	ours, err := p.o.Box.TakeLetter(ctx, l, now+taken.Milliseconds())
	if err != nil || !ours {
		return err == nil, err
	}
	// From here on it is ours, and what became of it is said even if we are told to stop.
	ctx = context.WithoutCancel(ctx)
	carry, cancel := context.WithTimeout(ctx, carryMost)
	defer cancel()
	m, err := Message{}, ErrMoot
	if l.Body != nil {
		m, err = p.o.Write(carry, l)
	}
	if err == nil {
		err = p.o.Carrier.Carry(carry, m)
	}
	return p.became(ctx, l, now, err)
}

// became notes what became of a letter.
func (p *Office) became(ctx context.Context, l room.Mail, now int64, err error) (on bool, _ error) {
	ctx, cancel := context.WithTimeout(ctx, queueSpeed)
	defer cancel()
	var no Refused
	var not unreached
	say := func(level slog.Level, what string) {
		p.o.Log.Log(ctx, level, what, "purpose", l.Purpose, "room", l.Room, "tries", l.Tries+1, "code", no.Code, "why", not.why)
	}
	switch {
	case err == nil:
		say(slog.LevelInfo, "a letter is sent")
		return true, p.o.Box.SentLetter(ctx, l, now)
	case errors.Is(err, ErrMoot), errors.Is(err, room.ErrGone):
		return true, p.o.Box.DropLetter(ctx, l)
	case errors.As(err, &no) && no.Forever, l.Tries+1 >= triesMost:
		say(slog.LevelWarn, "a letter did not arrive")
		if err := p.o.Box.FailedLetter(ctx, l, now); err != nil {
			return false, err
		}
		if p.o.Failed != nil {
			p.o.Failed(ctx, l)
		}
		return true, nil
	}
	errors.As(err, &not)
	say(slog.LevelWarn, "a letter waits")
	wait := waits[min(l.Tries, len(waits)-1)]
	return no.Code != 0, p.o.Box.LaterLetter(ctx, l, now+wait.Milliseconds())
}
