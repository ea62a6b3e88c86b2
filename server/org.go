package server

import (
	"crypto/subtle"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Whoever holds the operator key may see all of the organisation's meetings
// together, as numbers and as what the groups have agreed; into a meeting it
// does not lead. The key is exchanged for a cookie that lasts a working day.
const (
	audienceOrg = "dugnad:org"
	orgLasts    = 12 * time.Hour
)

type orgKey struct {
	Key string `json:"key"`
}

// orgCookie cannot be mistaken for a meeting's: those have two parts more.
func (s *Server) orgCookie() string { return s.prefix() + "org" }

// mark is what a cookie says of the key it was got by, so that another key
// makes it worthless. The key cannot be worked out from it.
func (s *Server) mark() string { return hash("org:" + hash(s.o.Operator))[:20] }

// isOperator compares a key in constant time. Without a key of our own nobody
// has the right one.
func (s *Server) isOperator(typed string) bool {
	key, ok := tidy(typed, keyLen)
	return ok && s.o.Operator != "" && subtle.ConstantTimeCompare([]byte(hash(key)), []byte(hash(s.o.Operator))) == 1
}

// operates tells whether a request holds the cookie.
func (s *Server) operates(r *http.Request) error {
	for _, c := range r.CookiesNamed(s.orgCookie()) {
		held, err := s.o.Keys.verify(c.Value, audienceOrg, s.o.Now())
		if err == nil && subtle.ConstantTimeCompare([]byte(held.Subject), []byte(s.mark())) == 1 {
			return nil
		}
	}
	return noOrgKey
}

// letOperate exchanges the key for the cookie. A wrong one is counted and
// slowed like any other.
func (s *Server) letOperate(w http.ResponseWriter, r *http.Request, typed string) error {
	start := time.Now()
	done, err := s.standInLine(r)
	if err != nil {
		return err
	}
	defer done()
	if !s.isOperator(typed) {
		return s.missed(r, start, wrongKey)
	}
	now := s.o.Now()
	token, err := s.o.Keys.stamp(claims{RegisteredClaims: jwt.RegisteredClaims{Subject: s.mark(), Audience: jwt.ClaimStrings{audienceOrg},
		IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(orgLasts))}})
	if err != nil {
		return err
	}
	s.setCookie(w, s.orgCookie(), token, orgLasts)
	return nil
}

// useOrgKey is the exchange for programs.
func (s *Server) useOrgKey(w http.ResponseWriter, r *http.Request, _ visitor) error {
	var in orgKey
	if err := read(r, &in); err != nil {
		return err
	}
	if err := s.letOperate(w, r, in.Key); err != nil {
		return err
	}
	return answer(w, status{"ok"})
}

// openOverview is the exchange for the page. A wrong key shows the form again,
// with what was wrong.
func (s *Server) openOverview(w http.ResponseWriter, r *http.Request, _ visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	if err := s.letOperate(w, r, r.PostForm.Get("key")); err != nil {
		return err
	}
	to := overviewPath
	if lang := r.URL.Query().Get("lang"); s.words.speaks(lang) {
		to += "?lang=" + lang
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
