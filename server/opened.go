package server

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Whoever has opened the page goes before a bare request in the line. The
// proof is a cookie that says nothing but when; used for guessing, it is worth
// nothing.

const openedLasts = 10 * time.Minute

func (s *Server) openedName() string { return s.prefix() + "side" }

// stampPage marks a browser as one that has opened the page.
func (s *Server) stampPage(w http.ResponseWriter) error {
	id, err := s.draw(10)
	if err != nil {
		return err
	}
	now := s.o.Now()
	token, err := s.o.Keys.stamp(claims{RegisteredClaims: jwt.RegisteredClaims{ID: id, Audience: jwt.ClaimStrings{audiencePage},
		IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(openedLasts))}})
	if err != nil {
		return err
	}
	s.setCookie(w, s.openedName(), token, openedLasts)
	return nil
}

// pageOf is the stamp's own name, empty without a good one.
func (s *Server) pageOf(r *http.Request) string {
	c, err := r.Cookie(s.openedName())
	if err != nil {
		return ""
	}
	stamp, err := s.o.Keys.verify(c.Value, audiencePage, s.o.Now())
	if err != nil {
		return ""
	}
	return stamp.ID
}

func (s *Server) openedPage(r *http.Request) bool {
	id := s.pageOf(r)
	return id != "" && !s.wrong.many(id)
}
