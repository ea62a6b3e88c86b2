package server

import (
	"net/http"
	"strconv"

	"dugnad/report"
)

// exports are the shapes a report can be taken away in, by the end of the
// file's name.
var exports = map[string]struct {
	kind  string
	write func(t told, r *http.Request) ([]byte, error)
}{
	"json": {"application/json", func(t told, _ *http.Request) ([]byte, error) { return report.JSON(t.rec) }},
	"csv":  {"text/csv; charset=utf-8", oneTable},
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", func(t told, _ *http.Request) ([]byte, error) {
		t.about.Title = t.minutes().Title
		return report.XLSX(t.about, t.words, report.Sheets(t.rec, t.words))
	}},
	"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", func(t told, _ *http.Request) ([]byte, error) {
		return report.DOCX(t.minutes())
	}},
	"md": {"text/markdown; charset=utf-8", func(t told, _ *http.Request) ([]byte, error) { return report.Markdown(t.minutes()), nil }},
	"zip": {"application/zip", func(t told, _ *http.Request) ([]byte, error) {
		return report.Bundle(t.rec, t.about, t.words, t.later)
	}},
}

func (t told) minutes() report.Document { return report.Minutes(t.rec, t.about, t.words, t.later) }

// oneTable is everything in one, or with ?sheet=measures one noun.
func oneTable(t told, r *http.Request) ([]byte, error) {
	sheets := report.Sheets(t.rec, t.words)
	asked := r.URL.Query().Get("sheet")
	if asked == "" {
		return report.CSV(t.words, sheets...)
	}
	for _, s := range sheets {
		if s.Key == asked {
			return report.CSV(t.words, s)
		}
	}
	return nil, notThere
}

// export hands the report out as a file.
func (s *Server) export(ext string) handler {
	shape := exports[ext]
	return func(w http.ResponseWriter, r *http.Request, v visitor) error {
		t, err := s.tell(r, v)
		if err != nil {
			return err
		}
		b, err := shape.write(t, r)
		if err != nil {
			return err
		}
		download(w, v.Room, ext)
		return send(w, shape.kind, b)
	}
}

// download names the file after the room, never after what somebody wrote.
func download(w http.ResponseWriter, name, ext string) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Disposition", "attachment; filename="+strconv.Quote("dugnad-"+name+"."+ext))
}
