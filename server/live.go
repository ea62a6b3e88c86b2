package server

import (
	"net/http"

	"github.com/coder/websocket"
	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// live opens the websocket and leaves it to the hub. CrossOriginProtection
// does not look at upgrades, which are GETs: the library's own check of the
// Origin does, and is never switched off. A handshake without a seat was sent
// away before it came here, and waited for nothing; those with one are bounded
// only by what the machine can hold.
func (s *Server) live(w http.ResponseWriter, r *http.Request, v visitor) error {
	who, err := as(r, v)
	if err != nil {
		return err
	}
	if s.sockets.Add(1) > int64(s.o.MaxSockets) {
		s.sockets.Add(-1)
		return crowded
	}
	defer s.sockets.Add(-1)
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{OriginPatterns: s.origins(), CompressionMode: websocket.CompressionDisabled})
	if err != nil {
		return nil // the library has answered: no websocket, or another site's page
	}
	defer conn.CloseNow()
	if err := s.o.Rooms.Serve(r.Context(), conn, who); err != nil {
		s.o.Log.Debug("a line ended", "room", v.Room, "surface", v.Surface, "err", err)
	}
	return nil
}

// origins are the pages that may open a socket besides our own host: behind a
// proxy that gives us another name, the public address is ours too.
func (s *Server) origins() []string {
	if s.public() {
		return []string{s.o.PublicURL.Host}
	}
	return nil
}

// view is the snap frame by plain http, for pictures too large for a frame.
func (s *Server) view(w http.ResponseWriter, r *http.Request, v visitor) error {
	who, err := as(r, v)
	if err != nil {
		return err
	}
	frame, err := s.o.Rooms.View(r.Context(), who)
	if err != nil {
		return err
	}
	return send(w, "application/json", frame)
}

type slipBody struct {
	Choice room.Choice `json:"choice"`
}

// slip tells a seat what lies behind its own slip while the vote is open.
// Nobody can ask for another's: whose slip it is comes from the cookie.
func (s *Server) slip(w http.ResponseWriter, r *http.Request, v visitor) error {
	vote, open := chi.URLParam(r, "vote"), false
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		if x := st.Votes[vote]; x != nil {
			// What lies in a shared phone's hand is nobody's own, and whoever leads could
			// hand a seat to a phone of their own to read what was chosen.
			seat := st.Seats[v.Seat]
			open = x.Status == "open" && (seat == nil || seat.Heads < 2 && !seat.Handed)
		}
	})
	if err != nil {
		return err
	}
	if !open {
		return notThere
	}
	choice, ok, err := s.o.Store.Slip(r.Context(), v.Room, vote, v.Seat)
	if err != nil {
		return err
	}
	if !ok || choice == nil {
		choice = room.Choice{}
	}
	return answer(w, slipBody{choice})
}

// erase takes everything about the meeting away, for good.
func (s *Server) erase(w http.ResponseWriter, r *http.Request, v visitor) error {
	if err := s.o.Store.Delete(r.Context(), v.Room); err != nil {
		return err
	}
	s.o.Rooms.Drop(v.Room)
	s.setCookie(w, s.cookieName(v.Surface, v.Room), "", -1)
	return answer(w, status{"deleted"})
}
