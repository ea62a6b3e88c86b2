package room

import (
	"crypto/subtle"
	"slices"
)

// spentMax is how many keys that were replaced are remembered, the latest.
const spentMax = 200

// spend remembers a key that opens nothing any more, by its hash. Whoever comes with
// it once had it in hand, for a key is far too long to be guessed: they may be told
// that it was replaced, and whom to ask. Of a key that never was nothing is said.
func (s *State) spend(hash string) {
	if hash == "" || slices.Contains(s.Spent, hash) {
		return
	}
	if s.Spent = append(s.Spent, hash); len(s.Spent) > spentMax {
		s.Spent = append([]string(nil), s.Spent[len(s.Spent)-spentMax:]...)
	}
}

// WasKey tells whether a key opened something here before it was replaced.
func (s *State) WasKey(hash string) (was bool) {
	for _, kept := range s.Spent {
		was = subtle.ConstantTimeCompare([]byte(kept), []byte(hash)) == 1 || was
	}
	return was
}
