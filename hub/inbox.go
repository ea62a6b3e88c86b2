package hub

import "sync"

// Commands that may wait for one room; the next is told busy. A hall that taps
// all at once is some hundreds.
const jobsMax = 4096

// inbox is what has come for a room while it was at work. Nobody who puts
// something in it waits for the room.
type inbox struct {
	mu   sync.Mutex
	shut bool // the room's goroutine is gone: find the new one
	acts []func()
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

// take empties the inbox.
func (in *inbox) take() (acts []func(), asks []*ask, jobs []*job) {
	in.mu.Lock()
	defer in.mu.Unlock()
	acts, asks, jobs = in.acts, in.asks, in.jobs
	in.acts, in.asks, in.jobs = nil, nil, nil
	return acts, asks, jobs
}

// close shuts the inbox if nothing is in it; with force, also if there is.
func (in *inbox) close(force bool) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	if !force && len(in.acts)+len(in.asks)+len(in.jobs) > 0 {
		return false
	}
	in.shut = true
	return true
}
