package server

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

type usingKey struct {
	Surface string `json:"surface"`
	Key     string `json:"key"`
	ID      string `json:"id"`
}

// newKeyBody is a new key. Of a link that is handed to others at once, also the
// whole of it and a picture to point a phone at.
type newKeyBody struct {
	Key string `json:"key"`
	URL string `json:"url,omitempty"`
	QR  string `json:"qr,omitempty"` // svg
}

// roleOf is who one becomes by a key to a surface; the board is nobody.
var roleOf = map[string]room.Role{surfaceLead: room.Facilitator, surfaceFollow: room.FollowUp}

// useKey exchanges a recovery, board or follow-up key for a cookie. A wrong key and a
// room that is not there are one and the same no; a key that was replaced is told so.
func (s *Server) useKey(w http.ResponseWriter, r *http.Request, _ visitor) error {
	start := time.Now()
	var in usingKey
	if err := read(r, &in); err != nil {
		return err
	}
	role := roleOf[in.Surface]
	if in.Surface != surfaceBoard && (role == "" || !goodDevice(in.ID)) {
		return notRead
	}
	return s.unlock(w, r, start, chi.URLParam(r, "room"), in)
}

type usingLeadKey struct {
	Code string `json:"code"`
	Key  string `json:"key"`
	ID   string `json:"id"`
}

// useLeadKey is for whoever has the recovery key and not the meeting's address: the
// code that stands on the board says which meeting it is.
func (s *Server) useLeadKey(w http.ResponseWriter, r *http.Request, _ visitor) error {
	start := time.Now()
	var in usingLeadKey
	if err := read(r, &in); err != nil {
		return err
	}
	if !goodDevice(in.ID) {
		return notRead
	}
	roomID, err := s.lookUp(r, in.Code)
	switch {
	case errors.Is(err, room.ErrGone):
		return s.missed(r, start, unknownCode)
	case err != nil:
		return err
	}
	return s.unlock(w, r, start, roomID, usingKey{Surface: surfaceLead, Key: in.Key, ID: in.ID})
}

// unlock hands out the cookie of what a key opens.
func (s *Server) unlock(w http.ResponseWriter, r *http.Request, start time.Time, roomID string, in usingKey) error {
	role := roleOf[in.Surface]
	epoch, door, err := s.fits(r, roomID, in)
	if errors.Is(err, room.ErrGone) {
		return s.missed(r, start, wrongKey)
	}
	p := pass{Room: roomID, Seat: room.BoardSeat, Surface: in.Surface, Epoch: epoch}
	if err == nil && role != "" {
		switch {
		case in.Surface == surfaceLead:
			role = room.Doors[door]
		case room.IsTeamDoor(door):
			role = room.TeamRole
		}
		p.Seat = seatOf(roomID, door, in.ID)
		err = s.seat(r.Context(), roomID, room.JoinSeat{Seat: p.Seat, Role: role, Via: via(in.Surface, door)})
	}
	if err != nil {
		return err
	}
	return s.handSeat(w, p)
}

// showBoard gives a machine that leads the projector's cookie as well. It may never have
// had the board's key, and making one would put out the board that hangs in the hall.
func (s *Server) showBoard(w http.ResponseWriter, r *http.Request, v visitor) error {
	p := pass{Room: v.Room, Seat: room.BoardSeat, Surface: surfaceBoard}
	if err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) { p.Epoch = st.Links[surfaceBoard].Epoch }); err != nil {
		return err
	}
	return s.handSeat(w, p)
}

// fits compares a key with the hashes the room keeps, in constant time. The
// panel has several doors: whose key it is says which.
func (s *Server) fits(r *http.Request, roomID string, in usingKey) (epoch int, door string, err error) {
	done, err := s.standInLine(r)
	if err != nil {
		return 0, "", err
	}
	defer done()
	key, ok := tidy(in.Key, keyLen)
	if !ok {
		return 0, "", room.ErrGone
	}
	links, was, gone := map[string]room.Link{}, false, false
	err = s.o.Rooms.Ask(r.Context(), roomID, func(st *room.State) {
		links[in.Surface] = st.Links[in.Surface]
		was, gone = st.WasKey(hash(key))
		for d := range room.Doors {
			if in.Surface == surfaceLead {
				links[d] = st.Links[d]
			}
		}
		for n := 1; in.Surface == surfaceFollow && n <= room.TeamsMax; n++ {
			links[room.TeamDoor(n)] = st.Links[room.TeamDoor(n)]
		}
	})
	if err != nil {
		return 0, "", err
	}
	typed := []byte(hash(key))
	for d, link := range links {
		if subtle.ConstantTimeCompare(typed, []byte(link.Hash)) == 1 {
			epoch, door = link.Epoch, d
		}
	}
	switch {
	case door == "" && gone:
		return 0, "", withdrawn
	case door == "" && was:
		return 0, "", rotated // whoever has it had it given to them: that is no guess
	case door == "":
		return 0, "", room.ErrGone
	}
	return epoch, door, nil
}

// via is the door to remember on a seat: none when it is the surface's own.
func via(surface, door string) string {
	if door == surface {
		return ""
	}
	return door
}

// handedOn are the links that are given to others at once, and the page each
// leads to.
var handedOn = map[string]string{surfaceFollow: "/oppfolging/", "ung1": "/led/", "ung2": "/led/", room.SpareDoor: "/led/", "observe": "/led/"}

// rotate makes every older key and cookie of a surface worthless. The device
// that asked gets a fresh cookie if it was its own surface.
func (s *Server) rotate(w http.ResponseWriter, r *http.Request, v visitor) error {
	surface := chi.URLParam(r, "surface")
	if _, door := room.Doors[surface]; !door && surface != surfaceBoard && roleOf[surface] == "" && !room.IsTeamDoor(surface) {
		return notThere
	}
	key, err := s.newKey()
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	ctx := r.Context()
	if _, err := s.o.Rooms.Do(ctx, v.Room, v.Seat, "rotate-"+cmd, room.RotateLink{Surface: surface, Hash: hash(key)}); err != nil {
		return err
	}
	p := v.pass
	if err := s.o.Rooms.Ask(ctx, v.Room, func(st *room.State) { p.Epoch = st.LinkOf(v.Seat, v.Surface).Epoch }); err != nil {
		return err
	}
	if p.Epoch != v.Epoch { // it was the own door
		if err := s.hand(w, p); err != nil {
			return err
		}
	}
	out := newKeyBody{Key: key}
	page := handedOn[surface]
	if room.IsTeamDoor(surface) {
		page = handedOn[surfaceFollow]
	}
	if base := s.where(r, v.Room).URL; page != "" && base != "" {
		out.URL = base + page + v.Room + "#" + key
		svg, err := drawQR(out.URL)
		if err != nil {
			return err
		}
		out.QR = string(svg)
	}
	return answer(w, out)
}
