package server

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/coder/websocket"

	"dugnad/room"
)

type checked struct {
	OK  bool  `json:"ok"`
	Now int64 `json:"now"`
}

type hallReport struct {
	Code   string   `json:"code"`
	ID     string   `json:"id"`
	Net    string   `json:"net"`
	Faults []string `json:"faults"`
	Seen   int      `json:"seen"`
	Begun  bool     `json:"begun"` // it has come through, and has not answered yet
}

// check answers a machine that wants to know whether it reaches us at all, and
// what the time is here. What a captive portal says instead is not this.
func (s *Server) check(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	w.Header().Set("Cache-Control", "no-store")
	return answer(w, checked{true, s.o.Now().UnixMilli()})
}

// checkSocket says one word over a websocket and hangs up: networks that let
// pages through may still stop these.
func (s *Server) checkSocket(w http.ResponseWriter, r *http.Request, _ visitor) error {
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{OriginPatterns: s.origins(), CompressionMode: websocket.CompressionDisabled})
	if err != nil {
		return nil // the library has answered
	}
	defer conn.CloseNow()
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	if conn.Write(ctx, websocket.MessageText, []byte("ok")) == nil {
		_ = conn.Close(websocket.StatusNormalClosure, "") // who has hung up already has heard it
	}
	return nil
}

// reportHall takes what a phone has found wrong in the hall. The phone has the
// code and no seat; the code is looked up in its turn, like any other.
func (s *Server) reportHall(w http.ResponseWriter, r *http.Request, _ visitor) error {
	start := time.Now()
	var in hallReport
	if err := read(r, &in); err != nil {
		return err
	}
	if !goodDevice(in.ID) {
		return notRead
	}
	roomID, err := s.lookUp(r, in.Code)
	if errors.Is(err, room.ErrGone) {
		return s.missed(r, start, unknownCode)
	}
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	phone := seatOf(roomID, surfaceGuest, in.ID)
	_, err = s.o.Rooms.Do(r.Context(), roomID, "", "hall-"+cmd, room.ReportHall{Phone: phone, Net: in.Net, Faults: in.Faults, Seen: in.Seen, Begun: in.Begun})
	if err != nil {
		return err
	}
	return answer(w, status{"reported"})
}
