package server

import (
	"net/http/httptest"
	"testing"
	"time"
)

// Whoever has opened the page goes first in the line, for ten minutes, unless
// the page is used for guessing.
func TestOpenedPage(t *testing.T) {
	s := bare(t)
	now := time.Now()
	s.o.Now = func() time.Time { return now }
	s.wrong.now = s.o.Now
	w := httptest.NewRecorder()
	if err := s.stampPage(w); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", "/api/join", nil)
	if s.openedPage(r) {
		t.Error("a bare request goes first")
	}
	r.AddCookie(w.Result().Cookies()[0])
	if !s.openedPage(r) {
		t.Error("who opened the page does not")
	}
	for range triesMax {
		s.wrong.missed(s.pageOf(r))
	}
	if s.openedPage(r) {
		t.Error("a page that guesses still goes first")
	}
	now = now.Add(openedLasts + 2*leeway)
	if s.openedPage(r) || s.pageOf(r) != "" {
		t.Error("a page opened long ago goes first")
	}
	seat, err := s.o.Keys.write(pass{Room: "r", Seat: "s", Surface: "p", Issued: now}, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	forged := httptest.NewRequest("POST", "/api/join", nil)
	forged.Header.Set("Cookie", s.openedName()+"="+seat)
	if s.pageOf(forged) != "" {
		t.Error("a seat passes for a page")
	}
}
