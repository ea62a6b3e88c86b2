package server

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// refusedShown is the page somebody gets who was turned away. It shows also when
// nothing is built: its style is the plain pages' own.
type refusedShown struct {
	speech
	Title, Text, Do string
	Langs           []string
	Ways            []wayOut
}

type wayOut struct{ To, Says string }

// carersPages are read by those who lead or follow up, beside their own page.
var carersPages = []string{"/referat/", "/ett-ark/", "/soknad/"}

// refusePage is a problem as a page.
func (s *Server) refusePage(w http.ResponseWriter, r *http.Request, p problem) {
	page := refusedShown{speech: s.speak(r, "", homeZone), Langs: s.words.langs}
	// What is wrong stands large, and what to do under it.
	title, todo, _ := strings.Cut(page.Say(p.Key()), ". ")
	page.Title, page.Text = strings.TrimSuffix(title, "."), todo
	home := wayOut{"/", page.Say("refused.home")}
	switch p.Code {
	case unbuilt.Code:
		page.Do = "make run"
	case noSeat.Code, movedOn.Code, givenAway.Code, notYours.Code:
		page.forCarers(r.URL.Path)
		page.Ways = append(page.Ways, home)
	case notThere.Code:
		page.Ways = []wayOut{home}
	}
	if p.Retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((p.Retry+time.Second-1)/time.Second)))
	}
	if err := show(w, p.Status, "refused", page); err != nil {
		s.o.Log.Error("a page could not be written", "route", "refused", "err", err)
	}
}

// forCarers tells whoever opened a page of the follow-up on another device where it is
// opened from; a code from the board would help nobody here.
func (p *refusedShown) forCarers(path string) {
	for _, of := range carersPages {
		room, is := strings.CutPrefix(path, of)
		if !is {
			continue
		}
		p.Title, p.Text = p.Say("refused.followers_title"), p.Say("refused.followers")
		p.Ways = []wayOut{{"/oppfolging/" + room, p.Say("refused.followers_follow")}, {enterPath, p.Say("refused.followers_lost")}}
	}
}
