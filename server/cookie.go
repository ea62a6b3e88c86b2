package server

import (
	"net/http"
	"strings"
	"time"
)

// The surfaces a browser can hold at once, each with a cookie of its own for
// every meeting.
const (
	surfaceGuest = "p"
	surfaceLead  = "lead"
	surfaceBoard = "board"

	surfaceFollow = "follow"

	surfaceSee = "see" // not a cookie: what a leader looks at, by the leader's own
)

// lasts is how long a pass is good for by itself. A guest's ends with the
// meeting, which the room knows; a lead's and a board's slide while in use.
var lasts = map[string]time.Duration{
	surfaceGuest: 30 * 24 * time.Hour,
	surfaceLead:  30 * 24 * time.Hour,
	surfaceBoard: 30 * 24 * time.Hour,

	surfaceFollow: 90 * 24 * time.Hour,
}

// slideAfter is the age at which a pass in use is exchanged for a fresh one.
const slideAfter = 24 * time.Hour

// guestStays is how long a guest may come back after the end.
const guestStays = 12 * time.Hour

const cookieMark = "d_"

// cookieName is `d_<surface>_<room>`, tied to this very host in public mode.
func (s *Server) cookieName(surface, roomID string) string {
	return s.prefix() + surface + "_" + roomID
}

// prefix is what every cookie of ours starts with. Browsers drop __Host- on
// plain http, so the hall has none.
func (s *Server) prefix() string {
	if s.public() {
		return "__Host-" + cookieMark
	}
	return cookieMark
}

// hand gives a device its pass.
func (s *Server) hand(w http.ResponseWriter, p pass) error {
	p.Issued = s.o.Now()
	token, err := s.o.Keys.write(p, lasts[p.Surface])
	if err != nil {
		return err
	}
	s.setCookie(w, s.cookieName(p.Surface, p.Room), token, lasts[p.Surface])
	return nil
}

// setCookie writes a cookie no script can read. A negative age takes it away.
func (s *Server) setCookie(w http.ResponseWriter, name, value string, age time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: int(age / time.Second),
		HttpOnly: true, Secure: s.public(), SameSite: http.SameSiteLaxMode})
}

// held lists what a request says it holds: surface and room, not yet believed.
func (s *Server) held(r *http.Request) []pass {
	var ps []pass
	for _, c := range r.Cookies() {
		rest, ok := strings.CutPrefix(c.Name, s.prefix())
		surface, roomID, cut := strings.Cut(rest, "_")
		if ok && cut && lasts[surface] != 0 {
			ps = append(ps, pass{Room: roomID, Surface: surface})
		}
	}
	return ps
}
