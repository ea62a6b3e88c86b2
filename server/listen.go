package server

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// lines is what frames are sent as when there is no socket: one on each line.
const lines = "application/x-ndjson"

// listen is for a phone whose network lets no websocket through: it waits for
// news and answers with the frames.
func (s *Server) listen(w http.ResponseWriter, r *http.Request, v visitor) error {
	q := r.URL.Query()
	since, err := strconv.ParseInt(q.Get("since"), 10, 64)
	if err != nil {
		return notRead
	}
	who, err := as(r, v)
	if err != nil {
		return err
	}
	if s.sockets.Add(1) > int64(s.o.MaxSockets) {
		s.sockets.Add(-1)
		return crowded
	}
	defer s.sockets.Add(-1)
	return send(w, lines, s.o.Rooms.Listen(r.Context(), who, since, q.Get("epoch"), q.Has("first")))
}

// say takes one frame from such a phone.
func (s *Server) say(w http.ResponseWriter, r *http.Request, v visitor) error {
	var frame json.RawMessage
	if err := read(r, &frame); err != nil {
		return err
	}
	return send(w, lines, s.o.Rooms.Say(r.Context(), v.caller(), frame))
}
