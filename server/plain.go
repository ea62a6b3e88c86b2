package server

import (
	_ "embed"
	"html/template"
	"net/http"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // a day is the meeting's day also on a machine without the tables

	"dugnad/room"
	"dugnad/web"
)

// The plain pages are for whoever has no seat: the answer, and the four buttons.
// They are whole without scripts and are read on any phone.

//go:embed plain.css
var plainCSS []byte

//go:embed plain.html
var plainHTML string

//go:embed overview.html
var overviewHTML string

var plain = template.Must(template.New("plain").Parse(plainHTML + overviewHTML))

func (s *Server) plainStyle(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	w.Header().Set("Cache-Control", "public, max-age=300")
	return send(w, "text/css; charset=utf-8", plainCSS)
}

// speech says texts in one language, and days as people say them.
type speech struct {
	words words
	Lang  string
	zone  *time.Location
	now   time.Time
}

// speak picks a language: the one asked for, the browser's, the meeting's.
func (s *Server) speak(r *http.Request, meetingLang, zone string) speech {
	lang := r.URL.Query().Get("lang")
	switch {
	case s.words.spoken(lang):
	case r.Header.Get("Accept-Language") != "":
		lang = s.words.language(r)
	case s.words.speaks(meetingLang):
		lang = meetingLang
	default:
		lang = firstLanguage
	}
	at, err := time.LoadLocation(zone)
	if err != nil { // a machine without the tables still answers
		at = time.UTC
	}
	return speech{s.words, lang, at, s.o.Now().In(at)}
}

func (p speech) Say(key string, args ...any) string {
	with := web.Args{}
	for n := 0; n+1 < len(args); n += 2 {
		with[args[n].(string)] = args[n+1]
	}
	return web.Say(p.Lang, p.words.say(p.Lang, key), with)
}

func (p speech) Dir() string { return p.words.say(p.Lang, "lang.dir") }

// Name is what another language calls itself.
func (p speech) Name(lang string) string { return p.words.say(lang, "lang.name") }

// day says a date as YYYY-MM-DD in words, with its year when it is another one.
func (p speech) day(date string) string {
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	months := strings.Split(p.Say("plain.months"), ",")
	if len(months) != 12 {
		return date
	}
	said := p.Say("plain.day", "day", at.Day(), "month", months[at.Month()-1])
	if at.Year() != p.now.Year() {
		said += " " + strconv.Itoa(at.Year())
	}
	return said
}

// clock says the time of day as it is written here, 17.49 or 17:49.
func (p speech) clock(at time.Time) string {
	return p.Say("common.clock", "h", at.Hour(), "min", at.Format("04"))
}

// dateOf is the day a moment falls on where the meeting is.
func (p speech) dateOf(at int64) string { return time.UnixMilli(at).In(p.zone).Format(time.DateOnly) }

// between counts days from one date to another.
func between(from, to string) int {
	a, err := time.Parse(time.DateOnly, from)
	b, other := time.Parse(time.DateOnly, to)
	if err != nil || other != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// show writes one of the plain pages.
func show(w http.ResponseWriter, status int, page string, data any) error {
	var b strings.Builder
	if err := plain.ExecuteTemplate(&b, page, data); err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Add("Vary", "Accept-Language")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(b.String()))
	return nil
}

// status says how far a measure has come.
func (p speech) status(st room.Status) string {
	return p.Say("plain.status_" + strings.ReplaceAll(string(st), "-", "_"))
}
