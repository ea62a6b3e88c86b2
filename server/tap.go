package server

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// tapLen is a room and 80 bits of key. It stands in the path because it must
// work from a text message and without a script; all it can do is say how one
// measure is.
const tapLen = roomLen + 16

type newTapBody struct {
	URL string `json:"url"`
}

// makeTap makes a new link for a measure, shown once.
func (s *Server) makeTap(w http.ResponseWriter, r *http.Request, v visitor) error {
	secret, err := s.newRoom() // as long as a room is named
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	c := room.MakeTap{Measure: chi.URLParam(r, "measure"), Hash: hash(secret)}
	if _, err := s.o.Rooms.Do(r.Context(), v.Room, v.Seat, "tap-"+cmd, c); err != nil {
		return err
	}
	return answer(w, newTapBody{s.where(r, v.Room).URL + "/s/" + v.Room + secret})
}

// tapped finds what a link to one measure leads to.
func (s *Server) tapped(r *http.Request) (view room.TapView, roomID, key string, err error) {
	return linked(s, r, (*room.State).SeeTap)
}

// linked finds what a link without a seat leads to. One that was replaced or
// taken away says so; one that never was is counted like a wrong key.
func linked[V any](s *Server, r *http.Request, see func(*room.State, string) (V, bool)) (view V, roomID, key string, err error) {
	start := time.Now()
	done, err := s.standInLine(r)
	if err != nil {
		return view, "", "", err
	}
	defer done()
	token, ok := tidy(chi.URLParam(r, "token"), tapLen)
	if !ok {
		return view, "", "", s.missed(r, start, deadLink)
	}
	token = strings.ToLower(token)
	roomID, key = token[:roomLen], hash(token[roomLen:])
	was, gone := false, false
	err = s.o.Rooms.Ask(r.Context(), roomID, func(st *room.State) {
		view, ok = see(st, key)
		was, gone = st.WasKey(key)
	})
	switch {
	case err != nil || ok || !was:
	case gone:
		return view, "", "", withdrawn
	default:
		return view, "", "", rotated
	}
	if errors.Is(err, room.ErrGone) || err == nil && !ok {
		err = s.missed(r, start, deadLink)
	}
	return view, roomID, key, err
}

// tapShown is what the page of four buttons is made from.
type tapShown struct {
	speech
	Title, Action, Due, Status, Since string
	Langs                             []string
	Receipt                           *receipt
	View                              room.TapView
	Answers                           []tapAnswer
	Ready                             *tapAnswer // pressed in the letter, and still to be sent
}

// tapOrder is the order the four answers stand in.
var tapOrder = []string{"pa-plass", "i-gang", "star-fast", "hjelp"}

func tapKey(answer string) string { return "tap." + strings.ReplaceAll(answer, "-", "_") }

type tapAnswer struct{ Value, Said string }

// tapPage asks how a measure is. Whoever fetches it, be it a scanner of mail,
// changes nothing.
func (s *Server) tapPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	view, _, _, err := s.tapped(r)
	if err != nil {
		return err
	}
	p := tapShown{speech: s.speak(r, view.Lang, view.Zone), Title: view.Title, View: view, Langs: s.words.langs}
	p.Action = r.URL.Path
	if lang := r.URL.Query().Get("lang"); s.words.speaks(lang) {
		p.Action += "?lang=" + lang
	}
	p.Due, p.Status = p.day(view.Due), p.status(view.Status)
	p.Since = p.Say("tap.since", "day", p.day(p.dateOf(view.Confirmed)))
	switch word := r.URL.Query().Get("takk"); {
	case p.tookBack(word) != "":
		p.Receipt = p.receipt(p.tookBack(word), view.Measure, p.Action, "", room.Said{})
	case word != "":
		p.Receipt = p.receipt(p.Say("tap.thanks"), view.Measure, p.Action, view.Responsible, view.Last)
	}
	for _, value := range tapOrder {
		a := tapAnswer{value, p.Say(tapKey(value))}
		if value == r.URL.Query().Get("svar") {
			p.Ready = &a
			continue
		}
		p.Answers = append(p.Answers, a)
	}
	return show(w, http.StatusOK, "tap", p)
}

// tapSay takes one answer, and leads back to the page.
func (s *Server) tapSay(w http.ResponseWriter, r *http.Request, _ visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	view, roomID, key, err := s.tapped(r)
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	thanks := "1"
	if r.PostForm.Has("undo") {
		thanks, err = s.takeBack(r, roomID, cmd, view.Measure, key)
	} else {
		_, err = s.o.Rooms.Do(r.Context(), roomID, "", "tap:"+cmd,
			room.SayStatus{Measure: view.Measure, Hash: key, Answer: r.PostForm.Get("answer"), Says: r.PostForm.Get("says")})
	}
	if err != nil && !errors.Is(err, room.Refuse(room.Unchanged)) {
		return err
	}
	to := r.URL.Path + "?takk=" + thanks
	if lang := r.URL.Query().Get("lang"); s.words.speaks(lang) {
		to += "&lang=" + lang
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
