package server

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"dugnad/room"
)

// swap gives a new phone the cookie of the seat it has become. The old seat's
// holder has said so, or the facilitator, and the room's story tells it: what the
// phone shows here is only which seat it came in with.
func (s *Server) swap(w http.ResponseWriter, _ *http.Request, v visitor) error {
	return s.handSeat(w, v.pass)
}

// comes is the seat that a phone has in a room, or is to get: the one it came in
// with, or the one that has become since. Where its seat has gone on to another
// phone it comes in like anybody with the code, as somebody new: it may have been
// lost, and whoever has it now must not be who it was. So does a phone that has had
// what is known of it deleted.
func (s *Server) comes(ctx context.Context, roomID, device string) (pass, error) {
	p := pass{Room: roomID, Surface: surfaceGuest, Seat: seatOf(roomID, surfaceGuest, device)}
	return p, s.o.Rooms.Ask(ctx, roomID, func(st *room.State) {
		for n := 1; n < room.SeatsMax; n++ {
			x := st.Seats[p.Seat]
			if x == nil || x.Moves == 0 && x.Became == "" && !x.Forgot || s.over(st) {
				return
			}
			if now := st.Became(p.Seat, 0); now != "" {
				p.Seat, p.Epoch = now, st.LinkOf(now, surfaceGuest).Epoch
				return
			}
			p.Seat = seatOf(roomID, surfaceGuest, device+"/"+strconv.Itoa(n))
		}
	})
}

// elsewhere is what a phone is told whose seat another one has now.
func elsewhere(x *room.Seat) problem {
	if x.Given {
		return givenAway
	}
	return movedOn
}

// unseated tells whether a no is about the cookie, so that another may do.
func unseated(err error) bool {
	return errors.Is(err, noSeat) || errors.Is(err, movedOn) || errors.Is(err, givenAway)
}
