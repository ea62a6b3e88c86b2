package server

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"

	"dugnad/room"
)

type needLine struct {
	N     int    `json:"n"` // the seat's number; 0 when it is forgotten
	Group int    `json:"group"`
	Text  string `json:"text"`
}

type needsBody struct {
	Needs []needLine `json:"needs"`
}

// needs is what people have said that they need to be able to take part, for
// those who lead and nobody else. It is in no frame, no export and no log.
func (s *Server) needs(w http.ResponseWriter, r *http.Request, v visitor) error {
	rows, err := s.o.Store.People(r.Context(), v.Room, "needs")
	if err != nil {
		return err
	}
	body := needsBody{Needs: []needLine{}}
	err = s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		for _, row := range rows {
			var x room.AccessNeed
			if json.Unmarshal(row, &x) != nil || x.Text == "" {
				continue
			}
			n, group := st.WhoNeeds(x.ID)
			body.Needs = append(body.Needs, needLine{n, group, x.Text})
		}
	})
	if err != nil {
		return err
	}
	slices.SortFunc(body.Needs, func(a, b needLine) int { return cmp.Compare(a.N, b.N) })
	return answer(w, body)
}
