package server

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dugnad/room"
)

type owningBody struct {
	Role string `json:"role"`
}

// makeOwner makes the link to a role's own place, shown once.
func (s *Server) makeOwner(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in owningBody
	if err := read(r, &in); err != nil {
		return err
	}
	secret, err := s.newRoom()
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	if _, err := s.o.Rooms.Do(r.Context(), v.Room, v.Seat, "owner-"+cmd, room.MakeOwner{Role: in.Role, Hash: hash(secret)}); err != nil {
		return err
	}
	return answer(w, newTapBody{s.where(r, v.Room).URL + "/a/" + v.Room + secret})
}

// owning finds what a link to a place of one's own leads to.
func (s *Server) owning(r *http.Request) (view room.OwnerView, roomID, key string, err error) {
	return linked(s, r, (*room.State).SeeOwner)
}

// ownerShown is what the page of one's own measures is made from.
type ownerShown struct {
	speech
	Title, Meeting, Action, Count string
	Langs                         []string
	Measures                      []ownShown
}

type ownShown struct {
	room.OwnMeasure
	Day, Said, Since string
	Late             bool
	Answers          []tapAnswer
	Receipt          *receipt
}

// ownerPage shows them, and changes nothing.
func (s *Server) ownerPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	view, _, _, err := s.owning(r)
	if err != nil {
		return err
	}
	p := ownerShown{speech: s.speak(r, view.Lang, view.Zone), Meeting: view.Meeting, Langs: s.words.langs, Action: s.again(r)}
	p.Title = p.Say("own.title", "who", view.Role)
	p.Count = p.Say("own.count", "n", len(view.Measures))
	for _, m := range view.Measures {
		x := ownShown{OwnMeasure: m, Day: p.day(m.Due), Said: p.status(m.Status), Since: p.Say("tap.since", "day", p.day(p.dateOf(m.Confirmed)))}
		x.Late = m.Due != "" && m.Due < p.now.Format(time.DateOnly) && m.Status != room.InPlace && m.Status != room.Dropped
		for _, value := range tapOrder {
			x.Answers = append(x.Answers, tapAnswer{value, p.Say(tapKey(value))})
		}
		thanks, last := "", room.Said{}
		switch word, of := strings.CutPrefix(r.URL.Query().Get("takk"), m.ID); {
		case !of:
		case word == "":
			thanks, last = p.Say("tap.thanks"), m.Last
		case word == "-steg":
			thanks = p.Say("own.step_thanks")
		case word == "-endret":
			thanks = p.Say("own.step_changed")
		default:
			thanks = p.tookBack(strings.TrimPrefix(word, "-svar-"))
		}
		if thanks != "" {
			x.Receipt = p.receipt(thanks, m.ID, p.Action, view.Role, last)
		}
		p.Measures = append(p.Measures, x)
	}
	return show(w, http.StatusOK, "own", p)
}

// ownerSay takes a status or a next step for one of them.
func (s *Server) ownerSay(w http.ResponseWriter, r *http.Request, _ visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	_, roomID, key, err := s.owning(r)
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	form, measure := r.PostForm, r.PostForm.Get("measure")
	thanks := measure
	switch {
	case form.Has("undo"):
		var word string
		word, err = s.takeBack(r, roomID, cmd, measure, key)
		thanks += "-svar-" + word
	case form.Get("answer") != "":
		_, err = s.o.Rooms.Do(r.Context(), roomID, "", "tap:"+cmd, room.OwnerSay{Hash: key, Measure: measure, Answer: form.Get("answer"), Says: form.Get("says")})
	default:
		seen, _ := strconv.ParseInt(form.Get("seen"), 10, 64) // nothing seen is nothing written over
		thanks = measure + "-steg"
		_, err = s.o.Rooms.Do(r.Context(), roomID, "", "tap:"+cmd, room.OwnerStep{Hash: key, Measure: measure, First: form.Get("first"), Seen: seen})
		if errors.Is(err, room.Refuse(room.Changed)) {
			thanks, err = measure+"-endret", nil // the page shows what another has written
		}
	}
	if err != nil && !errors.Is(err, room.Refuse(room.Unchanged)) {
		return err
	}
	to := r.URL.Path + "?takk=" + thanks
	if lang := r.URL.Query().Get("lang"); s.words.speaks(lang) {
		to += "&lang=" + lang
	}
	http.Redirect(w, r, to+"#"+measure, http.StatusSeeOther)
	return nil
}
