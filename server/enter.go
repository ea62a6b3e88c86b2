package server

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// The way back in for a facilitator or a member of the follow-up group who has
// lost cookie and key. Whoever asks learns nothing: the answer is the same
// whether the address is known or not, and comes before it is looked up.

const enterPath = "/inn"

// enterMost is how many times an hour a link is sent to one address for one network:
// enough for whoever did not find the first. enterAll is how many for all networks
// together, too few to fill a mailbox with. Somebody else who knows the address uses
// up their own part, not the owner's: a link lasts a quarter of an hour, and four
// asked for in haste would keep the owner out for the rest of it.
const (
	enterMost = 4
	enterAll  = 12
)

// enterPage asks for the address.
func (s *Server) enterPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	return show(w, http.StatusOK, "enter", s.enterShown(r, false))
}

func (s *Server) enterShown(r *http.Request, done bool) askShown {
	p := askShown{speech: s.speak(r, "", "Europe/Oslo"), Langs: s.words.langs, Action: s.again(r)}
	p.Title, p.Text, p.Label, p.Yes = p.Say("mail.enter"), p.Say("mail.enter_why"), p.Say("mail.enter_label"), p.Say("mail.enter_yes")
	if !s.o.Mail {
		p.Text, p.Yes = p.Say("mail.enter_off"), ""
		for _, who := range []string{"lead", "follow", "own"} {
			p.Ways = append(p.Ways, p.Say("mail.enter_off_"+who))
		}
	}
	if done {
		p.Done = p.Say("mail.enter_done")
	}
	return p
}

// enterAsk sends a link to an address that is known.
func (s *Server) enterAsk(w http.ResponseWriter, r *http.Request, _ visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	if !s.o.Mail {
		return noMail
	}
	if wait, many := s.asked.missed(s.place(r)); many {
		p := slowDown
		p.Retry = wait
		return p
	}
	nonce, err := s.newRoom()
	if err != nil {
		return err
	}
	// Where the link is pressed in the same browser, nothing more is asked.
	s.setCookie(w, s.askCookie(), nonce, room.LoginLasts*time.Millisecond)
	var b strings.Builder
	if err := plain.ExecuteTemplate(&b, "enter", s.enterShown(r, true)); err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	_, _ = w.Write([]byte(b.String()))
	_ = http.NewResponseController(w).Flush() // how long the rest takes is nobody's business
	return s.findBack(r, strings.TrimSpace(r.PostForm.Get("mail")), nonce)
}

// findBack asks each room in which the address is known for a letter.
func (s *Server) findBack(r *http.Request, mail, nonce string) error {
	if mail == "" || len(mail) > room.MailMax {
		return nil
	}
	body := room.MailBody(mail)
	known, err := s.o.Store.WhoseMail(r.Context(), body)
	known = slices.DeleteFunc(known, func(l room.Mail) bool {
		yes := false
		_ = s.o.Rooms.Ask(r.Context(), l.Room, func(st *room.State) { yes = st.Reach[l.Kind+"/"+l.Person] })
		return !yes // nobody has said that it is theirs
	})
	if err == nil && len(known) > 0 { // an address nobody knows takes no place
		var may bool
		if may, err = s.mayEnter(r, string(body)); !may {
			known = nil
		}
	}
	for _, l := range known {
		if err != nil {
			break
		}
		key := s.o.Keys.derive("inn", l.Room, l.Kind, l.Person, nonce)
		_, err = s.o.Rooms.Do(r.Context(), l.Room, "", "mail:"+nonce+"-"+l.Person,
			room.AskLogin{Kind: l.Kind, Seat: l.Person, Hash: hash(key), Nonce: nonce})
		var no room.Refusal
		if errors.As(err, &no) || errors.Is(err, room.ErrGone) {
			err = nil // not confirmed, asked a moment ago, deleted: nobody is told
		}
	}
	if err != nil {
		s.o.Log.Error("an address could not be looked up", "err", err)
	}
	return nil
}

// mayEnter counts on all nodes together. Which network asked is kept for the hour, as
// a keyed hash that is another one each day.
func (s *Server) mayEnter(r *http.Request, mail string) (bool, error) {
	now := s.o.Now()
	own := s.o.Keys.derive("asked", mail, s.network(r), now.UTC().Format(time.DateOnly))
	may, err := s.o.Store.Asked(r.Context(), own, now.UnixMilli(), enterMost)
	if err != nil || !may {
		return false, err
	}
	return s.o.Store.Asked(r.Context(), s.o.Keys.derive("asked", mail), now.UnixMilli(), enterAll)
}

func (s *Server) askCookie() string { return s.prefix() + "inn" }

// entering is what a link to come in by says.
type entering struct{ room, kind, seat, key string }

func (s *Server) entering(r *http.Request) (x entering, err error) {
	start := time.Now()
	done, err := s.standInLine(r)
	if err != nil {
		return x, err
	}
	defer done()
	ok, token := false, chi.URLParam(r, "token")
	if len(token) > roomLen+1+letterKeyLen && len(token) < 100 {
		x = entering{room: token[:roomLen], key: token[roomLen+1 : roomLen+1+letterKeyLen], seat: token[roomLen+1+letterKeyLen:]}
		for kind, letter := range letterKinds {
			if letter == token[roomLen:roomLen+1] {
				x.kind = kind
			}
		}
		err = s.o.Rooms.Ask(r.Context(), x.room, func(st *room.State) {
			ok = st.Opens(x.kind, x.seat, hash(x.key), s.o.Now().UnixMilli())
		})
	}
	if errors.Is(err, room.ErrGone) || err == nil && !ok {
		err = s.missed(r, start, usedUp)
	}
	return x, err
}

// sameBrowser tells whether the link was asked for here.
func (s *Server) sameBrowser(r *http.Request, x entering) bool {
	for _, c := range r.CookiesNamed(s.askCookie()) {
		if s.o.Keys.derives(x.key, "inn", x.room, x.kind, x.seat, c.Value) {
			return true
		}
	}
	return false
}

// enterLink shows a button: what opens links by itself does not use it up.
func (s *Server) enterLink(w http.ResponseWriter, r *http.Request, _ visitor) error {
	x, err := s.entering(r)
	if err != nil {
		return s.enterGone(w, r, err)
	}
	return s.enterButton(w, r, x)
}

// enterGone is the page behind a link that is used or too old, and one that never
// was.
func (s *Server) enterGone(w http.ResponseWriter, r *http.Request, err error) error {
	if !errors.Is(err, usedUp) {
		return err
	}
	p := askShown{speech: s.speak(r, "", "Europe/Oslo"), Langs: s.words.langs}
	p.Title, p.Done, p.Label = p.Say("mail.enter"), p.Say("mail.in_gone"), p.Say("mail.task_lost")
	return show(w, usedUp.Status, "ask", p)
}

func (s *Server) enterButton(w http.ResponseWriter, r *http.Request, x entering) error {
	var p askShown
	err := s.o.Rooms.Ask(r.Context(), x.room, func(st *room.State) {
		p = askShown{speech: s.speak(r, st.Meeting.Lang, st.Meeting.Zone), Meeting: st.Meeting.Title, Langs: s.words.langs}
	})
	if err != nil {
		return err
	}
	p.Title, p.Text, p.Yes, p.Action = p.Say("mail.in"), p.Say("mail.in_why"), p.Say("mail.in_yes"), s.again(r)
	if !s.sameBrowser(r, x) {
		p.Text, p.Yes, p.Sure = p.Say("mail.in_other"), p.Say("mail.in_other_yes"), true
	}
	return show(w, http.StatusOK, "ask", p)
}

// enterUse lets somebody in, once. In another browser than the one that asked,
// the question on the page must have been answered.
func (s *Server) enterUse(w http.ResponseWriter, r *http.Request, _ visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	x, err := s.entering(r)
	if err != nil {
		return s.enterGone(w, r, err)
	}
	if r.PostForm.Get("sure") != "yes" && !s.sameBrowser(r, x) {
		return s.enterButton(w, r, x)
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	_, err = s.o.Rooms.Do(r.Context(), x.room, "", "mail:"+cmd, room.UseLogin{Kind: x.kind, Seat: x.seat, Hash: hash(x.key)})
	if errors.Is(err, room.Refuse(room.Gone)) {
		return s.enterGone(w, r, usedUp)
	}
	if err != nil {
		return err
	}
	p, page := pass{Room: x.room, Seat: x.seat, Surface: surfaceFollow}, "/oppfolging/"
	if x.kind == room.MailLead {
		p.Surface, page = surfaceLead, "/led/"
	}
	if err := s.o.Rooms.Ask(r.Context(), x.room, func(st *room.State) { p.Epoch = st.LinkOf(x.seat, p.Surface).Epoch }); err != nil {
		return err
	}
	if err := s.hand(w, p); err != nil {
		return err
	}
	s.setCookie(w, s.askCookie(), "", -time.Second)
	http.Redirect(w, r, page+x.room, http.StatusSeeOther)
	return nil
}
