package server

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Keys sign cookies. The first signs, all verify, so that a key can be changed
// without logging anybody out.
type Keys struct {
	sign string
	by   map[string][]byte
}

const keyBytes = 32

// ErrKeys says what is wrong with a list of keys, without showing it.
var ErrKeys = errors.New("keys must be written kid:base64,kid:base64 with at least 32 bytes of dice behind each")

// ParseKeys reads `kid:base64,kid:base64`.
func ParseKeys(text string) (Keys, error) {
	k := Keys{by: map[string][]byte{}}
	for _, pair := range strings.Split(strings.TrimSpace(text), ",") {
		kid, secret, ok := strings.Cut(strings.TrimSpace(pair), ":")
		key, err := base64.StdEncoding.DecodeString(secret)
		if !ok || err != nil || !goodKid(kid) || len(key) < keyBytes || weak(key) || k.by[kid] != nil {
			return Keys{}, ErrKeys
		}
		if k.sign == "" {
			k.sign = kid
		}
		k.by[kid] = key
	}
	return k, nil
}

// OpenKeys reads the keys in a file, and makes the file the first time.
func OpenKeys(path string, dice io.Reader) (Keys, error) {
	text, err := OpenSecret(path, func() (string, error) { return NewKeys(dice) })
	if err != nil {
		return Keys{}, err
	}
	k, err := ParseKeys(text)
	if err != nil {
		return Keys{}, fmt.Errorf("%s: %w", path, err)
	}
	return k, nil
}

// OpenSecret reads a file that only its owner may read, and makes it the first
// time. It is written whole under another name first: half a secret on a full
// disk would lock everybody out.
func OpenSecret(path string, make func() (string, error)) (string, error) {
	b, err := os.ReadFile(path)
	if err == nil {
		return strings.TrimSpace(string(b)), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	text, err := make()
	if err != nil {
		return "", err
	}
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text + "\n")
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return "", errors.Join(err, os.Remove(part))
	}
	return text, os.Rename(part, path)
}

func goodKid(kid string) bool {
	if kid == "" || len(kid) > 16 {
		return false
	}
	for _, r := range kid {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}

// weak tells a key that nobody threw dice for: too few different bytes, or
// readable text, which is how a password or an example from a page looks.
func weak(key []byte) bool {
	seen, text := map[byte]bool{}, true
	for _, b := range key {
		seen[b] = true
		text = text && b >= 0x20 && b < 0x7f
	}
	return len(seen) < 16 || text
}

// NewKeys throws the dice for one signing key, written as ParseKeys reads it.
func NewKeys(dice io.Reader) (string, error) {
	b := make([]byte, keyBytes)
	if _, err := io.ReadFull(dice, b); err != nil {
		return "", err
	}
	return "k1:" + base64.StdEncoding.EncodeToString(b), nil
}
