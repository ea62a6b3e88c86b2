package server

import (
	"net/http"
	"strconv"

	"dugnad/room"
)

// Record is what a meeting leaves behind: what was said in common, voted and
// agreed. It is made of what the facilitator is shown and of what the tables
// laid aside after sending; no seats, no authors, no ballots, no command keys.
type Record struct {
	Meeting  room.MeetingView   `json:"meeting"`
	Groups   []RecordGroup      `json:"groups"`
	Ideas    []room.IdeaView    `json:"ideas"`
	Clusters []room.ClusterView `json:"clusters"`
	Votes    []RecordVote       `json:"votes"`
	Measures []room.MeasureView `json:"measures"`
}

// RecordGroup is a table. Size is left out of tables so small that a number
// points somebody out.
type RecordGroup struct {
	N    int  `json:"n"`
	Size *int `json:"size"`
	Sent bool `json:"sent"`
}

// RecordVote is a counted vote. Votes not counted are not in the record.
type RecordVote struct {
	ID      string           `json:"id"`
	Method  string           `json:"method"`
	K       int              `json:"k"`
	Secret  bool             `json:"secret"`
	Ballots int              `json:"ballots"`
	Rows    []room.ResultRow `json:"rows"`
}

// smallest is the least number of people that is written down.
const smallest = 5

// recordOf copies the record out through See, the one way out of the state.
func recordOf(st *room.State) Record {
	rec := Record{Groups: []RecordGroup{}, Ideas: []room.IdeaView{}, Clusters: seen[room.ClusterView](st, "clusters", room.All),
		Votes: []RecordVote{}, Measures: seen[room.MeasureView](st, "measures", room.All)}
	if m, ok := st.See(room.All, "meeting"); ok {
		rec.Meeting = m.(room.MeetingView)
		rec.Meeting.Code = "" // the record is handed round; the way in is not
	}
	rec.Ideas = append(rec.Ideas, seen[room.IdeaView](st, "ideas", room.All)...)
	for _, g := range seen[room.GroupView](st, "groups", room.All) {
		line := RecordGroup{N: g.N, Sent: g.Sent}
		if g.Size >= smallest || g.Size == 0 {
			line.Size = &g.Size
		}
		rec.Groups = append(rec.Groups, line)
		if !g.Sent { // what a table still works on is the table's
			continue
		}
		for _, i := range seen[room.IdeaView](st, "ideas", room.GroupLayer(g.N)) {
			if i.Place == room.Aside {
				rec.Ideas = append(rec.Ideas, i)
			}
		}
	}
	for _, layer := range []room.Layer{room.All, room.Lead} { // a result waits with the lead until its step
		for _, res := range seen[room.ResultView](st, "results", layer) {
			v, _ := st.See(room.All, room.Key("votes/"+res.Vote))
			vote := v.(room.VoteView)
			rec.Votes = append(rec.Votes, RecordVote{vote.ID, vote.Method, vote.K, vote.Secret, res.Ballots, res.Rows})
		}
	}
	return rec
}

// seen lists every entity of a kind that lives in a layer.
func seen[V any](st *room.State, kind string, layer room.Layer) []V {
	views := []V{}
	for _, k := range st.Keys(kind) {
		if v, ok := st.See(layer, k); ok {
			views = append(views, v.(V))
		}
	}
	return views
}

func (s *Server) record(r *http.Request, v visitor) (Record, error) {
	var rec Record
	if err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) { rec = recordOf(st) }); err != nil {
		return Record{}, err
	}
	return rec, nil
}

func (s *Server) exportJSON(w http.ResponseWriter, r *http.Request, v visitor) error {
	rec, err := s.record(r, v)
	if err != nil {
		return err
	}
	download(w, v.Room, "json")
	return answer(w, rec)
}

func (s *Server) exportCSV(w http.ResponseWriter, r *http.Request, v visitor) error {
	rec, err := s.record(r, v)
	if err != nil {
		return err
	}
	b, err := rec.table()
	if err != nil {
		return err
	}
	download(w, v.Room, "csv")
	return send(w, "text/csv; charset=utf-8", b)
}

// download names the file after the room, never after what somebody wrote.
func download(w http.ResponseWriter, roomID, ext string) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Disposition", "attachment; filename="+strconv.Quote("dugnad-"+roomID+"."+ext))
}
