package hub_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"dugnad/hub"
	"dugnad/room"
)

// paper is a log in memory that keeps the contract of hub.Log, for what needs
// no disk: benchmarks, and time that does not pass. before and after, when set,
// are asked around every append, so that a test can let things go wrong.
type paper struct {
	mu     sync.Mutex
	rooms  map[string]*story
	ahead  time.Duration // the log's clock before the machine's
	before func() error
	after  func() error
	sick   error // what every call is answered while it is set
	writes int
	reads  int
}

type story struct {
	epoch   string
	records []room.Record
	cmds    map[string]bool
	bag     map[string]map[string]room.Choice // vote → slip → choice
	gone    bool
}

func newPaper() *paper { return &paper{rooms: map[string]*story{}} }

func (p *paper) Append(ctx context.Context, id string, after int64, entries []room.Entry) ([]room.Record, error) {
	if p.before != nil {
		if err := p.before(); err != nil {
			return nil, err
		}
	}
	records, err := p.write(ctx, id, after, entries)
	if err == nil && p.after != nil {
		err = p.after()
	}
	return records, err
}

func (p *paper) write(ctx context.Context, id string, after int64, entries []room.Entry) ([]room.Record, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.sick != nil {
		return nil, p.sick
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	s := p.rooms[id]
	if s == nil && after == 0 {
		s = &story{epoch: "epoch-" + id, cmds: map[string]bool{}, bag: map[string]map[string]room.Choice{}}
	}
	switch {
	case s == nil || s.gone:
		return nil, room.ErrGone
	case after != int64(len(s.records)):
		return nil, room.ErrStale
	}
	var records []room.Record
	for _, e := range entries {
		records = append(records, e.Records...)
		for _, fx := range e.Effects {
			if c, ok := fx.(room.CountBallots); ok {
				rec, err := s.count(c, e, after+int64(len(records))+1)
				if err != nil {
					return nil, err
				}
				records = append(records, rec)
			}
		}
	}
	for n, rec := range records {
		if s.cmds[rec.Cmd] {
			return nil, room.ErrStale
		}
		if rec.Seq != after+int64(n)+1 {
			return nil, fmt.Errorf("record %d after %d", rec.Seq, after)
		}
	}
	p.writes++
	p.rooms[id] = s
	for _, rec := range records {
		s.cmds[rec.Cmd] = true
		s.records = append(s.records, rec)
	}
	for _, e := range entries {
		for _, fx := range e.Effects {
			s.do(fx)
		}
	}
	return records, nil
}

func (s *story) count(c room.CountBallots, e room.Entry, seq int64) (room.Record, error) {
	var bag []room.Choice
	for _, choice := range s.bag[c.Vote] {
		bag = append(bag, choice)
	}
	slices.SortFunc(bag, func(a, b room.Choice) int { return strings.Compare(strings.Join(a, ","), strings.Join(b, ",")) })
	event, _ := c.Tally(bag)
	kind, body, err := room.Seal(event)
	return room.Record{Seq: seq, Cmd: e.Cmd, At: e.At, Seat: e.Seat, Kind: kind, Body: body}, err
}

func (s *story) do(fx room.Effect) {
	switch fx := fx.(type) {
	case room.PutBallot:
		if s.bag[fx.Vote] == nil {
			s.bag[fx.Vote] = map[string]room.Choice{}
		}
		s.bag[fx.Vote][fx.Slip] = fx.Choice
	case room.DropBallot:
		delete(s.bag[fx.Vote], fx.Slip)
	case room.CountBallots:
		if !fx.Keep {
			delete(s.bag, fx.Vote)
		}
	case room.Blank:
		s.records[fx.Seq-1].Body = fx.Body
	}
}

func (p *paper) Tail(_ context.Context, id string, after int64) (string, []room.Record, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.rooms[id]
	switch {
	case p.sick != nil:
		return "", nil, p.sick
	case s == nil || s.gone:
		return "", nil, room.ErrGone
	}
	p.reads++
	return s.epoch, slices.Clone(s.records[min(after, int64(len(s.records))):]), nil
}

func (p *paper) Heads(_ context.Context, ids []string) (map[string]hub.Head, int64, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.sick != nil {
		return nil, 0, p.sick
	}
	heads := map[string]hub.Head{}
	for _, id := range ids {
		if s := p.rooms[id]; s != nil && !s.gone {
			heads[id] = hub.Head{Seq: int64(len(s.records)), Epoch: s.epoch}
		}
	}
	return heads, time.Now().Add(p.ahead).UnixMilli(), nil
}

// edit changes what lies in the log behind everybody's back.
func (p *paper) edit(id string, f func(*story)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	f(p.rooms[id])
}

func (p *paper) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sick = err
}

// stored lists the commands that are in the log, each with how often.
func (p *paper) stored(id string) map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := map[string]int{}
	for _, rec := range p.rooms[id].records {
		n[rec.Cmd]++
	}
	return n
}
