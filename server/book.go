package server

import (
	"encoding/json"
	"net/http"

	"dugnad/report"
	"dugnad/room"
)

type bookBody struct {
	Entries []room.BookEntry `json:"entries"`
}

// bookOf reads the evening's contact book. It is for those who have a seat in
// the meeting and for nobody else, not even the follow-up group.
func (s *Server) bookOf(r *http.Request, v visitor) ([]room.BookEntry, error) {
	rows, err := s.o.Store.People(r.Context(), v.Room, "contact")
	if err != nil {
		return nil, err
	}
	entries := []room.BookEntry{}
	for _, row := range rows {
		var e room.BookEntry
		if json.Unmarshal(row, &e) == nil && e.Who != "" {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

func (s *Server) book(w http.ResponseWriter, r *http.Request, v visitor) error {
	entries, err := s.bookOf(r, v)
	if err != nil {
		return err
	}
	return answer(w, bookBody{entries})
}

// bookPage is the book to print; bookFile is it to keep.
func (s *Server) bookPage(w http.ResponseWriter, r *http.Request, v visitor) error {
	entries, rec, about, err := s.bookAbout(r, v)
	if err != nil {
		return err
	}
	return s.printed(w, v, report.Book(rec.Meeting, entries, about, s.words.in(rec.Meeting.Lang)), "/book.csv", report.Named{Back: "report.book.back", Edit: "report.book.file"})
}

func (s *Server) bookFile(w http.ResponseWriter, r *http.Request, v visitor) error {
	entries, rec, _, err := s.bookAbout(r, v)
	if err != nil {
		return err
	}
	words := s.words.in(rec.Meeting.Lang)
	b, err := report.CSV(words, report.BookSheet(entries, words))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Disposition", `attachment; filename="kontaktbok.csv"`)
	return send(w, "text/csv; charset=utf-8", b)
}

func (s *Server) bookAbout(r *http.Request, v visitor) ([]room.BookEntry, report.Record, report.About, error) {
	entries, err := s.bookOf(r, v)
	if err != nil {
		return nil, report.Record{}, report.About{}, err
	}
	var rec report.Record
	err = s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) { rec = report.Of(st) })
	about := report.About{Organisation: s.o.Organisation, Made: s.o.Now().UnixMilli(), Build: s.o.Build, Zone: rec.Meeting.Zone, Held: rec.Held()}
	return entries, rec, about, err
}
