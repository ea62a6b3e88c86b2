package server

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var b64 = base64.RawURLEncoding

// forge writes a token by hand, so that no library keeps it from being wrong.
func forge(header, claims map[string]any, sign func(text string) []byte) string {
	h, _ := json.Marshal(header)
	c, _ := json.Marshal(claims)
	text := b64.EncodeToString(h) + "." + b64.EncodeToString(c)
	return text + "." + b64.EncodeToString(sign(text))
}

func with(m map[string]any, k string, v any) map[string]any {
	n := maps.Clone(m)
	if v == nil {
		delete(n, k)
	} else {
		n[k] = v
	}
	return n
}

func testKeys(t *testing.T) Keys {
	t.Helper()
	text, err := NewKeys(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	k, err := ParseKeys(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestA10: every way of faking a pass is refused with one and the same error,
// and nothing panics. The same token made honestly is read.
func TestA10(t *testing.T) {
	keys := testKeys(t)
	now := time.Date(2026, 3, 4, 18, 0, 0, 0, time.UTC)
	hs256 := func(key []byte) func(string) []byte {
		return func(text string) []byte {
			m := hmac.New(sha256.New, key)
			m.Write([]byte(text))
			return m.Sum(nil)
		}
	}
	hs512 := func(text string) []byte {
		m := hmac.New(sha512.New, keys.by["k1"])
		m.Write([]byte(text))
		return m.Sum(nil)
	}
	ours := hs256(keys.by["k1"])
	none := func(string) []byte { return nil }
	header := map[string]any{"alg": "HS256", "typ": "JWT", "kid": "k1"}
	good := map[string]any{"iss": issuer, "aud": audienceRoom, "sub": "s1", "room": "r1", "srf": "p", "iat": now.Unix(),
		"exp": now.Add(time.Hour).Unix()}

	if p, err := keys.read(forge(header, good, ours), now); err != nil || p.Room != "r1" || p.Seat != "s1" {
		t.Fatal("an honest pass is refused:", err)
	}
	attacker := []byte("0123456789abcdef0123456789abcdef")
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	public, err := x509.MarshalPKIXPublicKey(&rsaKey.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	publicPEM := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public})
	rs256, err := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims(good)).SignedString(rsaKey)
	if err != nil {
		t.Fatal(err)
	}
	honest := forge(header, good, ours)
	for name, token := range map[string]string{
		"empty":            "",
		"words":            "not.a.token",
		"alg none":         forge(with(header, "alg", "none"), good, none),
		"alg None":         forge(with(header, "alg", "None"), good, none),
		"alg missing":      forge(with(header, "alg", nil), good, ours),
		"alg a number":     forge(with(header, "alg", 256), good, ours),
		"HS512":            forge(with(header, "alg", "HS512"), good, hs512),
		"RS256":            rs256,
		"HS with RSA key":  forge(header, good, hs256(publicPEM)),
		"jwk header":       forge(with(header, "jwk", map[string]any{"kty": "oct", "k": b64.EncodeToString(attacker)}), good, hs256(attacker)),
		"jku header":       forge(with(header, "jku", "https://evil.example/keys"), good, hs256(attacker)),
		"x5u header":       forge(with(header, "x5u", "https://evil.example/cert"), good, hs256(attacker)),
		"foreign kid":      forge(with(header, "kid", "k2"), good, hs256(attacker)),
		"no kid":           forge(with(header, "kid", nil), good, hs256(nil)),
		"kid a path":       forge(with(header, "kid", "../../dev/null"), good, hs256(nil)),
		"kid a list":       forge(with(header, "kid", []string{"k1"}), good, ours),
		"kid empty":        forge(with(header, "kid", ""), good, hs256(nil)),
		"no exp":           forge(header, with(good, "exp", nil), ours),
		"exp a word":       forge(header, with(good, "exp", "never"), ours),
		"old":              forge(header, with(good, "exp", now.Add(-31*time.Second).Unix()), ours),
		"no aud":           forge(header, with(good, "aud", nil), ours),
		"aud of a page":    forge(header, with(good, "aud", audiencePage), ours),
		"wrong issuer":     forge(header, with(good, "iss", "someone"), ours),
		"no room":          forge(header, with(good, "room", nil), ours),
		"no seat":          forge(header, with(good, "sub", nil), ours),
		"no surface":       forge(header, with(good, "srf", nil), ours),
		"not yet":          forge(header, with(good, "nbf", now.Add(time.Hour).Unix()), ours),
		"no signature":     honest[:strings.LastIndexByte(honest, '.')+1],
		"four parts":       honest + ".x",
		"padded":           honest + "==",
		"too long":         forge(header, with(good, "note", strings.Repeat("x", passMax)), ours),
		"a million dots":   strings.Repeat(".", 1<<20),
		"a million zeros":  strings.Repeat("\x00", 1<<20),
		"claims not JSON":  b64.EncodeToString([]byte(`{"alg":"HS256","kid":"k1"}`)) + "." + b64.EncodeToString([]byte("nonsense")) + ".x",
		"header not JSON":  b64.EncodeToString([]byte(`[]`)) + "." + b64.EncodeToString([]byte("{}")) + ".x",
		"loose last bits":  honest[:len(honest)-1] + string(nextLetter(honest[len(honest)-1])),
		"one letter moved": honest[:len(honest)-2] + "AA",
	} {
		if _, err := keys.read(token, now); err != errPass {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := keys.read(forge(header, with(good, "exp", now.Add(-29*time.Second).Unix()), ours), now); err != nil {
		t.Error("a clock that is 29 seconds off shuts people out")
	}
}

// nextLetter has the same meaning to whoever does not look at the last bits.
func nextLetter(c byte) byte {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	return letters[strings.IndexByte(letters, c)+1]
}

// Cost must not grow with what is sent: the parser never sees a long token.
func TestA10BoundedCost(t *testing.T) {
	keys := testKeys(t)
	long := strings.Repeat(".", 1<<20)
	if n := testing.AllocsPerRun(10, func() { _, _ = keys.read(long, time.Now()) }); n > 1 {
		t.Errorf("a million dots cost %v allocations", n)
	}
}

// Keys change without logging anybody out: the first signs, all verify, and a
// key taken off the list is dead.
func TestKeyRotation(t *testing.T) {
	one, two := newTestKey(t, "a"), newTestKey(t, "b")
	parse := func(text string) Keys {
		k, err := ParseKeys(text)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	now := time.Now()
	token, err := parse(one).write(pass{Room: "r", Seat: "s", Surface: "p", Issued: now}, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parse(two+","+one).read(token, now); err != nil {
		t.Error("rotation logged somebody out")
	}
	if _, err := parse(two).read(token, now); err == nil {
		t.Error("a key taken away still opens")
	}
}

func newTestKey(t *testing.T, kid string) string {
	t.Helper()
	b := make([]byte, keyBytes)
	if _, err := rand.Read(b); err != nil {
		t.Fatal(err)
	}
	return kid + ":" + base64.StdEncoding.EncodeToString(b)
}

func TestWeakKeys(t *testing.T) {
	strong := newTestKey(t, "k1")
	for _, text := range []string{
		"", "k1", "k1:", "k1:####", strong + ",", strong + "," + strong, "../k:" + strong[3:], "K1:" + strong[3:],
		"k1:" + base64.StdEncoding.EncodeToString([]byte("short")),
		"k1:" + base64.StdEncoding.EncodeToString(make([]byte, 32)),
		"k1:" + base64.StdEncoding.EncodeToString([]byte("correct horse battery staple, they said")),
	} {
		if _, err := ParseKeys(text); err != ErrKeys {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// The file is its owner's alone, and the same the next time.
func TestOpenKeys(t *testing.T) {
	path := t.TempDir() + "/keys"
	first, err := OpenKeys(path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	again, err := OpenKeys(path, rand.Reader)
	if err != nil || string(again.by["k1"]) != string(first.by["k1"]) {
		t.Fatal("the keys changed", err)
	}
	onlyOwner(t, path)
}

func FuzzPass(f *testing.F) {
	text, err := NewKeys(rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	keys, err := ParseKeys(text)
	if err != nil {
		f.Fatal(err)
	}
	now := time.Now()
	token, err := keys.write(pass{Room: "r", Seat: "s", Surface: "p", Issued: now}, time.Hour)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(token)
	f.Add("..")
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := keys.read(text, now); err == nil && text != token {
			t.Errorf("%q opens as %+v", text, p)
		}
	})
}
