package server

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A code cannot be guessed when each look-up costs time and there are 40 bits
// to go through. So look-ups stand in line, and the line is fair: addresses
// take turns, those that have guessed wrong many times share one turn in four,
// and within an address a phone that has opened the page goes before a bare
// request. A right code is never refused, whoever else is asking.

const (
	lineMax    = 20_000 // people standing; more is an attack, and they are told to come back
	lineAtOnce = 8      // look-ups running
	noisyTurn  = 4      // every fourth turn is for those who guess
)

var errLine = errors.New("the line is too long")

// line is where look-ups wait for their turn.
type line struct {
	mu      sync.Mutex
	quiet   turns
	noisy   turns
	served  int
	pace    *rate.Limiter
	come    chan struct{} // somebody is waiting
	running chan struct{}
	stop    context.CancelFunc
	over    sync.WaitGroup
}

// asker is one look-up in line.
type asker struct {
	turn chan struct{}
	gone bool
}

// newLine serves a number of look-ups a second, with three seconds' worth
// at once for a hall that opens its phones together.
func newLine(perSecond int) *line {
	ctx, stop := context.WithCancel(context.Background())
	l := &line{pace: rate.NewLimiter(rate.Limit(perSecond), 3*perSecond), come: make(chan struct{}, 1),
		running: make(chan struct{}, lineAtOnce), stop: stop}
	l.over.Go(func() { l.serve(ctx) })
	return l
}

// wait stands in line. done must be called after the look-up.
func (l *line) wait(ctx context.Context, place string, opened, noisy bool) (done func(), err error) {
	a := &asker{turn: make(chan struct{})}
	l.mu.Lock()
	if l.quiet.n+l.noisy.n >= lineMax {
		l.mu.Unlock()
		return nil, errLine
	}
	l.class(noisy).stand(place, a, opened)
	l.mu.Unlock()
	select {
	case l.come <- struct{}{}:
	default:
	}
	select {
	case <-a.turn:
		return func() { <-l.running }, nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	a.gone = true
	l.mu.Unlock()
	select {
	case <-a.turn: // the turn came as we left
		<-l.running
	default:
	}
	return nil, ctx.Err()
}

func (l *line) class(noisy bool) *turns {
	if noisy {
		return &l.noisy
	}
	return &l.quiet
}

func (l *line) serve(ctx context.Context) {
	for {
		select {
		case l.running <- struct{}{}:
		case <-ctx.Done():
			return
		}
		for !l.next() {
			select {
			case <-l.come:
			case <-ctx.Done():
				return
			}
		}
		if wait := l.pace.Reserve().Delay(); wait > 0 {
			t := time.NewTimer(wait)
			select {
			case <-t.C:
			case <-ctx.Done():
				t.Stop()
				return
			}
		}
	}
}

// next gives the turn to whoever is first, if anybody stands there.
func (l *line) next() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	first, second := &l.quiet, &l.noisy
	if l.served%noisyTurn == noisyTurn-1 {
		first, second = second, first
	}
	for _, c := range []*turns{first, second} {
		for a := c.call(); a != nil; a = c.call() {
			if !a.gone {
				l.served++
				close(a.turn)
				return true
			}
		}
	}
	return false
}

func (l *line) close() {
	l.stop()
	l.over.Wait()
}

// turns lets places take turns. Its zero value is an empty line.
type turns struct {
	n     int
	round []string // places with somebody waiting, next first
	at    map[string]*spot
}

type spot struct{ opened, bare []*asker }

func (t *turns) stand(place string, a *asker, opened bool) {
	if t.at == nil {
		t.at = map[string]*spot{}
	}
	p := t.at[place]
	if p == nil {
		p = &spot{}
		t.at[place] = p
		t.round = append(t.round, place)
	}
	if opened {
		p.opened = append(p.opened, a)
	} else {
		p.bare = append(p.bare, a)
	}
	t.n++
}

// call takes out who is next.
func (t *turns) call() *asker {
	if len(t.round) == 0 {
		return nil
	}
	place := t.round[0]
	t.round = t.round[1:]
	p := t.at[place]
	q := &p.opened
	if len(*q) == 0 {
		q = &p.bare
	}
	a := (*q)[0]
	*q = (*q)[1:]
	t.n--
	if len(p.opened)+len(p.bare) > 0 {
		t.round = append(t.round, place)
	} else {
		delete(t.at, place)
	}
	return a
}
