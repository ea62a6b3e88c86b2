package server

import (
	"encoding/json"
	"net/http"

	"dugnad/room"
)

// ownBody is what is held of whoever asks, and of nobody else.
type ownBody struct {
	Meeting string                       `json:"meeting"`
	Seat    room.Own                     `json:"seat"`
	Kept    map[string]map[string]string `json:"kept"` // by kind: needs, contact, reply (the address for the answer), contribute
	Ballots map[string]room.Choice       `json:"ballots"`
}

// own is *last ned mine opplysninger*: a file for whoever holds the seat. Whose it
// is comes from the cookie.
func (s *Server) own(w http.ResponseWriter, r *http.Request, v visitor) error {
	var elsewhere room.OwnElsewhere
	body, ok := ownBody{Kept: map[string]map[string]string{}, Ballots: map[string]room.Choice{}}, false
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		body.Meeting = st.Meeting.Title
		body.Seat, elsewhere, ok = st.OwnOf(v.Seat)
	})
	switch {
	case err != nil:
		return err
	case !ok:
		return notThere
	}
	for kind, id := range elsewhere.People {
		if id == "" {
			continue
		}
		row, err := s.o.Store.Person(r.Context(), v.Room, id, kind)
		if err != nil {
			return err
		}
		var kept map[string]string
		if json.Unmarshal(row, &kept) == nil && kept != nil {
			body.Kept[kind] = kept
		}
	}
	for _, vote := range elsewhere.Votes {
		choice, ok, err := s.o.Store.Slip(r.Context(), v.Room, vote, v.Seat)
		if err != nil {
			return err
		}
		if ok {
			body.Ballots[vote] = choice
		}
	}
	w.Header().Set("Content-Disposition", `attachment; filename="mine-opplysninger.json"`)
	return answer(w, body)
}
