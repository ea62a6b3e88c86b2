package server

import (
	"context"
	"errors"
	"net/http"
	"time"

	"dugnad/room"
)

// wrongAfter is when a wrong code is answered, however quickly we knew. An
// unknown code, a meeting that is over and one that is deleted take equally
// long, so that the time tells no more than the words do.
const wrongAfter = 100 * time.Millisecond

type joining struct {
	Code string `json:"code"`
	ID   string `json:"id"`
	As   string `json:"as"`
}

type joined struct {
	Room string `json:"room"`
}

// join gives whoever has the code a seat. The same device gets the same seat,
// so that a lost answer can be asked for again.
func (s *Server) join(w http.ResponseWriter, r *http.Request, _ visitor) error {
	start := time.Now()
	var in joining
	if err := read(r, &in); err != nil {
		return err
	}
	if !goodDevice(in.ID) {
		return notRead
	}
	roomID, err := s.lookUp(r, in.Code)
	var p pass
	if err == nil {
		p, err = s.comes(r.Context(), roomID, in.ID)
	}
	if err == nil {
		err = s.seat(r.Context(), roomID, room.JoinSeat{Seat: p.Seat, Role: room.Participant, As: in.As})
	}
	if errors.Is(err, room.ErrGone) || errors.Is(err, room.Refuse(room.Gone)) {
		return s.missed(r, start, unknownCode)
	}
	if err != nil {
		return err
	}
	s.counts.joined.Inc()
	return s.handSeat(w, p)
}

func (s *Server) handSeat(w http.ResponseWriter, p pass) error {
	if err := s.hand(w, p); err != nil {
		return err
	}
	return answer(w, joined{p.Room})
}

// lookUp finds the meeting behind a code, in its turn.
func (s *Server) lookUp(r *http.Request, typed string) (string, error) {
	done, err := s.standInLine(r)
	if err != nil {
		return "", err
	}
	defer done()
	code, ok := tidy(typed, codeLen)
	if !ok {
		return "", room.ErrGone
	}
	return s.o.Store.RoomOf(r.Context(), code)
}

// standInLine waits for a turn to try a code or a key.
func (s *Server) standInLine(r *http.Request) (done func(), err error) {
	place := s.place(r)
	done, err = s.line.wait(r.Context(), place, s.openedPage(r), s.wrong.many(place))
	if errors.Is(err, errLine) {
		return nil, crowded
	}
	return done, err
}

// missed answers a wrong code or key: the same for all, and after many from one
// place with *slow down*.
func (s *Server) missed(r *http.Request, start time.Time, p problem) error {
	s.counts.wrong.Inc()
	if id := s.pageOf(r); id != "" {
		s.wrong.missed(id)
	}
	if wait, many := s.wrong.missed(s.place(r)); many {
		p = slowDown
		p.Retry = wait
	}
	t := time.NewTimer(wrongAfter - time.Since(start))
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Context().Done():
	}
	return p
}

// seat makes sure that a seat is in the room. Who has been shown out stays out.
func (s *Server) seat(ctx context.Context, roomID string, join room.JoinSeat) error {
	var sits, out, over bool
	err := s.o.Rooms.Ask(ctx, roomID, func(st *room.State) {
		if x := st.Seats[join.Seat]; x != nil {
			sits, out, over = true, x.Gone, join.Role == room.Participant && s.over(st)
		}
	})
	switch {
	case err != nil:
		return err
	case out && join.Role == room.Participant:
		return shownOut
	case out: // the log would answer a repeat with the first time, when it was a yes
		return room.Refuse(room.Forbidden)
	case over:
		return room.Refuse(room.Gone)
	case sits:
		return nil
	}
	_, err = s.o.Rooms.Do(ctx, roomID, "", "join:"+join.Seat, join)
	if errors.Is(err, room.Refuse(room.Unchanged)) {
		return nil
	}
	return err
}
