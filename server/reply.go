package server

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"dugnad/report"
	"dugnad/room"
)

// replyShown is what the public answer page is made from. It names nobody.
type replyShown struct {
	speech
	Title, Meeting, Waits string
	Room                  string
	Langs                 []string
	Notes                 []replyNote
	Text                  *replyText
	Contact               *room.ContactView
	Tel                   string
	Measures              []replyMeasure
	Rest                  []replyRest
	Asides                int    // ideas that the tables set aside and nobody has taken up
	RecordLang, RecordIn  string // of titles and ideas, where it is not the page's
	Earlier               []replyEarlier

	Bidra     string // where one who was there offers to contribute
	Ask, Told string // where one asks for it by mail; empty where none is sent

	Letter, Heading, LetterTitle string // of a meeting that young people lead, once they have shared it
	young                        bool
}

type replyNote struct{ Tone, Text string }

// replyText is the answer with the titles of its parts, in the language it is
// written in if that is not the page's.
type replyText struct {
	room.ReplyText
	Lang, In, DoesTitle, NotTitle, NextTitle string
}

type replyMeasure struct {
	Title, Said string
	Status      room.Status
	From        []replyIdea // that ran into it
	Ids         string      // theirs, for the phone that wrote one of them
}

type replyEarlier struct {
	When string
	Text replyText
}

// replyPage is the answer to those who were there. Until it comes the page says
// when it should, and when that day has passed it says so itself.
func (s *Server) replyPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	start := time.Now()
	done, err := s.standInLine(r)
	if err != nil {
		return err
	}
	defer done()
	id, ok := tidy(chi.URLParam(r, "room"), roomLen)
	if !ok {
		return s.missed(r, start, notThere)
	}
	var meeting room.MeetingView
	var reply room.ReplyView
	var contact room.ContactView
	var measures []room.MeasureView
	var youth room.YouthView
	var letter room.LetterView
	var young bool
	var wrote written
	err = s.o.Rooms.Ask(r.Context(), strings.ToLower(id), func(st *room.State) {
		if m, ok := st.See(room.All, "meeting"); ok {
			meeting = m.(room.MeetingView)
		}
		if v, ok := st.See(room.All, "reply"); ok {
			reply = v.(room.ReplyView)
		}
		if v, ok := st.See(room.All, "contact"); ok {
			contact = v.(room.ContactView)
		}
		if v, ok := st.See(room.All, "youth"); ok {
			youth, young = v.(room.YouthView), true
		}
		if v, ok := st.See(room.All, "letter"); ok {
			letter = v.(room.LetterView)
		}
		measures = report.Seen[room.MeasureView](st, "measures", room.All)
		wrote = writtenIn(st)
	})
	if errors.Is(err, room.ErrGone) {
		return s.missed(r, start, notThere)
	}
	if err != nil {
		return err
	}
	p := replyShown{speech: s.speak(r, meeting.Lang, meeting.Zone), Meeting: meeting.Title, Room: strings.ToLower(id), Langs: s.words.choices()}
	p.young = young
	if !p.reads(meeting.Lang) {
		p.RecordLang, p.RecordIn = meeting.Lang, p.Say("svar.record_in", "language", p.in(meeting.Lang))
	}
	p.Heading = p.tell("title")
	p.Title = p.Heading + " – " + meeting.Title
	if meeting.Demo {
		p.Notes = append(p.Notes, replyNote{"", p.Say("report.demo")})
	}
	p.promised(reply)
	p.mayAsk(s, r)
	if young {
		p.asked(youth, letter, meeting)
	}
	if contact.Who != "" {
		p.Contact, p.Tel = &contact, tel(contact.Phone)
	}
	if n := len(reply.Versions); n > 0 {
		text := p.text(reply.Versions[n-1].Texts, meeting.Lang)
		p.Text = &text
	}
	if n := len(reply.Versions); n > 0 || youth.Published != 0 {
		slices.SortStableFunc(measures, func(a, b room.MeasureView) int { return int(a.Order - b.Order) })
		p.roads(measures, wrote)
		p.Asides = wrote.asides
		for i := n - 2; i >= 0; i-- {
			v := reply.Versions[i]
			p.Earlier = append(p.Earlier, replyEarlier{p.Say("svar.earlier", "day", p.day(p.dateOf(v.At))), p.text(v.Texts, meeting.Lang)})
		}
	}
	return show(w, http.StatusOK, "reply", p)
}

// tell is the sentence for those who were there: the young are spoken to as the
// ones who asked.
func (p *replyShown) tell(key string, args ...any) string {
	if young := "svar.ung." + key; p.young && p.Say(young) != young {
		return p.Say(young, args...)
	}
	return p.Say("svar."+key, args...)
}

// asked says what the young people asked for and of whom, or that they have not
// shared it yet.
func (p *replyShown) asked(youth room.YouthView, letter room.LetterView, meeting room.MeetingView) {
	if youth.Published == 0 {
		p.Notes = append(p.Notes, replyNote{"", p.Say("svar.ung.not_yet")})
		return
	}
	p.Letter, p.LetterTitle = letter.Text, p.Say("svar.ung.letter", "who", meeting.Decides)
}

// replyAsk takes an address for the answer. Whoever holds a seat asks as that; from
// anybody else it is taken only where the address itself will be asked.
func (s *Server) replyAsk(w http.ResponseWriter, r *http.Request, _ visitor) error {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyMax)
	if err := r.ParseForm(); err != nil {
		return notRead
	}
	if wait, many := s.asked.missed(s.place(r)); many {
		p := slowDown
		p.Retry = wait
		return p
	}
	cmd, err := s.newRoom()
	if err != nil {
		return err
	}
	mail := strings.TrimSpace(r.PostForm.Get("mail"))
	roomID := strings.ToLower(chi.URLParam(r, "room"))
	v, err := s.visitor(r, holders(surfaceGuest))
	switch {
	case err == nil:
		_, err = s.o.Rooms.Do(r.Context(), roomID, v.Seat, "mail-"+cmd, room.AskToBeTold{Mail: mail})
	case !s.o.Mail:
		return noMail
	default:
		_, err = s.o.Rooms.Do(r.Context(), roomID, "", "mail:"+cmd,
			room.TellAnswer{ID: "s-" + s.o.Keys.derive("svar", roomID, strings.ToLower(mail)), Mail: mail})
	}
	if err != nil && !errors.Is(err, room.Refuse(room.Unchanged)) {
		return err
	}
	to := r.URL.Path + "?bedt=1"
	if lang := r.URL.Query().Get("lang"); s.words.spoken(lang) {
		to += "&lang=" + lang
	}
	http.Redirect(w, r, to+"#bedt", http.StatusSeeOther)
	return nil
}

// mayAsk offers the form to whoever it leads somewhere for.
func (p *replyShown) mayAsk(s *Server, r *http.Request) {
	_, err := s.visitor(r, holders(surfaceGuest))
	if !s.o.Mail && err != nil {
		return
	}
	p.Ask = s.again(r)
	if err == nil {
		p.Bidra = s.inLang(r, "/bidra/"+chi.URLParam(r, "room"))
	}
	if r.URL.Query().Get("bedt") != "" {
		p.Told = p.Say("mail.told_group")
		if s.o.Mail {
			p.Told = p.Say("mail.told")
		}
	}
}

// promised says how the promise was kept, or how long it still is.
func (p *replyShown) promised(reply room.ReplyView) {
	note := func(tone, key string, args ...any) { p.Notes = append(p.Notes, replyNote{tone, p.Say(key, args...)}) }
	day := p.day(reply.Promised)
	if reply.First != "" && reply.First != reply.Promised {
		defer note("", "svar.moved", "day", p.day(reply.First))
	}
	if n := len(reply.Versions); n > 0 {
		came := p.dateOf(reply.Published)
		switch after := between(reply.Promised, came); {
		case reply.Promised == "":
			note("good", "svar.came", "day", p.day(came))
		case after > 0:
			note("", "svar.came_late", "day", p.day(came), "n", after)
		default:
			note("good", "svar.came_kept", "day", p.day(came))
		}
		if n > 1 {
			note("", "svar.corrected", "day", p.day(p.dateOf(reply.Versions[n-1].At)))
		}
		return
	}
	left := between(p.now.Format(time.DateOnly), reply.Promised)
	switch {
	case reply.Promised == "":
		p.Waits = p.Say("svar.open")
	case left < 0:
		note("late", "svar.late", "n", -left)
		p.Waits = p.tell("was_promised", "day", day)
	case left == 0:
		note("soon", "svar.today")
		p.Waits = p.Say("svar.comes", "day", day)
	default:
		note("soon", "svar.left", "n", left)
		p.Waits = p.Say("svar.comes", "day", day)
	}
}

// text picks the page's language if the answer is written in it, else the
// meeting's.
func (p *replyShown) text(texts map[string]room.ReplyText, meetingLang string) replyText {
	text := replyText{DoesTitle: p.tell("does"), NotTitle: p.tell("not"), NextTitle: p.tell("next")}
	own, _, _ := strings.Cut(p.Lang, "-")
	said, ok := texts[own]
	if !ok {
		said = texts[meetingLang]
	}
	if !ok && !p.reads(meetingLang) {
		text.Lang, text.In = meetingLang, p.Say("svar.written_in", "language", p.in(meetingLang))
	}
	text.ReplyText = said
	return text
}

// reads tells whether a text in a language is in the page's: easy Norwegian is
// Norwegian.
func (p speech) reads(lang string) bool {
	of, _, _ := strings.Cut(p.Lang, "-")
	return of == lang
}

// in is what the page calls another language, else what it calls itself.
func (p speech) in(lang string) string {
	if key := "svar.in_" + lang; p.Say(key) != key {
		return p.Say(key)
	}
	return p.Name(lang)
}

// tel is a number as a phone dials it.
func tel(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
}

type subscribersBody struct {
	Mails []string `json:"mails"`
}

// subscribers are the addresses to send the answer to. Nothing is sent from
// here: the group copies them into its own mail, as blind copies.
func (s *Server) subscribers(w http.ResponseWriter, r *http.Request, v visitor) error {
	var ids []string
	veiled := false
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) { ids, veiled = st.Askers(s.o.Mail), st.Veiled() })
	switch {
	case err != nil:
		return err
	case veiled:
		return room.Refuse(room.Veiled)
	}
	out := subscribersBody{Mails: []string{}}
	for _, id := range ids {
		row, err := s.o.Store.Person(r.Context(), v.Room, id, room.MailReply)
		if err != nil {
			return err
		}
		if mail := mailOf(row); mail != "" {
			out.Mails = append(out.Mails, mail)
		}
	}
	return answer(w, out)
}
