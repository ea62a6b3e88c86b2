package server_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// TestA15: what changes something must come from our own page and be JSON.
func TestA15(t *testing.T) {
	h := open(t)
	m := h.meeting()
	for _, line := range h.door.Table() {
		if line.Method == "GET" {
			continue
		}
		path := in(line.Path, m)
		for name, change := range map[string]func(*http.Request){
			"Sec-Fetch-Site":       header("Sec-Fetch-Site", "cross-site"),
			"same site is not us":  header("Sec-Fetch-Site", "same-site"),
			"Origin, as on a LAN":  header("Origin", "http://evil.example"),
			"Origin null":          header("Origin", "null"),
			"Origin with our name": header("Origin", h.url+".evil.example"),
		} {
			if r := m.lead.do(line.Method, path, map[string]string{}, change); r.status != 403 || r.code() != "cross_site" {
				t.Errorf("%s %s, %s: %d %s", line.Method, line.Path, name, r.status, r.body)
			}
		}
		for _, kind := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "application/jsonp"} {
			if slices.Contains([]string{"/s/{token}", "/a/{token}", "/svar/{room}", "/bidra/{room}", "/oversikt", "/e/{token}", "/inn", "/inn/{token}"}, line.Path) && kind == "application/x-www-form-urlencoded" ||
				line.Path == "/e/{token}" && kind == "multipart/form-data" {
				continue // a page of ours that works without scripts
			}
			if r := m.lead.do(line.Method, path, `{"title":"A"}`, header("Content-Type", kind)); r.status != 415 {
				t.Errorf("%s %s as %q: %d", line.Method, line.Path, kind, r.status)
			}
		}
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/view?surface=lead"); r.status != 200 {
		t.Error("something got through:", r)
	}
}

// in fills a path with a meeting.
func in(path string, m meeting) string {
	return strings.NewReplacer("{room}", m.Room, "{vote}", "v1", "{surface}", "board", "{measure}", "m1", "{picture}", "b1").Replace(path)
}

// TestA22: for every route with a room in it: somebody who is everything in
// another meeting is told that this one does not exist, a stranger 401, and the
// cookie of one room under the name of another opens nothing.
func TestA22(t *testing.T) {
	h := open(t)
	theirs, ours := h.meeting(), h.meeting()
	d := ours.lead
	if r := d.join(ours.Code); r.status != 200 {
		t.Fatal(r)
	}
	if r := d.post("/api/rooms/"+ours.Room+"/key", map[string]string{"surface": "board", "key": ours.Board}); r.status != 200 {
		t.Fatal(r)
	}
	var forged []string
	for _, surface := range []string{"p", "lead", "board"} {
		forged = append(forged, "d_"+surface+"_"+theirs.Room+"="+d.cookie("d_"+surface+"_"+ours.Room))
	}
	forgery := header("Cookie", strings.Join(forged, "; "))
	cases := 0
	for _, line := range h.door.Table() {
		if !strings.Contains(line.Path, "{room}") || !strings.HasPrefix(line.Path, "/api/") {
			continue
		}
		cases++
		path := in(line.Path, theirs)
		body := map[string]string{"surface": "board", "key": ours.Board, "url": "http://10.0.0.1"}
		if line.Method == "GET" {
			body = nil
		}
		ask := func(who *device, change ...func(*http.Request)) int {
			if body == nil {
				return who.get(path, change...).status
			}
			return who.do(line.Method, path, body, change...).status
		}
		if line.Who == "all" { // the key itself is what is shown
			if got := ask(d); got != 403 {
				t.Errorf("%s %s with another's key: %d", line.Method, line.Path, got)
			}
			continue
		}
		for _, surface := range []string{"", "?surface=p", "?surface=lead", "?surface=board", "?surface=x"} {
			path = in(line.Path, theirs) + surface
			if got := ask(d); got != 404 {
				t.Errorf("%s %s%s by a guest of another meeting: %d", line.Method, line.Path, surface, got)
			}
			if got := ask(h.device()); got != 401 {
				t.Errorf("%s %s%s by a stranger: %d", line.Method, line.Path, surface, got)
			}
			if got := ask(h.device(), forgery); got != 401 && got != 403 {
				t.Errorf("%s %s%s with a borrowed cookie: %d", line.Method, line.Path, surface, got)
			}
		}
	}
	if cases < 10 {
		t.Error("only", cases, "routes tried")
	}
	if r := theirs.lead.get("/api/rooms/" + theirs.Room + "/view?surface=lead"); r.status != 200 {
		t.Error("somebody got through:", r)
	}
}

// A surface's cookie opens that surface's routes and no other's.
func TestSurfaces(t *testing.T) {
	h := open(t)
	m := h.meeting()
	who := map[string]*device{"p": h.guest(m), "lead": m.lead, "board": h.board(m)}
	for _, line := range h.door.Table() {
		if !strings.Contains(line.Path, "{room}") || line.Who == "all" || line.Method != "GET" || strings.HasSuffix(line.Path, "/ws") {
			continue
		}
		for surface, d := range who {
			may := false
			for _, s := range strings.Split(line.Who, ", ") {
				on, _, _ := strings.Cut(s, " (") // in some roles only
				may = may || on == surface
			}
			r := d.get(in(line.Path, m))
			if may && (r.status == 401 || r.status == 403) || !may && r.status != 403 {
				t.Errorf("%s by %s: %d", line.Path, surface, r.status)
			}
		}
	}
}

// TestA10OverHTTP: whatever is wrong with a cookie, the answer is 401.
func TestA10OverHTTP(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.guest(m)
	name := "d_p_" + m.Room
	good := d.cookie(name)
	other := h.meeting()
	at := "/api/rooms/" + m.Room + "/view?surface=p"
	for what, value := range map[string]string{
		"empty": "", "words": "let-me-in", "no signature": good[:strings.LastIndexByte(good, '.')+1], "lead's": m.lead.cookie("d_lead_" + m.Room),
		"another room's": other.lead.cookie("d_lead_" + other.Room), "dots": strings.Repeat(".", 8000), "changed": good[:len(good)-3] + "AAA",
	} {
		if r := h.device().get(at, header("Cookie", name+"="+value)); r.status != 401 || r.code() != "no_seat" {
			t.Error(what, r)
		}
	}
	if r := h.device().get(at, header("Cookie", name+"=x; "+name+"="+good)); r.status != 200 {
		t.Error("a bad cookie in front shuts out the good one:", r.status)
	}
	if r := h.device().get(at, header("Cookie", name+"="+strings.Repeat(".", 1<<20))); r.status != 431 {
		t.Error("a megabyte of dots:", r.status)
	}
}
