package server

import (
	"net/http"

	"dugnad/likeness"
	"dugnad/room"
)

// likenessBody is a hint for the merge desk: which of the ideas in plenum are
// alike in their words, the most alike first. Mentioned is how alike a pair
// must be to be mentioned by itself; the rest are worth an order only.
type likenessBody struct {
	Mentioned int         `json:"mentioned"`
	Pairs     []alikePair `json:"pairs"`
}

type alikePair struct {
	A     string   `json:"a"`
	B     string   `json:"b"`
	Alike int      `json:"alike"` // thousandths
	Words []string `json:"words"`
}

// likeness compares what everybody is shown. The room is only asked for its
// texts: nobody waits in it while they are compared.
func (s *Server) likeness(w http.ResponseWriter, r *http.Request, v visitor) error {
	var ideas []room.IdeaView
	lang := ""
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		for _, k := range st.Keys("ideas") {
			if i, ok := st.See(room.All, k); ok {
				ideas = append(ideas, i.(room.IdeaView))
			}
		}
		if m, ok := st.See(room.All, "meeting"); ok {
			lang = m.(room.MeetingView).Lang
		}
	})
	if err != nil {
		return err
	}
	texts := make([]string, len(ideas))
	for n, i := range ideas {
		texts[n] = i.Text
		if i.Norsk != "" {
			texts[n] = i.Norsk
		}
	}
	body := likenessBody{likeness.Said, []alikePair{}}
	for _, p := range likeness.Pairs(texts, lang) {
		body.Pairs = append(body.Pairs, alikePair{ideas[p.A].ID, ideas[p.B].ID, p.Alike, p.Words})
	}
	return answer(w, body)
}
