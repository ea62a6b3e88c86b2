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
// says of each proposal which ideas ran into it, in the words that everybody read
// on the wall, and a script that asks nobody looks whether the phone remembers one
// of them. What only a table has read is counted and not told.

//go:embed mine.js
var mineJS []byte

func (s *Server) mineScript(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	w.Header().Set("Cache-Control", "public, max-age=300")
	return send(w, "text/javascript; charset=utf-8", mineJS)
}

// replyIdea is one as it was written. Lang is where it is not the page's.
type replyIdea struct {
	ID, Text, Lang   string
	Norsk, NorskLang string // the line beneath a text in another language
}

// replyRest is a proposal that became no measure. One that nobody has given a
// title is its ideas.
type replyRest struct {
	Title string
	From  []replyIdea
	Ids   string
}

// written is what everybody has read of the evening, and how it lies.
type written struct {
	clusters []room.ClusterView
	ideas    map[string]room.IdeaView
	taken    map[string]string // which idea a measure was made of in the year after
	asides   int
}

func writtenIn(st *room.State) written {
	w := written{report.Seen[room.ClusterView](st, "clusters", room.All), map[string]room.IdeaView{}, map[string]string{}, 0}
	slices.SortStableFunc(w.clusters, func(a, b room.ClusterView) int { return a.Order - b.Order })
	for _, i := range report.Seen[room.IdeaView](st, "ideas", room.All) {
		w.ideas[i.ID] = i
	}
	for _, v := range report.Seen[room.FollowUpView](st, "followups", room.FollowLayers()...) {
		if v.Idea != "" {
			w.taken[v.Measure] = v.Idea
		}
	}
	for _, a := range report.Seen[room.AsideView](st, "asides", room.Follow) {
		if a.Taken == "" && a.Text != "" {
			w.asides++
		}
	}
	return w
}

// from is what may be read of some ideas. One that lay at a table has its place,
// without its words.
func (p *replyShown) from(ids []string, taken string, ideas map[string]room.IdeaView) []replyIdea {
	var all []replyIdea
	for _, id := range ids {
		x := replyIdea{ID: id, Text: ideas[id].Text, Lang: p.RecordLang, Norsk: ideas[id].Norsk, NorskLang: p.RecordLang}
		switch {
		case id == taken && x.Text == "":
			x.Text, x.Lang = p.Say("svar.idea_aside"), ""
		case x.Text == "":
			x.Text, x.Lang = p.Say("report.removed"), ""
		case ideas[id].Lang != "":
			x.Lang = ideas[id].Lang
		}
		all = append(all, x)
	}
	return all
}

// roads says of each measure which ideas are in it, and what became no measure.
func (p *replyShown) roads(measures []room.MeasureView, wrote written) {
	ideas := map[string][]string{}
	for _, c := range wrote.clusters {
		ideas[c.ID] = c.Ideas
	}
	for _, m := range measures {
		ids, taken := ideas[m.Cluster], wrote.taken[m.ID]
		delete(ideas, m.Cluster)
		if taken != "" && !slices.Contains(ids, taken) {
			ids = append(slices.Clone(ids), taken)
		}
		p.Measures = append(p.Measures, replyMeasure{m.Title, p.status(m.Status), m.Status, p.from(ids, taken, wrote.ideas), strings.Join(ids, " ")})
	}
	for _, c := range wrote.clusters {
		if ids := ideas[c.ID]; len(ids) > 0 {
			rest := replyRest{From: p.from(ids, "", wrote.ideas), Ids: strings.Join(ids, " ")}
			if c.Named {
				rest.Title = c.Title
			}
			p.Rest = append(p.Rest, rest)
		}
	}
}
