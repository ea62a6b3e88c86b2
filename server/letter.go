package server

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"html/template"
	"net/url"
	"strings"
	"time"

	"dugnad/courier"
	"dugnad/room"
)

// derive makes the keys that stand in letters. They are kept nowhere: whoever
// writes the letter makes the same one again, and the database alone gives none.
func (k Keys) derive(parts ...string) string { return derived(k.by[k.sign], parts) }

// derives tells whether a key is one of ours, by any key that still counts.
func (k Keys) derives(typed string, parts ...string) bool {
	ours := false
	for _, key := range k.by {
		ours = hmac.Equal([]byte(typed), []byte(derived(key, parts))) || ours
	}
	return ours
}

func derived(key []byte, parts []string) string {
	sum := hmac.New(sha256.New, key)
	for _, p := range append([]string{"dugnad:brev"}, parts...) {
		sum.Write([]byte(p))
		sum.Write([]byte{0})
	}
	return strings.ToLower(base.EncodeToString(sum.Sum(nil)[:letterKeyLen*5/8]))
}

const letterKeyLen = 16 // 80 bits

//go:embed letter.html
var letterHTML string

var letterPage = template.Must(template.New("letter").Parse(letterHTML))

// letter is a letter while it is being written.
type letter struct {
	speech
	Title string
	Parts []letterPart
	Why   string // why it came
	Stop  string // where one says *no more*
}

type letterPart struct {
	Head, Text string
	Lang, Dir  string // of the text, when it is not the letter's
	Link       string // the text is where it leads
	Main       bool   // the one to press
}

func (l *letter) says(key string, args ...any) {
	l.Parts = append(l.Parts, letterPart{Text: l.Say(key, args...)})
}

func (l *letter) leads(main bool, to, key string, args ...any) {
	l.Parts = append(l.Parts, letterPart{Text: l.Say(key, args...), Link: to, Main: main})
}

// text is the letter for whoever reads without pictures and colours.
func (l *letter) text() string {
	var b strings.Builder
	for _, p := range l.Parts {
		if p.Head != "" {
			b.WriteString(strings.ToUpper(p.Head) + "\n")
		}
		b.WriteString(p.Text)
		if p.Link != "" {
			b.WriteString(":\n" + p.Link)
		}
		b.WriteString("\n\n")
	}
	b.WriteString("-- \n" + l.Why + "\n")
	if l.Stop != "" {
		b.WriteString(l.Say("mail.stop") + ": " + l.Stop + "\n")
	}
	return b.String()
}

// mailOf reads the address in a row of people.
func mailOf(body []byte) string {
	var one struct{ Mail string }
	_ = json.Unmarshal(body, &one) // a row that cannot be read has no address
	return one.Mail
}

// Write says what a letter says, in the meeting's language, from what the rules
// show when it is sent.
func (s *Server) Write(ctx context.Context, l room.Mail) (courier.Message, error) {
	m := courier.Message{To: mailOf(l.Body), ID: hash(strings.Join([]string{l.Room, l.Purpose, l.About, l.Person}, "\x00"))[:32]}
	if m.To == "" || s.o.PublicURL == nil {
		return m, courier.ErrMoot
	}
	var w letter
	moot := true
	err := s.o.Rooms.Ask(ctx, l.Room, func(st *room.State) {
		if st.Meeting.Practice != "" || st.Meeting.Demo { // nobody is there
			return
		}
		w.speech = s.speakIn(st.Meeting.Lang, st.Meeting.Zone)
		w.Title, moot = w.say(s, st, l)
	})
	switch {
	case err != nil:
		return m, err
	case moot:
		return m, courier.ErrMoot
	}
	m.Subject = w.Title
	if l.Purpose != room.ForConfirm && l.Purpose != room.ForLogin { // those come only when they are asked for
		w.Stop = s.letterLink("s", l, m.To)
		m.Stop = w.Stop
	}
	var b strings.Builder
	if err := letterPage.Execute(&b, w); err != nil {
		return m, err
	}
	m.Text, m.HTML = w.text(), b.String()
	return m, nil
}

// say writes one letter; moot when there is nothing to say any more.
func (w *letter) say(s *Server, st *room.State, l room.Mail) (subject string, moot bool) {
	title, at := st.Meeting.Title, s.base()
	w.Why = w.Say("mail.why_"+l.Kind, "title", title)
	switch l.Purpose {
	case room.ForConfirm:
		w.says("mail.confirm_"+l.Kind, "title", title)
		w.leads(true, s.letterLink("b", l, mailOf(l.Body)), "mail.confirm_link")
		w.says("mail.confirm_not")
		return w.Say("mail.confirm_subject"), false
	case room.ForAnswer:
		return w.answer(st, at+"/svar/"+l.Room)
	case room.ForStatus:
		return w.status(s, st, l)
	case room.ForTask:
		task, ok := st.Tasks[room.TaskAbout(l.About)]
		if !ok || task.Done != 0 {
			return "", true
		}
		kind, _, _ := strings.Cut(task.Kind, "_")
		if kind == "answer" {
			kind = task.Kind
		}
		w.says("mail.task_"+kind, "title", title, "day", w.day(task.Due))
		w.leads(true, at+"/oppfolging/"+l.Room, "mail.task_link")
		w.leads(false, at+enterPath, "mail.task_lost")
		return w.Say("mail.task_"+kind+"_subject", "title", title, "day", w.day(task.Due)), false
	case room.ForLogin:
		key := s.o.Keys.derive("inn", l.Room, l.Kind, l.Person, l.About)
		if !st.Opens(l.Kind, l.Person, hash(key), s.o.Now().UnixMilli()) {
			return "", true
		}
		w.says("mail.login", "title", title)
		w.leads(true, at+enterPath+"/"+l.Room+letterKinds[l.Kind]+key+l.Person, "mail.login_link")
		w.says("mail.login_not")
		return w.Say("mail.login_subject", "title", title), false
	}
	return "", true
}

// answer is the whole of it, in every language it is written in, so that nobody
// has to press anything to read it.
func (w *letter) answer(st *room.State, page string) (string, bool) {
	seen, _ := st.See(room.All, "reply")
	reply, _ := seen.(room.ReplyView)
	n := len(reply.Versions)
	if n == 0 {
		return "", true
	}
	title, texts := st.Meeting.Title, reply.Versions[n-1].Texts
	w.says("mail.answer", "title", title)
	for _, lang := range append([]string{st.Meeting.Lang}, others(texts, st.Meeting.Lang)...) {
		in := w.speech
		if in.words.speaks(lang) {
			in.Lang = lang
		}
		for _, part := range []struct{ key, text string }{{"svar.does", texts[lang].Does}, {"svar.not", texts[lang].Not}, {"svar.next", texts[lang].Next}} {
			if part.text != "" {
				w.Parts = append(w.Parts, letterPart{Head: in.Say(part.key), Text: part.text, Lang: lang, Dir: in.Dir()})
			}
		}
	}
	w.leads(true, page, "mail.answer_link")
	if n > 1 {
		return w.Say("mail.answer_corrected", "title", title), false
	}
	return w.Say("mail.answer_subject", "title", title), false
}

func others(texts map[string]room.ReplyText, first string) (langs []string) {
	for _, lang := range []string{"nb", "nn", "en", "sv"} {
		if _, ok := texts[lang]; ok && lang != first {
			langs = append(langs, lang)
		}
	}
	return langs
}

// status asks how a measure is. Each of the four leads to a page where that
// answer is ready to be sent: what opens links by itself changes nothing.
func (w *letter) status(s *Server, st *room.State, l room.Mail) (string, bool) {
	key := s.o.Keys.derive("s", l.Room, l.Person, l.About)
	view, ok := st.SeeTap(hash(key))
	if !ok || st.Veiled() {
		return "", true
	}
	w.says("mail.status", "measure", view.Title, "title", view.Meeting, "who", view.Responsible)
	if view.First != "" {
		w.says("mail.status_first", "first", view.First)
	}
	for _, answer := range tapOrder {
		w.leads(true, s.base()+"/s/"+l.Room+key+"?svar="+answer, tapKey(answer))
	}
	w.says("mail.status_one")
	return w.Say("mail.status_subject", "measure", view.Title), false
}

// speakIn is speak where nobody's browser says anything.
func (s *Server) speakIn(lang, zone string) speech {
	if !s.words.speaks(lang) {
		lang = firstLanguage
	}
	at, err := time.LoadLocation(zone)
	if err != nil {
		at = time.UTC
	}
	return speech{s.words, lang, at, s.o.Now().In(at)}
}

// base is where links in letters lead.
func (s *Server) base() string {
	if s.o.PublicURL == nil {
		return ""
	}
	return (&url.URL{Scheme: s.o.PublicURL.Scheme, Host: s.o.PublicURL.Host}).String()
}

// letterKinds is how the link in a letter says which rows it speaks of.
var letterKinds = map[string]string{room.MailReply: "r", room.MailMember: "m", room.MailLead: "l", room.MailMeasure: "t"}

// letterLink is where the reader says yes (b) or no more (s). It holds the
// address in its key: another address, and it is dead.
func (s *Server) letterLink(what string, l room.Mail, mail string) string {
	return s.base() + "/e/" + l.Room + what + letterKinds[l.Kind] + s.o.Keys.derive("e", what, l.Room, l.Kind, l.Person, mail) + l.Person
}
