package room

import (
	"crypto/subtle"
	"slices"
)

// spentMax is how many keys that open nothing any more are remembered, the latest.
const spentMax = 200

// SpentKey is one of them. Withdrawn is one that nothing came in the place of.
type SpentKey struct {
	Hash      string
	Withdrawn bool
}

// spend remembers a key that was replaced, by its hash. Whoever comes with it once
// had it in hand, for a key is far too long to be guessed: they may be told what
// became of it, and whom to ask. Of a key that never was nothing is said.
func (s *State) spend(hash string) { s.spendAs(SpentKey{Hash: hash}) }

// withdraw remembers a key that was taken away.
func (s *State) withdraw(hash string) { s.spendAs(SpentKey{hash, true}) }

func (s *State) spendAs(key SpentKey) {
	if key.Hash == "" || slices.ContainsFunc(s.Spent, func(k SpentKey) bool { return k.Hash == key.Hash }) {
		return
	}
	if s.Spent = append(s.Spent, key); len(s.Spent) > spentMax {
		s.Spent = append([]SpentKey(nil), s.Spent[len(s.Spent)-spentMax:]...)
	}
}

// WasKey tells whether a key opened something here once, and whether it was taken
// away rather than replaced.
func (s *State) WasKey(hash string) (was, withdrawn bool) {
	for _, k := range s.Spent {
		if subtle.ConstantTimeCompare([]byte(k.Hash), []byte(hash)) == 1 {
			was, withdrawn = true, k.Withdrawn
		}
	}
	return was, withdrawn
}
