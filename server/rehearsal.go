package server

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strconv"
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
	var hall dressing
	err := s.o.Rooms.Ask(ctx, v.Room, func(st *room.State) { plan, hall = practiceOf(st, v.Room), dressingOf(st) })
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
	if err := s.dress(ctx, hall, v.Room, id, seat); err != nil {
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
	template := m.Template
	if _, ours := room.FindTemplate(template); !ours {
		template = "" // somebody's own file, and all of it is in the plan by now
	}
	return room.CreateMeeting{Title: m.Title, Lang: m.Lang, Template: template, Decides: m.Decides, AnswerBy: m.AnswerBy, Zone: m.Zone,
		Links: links, Practice: of, Steps: append([]room.Step(nil), st.Agenda.Steps...), Slides: slices.Clone(st.Slides)}
}

// dressing is what else the leaders have made ready for the hall: the pictures of
// their slides, the cards on the tables, the second language, and whether the
// result is told place by place.
type dressing struct {
	pictures []room.KeepPicture // without the pictures themselves
	deck     room.Deck
	second   string
	slow     bool
}

func dressingOf(st *room.State) dressing {
	d := dressing{deck: deckOf(st), second: st.Second.Lang, slow: st.Slow}
	for _, sl := range st.Slides {
		if p, ok := st.Pictures[sl.Picture]; ok {
			d.pictures = append(d.pictures, room.KeepPicture{ID: sl.Picture, Kind: p.Kind, Wide: p.Wide, High: p.High})
		}
	}
	return d
}

// dress makes the rehearsal look like the evening. A picture is copied as it lies,
// and is wiped with the rehearsal.
func (s *Server) dress(ctx context.Context, d dressing, from, to, seat string) error {
	var commands []room.Command
	for _, p := range d.pictures {
		_, body, ok, err := s.o.Store.Picture(ctx, from, p.ID)
		if err != nil {
			return err
		}
		if p.Body = body; ok {
			commands = append(commands, p)
		}
	}
	var dealt room.Deck
	if err := s.o.Rooms.Ask(ctx, to, func(st *room.State) { dealt = deckOf(st) }); err != nil {
		return err
	}
	if len(d.deck.Cards) > 0 && !reflect.DeepEqual(d.deck, dealt) {
		adopt, err := adoptOf(d.deck)
		if err != nil {
			return err
		}
		commands = append(commands, adopt)
	}
	if d.second != "" {
		commands = append(commands, room.SetSecond{Lang: d.second})
	}
	if d.slow {
		commands = append(commands, room.PaceResult{Slow: true})
	}
	for n, c := range commands {
		var no room.Refusal
		// The same picture on two slides is there already.
		if _, err := s.o.Rooms.Do(ctx, to, seat, "dress-"+strconv.Itoa(n), c); err != nil && !(errors.As(err, &no) && no.Code == room.Unchanged) {
			return err
		}
	}
	return nil
}

// adoptOf lays a deck on the tables: ours by its name, so that it keeps its other
// languages, another as it stands.
func adoptOf(d room.Deck) (room.AdoptDeck, error) {
	if ours, ok := room.FindDeck(d.ID); ok && slices.ContainsFunc(slices.Collect(maps.Values(ours.Title)), func(t string) bool {
		return slices.Contains(slices.Collect(maps.Values(d.Title)), t)
	}) {
		return room.AdoptDeck{Deck: d.ID}, nil
	}
	raw, err := json.Marshal(d)
	return room.AdoptDeck{File: string(raw)}, err
}

// wipe takes a room away on every node; one that is gone already is fine.
func (s *Server) wipe(ctx context.Context, roomID string) error {
	if err := s.o.Store.Delete(ctx, roomID); err != nil && !errors.Is(err, room.ErrGone) {
		return err
	}
	s.o.Rooms.Drop(roomID)
	return nil
}
