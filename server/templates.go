package server

import (
	"net/http"

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
	lang := r.URL.Query().Get("lang")
	if !s.words.speaks(lang) {
		lang = s.words.language(r)
	}
	lines := []templateLine{}
	for _, t := range room.Templates() {
		if title, ok := t.Title[lang]; ok {
			lines = append(lines, templateLine{t.ID, title, t.Minutes, t.People.Min, t.People.Max, append([]string{}, t.Purpose...)})
		}
	}
	return answer(w, lines)
}
