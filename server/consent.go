package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// The pages that a letter leads to: yes, this is my address; no, send me no
// more. Fetching one changes nothing, whatever program fetches it.

// said is what the reader's link says.
type saidByMail struct {
	room, what, kind, id string
}

// byMail reads a link. A link that is not ours, and one to an address that has
// been taken away, are one and the same no.
func (s *Server) byMail(r *http.Request) (x saidByMail, err error) {
	start := time.Now()
	done, err := s.standInLine(r)
	if err != nil {
		return x, err
	}
	defer done()
	token := chi.URLParam(r, "token")
	if len(token) < roomLen+2+letterKeyLen || len(token) > 100 {
		return x, s.missed(r, start, deadLink)
	}
	x = saidByMail{room: token[:roomLen], what: token[roomLen : roomLen+1], id: token[roomLen+2+letterKeyLen:]}
	for kind, letter := range letterKinds {
		if letter == token[roomLen+1:roomLen+2] {
			x.kind = kind
		}
	}
	body, err := s.o.Store.Person(r.Context(), x.room, x.id, x.kind)
	if err != nil {
		return x, err
	}
	mail := mailOf(body)
	if mail == "" || !slices.Contains([]string{"b", "s"}, x.what) ||
		!s.o.Keys.derives(token[roomLen+2:roomLen+2+letterKeyLen], "e", x.what, x.room, x.kind, x.id, mail) {
		return x, s.missed(r, start, deadLink)
	}
	return x, nil
}

// askShown is what a page with one question, one sentence and one button is made
// from.
type askShown struct {
	speech
	Title, Meeting, Text, Yes, Action, Done, Label string
	Langs                                          []string
	Sure                                           bool
	Ways                                           []string // what to do instead, when no letter is sent from here
}

// consentPage asks.
func (s *Server) consentPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	x, err := s.byMail(r)
	if err != nil {
		return err
	}
	p, err := s.consent(r, x, false)
	if err != nil {
		return err
	}
	return show(w, http.StatusOK, "ask", p)
}

// consentSay does what was asked, as often as it is asked.
func (s *Server) consentSay(w http.ResponseWriter, r *http.Request, _ visitor) error {
	x, err := s.byMail(r)
	if err != nil {
		return err
	}
	p, err := s.consent(r, x, true) // before, for afterwards the address may be gone
	if err != nil {
		return err
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	var c room.Command = room.ConfirmAddress{Kind: x.kind, ID: x.id}
	if x.what == "s" {
		c = room.StopLetters{Kind: x.kind, ID: x.id}
	}
	_, err = s.o.Rooms.Do(r.Context(), x.room, "", "mail:"+cmd, c)
	if err != nil && !errors.Is(err, room.Refuse(room.Unchanged)) {
		return err
	}
	return show(w, http.StatusOK, "ask", p)
}

func (s *Server) consent(r *http.Request, x saidByMail, done bool) (p askShown, err error) {
	word := map[string]string{"b": "confirm", "s": "stop"}[x.what]
	err = s.o.Rooms.Ask(r.Context(), x.room, func(st *room.State) {
		p = askShown{speech: s.speak(r, st.Meeting.Lang, st.Meeting.Zone), Meeting: st.Meeting.Title, Langs: s.words.langs}
	})
	p.Title = p.Say("mail.page_" + word)
	p.Text, p.Yes = p.Say("mail.page_"+word+"_"+x.kind, "title", p.Meeting), p.Say("mail.page_"+word+"_yes")
	p.Action = s.again(r)
	if done {
		p.Done = p.Say("mail.page_" + word + "_done")
	}
	return p, err
}

// again is the address of a page's own form, in the language it was read in.
func (s *Server) again(r *http.Request) string { return s.inLang(r, r.URL.Path) }

// inLang is the address of another page, in the language this one was asked for in.
func (s *Server) inLang(r *http.Request, path string) string {
	if lang := r.URL.Query().Get("lang"); s.words.spoken(lang) {
		return path + "?lang=" + lang
	}
	return path
}

// lettersBody is how far letters have come. It names nobody.
type lettersBody struct {
	On      bool             `json:"on"` // this installation sends mail
	Letters []room.MailCount `json:"letters"`
}

func (s *Server) letters(w http.ResponseWriter, r *http.Request, v visitor) error {
	all, err := s.o.Store.Letters(r.Context(), v.Room)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(c room.MailCount) bool { return c.Purpose == room.ForLogin || c.Purpose == room.ForConfirm })
	return answer(w, lettersBody{s.o.Mail, all})
}

// askStatus asks whoever is responsible for a measure how it is, by mail. Older
// links die.
func (s *Server) askStatus(w http.ResponseWriter, r *http.Request, v visitor) error {
	if !s.o.Mail {
		return noMail
	}
	nonce, err := s.newRoom()
	if err != nil {
		return err
	}
	measure := chi.URLParam(r, "measure")
	c := room.AskStatus{Measure: measure, Nonce: nonce, Hash: hash(s.o.Keys.derive("s", v.Room, measure, nonce))}
	if _, err := s.o.Rooms.Do(r.Context(), v.Room, v.Seat, "ask-"+nonce, c); err != nil {
		return err
	}
	return answer(w, status{"ok"})
}

// Failed tells the follow-up group that letters did not arrive: once for each
// occasion, so that a mail server that is down does not fill the list.
func (s *Server) Failed(ctx context.Context, l room.Mail) {
	if l.Purpose == room.ForConfirm || l.Purpose == room.ForLogin {
		return // whoever asked sees that nothing comes, and the group has nothing to do
	}
	id := "mail-" + l.Purpose + "-" + l.About
	_, err := s.o.Rooms.Do(ctx, l.Room, "", id, room.RaiseTask{ID: id, Kind: "mail_failed", Measure: l.Measure()})
	var no room.Refusal
	if err != nil && !errors.As(err, &no) && !errors.Is(err, room.ErrGone) {
		s.o.Log.Warn("nobody could be told that a letter did not arrive", "room", l.Room, "err", err)
	}
}
