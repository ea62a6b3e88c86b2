package server

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"dugnad/room"
)

// Crowd is people for a rehearsal, who come by themselves and stay until it is
// deleted.
type Crowd interface {
	Fill(roomID string)
}

type rehearsing struct {
	ID string `json:"id"` // the device's own
}

// rehearsals remembers which rehearsal is held of which meeting from this node.
type rehearsals struct {
	sync.Mutex
	of map[string]string
}

// swap notes a new rehearsal and gives the one before it.
func (r *rehearsals) swap(of, roomID string) (before string) {
	r.Lock()
	defer r.Unlock()
	if r.of == nil {
		r.of = map[string]string{}
	}
	before = r.of[of]
	r.of[of] = roomID
	return before
}

// rehearse makes a rehearsal of a meeting: a room of its own with the same plan
// and the same keys, which nothing leads out of. An earlier one is wiped.
func (s *Server) rehearse(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in rehearsing
	if err := read(r, &in); err != nil {
		return err
	}
	if !goodDevice(in.ID) {
		return notRead
	}
	if s.o.Crowd == nil {
		return notThere
	}
	ctx := r.Context()
	var plan room.CreateMeeting
	err := s.o.Rooms.Ask(ctx, v.Room, func(st *room.State) { plan = practiceOf(st, v.Room) })
	if err != nil {
		return err
	}
	if plan.Practice == "" {
		return notYours // a rehearsal is not rehearsed
	}
	id, err := s.newRoom()
	if err != nil {
		return err
	}
	if plan.Code, err = s.newCode(); err != nil {
		return err
	}
	if _, err := s.o.Rooms.Do(ctx, id, "", "create", plan); err != nil {
		return err
	}
	seat := seatOf(id, surfaceLead, in.ID)
	if err := s.seat(ctx, id, room.JoinSeat{Seat: seat, Role: room.Facilitator}); err != nil {
		return err
	}
	if before := s.practice.swap(v.Room, id); before != "" {
		if err := s.wipe(ctx, before); err != nil {
			return err
		}
	}
	s.o.Crowd.Fill(id)
	if err := s.hand(w, pass{Room: id, Seat: seat, Surface: surfaceLead, Epoch: 1}); err != nil {
		return err
	}
	return answer(w, joined{id})
}

// practiceOf is the meeting as it is planned now, to be held for practice. The
// keys are the same, so that the one on the printed sheet is what is practised.
func practiceOf(st *room.State, of string) room.CreateMeeting {
	if st.Meeting.Practice != "" {
		return room.CreateMeeting{}
	}
	links := map[string]string{}
	for surface, link := range st.Links {
		if surface == surfaceLead || surface == surfaceBoard {
			links[surface] = link.Hash
		}
	}
	m := st.Meeting
	return room.CreateMeeting{Title: m.Title, Lang: m.Lang, Template: m.Template, Decides: m.Decides, AnswerBy: m.AnswerBy, Zone: m.Zone,
		Links: links, Practice: of, Steps: append([]room.Step(nil), st.Agenda.Steps...)}
}

// wipe takes a room away on every node; one that is gone already is fine.
func (s *Server) wipe(ctx context.Context, roomID string) error {
	if err := s.o.Store.Delete(ctx, roomID); err != nil && !errors.Is(err, room.ErrGone) {
		return err
	}
	s.o.Rooms.Drop(roomID)
	return nil
}
