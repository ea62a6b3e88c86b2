package server_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
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

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"dugnad/room"
	"dugnad/server"
)

// dial opens a socket as the device's browser would.
func (d *device) dial(path string, change ...func(http.Header)) (*websocket.Conn, int) {
	d.h.t.Helper()
	o := &websocket.DialOptions{HTTPClient: d.http, HTTPHeader: http.Header{"Origin": {d.h.url}}}
	for _, c := range change {
		c(o.HTTPHeader)
	}
	conn, resp, err := websocket.Dial(d.h.t.Context(), d.h.url+path, o)
	if err != nil {
		if resp == nil {
			d.h.t.Fatal(err)
		}
		return nil, resp.StatusCode
	}
	d.h.t.Cleanup(func() { conn.CloseNow() })
	return conn, resp.StatusCode
}

func without(name string) func(http.Header) { return func(h http.Header) { h.Del(name) } }
func origin(o string) func(http.Header)     { return func(h http.Header) { h.Set("Origin", o) } }

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

// TestA11: who is shown out is out, here and on the way back in.
func TestA11(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.guest(m)
	at := "/api/rooms/" + m.Room
	conn, _ := d.dial(at + "/ws?surface=p")
	h.act(m, h.seats(m, room.Facilitator)[0], room.RemoveSeat{Seat: h.seatOf(m, d)})
	if err := wsjson.Write(t.Context(), conn, map[string]any{"t": "hi", "v": 1, "since": 0}); err != nil {
		t.Fatal(err)
	}
	_, _, err := conn.Read(t.Context())
	if code := websocket.CloseStatus(err); code != 4100 {
		t.Error("the open socket:", code, err)
	}
	if _, status := d.dial(at + "/ws?surface=p"); status != 401 {
		t.Error("reconnect:", status)
	}
	if r := d.get(at + "/view"); r.status != 401 {
		t.Error("view:", r.status)
	}
	if r := d.join(m.Code); r.status != 403 {
		t.Error("joins again as the same device:", r)
	}
	if r := d.get("/api/mine"); r.body != "[]" {
		t.Error("mine:", r.body)
	}
}

// TestA13: the projector's cookie sends nothing, by socket or otherwise.
func TestA13(t *testing.T) {
	h := open(t)
	m := h.meeting()
	board := h.board(m)
	conn, status := board.dial("/api/rooms/" + m.Room + "/ws?surface=board")
	if status != 101 {
		t.Fatal(status)
	}
	for _, f := range []any{map[string]any{"t": "hi", "v": 1, "since": 0}, map[string]any{"t": "cmd", "id": "abcdefgh", "do": "meeting.end", "with": map[string]any{}}} {
		if err := wsjson.Write(t.Context(), conn, f); err != nil {
			t.Fatal(err)
		}
	}
	for {
		var f struct{ T, ID, Code string }
		if err := wsjson.Read(t.Context(), conn, &f); err != nil {
			t.Fatal(err)
		}
		if f.T == "ack" {
			t.Fatal("a projector ended the meeting")
		}
		if f.T == "refused" {
			if f.Code != "forbidden" {
				t.Error(f)
			}
			break
		}
	}
	for _, line := range h.door.Table() {
		if line.Method != "GET" && strings.Contains(line.Path, "{room}") && !strings.HasSuffix(line.Path, "/key") {
			if r := board.do(line.Method, in(line.Path, m), map[string]string{}); r.status != 403 {
				t.Errorf("%s %s: %d", line.Method, line.Path, r.status)
			}
		}
	}
}

// TestA14, TestA16: a page elsewhere cannot open a socket with the victim's
// cookie; without a cookie there is none whatever the Origin.
func TestA14(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.guest(m)
	at := "/api/rooms/" + m.Room + "/ws?surface=p"
	for _, from := range []string{"http://evil.example", "https://evil.example", "null", "http://127.0.0.1.evil.example", "http://localhost:1"} {
		if _, status := d.dial(at, origin(from)); status != 403 {
			t.Error(from, status)
		}
	}
	for name, change := range map[string]func(http.Header){"our own": func(http.Header) {}, "none, with a seat": without("Origin")} {
		if _, status := d.dial(at, change); status != 101 {
			t.Error(name, status)
		}
	}
	out := open(t, public)
	om := out.meeting()
	cookie := func(hd http.Header) { hd.Set("Cookie", om.cookie) }
	for from, want := range map[string]int{"https://dugnad.example.no": 101, "https://evil.example": 403, "https://dugnad.example.no.evil.example": 403} {
		if _, status := out.device().dial("/api/rooms/"+om.Room+"/ws?surface=lead", cookie, origin(from)); status != want {
			t.Error(from, status)
		}
	}
}

func TestA16(t *testing.T) {
	h := open(t)
	m := h.meeting()
	for name, change := range map[string]func(http.Header){"no Origin": without("Origin"), "our own": func(http.Header) {}, "another": origin("http://evil.example")} {
		for _, surface := range []string{"p", "lead", "board", "", "x"} {
			if _, status := h.device().dial("/api/rooms/"+m.Room+"/ws?surface="+surface, change); status != 401 {
				t.Error(name, surface, status)
			}
		}
	}
}

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
			if r := m.lead.do(line.Method, path, `{"title":"A"}`, header("Content-Type", kind)); r.status != 415 {
				t.Errorf("%s %s as %q: %d", line.Method, line.Path, kind, r.status)
			}
		}
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/view?surface=lead"); r.status != 200 {
		t.Error("something got through:", r)
	}
}

// TestA20: handshakes without a seat are sent away at once and hold nothing;
// beyond what the machine can hold the next node is named by 503; whoever says
// nothing is cut off.
func TestA20(t *testing.T) {
	h := open(t, func(o *server.Options) { o.MaxSockets = 2 })
	m := h.meeting()
	at := "/api/rooms/" + m.Room + "/ws?surface="
	var all sync.WaitGroup
	for range 700 {
		d := h.device()
		all.Go(func() {
			if _, status := d.dial(at + "p"); status != 401 {
				t.Error(status)
			}
		})
	}
	d := h.guest(m)
	first, status := d.dial(at + "p")
	if status != 101 {
		t.Error("a seat behind the crowd:", status)
	}
	all.Wait()
	m.lead.dial(at + "lead")
	if _, status := d.dial(at + "p"); status != 503 {
		t.Error("a third:", status)
	}
	if r := d.get(at+"p", header("Connection", "Upgrade"), header("Upgrade", "websocket")); r.status != 503 || r.header.Get("Retry-After") == "" {
		t.Error(r)
	}
	first.CloseNow()
	h.eventually(func() bool {
		conn, status := d.dial(at + "p")
		if conn != nil {
			conn.CloseNow()
		}
		return status == 101
	})
}

// TestA21: a packed body is not unpacked, and a socket is not packed.
func TestA21(t *testing.T) {
	h := open(t)
	m := h.meeting()
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	if _, err := z.Write([]byte(`{"code":"` + m.Code + `","id":"abcdefghijklmnopqrstuvwxyz"}`)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	for _, packing := range []string{"gzip", "br", "deflate", "identity"} {
		if r := h.device().post("/api/join", bomb.String(), header("Content-Encoding", packing)); r.status != 415 {
			t.Error(packing, r.status)
		}
	}
	d := h.guest(m)
	o := &websocket.DialOptions{HTTPClient: d.http, CompressionMode: websocket.CompressionContextTakeover}
	conn, resp, err := websocket.Dial(t.Context(), h.url+"/api/rooms/"+m.Room+"/ws?surface=p", o)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	if said := resp.Header.Get("Sec-WebSocket-Extensions"); said != "" {
		t.Error("negotiated", said)
	}
}

// in fills a path with a meeting.
func in(path string, m meeting) string {
	return strings.NewReplacer("{room}", m.Room, "{vote}", "v1", "{surface}", "board").Replace(path)
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
				may = may || s == surface
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

// TestA23, TestA24: the record holds what was shared and nobody; it is not
// kept, not for strangers, and gone with the meeting.
func TestA23(t *testing.T) {
	h := open(t)
	m, _ := h.voting(t)
	at := "/api/rooms/" + m.Room
	h.act(m, h.seats(m, room.Facilitator)[0], room.CloseVote{Vote: "v1"})
	h.eventually(func() bool {
		counted := false
		h.state(m, func(st *room.State) { counted = st.Votes["v1"].Status == "counted" })
		return counted
	})
	for _, ext := range []string{"json", "csv"} {
		r := m.lead.get(at + "/export." + ext)
		if r.status != 200 || r.header.Get("Cache-Control") != "no-store" || r.header.Get("Content-Disposition") != `attachment; filename="dugnad-`+m.Room+"."+ext+`"` {
			t.Error(ext, r.status, r.header)
		}
		for _, part := range []string{"Forslag 1", "Forslag 2", "lagt til side", "Vi rigger", "Kommunestyret"} {
			if !strings.Contains(r.body, part) {
				t.Errorf("%s: no %q", ext, part)
			}
		}
		secrets := append(h.seats(m, room.Participant), "hemmelig", m.Code, m.Key, m.Board, "house:", "act-")
		for _, secret := range append(secrets, h.seats(m, room.Facilitator)...) {
			if strings.Contains(r.body, secret) {
				t.Errorf("%s tells %q", ext, secret)
			}
		}
	}
	if csv := m.lead.get(at + "/export.csv").body; !strings.Contains(csv, ";'=1+1 lagt til side;") {
		t.Error("a formula came through:", csv)
	}
	var rec server.Record
	if err := json.Unmarshal([]byte(m.lead.get(at+"/export.json").body), &rec); err != nil {
		t.Fatal(err)
	}
	if len(rec.Groups) != 1 || rec.Groups[0].Size != nil || len(rec.Votes) != 1 || len(rec.Ideas) != 3 {
		t.Errorf("%+v", rec)
	}
}

// What a table still works on is the table's, also when it is laid aside; and
// nothing of an open vote is in the record.
func TestRecordWaitsForTheTable(t *testing.T) {
	h := open(t)
	m, _ := h.voting(t)
	late := h.guest(m)
	lead := h.seats(m, room.Facilitator)[0]
	at := "/api/rooms/" + m.Room + "/export.json"
	var rec server.Record
	if err := json.Unmarshal([]byte(m.lead.get(at).body), &rec); err != nil || len(rec.Votes) != 0 {
		t.Errorf("an open vote: %+v %v", rec.Votes, err)
	}
	h.act(m, lead, room.CloseVote{Vote: "v1"})
	h.act(m, lead, room.PlaceSeat{Seat: h.seatOf(m, late), Group: 2})
	h.act(m, lead, room.PreviousStep{})
	h.act(m, h.seatOf(m, late), room.PostIdea{ID: "i9", Text: "fortsatt bordets", Table: true})
	h.act(m, h.seatOf(m, late), room.SetIdeaAside{ID: "i9"})
	h.act(m, h.seatOf(m, late), room.PostIdea{ID: "i10", Text: "tas med", Table: true})
	if body := m.lead.get(at).body; strings.Contains(body, "bordets") {
		t.Error("a table's list is in the record before it is sent")
	}
	h.act(m, h.seatOf(m, late), room.SendGroup{})
	if body := m.lead.get(at).body; !strings.Contains(body, "bordets") {
		t.Error("what was laid aside is lost")
	}
}

func TestA24(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	if r := h.device().get(at + "/export.json"); r.status != 401 || r.header.Get("Cache-Control") != "no-store" {
		t.Error("without login:", r)
	}
	if r := h.guest(m).do("DELETE", at, nil); r.status != 403 {
		t.Error("a guest deletes:", r.status)
	}
	board := h.board(m)
	cookie := header("Cookie", m.cookie)
	if r := m.lead.do("DELETE", at, nil); r.status != 200 {
		t.Fatal(r)
	}
	for _, path := range []string{"/export.json", "/export.csv", "/view?surface=lead", "/ws?surface=lead"} {
		if r := h.device().get(at+path, cookie); r.status != 404 {
			t.Error("after the deletion:", path, r.status)
		}
	}
	if r := board.get("/api/mine"); r.body != "[]" || board.cookie("d_board_"+m.Room) != "" {
		t.Error("the board's device still has it:", r.body)
	}
	if m.lead.cookie("d_lead_"+m.Room) != "" {
		t.Error("the cookie stays")
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
