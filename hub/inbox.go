package hub

import "sync"

const (
	jobsMax = 4096 // commands that wait; the next is told busy. A hall that taps all at once is some hundreds
	newsMax = 256  // batches from other nodes
)

// inbox is what has come for a room while it was at work. Nobody who puts
// something in it waits for the room.
type inbox struct {
	mu   sync.Mutex
	shut bool // the room's goroutine is gone: find the new one
	acts []func()
	news []Batch
	lost bool // more news came than we keep: the log has it all
	asks []*ask
	jobs []*job
	bell chan struct{}
}

// putting adds under the lock, and tells whether the room is still there.
func (in *inbox) putting(add func()) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.shut {
		return false
	}
	add()
	in.ring()
	return true
}

func (in *inbox) ring() {
	select {
	case in.bell <- struct{}{}:
	default:
	}
}

// do has the room's goroutine do something.
func (in *inbox) do(act func()) bool {
	return in.putting(func() { in.acts = append(in.acts, act) })
}

// tell brings news from another node.
func (in *inbox) tell(b Batch) bool {
	return in.putting(func() {
		if in.news = append(in.news, b); len(in.news) > newsMax {
			in.news, in.lost = nil, true
		}
	})
}

func (in *inbox) ask(a *ask) bool {
	return in.putting(func() { in.asks = append(in.asks, a) })
}

// command queues a command; one too many is refused on the spot.
func (in *inbox) command(j *job) bool {
	full := false
	ok := in.putting(func() {
		if full = len(in.jobs) >= jobsMax; !full {
			in.jobs = append(in.jobs, j)
		}
	})
	if full {
		j.refuse(errBusy)
		j.tell()
	}
	return ok
}

// mail is what was in the inbox.
type mail struct {
	acts []func()
	news []Batch
	lost bool
	asks []*ask
	jobs []*job
}

// take empties the inbox.
func (in *inbox) take() mail {
	in.mu.Lock()
	defer in.mu.Unlock()
	m := mail{in.acts, in.news, in.lost, in.asks, in.jobs}
	in.acts, in.news, in.lost, in.asks, in.jobs = nil, nil, false, nil, nil
	return m
}

// close shuts the inbox if nothing is in it; with force, also if there is.
func (in *inbox) close(force bool) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	if !force && len(in.acts)+len(in.news)+len(in.asks)+len(in.jobs) > 0 {
		return false
	}
	in.shut = true
	return true
}
