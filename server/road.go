package server

import (
	_ "embed"
	"net/http"
	"slices"
	"strings"

	"dugnad/report"
	"dugnad/room"
)

// Who wrote what, only the phone knows that it was written on. The answer page
// therefore says of each proposal which ideas ran into it, by ids that mean
// nothing to anybody else, and a script that asks nobody looks whether the phone
// remembers one of them. The ideas themselves are not on the page: it is read by
// everybody, and they were written for those who were there.

//go:embed mine.js
var mineJS []byte

func (s *Server) mineScript(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	w.Header().Set("Cache-Control", "public, max-age=300")
	return send(w, "text/javascript; charset=utf-8", mineJS)
}

// replyRest is a proposal that became no measure. One that nobody has given a
// title bears the words of whoever wrote it: only that phone is told of it.
type replyRest struct {
	Title string
	Ids   string
}

// roads says of each measure which ideas are in it, and what became no measure.
func (p *replyShown) roads(measures []room.MeasureView, clusters []room.ClusterView, taken map[string]string) {
	ideas := map[string][]string{}
	for _, c := range clusters {
		ideas[c.ID] = c.Ideas
	}
	for _, m := range measures {
		ids := ideas[m.Cluster]
		delete(ideas, m.Cluster)
		if id := taken[m.ID]; id != "" && !slices.Contains(ids, id) {
			ids = append(slices.Clone(ids), id)
		}
		p.Measures = append(p.Measures, replyMeasure{m.Title, p.status(m.Status), m.Status, len(ids), strings.Join(ids, " ")})
	}
	slices.SortStableFunc(clusters, func(a, b room.ClusterView) int { return a.Order - b.Order })
	for _, c := range clusters {
		if ids := ideas[c.ID]; len(ids) > 0 {
			rest := replyRest{Ids: strings.Join(ids, " ")}
			if c.Named {
				rest.Title, p.Named = c.Title, true
			}
			p.Rest = append(p.Rest, rest)
		}
	}
}

// takenUp is which idea a measure was made of in the year after.
func takenUp(st *room.State) map[string]string {
	taken := map[string]string{}
	for _, v := range report.Seen[room.FollowUpView](st, "followups", room.FollowLayers()...) {
		if v.Idea != "" {
			taken[v.Measure] = v.Idea
		}
	}
	return taken
}
