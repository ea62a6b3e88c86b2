package server

import (
	"encoding/json"
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// templateLine is a meeting one can choose when planning.
type templateLine struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Minutes int      `json:"minutes"`
	From    int      `json:"from"` // people
	To      int      `json:"to"`
	Purpose []string `json:"purpose"`
}

// templates lists the meetings that can be held in a language,
// in the order of their ids.
func (s *Server) templates(w http.ResponseWriter, r *http.Request, _ visitor) error {
	lang := s.plansIn(r)
	lines := []templateLine{}
	for _, t := range templatesIn(lang) {
		lines = append(lines, templateLine{t.ID, t.Title[lang], t.Minutes, t.People.Min, t.People.Max, append([]string{}, t.Purpose...)})
	}
	return answer(w, lines)
}

// plansIn is the language somebody plans a meeting in.
func (s *Server) plansIn(r *http.Request) string {
	lang := r.URL.Query().Get("lang")
	if !s.words.speaks(lang) {
		lang = s.words.language(r)
	}
	return lang
}

func templatesIn(lang string) []room.Template {
	return slices.DeleteFunc(room.Templates(), func(t room.Template) bool { return t.Title[lang] == "" })
}

// template is a shipped meeting as a file, written out in full: to be changed
// and brought along to a meeting of one's own.
func (s *Server) template(w http.ResponseWriter, r *http.Request, _ visitor) error {
	t, ok := room.FindTemplate(chi.URLParam(r, "template"))
	if !ok {
		return notThere
	}
	return sendFile(w, "opplegg-"+t.ID, t)
}

// sendFile sends something people can read and change.
func sendFile(w http.ResponseWriter, name string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	download(w, name, "json")
	return send(w, "application/json", b)
}
