package server

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// What a cookie may be for. One audience a purpose, so that a token made for
// one thing opens nothing else.
const (
	issuer       = "dugnad"
	audienceRoom = "dugnad:rom"
	audiencePage = "dugnad:side"
	passMax      = 1024 // bytes; the parser never sees more
	leeway       = 30 * time.Second
)

var errPass = errors.New("not a pass of this house")

// pass says which seat a device holds in which meeting, on which surface.
// Epoch is the link's when the pass was made: a rotated link kills it.
type pass struct {
	Room, Seat, Surface string
	Epoch               int
	Issued              time.Time
}

type claims struct {
	jwt.RegisteredClaims
	Room    string `json:"room,omitempty"`
	Surface string `json:"srf,omitempty"`
	Epoch   int    `json:"ae,omitempty"`
}

// write signs a pass that lasts.
func (k Keys) write(p pass, lasts time.Duration) (string, error) {
	return k.stamp(claims{
		RegisteredClaims: jwt.RegisteredClaims{Subject: p.Seat, Audience: jwt.ClaimStrings{audienceRoom},
			IssuedAt: jwt.NewNumericDate(p.Issued), ExpiresAt: jwt.NewNumericDate(p.Issued.Add(lasts))},
		Room: p.Room, Surface: p.Surface, Epoch: p.Epoch,
	})
}

func (k Keys) stamp(c claims) (string, error) {
	c.Issuer = issuer
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	t.Header["kid"] = k.sign
	return t.SignedString(k.by[k.sign])
}

// read opens a pass. Whatever is wrong with it, the answer is the same.
func (k Keys) read(token string, now time.Time) (pass, error) {
	c, err := k.verify(token, audienceRoom, now)
	if err != nil || c.Room == "" || c.Subject == "" || c.Surface == "" || c.IssuedAt == nil {
		return pass{}, errPass
	}
	return pass{Room: c.Room, Seat: c.Subject, Surface: c.Surface, Epoch: c.Epoch, Issued: c.IssuedAt.Time}, nil
}

// verify is the one way into a token: size first, one algorithm, keys by name
// from a fixed list. What the header says about keys of its own is not read.
func (k Keys) verify(token, audience string, now time.Time) (claims, error) {
	var c claims
	if len(token) > passMax {
		return c, errPass
	}
	parser := jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}), jwt.WithIssuer(issuer), jwt.WithAudience(audience),
		jwt.WithExpirationRequired(), jwt.WithLeeway(leeway), jwt.WithStrictDecoding(),
		jwt.WithTimeFunc(func() time.Time { return now }))
	_, err := parser.ParseWithClaims(token, &c, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		if key := k.by[kid]; key != nil {
			return key, nil
		}
		return nil, errPass
	})
	return c, err
}
