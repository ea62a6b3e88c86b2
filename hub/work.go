package hub

import (
	"context"
	"time"

	"dugnad/room"
)

const (
	batchMax      = 256             // commands in one append
	jobPatience   = 5 * time.Second // then a command is told busy, and may be sent again
	appendTimeout = 3 * time.Second
	tailTimeout   = 3 * time.Second
	wakeTimeout   = 10 * time.Second
)

// work decides commands in the order they came and stores them, as many at a
// time as there are. Whatever goes wrong on the way, the state is read anew and
// the commands are looked up there before they are decided again, so that none
// takes effect twice and none is taken for done that is not.
func (r *live) work(jobs []*job) {
	const first = 25 * time.Millisecond
	pause, conflicts := first, 0
	for len(jobs) > 0 && !r.over {
		until := jobs[0].born.Add(jobPatience)
		b, rest, err := r.attempt(jobs, until)
		switch {
		case err == nil:
			r.settle(b.jobs)
			r.show()
			jobs, pause, conflicts = rest, first, 0
			continue
		case gone(err):
			for _, j := range jobs {
				j.refuse(room.ErrGone)
				j.tell()
			}
			r.vanish()
			return
		}
		jobs = r.guilty(jobs)
		// A conflict means that somebody else has got on: there is nothing to
		// wait for, unless it never ends.
		if conflicts++; !stale(err) || conflicts > 5 {
			r.wait(min(pause, time.Until(until)))
			pause *= 2
		}
		jobs = r.expired(jobs)
	}
	for _, j := range jobs {
		j.refuse(ErrClosed)
		j.tell()
	}
}

// attempt wakes the room if need be, decides one batch and appends it. After an
// error the state is gone.
func (r *live) attempt(jobs []*job, until time.Time) (b *batch, rest []*job, err error) {
	left := max(time.Until(until), tailTimeout/10)
	ctx, cancel := r.within(min(left, wakeTimeout))
	defer cancel()
	err = safely(func() error {
		if err := r.awake(ctx); err != nil {
			return err
		}
		for {
			if b, rest, err = r.decide(jobs); err != nil {
				return err
			}
			if len(b.entries) > 0 || !b.refuses() || !r.doubtful(b.jobs) {
				break
			}
			// Somebody may have written elsewhere what would turn a no into a
			// yes: a no is as fresh as a yes.
			if moved, err := r.tail(ctx); err != nil || !moved {
				if err != nil {
					return err
				}
				break
			}
		}
		return r.commit(ctx, b)
	})
	if err != nil && !gone(err) {
		if r.world != nil || broken(err) {
			r.lose("append", quiet(err))
		}
	}
	return b, rest, err
}

// settle keeps the answers until people have been shown what was done. Our own
// code shows nothing and is answered at once.
func (r *live) settle(jobs []*job) {
	for _, j := range jobs {
		if j.err == nil {
			r.hub.count.stored.Add(1)
		} else {
			r.hub.count.refused.Add(1)
		}
		if j.line == nil {
			j.tell()
		} else {
			r.owed = append(r.owed, j)
		}
	}
}

// guilty refuses the command that was being decided when the room broke, the
// second time: it must not take the others down with it for ever.
func (r *live) guilty(jobs []*job) []*job {
	j := r.trying
	r.trying = nil
	if j == nil {
		return jobs
	}
	if j.panics++; j.panics < 2 {
		return jobs
	}
	j.refuse(errInvalid)
	j.tell()
	return without(jobs, func(x *job) bool { return x == j })
}

// expired tells those who have waited long enough.
func (r *live) expired(jobs []*job) []*job {
	return without(jobs, func(j *job) bool {
		late := time.Since(j.born) >= jobPatience
		if late {
			j.refuse(errBusy)
			j.tell()
			r.hub.count.busy.Add(1)
		}
		return late
	})
}

func without(jobs []*job, out func(*job) bool) []*job {
	var kept []*job
	for _, j := range jobs {
		if !out(j) {
			kept = append(kept, j)
		}
	}
	return kept
}

// wait lets a sick log breathe.
func (r *live) wait(d time.Duration) {
	ctx, cancel := context.WithTimeout(r.hub.ctx, d)
	defer cancel()
	<-ctx.Done()
	if r.hub.ctx.Err() != nil {
		r.over = true
	}
}
