package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"
)

// Clock is a demo's time: it begins where it is told to, runs on with the
// machine's steady clock, and can be set forward, so that a year can be played
// in an evening. Nobody outside this machine reaches it.
type Clock struct {
	mu    sync.Mutex
	shows time.Time
	since time.Time // when it showed that, with its monotonic reading
	still bool      // a test's: it moves only when it is set
}

// errBackwards is for who would have things happen before what has happened.
var errBackwards = errors.New("the clock goes forward only")

// NewClock shows a time from now on.
func NewClock(shows time.Time) *Clock { return &Clock{shows: shows, since: time.Now()} }

// Now is what it shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

func (c *Clock) now() time.Time {
	if c.still {
		return c.shows
	}
	return c.shows.Add(time.Since(c.since))
}

// Set moves it forward.
func (c *Clock) Set(to time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if to.Before(c.now()) {
		return errBackwards
	}
	c.shows, c.since = to, time.Now()
	return nil
}

// clockFace is the time on the wire, in unix milliseconds.
type clockFace struct {
	Now int64 `json:"now"`
}

// ServeHTTP shows the time to a GET and sets it with a PUT. It must be served on
// a loopback listener alone. A page in a browser on this machine cannot use it:
// what it sends as JSON the browser asks about first, and a name that was made to
// lead here is not this machine's own.
func (c *Clock) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !loopback(r.Host) {
		http.Error(w, "only for this machine", http.StatusMisdirectedRequest)
		return
	}
	if r.Method == http.MethodPut {
		var to clockFace
		switch {
		case r.Header.Get("Content-Type") != "application/json":
			http.Error(w, "send application/json", http.StatusUnsupportedMediaType)
			return
		case json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<10)).Decode(&to) != nil:
			http.Error(w, `send {"now": unix milliseconds}`, http.StatusBadRequest)
			return
		}
		if err := c.Set(time.UnixMilli(to.Now)); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(clockFace{c.Now().UnixMilli()}) // who asked has gone
}
