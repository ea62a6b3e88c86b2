package hub

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"dugnad/room"
)

// batch is commands that stand or fall together in one append.
type batch struct {
	after   int64
	entries []room.Entry
	jobs    []*job
	moments []moment
}

func (b *batch) refuses() bool {
	for _, j := range b.jobs {
		if j.err != nil {
			return true
		}
	}
	return false
}

// decide takes commands in order and plays what they lead to into the state,
// which from here on says more than the log does: nobody is shown or told
// anything before commit. What the store must count ends the batch, since only
// the store knows what will have happened.
func (r *live) decide(jobs []*job) (*batch, []*job, error) {
	w := r.world
	b := &batch{after: w.state.Head}
	now := max(r.hub.clock.now(), w.state.At) // time in a story never goes back
	for i, j := range jobs {
		if i == batchMax {
			return b, jobs[i:], nil
		}
		r.trying = j
		last, err := decideOne(w, b, j, now)
		if err != nil {
			return nil, nil, err
		}
		r.trying = nil
		if last {
			return b, jobs[i+1:], nil
		}
	}
	return b, nil, nil
}

func decideOne(w *world, b *batch, j *job, now int64) (last bool, err error) {
	b.jobs = append(b.jobs, j)
	j.seq, j.err, j.counts = 0, nil, false
	seq, known := w.cmds[j.key]
	switch {
	case known:
		j.seq = seq // stored already, whatever it says this time
		return false, nil
	case w.stuck != nil:
		j.err = errReadOnly
		return false, nil
	case unborn(w) && !creates(j.cmd):
		j.err = room.ErrGone
		return false, nil
	}
	d, err := w.state.Decide(j.seat, j.cmd, room.Moment{Now: now, Dice: rand.Uint64()})
	if err != nil {
		j.err = err
		return false, nil
	}
	e := room.Entry{Cmd: j.key, Seat: j.seat, At: now, Effects: d.Effects}
	var touched []room.Touched
	j.seq = w.state.Head + 1
	for n, event := range d.Events {
		rec := room.Record{Seq: w.state.Head + 1, Cmd: j.key, At: now, Seat: j.seat}
		if n > 0 {
			rec.Cmd += "/" + strconv.Itoa(n)
		}
		if rec.Kind, rec.Body, err = room.Seal(event); err != nil {
			return false, fmt.Errorf("seal: %w", err)
		}
		m, t, err := w.apply(rec)
		if err != nil {
			return false, err
		}
		e.Records = append(e.Records, rec)
		b.moments = append(b.moments, m)
		touched = append(touched, t)
	}
	e.Effects = append(e.Effects, w.state.Rows(touched...)...)
	b.entries = append(b.entries, e)
	if j.counts = counted(d.Effects); !j.counts && len(d.Events) == 0 {
		j.seq = w.state.Head // rows only
	}
	return j.counts, nil
}

func counted(effects []room.Effect) bool {
	for _, e := range effects {
		if _, ok := e.(room.CountBallots); ok {
			return true
		}
	}
	return false
}

// commit appends a batch. When it returns nil, and not before, what the batch
// did has happened.
func (r *live) commit(ctx context.Context, b *batch) error {
	if len(b.entries) == 0 {
		return nil
	}
	w, asked := r.world, time.Now()
	ctx, cancel := context.WithTimeout(ctx, appendTimeout)
	defer cancel()
	records, err := r.hub.log.Append(ctx, r.id, b.after, b.entries)
	r.hub.count.append(time.Since(asked), len(b.jobs), err)
	if err != nil {
		return fmt.Errorf("append to room %s: %w", r.id, err)
	}
	for _, rec := range records {
		if rec.Seq <= w.state.Head {
			continue
		}
		m, _, err := w.apply(rec) // what the store has counted
		if err != nil {
			return err
		}
		b.moments = append(b.moments, m)
	}
	if w.state.Head != b.after+int64(len(records)) {
		return fmt.Errorf("room %s: %d records stored after %d, state at %d", r.id, len(records), b.after, w.state.Head)
	}
	r.fresh, r.dueSoon = asked, true
	if w.epoch == "" { // just born: the log has given it one
		if w.epoch, _, err = r.hub.log.Tail(ctx, r.id, w.state.Head); err != nil {
			return fmt.Errorf("epoch of room %s: %w", r.id, err)
		}
		r.epoch = w.epoch
	}
	r.pict.collect(w, b.moments)
	r.publish(records, b.after)
	return nil
}

func (r *live) publish(records []room.Record, after int64) {
	if r.hub.post == nil || len(records) == 0 {
		return
	}
	r.hub.post.put(Batch{Room: r.id, Epoch: r.world.epoch, From: after + 1, To: after + int64(len(records)), Records: records})
}

func stale(err error) bool { return errors.Is(err, room.ErrStale) }

// quiet leaves out the error that is nothing to write home about.
func quiet(err error) error {
	if stale(err) {
		return nil
	}
	return err
}
