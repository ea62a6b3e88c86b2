package server

import (
	"context"
	"net/http"

	"dugnad/room"
)

// swap gives a new phone the cookie of the seat it has become. The old seat's
// holder has said so, or the facilitator, and the room's story tells it: what the
// phone shows here is only which seat it came in with.
func (s *Server) swap(w http.ResponseWriter, _ *http.Request, v visitor) error {
	return s.handSeat(w, v.pass)
}

// became is the seat that a guest's seat is now; empty if it has become no other.
func (s *Server) became(ctx context.Context, roomID, seat string) (now string) {
	_ = s.o.Rooms.Ask(ctx, roomID, func(st *room.State) {
		if x := st.Seats[seat]; x != nil && x.Gone && !s.over(st) {
			now = st.Became(seat)
		}
	})
	return now
}
