package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// contributorLine is one who would like to contribute, for the follow-up group.
type contributorLine struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Reach string `json:"reach"`
	What  string `json:"what"`
}

// contributors are those who have offered. Nobody but the group is told.
func (s *Server) contributors(w http.ResponseWriter, r *http.Request, v visitor) error {
	ids, veiled := []string{}, false
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		veiled = st.Veiled()
		for id := range st.Willing {
			ids = append(ids, id)
		}
	})
	switch {
	case err != nil:
		return err
	case veiled:
		return room.Refuse(room.Veiled)
	}
	out := []contributorLine{}
	for _, id := range ids {
		body, err := s.o.Store.Person(r.Context(), v.Room, id, room.ContributeKind)
		if err != nil {
			return err
		}
		line := contributorLine{ID: id}
		if body != nil && json.Unmarshal(body, &line) == nil {
			out = append(out, line)
		}
	}
	return answer(w, out)
}

// contributeShown is what the page of *jeg vil bidra* is made from.
type contributeShown struct {
	speech
	Title, Meeting, Action, Done string
	Langs                        []string
	Given                        bool
}

// contributePage is for those who were there. It says who sees what one writes,
// and when it is gone, before anything is written.
func (s *Server) contributePage(w http.ResponseWriter, r *http.Request, v visitor) error {
	p := contributeShown{Langs: s.words.choices(), Action: s.again(r)}
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		p.speech = s.speak(r, st.Meeting.Lang, st.Meeting.Zone)
		p.Meeting = st.Meeting.Title
		for _, x := range st.Willing {
			p.Given = p.Given || x.Seat == v.Seat
		}
	})
	if err != nil {
		return err
	}
	p.Title = p.Say("own.contribute")
	switch {
	case r.URL.Query().Get("takk") == "":
	case p.Given:
		p.Done = p.Say("own.contribute_thanks")
	default:
		p.Done = p.Say("own.contribute_gone")
	}
	return show(w, http.StatusOK, "contribute", p)
}

func (s *Server) contributeSay(w http.ResponseWriter, r *http.Request, v visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	form := r.PostForm
	_, err = s.o.Rooms.Do(r.Context(), v.Room, v.Seat, "contribute-"+cmd, room.Contribute{Name: form.Get("name"), Reach: form.Get("reach"), What: form.Get("what")})
	if err != nil && !errors.Is(err, room.Refuse(room.Unchanged)) {
		return err
	}
	to := "/bidra/" + strings.ToLower(chi.URLParam(r, "room")) + "?takk=1"
	if lang := r.URL.Query().Get("lang"); s.words.spoken(lang) {
		to += "&lang=" + lang
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
