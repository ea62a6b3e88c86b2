package server

import (
	"errors"
	"net/http"

	"dugnad/room"
)

// mineLine is a meeting this device can go back to.
type mineLine struct {
	Room    string `json:"room"`
	Surface string `json:"surface"`
	Title   string `json:"title"`
	Status  string `json:"status"` // lobby, running, ended
	Code    string `json:"code"`
}

// mineMax is how many meetings are looked up for one device.
const mineMax = 40

// mine lists the meetings the device's cookies still open.
func (s *Server) mine(w http.ResponseWriter, r *http.Request, _ visitor) error {
	lines := []mineLine{}
	held := s.held(r)
	for _, p := range held[:min(len(held), mineMax)] {
		c, err := r.Cookie(s.cookieName(p.Surface, p.Room))
		if err != nil {
			continue
		}
		v, err := s.believe(r, c.Value, p.Surface, p.Room, false)
		practice := false // a rehearsal never stands among the real meetings
		line := mineLine{Room: p.Room, Surface: p.Surface}
		if err == nil {
			err = s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
				practice = st.Meeting.Practice != ""
				line.Title, line.Status, line.Code = st.Meeting.Title, st.Status(), st.Meeting.Code
			})
		}
		switch {
		case err == nil && practice:
		case err == nil:
			lines = append(lines, line)
		case errors.Is(err, room.ErrGone): // a browser that keeps them all sends more than we read
			s.setCookie(w, s.cookieName(p.Surface, p.Room), "", -1)
		case !unseated(err):
			return err
		}
	}
	return answer(w, lines)
}
