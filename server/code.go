package server

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"io"
	"strings"
	"unicode"
)

// Crockford's base32 has no I, L, O or U, so that a code can be read aloud.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

var base = base32.NewEncoding(crockford).WithPadding(base32.NoPadding)

const (
	codeLen = 8  // 40 bits: what is typed in the hall
	keyLen  = 26 // 128 bits: recovery key, board key
	roomLen = 16 // no secret
)

// newCode is what people type to come in.
func (s *Server) newCode() (string, error) { return s.draw(5) }

// newKey opens a surface. Only its hash is kept.
func (s *Server) newKey() (string, error) { return s.draw(16) }

// newRoom names a meeting in addresses and cookies.
func (s *Server) newRoom() (string, error) {
	id, err := s.draw(10)
	return strings.ToLower(id), err
}

func (s *Server) draw(bytes int) (string, error) {
	b := make([]byte, bytes)
	if err := s.roll(b); err != nil {
		return "", err
	}
	return base.EncodeToString(b), nil
}

// tidy reads a code or key as a tired person writes it: any case, spaces and
// hyphens anywhere, O for 0, I and L for 1.
func tidy(typed string, length int) (string, bool) {
	if len(typed) > 4*keyLen {
		return "", false
	}
	var b strings.Builder
	for _, r := range strings.ToUpper(typed) {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), r == '−':
			continue
		case r == 'O':
			r = '0'
		case r == 'I', r == 'L':
			r = '1'
		}
		if r > unicode.MaxASCII || !strings.ContainsRune(crockford, r) {
			return "", false
		}
		b.WriteRune(r)
	}
	return b.String(), b.Len() == length
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// seatOf names the seat of a device, the same each time it asks. The device's
// own id never leaves it but in the request: from the seat it cannot be found.
// A guest and a facilitator on one device are two seats.
func seatOf(roomID, surface, device string) string {
	if surface == surfaceGuest {
		return hash(roomID + ":" + device)[:20]
	}
	return hash(roomID + ":" + surface + ":" + device)[:20]
}

// goodDevice tells whether a device's id has enough dice in it.
func goodDevice(id string) bool {
	if len(id) < 22 || len(id) > 64 {
		return false
	}
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

// GoodKey tells whether a text can be a key somebody threw dice for.
func GoodKey(text string) bool {
	key, ok := tidy(text, keyLen)
	seen := map[rune]bool{}
	for _, r := range key {
		seen[r] = true
	}
	return ok && len(seen) >= 8
}

// NewKey throws the dice for a key.
func NewKey(dice io.Reader) (string, error) {
	b := make([]byte, 16)
	if _, err := io.ReadFull(dice, b); err != nil {
		return "", err
	}
	return base.EncodeToString(b), nil
}
