package server

import (
	"sync"
	"time"
)

// After triesMax wrong codes from one place a wrong one is answered with
// *slow down*. A right one never is.
const (
	triesMax  = 20
	triesLast = 10 * time.Minute // forgotten this long after the first
	triesHeld = 100_000          // places remembered
)

// tries counts wrong codes by place.
type tries struct {
	mu  sync.Mutex
	now func() time.Time
	by  map[string]*try
}

type try struct {
	n     int
	since time.Time
}

func newTries(now func() time.Time) *tries { return &tries{now: now, by: map[string]*try{}} }

// missed counts a wrong code, and tells how long to wait once there are many.
func (t *tries) missed(place string) (wait time.Duration, many bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	x := t.fresh(place)
	if x == nil {
		t.forget()
		x = &try{since: t.now()}
		t.by[place] = x
	}
	x.n++
	return triesLast - t.now().Sub(x.since), x.n > triesMax
}

// many tells whether a place has missed many times lately.
func (t *tries) many(place string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	x := t.fresh(place)
	return x != nil && x.n >= triesMax
}

func (t *tries) fresh(place string) *try {
	x := t.by[place]
	if x != nil && t.now().Sub(x.since) >= triesLast {
		delete(t.by, place)
		return nil
	}
	return x
}

// forget makes room: what is old goes first, and if nothing is, everything.
func (t *tries) forget() {
	if len(t.by) < triesHeld {
		return
	}
	for place := range t.by {
		t.fresh(place)
	}
	if len(t.by) >= triesHeld {
		clear(t.by)
	}
}
