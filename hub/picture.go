package hub

import (
	"hash/maphash"

	"dugnad/room"
)

// mark is a thing that must be shown again: the layer it was last shown in, and
// the first position that touched it since. A snapshot that was made in the
// meantime may have shown it in another layer to somebody.
type mark struct {
	was  room.Layer
	at   int64
	also []room.Layer
}

// picture is what the people in the room have been shown, as far as it differs
// from what is so now. It outlives the state: after a wake from the log the same
// people still hold the same picture, and are shown what has changed since.
type picture struct {
	seen int64 // everything touched up to here is either shown or marked
	fast map[room.Key]mark
	slow map[room.Key]mark // counts: collected, since only the latest matters
	last map[room.Key]shown
	seed maphash.Seed

	// Somebody was shown how things are now, while others still hold what was
	// shown last: then also what has gone back to that must be sent.
	peekedFast, peekedSlow bool
}

// peek notes that somebody is shown the state as it is, ahead of the others.
func (p *picture) peek(w *world) {
	p.peekedFast, p.peekedSlow = true, true
	for k, m := range p.fast {
		if now := w.where[k]; now != nowhere && now != m.was && !in(m.also, now) {
			m.also = append(m.also, now)
			p.fast[k] = m
		}
	}
}

// shown is a fingerprint of what was last sent of a thing, and where.
type shown struct {
	in  room.Layer
	sum uint64
}

func newPicture() *picture {
	return &picture{fast: map[room.Key]mark{}, slow: map[room.Key]mark{}, last: map[room.Key]shown{}, seed: maphash.MakeSeed()}
}

// renew forgets what was shown: everybody is about to get a whole picture.
func (p *picture) renew(head int64) {
	p.seen = head
	clear(p.fast)
	clear(p.slow)
	clear(p.last)
}

// collect marks what committed records have touched. A thing that moves
// between layers is never slow: what is hidden must be hidden at once.
func (p *picture) collect(w *world, ms []moment) {
	for _, m := range ms {
		for _, t := range m.touches {
			first, old := p.fast[t.key]
			if old {
				continue
			}
			if first, old = p.slow[t.key]; !old {
				first = mark{was: t.was, at: m.seq}
			}
			if room.Slow(t.key) && first.was == w.where[t.key] {
				p.slow[t.key] = first
				continue
			}
			if _, was := p.slow[t.key]; was {
				delete(p.slow, t.key)
				p.peekedFast = p.peekedFast || p.peekedSlow
			}
			p.fast[t.key] = first
		}
		p.seen = m.seq
	}
}

// flush makes a sheet of what must be shown now; with all, also of the counts.
func (p *picture) flush(w *world, all bool) *sheet {
	s := &sheet{head: p.seen, set: map[room.Layer][]byte{}, del: map[room.Layer][]byte{},
		kept: map[room.Layer]int64{}, frames: map[string][]byte{}}
	p.show(w, p.fast, p.peekedFast, s)
	p.peekedFast = false
	if all {
		p.show(w, p.slow, p.peekedSlow, s)
		p.peekedSlow = false
	}
	for _, m := range p.slow {
		if at, ok := s.kept[m.was]; !ok || m.at < at {
			s.kept[m.was] = m.at
		}
	}
	return s
}

// show compares the layer each thing was shown in last with where it lies now.
// Only those who could see it there are told that it is gone.
func (p *picture) show(w *world, marks map[room.Key]mark, peeked bool, s *sheet) {
	for k, m := range marks {
		now, piece := w.where[k], w.piece(k)
		for _, l := range append(m.also, m.was) {
			if l != nowhere && (l != now || piece == nil) {
				s.del[l] = listed(s.del[l], quoted(nil, k))
			}
		}
		if piece == nil {
			delete(p.last, k)
			continue
		}
		sum := shown{now, maphash.Bytes(p.seed, piece)}
		if m.was == now && p.last[k] == sum && !peeked {
			continue // looks to everybody as it did
		}
		p.last[k] = sum
		s.set[now] = listed(s.set[now], piece)
	}
	clear(marks)
}
