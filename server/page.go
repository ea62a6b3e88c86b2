package server

import (
	"html/template"
	"net/http"
	"strconv"
	"time"
)

// note is the page somebody gets who was turned away. It has no style of its
// own and nothing to run: it must show also when nothing is built.
var note = template.Must(template.New("note").Parse(`<!doctype html>
<html lang="{{.Lang}}" dir="{{.Dir}}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.App}}</title></head>
<body class="note"><main class="note-text"><h1>{{.App}}</h1><p>{{.Says}}</p>{{if .Do}}<pre class="note-do">{{.Do}}</pre>{{end}}{{if .Home}}<p><a href="/">{{.Home}}</a></p>{{end}}</main></body>
</html>
`))

type noteText struct{ Lang, Dir, App, Says, Do, Home string }

// refusePage is a problem as a page.
func (s *Server) refusePage(w http.ResponseWriter, r *http.Request, p problem) {
	lang := s.words.language(r)
	text := noteText{Lang: lang, Dir: s.words.say(lang, "lang.dir"), App: s.words.say(lang, "common.app"),
		Says: s.words.say(lang, p.Key())}
	switch p.Code {
	case unbuilt.Code:
		text.Do = "make run"
	case notThere.Code, noSeat.Code, notYours.Code:
		text.Home = s.words.say(lang, "refused.home")
	}
	if p.Retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((p.Retry+time.Second-1)/time.Second)))
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(p.Status)
	_ = note.Execute(w, text)
}
