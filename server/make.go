package server

import (
	"net/http"

	"dugnad/room"
)

type newMeeting struct {
	Title    string `json:"title"`
	Lang     string `json:"lang"`
	Template string `json:"template"`
	File     string `json:"file,omitempty"` // a template of one's own as JSON text, instead
	Decides  string `json:"decides"`
	AnswerBy string `json:"answerBy"`
	Demo     bool   `json:"demo,omitempty"` // example data, said on every screen
	ID       string `json:"id,omitempty"`   // the device's own, if it wants the same seat by the recovery key
}

// madeMeeting shows the two keys, once: only their hashes are kept.
type madeMeeting struct {
	Room  string `json:"room"`
	Code  string `json:"code"`
	Key   string `json:"key"`
	Board string `json:"board"`
}

// makeMeeting makes a meeting and seats the asking device as its facilitator.
func (s *Server) makeMeeting(w http.ResponseWriter, r *http.Request, _ visitor) error {
	var in newMeeting
	if err := readMost(r, &in, 2*room.TemplateBytes); err != nil { // as a text within JSON it grows
		return err
	}
	var out madeMeeting
	var device string
	for _, draw := range []struct {
		into *string
		from func() (string, error)
	}{{&out.Room, s.newRoom}, {&out.Code, s.newCode}, {&out.Key, s.newKey}, {&out.Board, s.newKey}, {&device, s.newKey}} {
		var err error
		if *draw.into, err = draw.from(); err != nil {
			return err
		}
	}
	if in.ID != "" {
		if device = in.ID; !goodDevice(device) {
			return notRead
		}
	}
	if !s.words.speaks(in.Lang) {
		in.Lang = s.words.language(r)
	}
	ctx := r.Context()
	_, err := s.o.Rooms.Do(ctx, out.Room, "", "create", room.CreateMeeting{Title: in.Title, Lang: in.Lang, Template: in.Template, File: in.File,
		Code: out.Code, Decides: in.Decides, AnswerBy: in.AnswerBy, Demo: in.Demo,
		Links: map[string]string{surfaceLead: hash(out.Key), surfaceBoard: hash(out.Board)}})
	if err != nil {
		return err
	}
	seat := seatOf(out.Room, surfaceLead, device)
	if err := s.seat(ctx, out.Room, room.JoinSeat{Seat: seat, Role: room.Facilitator}); err != nil {
		return err
	}
	s.counts.made.Inc()
	if err := s.hand(w, pass{Room: out.Room, Seat: seat, Surface: surfaceLead, Epoch: 1}); err != nil {
		return err
	}
	return answer(w, out)
}
