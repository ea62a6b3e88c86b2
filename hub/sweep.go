package hub

import "sync/atomic"

// sweep is one round over the clients. While it runs, what happens in the room
// is collected and written all in the next one, so that a busy hall gets fewer,
// fuller frames. It waits only for lines that were idle when it began: a phone
// that is behind holds nobody up.
type sweep struct {
	left atomic.Int32
	over func() // called once, from the goroutine that finished it
}

func newSweep(over func()) *sweep {
	s := &sweep{over: over}
	s.left.Store(1) // ourselves, while we hand it out
	return s
}

func (s *sweep) add() { s.left.Add(1) }

func (s *sweep) done() {
	if s != nil && s.left.Add(-1) == 0 {
		s.over()
	}
}
