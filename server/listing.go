package server

import (
	"net/http"
	"slices"
	"strings"

	"dugnad/room"
	"dugnad/web"
)

// listingShown is the open list of kommuner. It names functions and nobody.
type listingShown struct {
	speech
	Title string
	Langs []string
	Rows  []listingRow
}

type listingRow struct {
	room.Listed
	Last, Mail, Tel string
}

// listingPage is for whoever wants to know where somebody has done this before. A
// kommune stands there because its group has asked to.
func (s *Server) listingPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	done, err := s.standInLine(r)
	if err != nil {
		return err
	}
	defer done()
	all, err := s.o.Store.Listings(r.Context())
	if err != nil {
		return err
	}
	p := listingShown{speech: s.speak(r, "", homeZone), Langs: s.words.langs}
	p.Title = p.Say("kommuner.title")
	for _, l := range all {
		row := listingRow{Listed: l}
		if l.Held != 0 {
			row.Last = p.day(p.dateOf(l.Held))
		}
		switch at := strings.TrimSpace(l.Address); {
		case strings.Contains(at, "@") && !strings.ContainsAny(at, " ?&"):
			row.Mail = at
		case len(tel(at)) >= 8 && strings.Trim(at, "+0123456789 ") == "":
			row.Tel = tel(at)
		}
		p.Rows = append(p.Rows, row)
	}
	by := web.Alphabet(p.Lang) // a database puts Ål before Ærlig, or where its own locale says
	slices.SortStableFunc(p.Rows, func(a, b listingRow) int { return by(a.Kommune, b.Kommune) })
	return show(w, http.StatusOK, "listing", p)
}
