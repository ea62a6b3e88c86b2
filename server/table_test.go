package server

import (
	"bytes"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// Line is a route as the tests outside see it.
type Line struct{ Method, Path, Who string }

// Table lists the routes for the tests outside.
func (s *Server) Table() []Line {
	var ls []Line
	for _, rt := range s.table {
		ls = append(ls, Line{rt.method, rt.path, rt.who.String()})
	}
	return ls
}

func bare(t *testing.T) *Server {
	t.Helper()
	s, err := New(Options{Keys: testKeys(t), Pages: os.DirFS(t.TempDir()), Words: os.DirFS(t.TempDir())})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// The tree holds the table and nothing else, and every route says who may come.
func TestEveryRouteNamesItsRole(t *testing.T) {
	s := bare(t)
	listed := map[string]bool{}
	for _, rt := range s.table {
		listed[rt.method+" "+rt.path] = true
		if !rt.who.open && !rt.who.maker && !rt.who.operator && len(rt.who.surfaces) == 0 {
			t.Errorf("%s %s is for nobody", rt.method, rt.path)
		}
		if strings.Contains(rt.path, "{room}") && strings.HasPrefix(rt.path, "/api/") && rt.who.open && !strings.HasSuffix(rt.path, "/key") {
			t.Errorf("%s %s reads a room and is open to all", rt.method, rt.path)
		}
		if strings.HasPrefix(rt.path, "/api/org/") && !rt.who.operator && rt.path != "/api/org/key" {
			t.Errorf("%s %s shows all the meetings and is not the operator's", rt.method, rt.path)
		}
		if rt.method != get && rt.who.open && !slices.Contains([]string{"/api/join", "/api/help", "/api/key", "/api/rooms/{room}/key", "/s/{token}", "/api/check", "/api/org/key", "/oversikt", "/a/{token}", "/svar/{room}", "/e/{token}", "/inn", "/inn/{token}"}, rt.path) {
			t.Errorf("%s %s changes something and is open to all", rt.method, rt.path)
		}
	}
	err := chi.Walk(s.tree(), func(method, path string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if !listed[method+" "+path] {
			t.Errorf("%s %s is served and not in the table", method, path)
		}
		delete(listed, method+" "+path)
		return nil
	})
	if err != nil || len(listed) > 0 {
		t.Error(err, "in the table and not served:", listed)
	}
	if (who{}).open || (who{}).maker || (who{}).operator || (who{}).surfaces != nil {
		t.Error("a route that names nobody lets somebody in")
	}
}

// A handler that falls over takes nobody with it, and the log does not quote
// what it fell over.
func TestPanic(t *testing.T) {
	var log bytes.Buffer
	s := bare(t)
	s.o.Log = slog.New(slog.NewTextHandler(&log, nil))
	fall := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("what somebody wrote") })
	w := httptest.NewRecorder()
	s.guarded(s.logged(s.tree(), fall)).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusInternalServerError || w.Header().Get("Content-Security-Policy") == "" || !strings.Contains(w.Body.String(), `"internal"`) {
		t.Error(w.Code, w.Body)
	}
	if strings.Contains(log.String(), "somebody wrote") || !strings.Contains(log.String(), "table_test.go") {
		t.Error(log.String())
	}
}

// The protocol page and the description say the same as the table.
func TestProtocolPage(t *testing.T) {
	page, err := os.ReadFile("../docs/protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "\n## REST\n")
	rest, _, _ = strings.Cut(rest, "\n## ")
	said := map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| (`[A-Z]+ .*?) \\|").FindAllStringSubmatch(rest, -1) {
		for _, m := range regexp.MustCompile("`([A-Z]+) (/[^` ?]*)").FindAllStringSubmatch(row[1], -1) {
			said[m[1]+" "+m[2]] = true
		}
	}
	s := bare(t)
	served := map[string]bool{}
	for _, rt := range s.table {
		if strings.HasPrefix(rt.path, "/api/") || strings.HasSuffix(rt.path, "z") {
			served[rt.method+" "+rt.path] = true
		}
	}
	if !maps.Equal(said, served) {
		for line := range served {
			if !said[line] {
				t.Errorf("%s is not on the page", line)
			}
		}
		for line := range said {
			if !served[line] {
				t.Errorf("%s is on the page and not served", line)
			}
		}
	}
	paths := openAPI(s.table, "")["paths"].(object)
	for _, rt := range s.table {
		at, _ := paths[rt.path].(object)
		if rt.path != "/*" && at[strings.ToLower(rt.method)] == nil {
			t.Errorf("%s %s is not described", rt.method, rt.path)
		}
	}
}

// Easy Norwegian is Norwegian: whoever reads the page in it reads the answer that was written in bokmål, whatever the meeting spoke.
func TestPlainNorwegianReadsBokmål(t *testing.T) {
	p := replyShown{speech: speech{Lang: plainLanguage}}
	if got := p.text(map[string]room.ReplyText{"nb": {Does: "En koordinator"}, "en": {Does: "A co-ordinator"}}, "en"); got.Does != "En koordinator" {
		t.Errorf("%+v", got)
	}
}
