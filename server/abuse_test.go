package server_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/room"
	"dugnad/server"
)

// TestA1: a flood of wrong codes from one address gets 404, after twenty 429,
// and a right one from the same address is never refused.
func TestA1(t *testing.T) {
	h := open(t)
	m := h.meeting()
	const wrong, right = 2000, 50
	var all sync.WaitGroup
	var mu sync.Mutex
	statuses := map[int]int{}
	for n := range 100 {
		d := h.device()
		all.Go(func() {
			for k := range wrong / 100 {
				r := d.join(fmt.Sprintf("%04d-WRNG", n*100+k))
				mu.Lock()
				statuses[r.status]++
				mu.Unlock()
				switch r.status {
				case 404:
					if r.body != `{"code":"unknown_code","key":"refused.unknown_code"}`+"\n" {
						t.Error(r.body)
					}
				case 429:
					if wait, err := strconv.Atoi(r.header.Get("Retry-After")); err != nil || wait < 1 || wait > 600 {
						t.Error(r.header)
					}
				}
			}
		})
	}
	for n := range right {
		d := h.device()
		all.Go(func() {
			if n%2 == 0 {
				d.get("/")
			}
			if r := d.join(m.Code); r.status != 200 {
				t.Error("a right code was refused:", r)
			}
		})
	}
	all.Wait()
	if statuses[404] != 20 || statuses[429] != wrong-20 {
		t.Error(statuses)
	}
	if got := len(h.seats(m, room.Participant)); got != right {
		t.Error("seats:", got)
	}
}

// A recovery key, and a link to come in by, cannot be guessed either: after twenty
// wrong ones from one address it is told to wait. The right key still opens, and
// one that was right before it was changed is no guess.
func TestWrongKeysAreCounted(t *testing.T) {
	h := open(t)
	m := h.meeting()
	wrong := map[string]func(n int) reply{
		"a key": func(n int) reply {
			return h.device().post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "lead", "key": fmt.Sprintf("7GK2MX4Q9ZT0VWRB5NCDHJ%04d", n), "id": m.lead.id})
		},
		"a link": func(n int) reply {
			return h.device().get(fmt.Sprintf("/inn/%sl7gk2mx4q9zt0vwrb5ncdhj%04dnoen", m.Room, n))
		},
	}
	for what, guess := range wrong {
		h.later(11 * time.Minute) // what was tried before is forgotten
		first := guess(0)
		for n := range 19 {
			if r := guess(n + 1); r.status != first.status || r.status == 429 {
				t.Fatalf("%s, guess %d: %v", what, n+2, r)
			}
		}
		if r := guess(20); r.status != 429 || r.code() != "slow_down" {
			t.Errorf("%s, after twenty: %v", what, r)
		}
		if r := h.device().post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "lead", "key": m.Key, "id": m.lead.id}); r.status != 200 {
			t.Errorf("the right key, after too many of %s: %v", what, r)
		}
	}
	h.later(11 * time.Minute)
	if r := m.lead.post("/api/rooms/"+m.Room+"/links/board", nil); r.status != 200 {
		t.Fatal(r)
	}
	for range 25 {
		if r := h.device().post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "board", "key": m.Board}); r.status != 410 || r.code() != "rotated" {
			t.Fatal("a key that was changed:", r)
		}
	}
}

// TestA3: unknown, ended and deleted look the same; so does a code nobody could
// have.
func TestA3(t *testing.T) {
	h := open(t)
	ended, deleted := h.meeting(), h.meeting()
	h.act(ended, h.seats(ended, room.Facilitator)[0], room.EndMeeting{})
	if r := deleted.lead.do("DELETE", "/api/rooms/"+deleted.Room, nil); r.status != 200 {
		t.Fatal(r)
	}
	d := h.device()
	want := d.join("0000-0000")
	for name, r := range map[string]reply{"ended": d.join(ended.Code), "deleted": d.join(deleted.Code), "no code": d.join(""), "rubbish": d.join("<>")} {
		if r.status != 404 || r.body != want.body || r.header.Get("Set-Cookie") != "" {
			t.Error(name, r)
		}
		for name := range r.header {
			if len(want.header[name]) != len(r.header[name]) {
				t.Error("headers differ:", name)
			}
		}
	}
}

// TestA28: nothing here sends anybody anywhere else.
func TestA28(t *testing.T) {
	h := open(t)
	m := h.meeting()
	for _, path := range []string{"/?next=//evil.example", "//evil.example", "/rom/x?next=https://evil.example", "/\\evil.example", "/rom/", "/led", "/api",
		"/%2f%2fevil.example", "/rom//evil.example"} {
		if r := m.lead.get(path, header("Accept", "text/html")); r.status >= 300 && r.status < 400 || r.header.Get("Location") != "" || r.header.Get("Refresh") != "" {
			t.Error(path, r.status, r.header)
		}
	}
}

// TestA35: no path climbs out, no odd method is answered.
func TestA35(t *testing.T) {
	h := open(t)
	m := h.meeting()
	address := strings.TrimPrefix(h.url, "http://")
	raw := func(line string) int {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", line, address)
		resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatal(line, err)
		}
		defer resp.Body.Close()
		return resp.StatusCode
	}
	for _, path := range []string{"/../etc/passwd", "/assets/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/assets/..\\..\\x",
		"/assets/", "/assets", "/.keep", "/index.html", "/led.html", "/assets/app-ABCDEFGH.js.gz", "/rom/../healthz", "//healthz", "/healthz/", "/none",
		"/api/none", "/api/rooms", "/api/join", "/metrics", "/debug/pprof/", "/assets/%00.js%00"} {
		if status := raw("GET " + path); status != 404 {
			t.Errorf("GET %s: %d", path, status)
		}
	}
	for _, method := range []string{"TRACE", "OPTIONS", "PUT", "PATCH", "CONNECT", "PROPFIND", "LOOK", "get"} {
		if status := raw(method + " /"); status != 405 {
			t.Errorf("%s: %d", method, status)
		}
	}
	for _, line := range []string{"POST /", "DELETE /healthz", "POST /assets/app-ABCDEFGH.js"} {
		if status := raw(line); status != 405 {
			t.Errorf("%s: %d", line, status)
		}
	}
	for _, line := range h.door.Table() {
		if line.Method != "GET" || strings.HasSuffix(line.Path, "/ws") || line.Path == "/*" {
			continue
		}
		path := in(line.Path, m)
		full, head := m.lead.get(path), m.lead.do("HEAD", path, nil)
		if head.status != full.status || head.body != "" {
			t.Errorf("HEAD %s: %d %q, and GET %d", path, head.status, head.body, full.status)
		}
	}
	if r := m.lead.get("/assets/app-ABCDEFGH.js", header("Range", "bytes=1-2"), header("Accept-Encoding", "identity")); r.status != 206 || r.body != "la" {
		t.Error("a range:", r)
	}
	if r := m.lead.get("/assets/app-ABCDEFGH.js", header("Range", "bytes=0-0,1-1,2-2,0-0,1-1"), header("Accept-Encoding", "identity")); r.status == 500 || len(r.body) > 2000 {
		t.Error("many ranges:", r.status)
	}
}

// TestA36: every answer, also a refused one, carries every header.
func TestA36(t *testing.T) {
	for _, mode := range []func(*server.Options){func(*server.Options) {}, public} {
		h := open(t, mode)
		m := h.meeting()
		check := func(what string, r reply) {
			t.Helper()
			for name, part := range map[string]string{"Content-Security-Policy": "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dugnad",
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY", "Permissions-Policy": "camera=()",
				"Cross-Origin-Resource-Policy": "same-origin"} {
				if got := r.header.Get(name); !strings.Contains(got, part) {
					t.Errorf("%s: %s is %q", what, name, got)
				}
			}
			if csp := r.header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; script-src 'self'; style-src 'self'; ") || strings.Contains(csp, "unsafe") {
				t.Error(what, csp)
			}
			if r.body != "" && r.header.Get("Content-Type") == "" {
				t.Error(what, "has no type")
			}
			if r.header.Get("Access-Control-Allow-Origin") != "" || r.header.Get("Server") != "" {
				t.Error(what, r.header)
			}
		}
		for _, line := range h.door.Table() {
			body := any(nil)
			if line.Method != "GET" {
				body = map[string]string{}
			}
			for _, d := range []*device{h.device(), m.lead} {
				check(line.Method+" "+line.Path, d.do(line.Method, in(line.Path, m), body))
			}
		}
		for _, path := range []string{"/none", "/assets/none-AAAAAAAA.js", "/assets/app-ABCDEFGH.js", "/icon.svg"} {
			check(path, h.device().get(path))
			check(path, h.device().get(path, header("Accept", "text/html")))
		}
		check("PUT", h.device().do("PUT", "/", nil))
		check("evil host", h.device().get("/", header("Host", "evil.example")))
		check("cross site", h.device().post("/api/join", map[string]string{}, header("Origin", "http://evil.example")))
		check("upgrade without a seat", h.device().get("/api/rooms/x/ws", header("Connection", "Upgrade"), header("Upgrade", "websocket")))
	}
}

// TestA37: the door has no metrics and no profiles; they are a handler of their
// own, and name nobody.
func TestA37(t *testing.T) {
	h := open(t)
	m := h.meeting()
	h.guest(m)
	h.device().join("WRONG")
	for _, path := range []string{"/metrics", "/debug/pprof/", "/debug/pprof/heap", "/debug/vars", "/admin"} {
		if r := m.lead.get(path); r.status != 404 {
			t.Error(path, r.status)
		}
	}
	inside := httptest.NewServer(h.door.Metrics())
	defer inside.Close()
	r := (&device{h: &house{t: t, url: inside.URL}, http: http.DefaultClient}).get("/metrics")
	for _, line := range []string{"dugnad_joins_total 1", "dugnad_wrong_codes_total 1", `dugnad_requests_total{route="/api/join",status="200"} 1`, "dugnad_rooms 1"} {
		if !strings.Contains(r.body, line+"\n") {
			t.Errorf("no %s", line)
		}
	}
	for _, secret := range []string{m.Room, m.Code, m.Key, m.Board} {
		if strings.Contains(r.body, secret) {
			t.Error("the metrics tell", secret)
		}
	}
}

// TestA38: a hall answers to names of the hall alone, whatever is asked; in
// public the proxy decides.
func TestA38(t *testing.T) {
	h := open(t)
	d := h.device()
	for host, want := range map[string]int{"dugnad.example.no": 421, "8.8.8.8": 421, "evil.example:8080": 421, "192.168.1.20": 200, "laptop.local:8080": 200, "localhost": 200} {
		for _, path := range []string{"/", "/healthz", "/icon.svg"} {
			if r := d.get(path, header("Host", host)); r.status != want {
				t.Error(host, path, r.status)
			}
		}
	}
	if r := d.get("/", header("Host", "evil.example"), header("Accept", "text/html")); !strings.Contains(r.header.Get("Content-Type"), "text/html") || !strings.Contains(r.body, "<h1>") {
		t.Error("no sentence:", r)
	}
	if r := open(t, public).device().get("/", header("Host", "10.0.0.5:8080")); r.status != 200 {
		t.Error("behind a proxy:", r.status)
	}
}

// eventually waits for something that another goroutine brings about.
func (h *house) eventually(so func() bool) {
	h.t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	late := time.After(10 * time.Second)
	for !so() {
		select {
		case <-tick.C:
		case <-late:
			h.t.Fatal("it never came")
		}
	}
}

// Behind one address sit the whole kommune: whoever guesses there is told to wait,
// whoever holds a key that works is let in all the same, and whoever holds one that
// was replaced is told so and not taken for somebody who guesses.
func TestOneAddressGuessesAndTheOthersComeIn(t *testing.T) {
	h := open(t)
	m, d, _ := h.ended()
	at := "/api/rooms/" + m.Room
	var old, now struct{ Key string }
	for _, key := range []*struct{ Key string }{&old, &now} {
		r := d.post(at+"/links/follow", nil)
		if err := json.Unmarshal([]byte(r.body), key); err != nil || r.status != 200 {
			t.Fatal(r, err)
		}
	}
	tap := h.tap(m, d, "m1")
	dead, tap := tap, h.tap(m, d, "m1")
	one := h.device()
	come := func(key string) reply {
		return one.post(at+"/key", map[string]string{"surface": "follow", "key": key, "id": one.id})
	}
	guess := old.Key[:len(old.Key)-4] + "7777"
	var last reply
	for range 25 {
		last = come(guess)
	}
	if last.status != 429 || last.code() != "slow_down" {
		t.Fatal("a guess is not told to wait:", last)
	}
	if r := come(old.Key); r.status != 410 || r.code() != "rotated" {
		t.Error("a key that was replaced:", r)
	}
	if r := one.get(dead, header("Accept", "text/html"), header("Accept-Language", "nb")); r.status != 410 || !strings.Contains(r.body, "Denne lenken er byttet") {
		t.Error("a link that was replaced:", r)
	}
	if r := one.get(tap); r.status != 200 {
		t.Error("a link that works:", r)
	}
	if r := come(now.Key); r.status != 200 {
		t.Error("a key that works:", r)
	}
}
