package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"dugnad/report"
	"dugnad/room"
)

// told is a record with what must be said about it: when, which version, what
// has changed since the last finished one.
type told struct {
	rec   report.Record
	about report.About
	words report.Words
	later *report.Later
}

// tell makes the report that is asked for: ?version=2 as it was when that was
// finished, without it as it is now.
func (s *Server) tell(r *http.Request, v visitor) (told, error) {
	var t told
	var done []room.Finished
	var veiled bool
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		t.rec, done, veiled = report.Of(st), append(done, st.Reports...), st.Veiled()
	})
	if err != nil {
		return told{}, err
	}
	if veiled {
		return told{}, room.Refuse(room.Veiled)
	}
	if v.Surface == surfaceFollow && t.rec.Meeting.Ended == 0 { // until then it is the hall's
		return told{}, notYours
	}
	t.words = s.words.in(t.rec.Meeting.Lang)
	t.about = report.About{Organisation: s.o.Organisation, Made: s.o.Now().UnixMilli(), Build: s.o.Build, Zone: t.rec.Meeting.Zone}
	switch asked := r.URL.Query().Get("version"); {
	case asked != "":
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 || n > len(done) {
			return told{}, notThere
		}
		t.about.Version, t.about.Made = n, done[n-1].At
		if t.rec, err = s.kept(r.Context(), v.Room, done[n-1]); err != nil {
			return told{}, err
		}
	case len(done) > 0:
		last := done[len(done)-1]
		was, err := s.kept(r.Context(), v.Room, last)
		if err != nil {
			return told{}, err
		}
		t.later = &report.Later{N: len(done), Changes: report.Since(was, t.rec, last.Sum, t.words)}
	}
	t.about.Sum, t.about.Held = t.rec.Sum(), t.rec.Held()
	return t, nil
}

// kept is the record as it was when a version was finished. Nothing of it lies
// anywhere but in the story, so what has been redacted since is not in it.
func (s *Server) kept(ctx context.Context, roomID string, f room.Finished) (report.Record, error) {
	_, story, err := s.o.Store.Tail(ctx, roomID, 0)
	if err != nil {
		return report.Record{}, err
	}
	if int64(len(story)) < f.Seq {
		return report.Record{}, fmt.Errorf("a report finished at %d in a story of %d", f.Seq, len(story))
	}
	st, err := room.Replay(story[:f.Seq-1])
	if err != nil {
		return report.Record{}, fmt.Errorf("play room %s up to %d: %w", roomID, f.Seq, err)
	}
	return report.Then(st, f), nil
}

type finishedBody struct {
	N   int    `json:"n"`
	Sum string `json:"sum"`
}

// finishTries is how often the record is made anew when somebody answers in
// between.
const finishTries = 4

// finish puts a line under the report as it is now.
func (s *Server) finish(w http.ResponseWriter, r *http.Request, v visitor) error {
	ctx := r.Context()
	for try := 1; ; try++ {
		cmd, err := s.newRoom()
		if err != nil {
			return err
		}
		var c room.FinishReport
		if err := s.o.Rooms.Ask(ctx, v.Room, func(st *room.State) { c = room.FinishReport{Head: st.Head, Sum: report.Of(st).Sum()} }); err != nil {
			return err
		}
		_, err = s.o.Rooms.Do(ctx, v.Room, v.Seat, "finish-"+cmd, c)
		var no room.Refusal
		if errors.As(err, &no) && no.Code == room.Changed && try < finishTries {
			continue
		}
		if err != nil {
			return err
		}
		var n int
		if err := s.o.Rooms.Ask(ctx, v.Room, func(st *room.State) { n = len(st.Reports) }); err != nil {
			return err
		}
		return answer(w, finishedBody{n, c.Sum})
	}
}

// reportPage is the report as a page. It is ours alone to style.
func (s *Server) reportPage(w http.ResponseWriter, r *http.Request, v visitor) error {
	t, err := s.tell(r, v)
	if err != nil {
		return err
	}
	edit := "/export.docx"
	if t.about.Version > 0 {
		edit += "?version=" + strconv.Itoa(t.about.Version)
	}
	return s.printed(w, v, t.minutes(), edit)
}

// oneSheetPage is *Ett ark til kommunedirektøren*, as it is now.
func (s *Server) oneSheetPage(w http.ResponseWriter, r *http.Request, v visitor) error {
	t, err := s.tell(r, v)
	if err != nil {
		return err
	}
	return s.printed(w, v, report.OneSheet(t.rec, t.about, t.words, false), "/sheet.docx")
}

func (s *Server) oneSheetFile(w http.ResponseWriter, r *http.Request, v visitor) error {
	t, err := s.tell(r, v)
	if err != nil {
		return err
	}
	b, err := report.DOCX(report.OneSheet(t.rec, t.about, t.words, true))
	if err != nil {
		return err
	}
	download(w, "ett-ark-"+v.Room, "docx")
	return send(w, exports["docx"].kind, b)
}

// grantPage is what an application asks for, drawn from the measures.
func (s *Server) grantPage(w http.ResponseWriter, r *http.Request, v visitor) error {
	t, err := s.tell(r, v)
	if err != nil {
		return err
	}
	return s.printed(w, v, report.GrantSheet(t.rec, t.about, t.words), "/grant.docx")
}

func (s *Server) grantFile(shape string) handler {
	return func(w http.ResponseWriter, r *http.Request, v visitor) error {
		t, err := s.tell(r, v)
		if err != nil {
			return err
		}
		d := report.GrantSheet(t.rec, t.about, t.words)
		var b []byte
		if shape == "docx" {
			if b, err = report.DOCX(d); err != nil {
				return err
			}
		} else {
			b = report.Markdown(d)
		}
		download(w, "soknadsgrunnlag-"+v.Room, shape)
		return send(w, exports[shape].kind, b)
	}
}

// calendarFile is what is ahead, for the calendar one already has.
func (s *Server) calendarFile(w http.ResponseWriter, r *http.Request, v visitor) error {
	t, err := s.tell(r, v)
	if err != nil {
		return err
	}
	download(w, "kalender-"+v.Room, "ics")
	return send(w, "text/calendar; charset=utf-8", report.Calendar(t.rec, t.about, t.words, v.Room))
}

// backTo is the page a reader came from.
var backTo = map[string]string{surfaceLead: "/led/", surfaceFollow: "/oppfolging/", surfaceGuest: "/rom/"}

// printed writes a page of ours. edit is the same as a document.
func (s *Server) printed(w http.ResponseWriter, v visitor, d report.Document, edit string, named ...report.Named) error {
	p := report.Page{StyleAt: "/print.css?" + s.o.Build, Back: backTo[v.Surface] + v.Room, Edit: "/api/rooms/" + v.Room + edit}
	if v.Surface == surfaceFollow {
		p.Named.Back = "report.back_follow" // named after where it goes
	}
	for _, n := range named {
		p.Named = n
	}
	b, err := report.HTML(d, p)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return send(w, "text/html; charset=utf-8", b)
}

func (s *Server) printStyle(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	w.Header().Set("Cache-Control", "public, max-age="+strconv.Itoa(int((24*time.Hour).Seconds())))
	return send(w, "text/css; charset=utf-8", report.Style)
}
