package server

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// chain is what every request passes, in order, before it finds its route.
func (s *Server) chain(tree chi.Router) http.Handler {
	cross := http.NewCrossOriginProtection()
	if s.public() {
		if err := cross.AddTrustedOrigin(s.o.PublicURL.Scheme + "://" + s.o.PublicURL.Host); err != nil {
			s.o.Log.Error("the public address is no origin", "err", err)
		}
	}
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { refuse(w, crossSite) }))
	return s.guarded(s.logged(tree, s.hosted(cross.Handler(tree))))
}

// tree hangs the table up in chi.
func (s *Server) tree() chi.Router {
	t := chi.NewRouter()
	t.Use(middleware.GetHead)
	for _, rt := range s.table {
		t.Method(rt.method, rt.path, s.open(rt))
	}
	t.NotFound(func(w http.ResponseWriter, r *http.Request) { s.turnAway(w, r, notThere) })
	t.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) { s.turnAway(w, r, wrongMethod) })
	return t
}

// open guards one route and answers for what its handler could not do.
func (s *Server) open(rt route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.hurry(w)
		err := s.enter(w, r, rt)
		if err == nil {
			return
		}
		p, known := problemOf(err)
		if !known {
			s.o.Log.Error("a request failed", "route", rt.path, "room", roomIn(chi.RouteContext(r.Context())), "err", err)
		}
		s.turnAway(w, r, p)
	}
}

func (s *Server) enter(w http.ResponseWriter, r *http.Request, rt route) error {
	if rt.method != get {
		plain := plainJSON
		switch {
		case rt.path == "/e/{token}":
			plain = anyForm
		case forms[rt.path]:
			plain = plainForm
		}
		if err := plain(r); err != nil {
			return err
		}
	}
	v, err := s.admit(w, r, rt.who)
	if err != nil {
		return err
	}
	return rt.do(w, r, v)
}

// hurry bounds how long a phone may take to say and to hear what is not live.
// A socket is taken over without these limits and has its own.
func (s *Server) hurry(w http.ResponseWriter) {
	c := http.NewResponseController(w)
	now := time.Now()
	_ = c.SetReadDeadline(now.Add(20 * time.Second)) // a recorder in a test has none
	_ = c.SetWriteDeadline(now.Add(60 * time.Second))
}

// turnAway says no: as a page to somebody who is reading, else as JSON.
func (s *Server) turnAway(w http.ResponseWriter, r *http.Request, p problem) {
	if strings.HasPrefix(r.URL.Path, "/api/") || !strings.Contains(r.Header.Get("Accept"), "text/html") {
		refuse(w, p)
		return
	}
	if r.URL.Path == overviewPath {
		s.overviewDoor(w, r, p)
		return
	}
	s.refusePage(w, r, p)
}

// logged writes one line a request: the route's pattern, never the address
// line itself, and nobody's address. A panic ends the request and not the house.
func (s *Server) logged(tree chi.Routes, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := s.o.Now()
		ww := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		ctx := chi.NewRouteContext() // ours, so that the route it finds can be read afterwards
		ctx.Routes = tree
		r = r.WithContext(context.WithValue(r.Context(), chi.RouteCtxKey, ctx))
		defer func() {
			if what := recover(); what != nil {
				s.panicked(ww, what)
			}
			s.counts.request(ctx.RoutePattern(), ww.Status())
			level := slog.LevelInfo
			if quiet(ctx.RoutePattern()) && ww.Status() < http.StatusInternalServerError {
				level = slog.LevelDebug
			}
			s.o.Log.Log(r.Context(), level, "request", "method", method(r), "route", ctx.RoutePattern(), "room", roomIn(ctx),
				"status", ww.Status(), "bytes", ww.BytesWritten(), "ms", s.o.Now().Sub(start).Milliseconds())
		}()
		next.ServeHTTP(ww, r)
	})
}

// roomIn is the room a request speaks of, for the log. Somebody may have typed
// a code or a key where the room goes, so only what can be a room is told.
func roomIn(ctx *chi.Context) string {
	id := ctx.URLParam("room")
	if _, ok := tidy(id, roomLen); !ok || len(id) != roomLen {
		return ""
	}
	return id
}

// panicked logs where it happened. What was said is shown only when the
// language said it: anything else could quote somebody.
func (s *Server) panicked(w http.ResponseWriter, what any) {
	if what == http.ErrAbortHandler {
		panic(what)
	}
	said := fmt.Sprintf("%T", what)
	if e, ok := what.(runtime.Error); ok {
		said = e.Error()
	}
	s.o.Log.Error("panic", "what", said, "stack", string(debug.Stack()))
	refuse(w, broken)
}

// quiet routes are asked for all the time.
func quiet(pattern string) bool {
	switch pattern {
	case "/healthz", "/readyz", "/*", "/api/rooms/{room}/listen", "/api/rooms/{room}/say":
		return true
	}
	return false
}

// method is the request's, unless somebody made one up: it could say anything.
func method(r *http.Request) string {
	switch r.Method {
	case get, post, del, http.MethodHead, http.MethodOptions, http.MethodPut, http.MethodTrace:
		return r.Method
	}
	return "other"
}
