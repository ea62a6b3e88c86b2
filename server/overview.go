package server

import (
	"context"
	"net/http"
	"time"

	"dugnad/likeness"
	"dugnad/room"
)

const (
	overviewPath = "/oversikt"
	dueMax       = 50
	againMax     = 20
	daysMax      = 100
	hitsMax      = 50
	queryMax     = 200 // bytes of a question that are read
)

type overviewBody struct {
	Meetings []room.Dugnad `json:"meetings"`
	Late     []room.Found  `json:"late"` // past their date, the longest first
	Soon     []room.Found  `json:"soon"`
	Recurs   []room.Again  `json:"recurs"`
	Days     []room.OrgDay `json:"days"` // what is ahead, the earliest first
}

type searchBody struct {
	Of    int          `json:"of"` // how many there are, listed or not
	Found []room.Found `json:"found"`
}

func (s *Server) overview(w http.ResponseWriter, r *http.Request, _ visitor) error {
	body, err := s.across(r.Context(), s.speak(r, "", homeZone).now)
	if err != nil {
		return err
	}
	return answer(w, body)
}

func (s *Server) searchOrg(w http.ResponseWriter, r *http.Request, _ visitor) error {
	body, _, err := s.lookFor(r, s.speak(r, "", homeZone).now)
	if err != nil {
		return err
	}
	return answer(w, body)
}

// across reads what an organisation sees of its meetings.
func (s *Server) across(ctx context.Context, now time.Time) (b overviewBody, err error) {
	today := now.Format(time.DateOnly)
	if b.Meetings, err = s.o.Store.Dugnads(ctx, now); err != nil {
		return b, err
	}
	if b.Late, err = s.o.Store.DueMeasures(ctx, now, "", today, dueMax); err != nil {
		return b, err
	}
	if b.Soon, err = s.o.Store.DueMeasures(ctx, now, today, room.Horizon(now), dueMax); err != nil {
		return b, err
	}
	if b.Recurs, err = s.o.Store.Recurring(ctx, againMax); err != nil {
		return b, err
	}
	b.Days, err = s.o.Store.Days(ctx, today, daysMax)
	return b, err
}

func (s *Server) lookFor(r *http.Request, now time.Time) (searchBody, likeness.Query, error) {
	asked := r.URL.Query().Get("q")
	q := likeness.Ask(asked[:min(len(asked), queryMax)])
	found, of, err := s.o.Store.Search(r.Context(), q, now, hitsMax)
	return searchBody{of, found}, q, err
}
