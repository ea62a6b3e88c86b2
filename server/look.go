package server

import (
	"net/http"
	"strings"

	"dugnad/hub"
	"dugnad/room"
)

// frames lets the panel hold the two pages that show what others see, and lets
// those be held by a page of ours. Nobody else's page can hold any of them.
func (s *Server) frames(w http.ResponseWriter, r *http.Request, page string) {
	h := w.Header()
	switch {
	case page == "led":
		h.Set("Content-Security-Policy", policy+"; frame-src 'self'")
	case (page == "se" || page == "tavle") && r.URL.Query().Has("see"):
		h.Set("Content-Security-Policy", strings.Replace(policy, "frame-ancestors 'none'", "frame-ancestors 'self'", 1))
		h.Set("X-Frame-Options", "SAMEORIGIN")
	}
}

// as is who a line belongs to: the visitor, or a look of the one who leads at
// what others see.
func as(r *http.Request, v visitor) (hub.Caller, error) {
	who := v.caller()
	at := r.URL.Query().Get("see")
	switch {
	case at == "":
		return who, nil
	case v.Surface != surfaceLead:
		return who, notYours
	case !room.GoodLook(at):
		return who, notRead
	}
	who.Seat, who.Surface = room.LookSeat(at, v.Seat), surfaceSee
	return who, nil
}
