package server

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"dugnad/room"
)

// *Noen kan hjelpe deg*: a phone that cannot come in by itself shows four digits,
// and a neighbour who is in types them. It is the one inside who asks, so there is
// nothing outside to guess: four digits that opened a door from without would be
// found by anybody within minutes, on a server with many meetings and a whole hall
// behind one address (ADR 0017).
const (
	waitLasts = room.WaitLasts * time.Millisecond
	waitMost  = 200 // phones outside at once, of the thousand numbers there are
	waitDraws = 12
)

type helping struct {
	ID    string `json:"id"`
	Yes   bool   `json:"yes,omitempty"`   // this is the meeting I am going to
	Board bool   `json:"board,omitempty"` // a machine at a projector: whoever leads types the digits
}

// waiter is what stands outside with digits. A machine for the board and a phone
// on the same device are two.
func (in helping) waiter() string {
	if in.Board {
		return hash("board:" + in.ID)
	}
	return hash("help:" + in.ID)
}

// helped is what a phone outside is told: the digits to show and how long they
// are good, then which meeting somebody let it into, and at last that it is in.
type helped struct {
	Digits string `json:"digits,omitempty"`
	Left   int    `json:"left,omitempty"` // seconds
	Title  string `json:"title,omitempty"`
	Room   string `json:"room,omitempty"`
}

// askHelp is asked again and again by a phone that waits outside.
func (s *Server) askHelp(w http.ResponseWriter, r *http.Request, _ visitor) error {
	var in helping
	if err := read(r, &in); err != nil {
		return err
	}
	if !goodDevice(in.ID) {
		return notRead
	}
	phone, now := in.waiter(), s.o.Now()
	row, err := s.o.Store.Waiting(r.Context(), phone, now.Add(-waitLasts).UnixMilli())
	switch {
	case err != nil:
		return err
	case row.Room != "":
		return s.letIn(w, r, in, phone, row)
	case row.Digits == "":
		if row.Digits, err = s.newDigits(r, phone, now); err != nil {
			return err
		}
		row.At = now.UnixMilli()
	}
	left := time.UnixMilli(row.At).Add(waitLasts).Sub(now)
	return answer(w, helped{Digits: row.Digits, Left: int((left + time.Second - 1) / time.Second)})
}

// newDigits draws digits that no other phone shows. From one place not too many
// are drawn, or one could fill them all.
func (s *Server) newDigits(r *http.Request, phone string, now time.Time) (string, error) {
	if wait, many := s.waits.missed(s.place(r)); many {
		p := slowDown
		p.Retry = wait
		return "", p
	}
	for range waitDraws {
		var dice [2]byte
		if _, err := io.ReadFull(s.o.Dice, dice[:]); err != nil {
			return "", err
		}
		digits := checked4((int(dice[0])<<8 | int(dice[1])) % 1000)
		ok, err := s.o.Store.Wait(r.Context(), digits, phone, now.UnixMilli(), now.Add(-waitLasts).UnixMilli(), waitMost)
		if ok || err != nil {
			return digits, err
		}
	}
	return "", crowded
}

// letIn first says which meeting it is, and gives the seat when the phone has said
// yes: whoever typed wrong digits, or another's on purpose, pulls nobody in. A board
// is opened by nobody but those who lead: digits that a guest typed are thrown away.
func (s *Server) letIn(w http.ResponseWriter, r *http.Request, in helping, phone string, row room.Waiting) error {
	var title string
	var leads bool
	board := pass{Room: row.Room, Seat: room.BoardSeat, Surface: surfaceBoard}
	err := s.o.Rooms.Ask(r.Context(), row.Room, func(st *room.State) {
		title, leads = st.Meeting.Title, st.MayLead(row.Seat, s.o.Now().UnixMilli())
		board.Epoch = st.Links[surfaceBoard].Epoch
	})
	switch {
	case err != nil:
		return err
	case in.Board && !leads:
		if err := s.o.Store.Unwait(r.Context(), phone); err != nil {
			return err
		}
		return answer(w, helped{}) // new digits when it asks again
	case !in.Yes:
		return answer(w, helped{Title: title})
	}
	p := board
	if !in.Board {
		if p, err = s.comes(r.Context(), row.Room, in.ID); err == nil {
			err = s.seat(r.Context(), row.Room, room.JoinSeat{Seat: p.Seat, Role: room.Participant, By: row.Seat})
		}
	}
	if err != nil && !errors.Is(err, room.Refuse(room.Locked)) {
		return err
	}
	if gone := s.o.Store.Unwait(r.Context(), phone); gone != nil || err != nil {
		return errors.Join(err, gone)
	}
	if !in.Board {
		s.counts.joined.Inc()
	}
	if err := s.hand(w, p); err != nil {
		return err
	}
	return answer(w, helped{Room: row.Room})
}

type typedDigits struct {
	Digits string `json:"digits"`
}

// giveHelp is the neighbour typing what stands on the other phone.
func (s *Server) giveHelp(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in typedDigits
	if err := read(r, &in); err != nil {
		return err
	}
	var no error
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		switch x := st.Seats[v.Seat]; {
		case st.Meeting.Ended != 0:
			no = room.Refuse(room.Gone)
		case st.Meeting.Locked:
			no = room.Refuse(room.Locked)
		case x == nil || x.Left:
			no = room.Refuse(room.Forbidden)
		}
	})
	if err != nil || no != nil {
		return errors.Join(err, no)
	}
	return s.call(w, r, v, in)
}

// showElsewhere is whoever leads typing what stands on a machine at a projector.
func (s *Server) showElsewhere(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in typedDigits
	if err := read(r, &in); err != nil {
		return err
	}
	return s.call(w, r, v, in)
}

// call says who typed the digits. A seat that may try without end finds some that
// are not meant for it.
func (s *Server) call(w http.ResponseWriter, r *http.Request, v visitor, in typedDigits) error {
	if s.helps.many(v.Seat) {
		return slowDown
	}
	ok, err := check4(in.Digits), error(nil)
	if ok {
		since := s.o.Now().Add(-waitLasts).UnixMilli()
		if ok, err = s.o.Store.Call(r.Context(), in.Digits, v.Room, v.Seat, since); err != nil {
			return err
		}
	}
	if !ok {
		s.helps.missed(v.Seat)
		return notThere
	}
	return answer(w, status{Status: "ok"})
}

// damm is H. M. Damm's table: the last of the four digits is such that one wrong
// digit, or two that changed places, never make another phone's number.
var damm = [10][10]byte{
	{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
	{6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1}, {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
	{9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
}

func after(digits string) byte {
	var at byte
	for _, d := range []byte(digits) {
		at = damm[at][d-'0']
	}
	return at
}

// checked4 writes a number below a thousand with its fourth digit.
func checked4(n int) string {
	three := fmt.Sprintf("%03d", n)
	return three + string('0'+after(three))
}

func check4(typed string) bool {
	if len(typed) != 4 {
		return false
	}
	for _, d := range []byte(typed) {
		if d < '0' || d > '9' {
			return false
		}
	}
	return after(typed) == 0
}
