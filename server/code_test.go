package server

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// A code is read as people write it, and nothing else is.
func TestTidy(t *testing.T) {
	for _, c := range []struct {
		typed, code string
		ok          bool
	}{
		{"7GK2MX4Q", "7GK2MX4Q", true},
		{" 7gk2-mx4q ", "7GK2MX4Q", true},
		{"7gk2–mx4q", "7GK2MX4Q", true},
		{"7GK2\u00a0MX4Q", "7GK2MX4Q", true},
		{"oIlO-1111", "01101111", true},
		{"7GK2MX4", "", false},
		{"7GK2MX4QQ", "", false},
		{"7GK2MX4U", "", false},
		{"7GK2MX4Ø", "", false},
		{"７GK2MX4Q", "", false},
		{"", "", false},
		{strings.Repeat("-", 5000), "", false},
	} {
		got, ok := tidy(c.typed, codeLen)
		if ok != c.ok || ok && got != c.code {
			t.Errorf("%q: %q %v", c.typed, got, ok)
		}
	}
}

func FuzzTidy(f *testing.F) {
	f.Add("7gk2-mx4q")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, typed string) {
		code, ok := tidy(typed, codeLen)
		if !ok {
			return
		}
		if again, ok := tidy(code, codeLen); !ok || again != code || len(code) != codeLen {
			t.Errorf("%q became %q and then %q", typed, code, again)
		}
	})
}

// One device has one seat in a room, another in the next, and as facilitator a
// third; none can be turned back into the device's id.
func TestSeatOf(t *testing.T) {
	const device = "abcdefghijklmnopqrstuvwxyz"
	seats := map[string]bool{}
	for _, s := range []string{seatOf("r1", surfaceGuest, device), seatOf("r2", surfaceGuest, device), seatOf("r1", surfaceLead, device)} {
		if len(s) != 20 || strings.Trim(s, "0123456789abcdef") != "" {
			t.Errorf("seat %q", s)
		}
		seats[s] = true
	}
	if again := seatOf("r1", surfaceGuest, device); len(seats) != 3 || !seats[again] {
		t.Error("seats are mixed up", seats, again)
	}
}

func TestGoodKey(t *testing.T) {
	dice := rand.NewChaCha8([32]byte{1})
	for range 1000 {
		key, err := NewKey(dice)
		if err != nil || !GoodKey(key) || len(key) != keyLen {
			t.Fatalf("%q %v", key, err)
		}
	}
	for _, weak := range []string{"", "changeme", strings.Repeat("A", keyLen), strings.Repeat("AB", keyLen/2)} {
		if GoodKey(weak) {
			t.Errorf("%q passes for a key", weak)
		}
	}
}
