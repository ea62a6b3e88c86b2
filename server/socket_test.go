package server_test

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
	"sync"
	"testing"

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

func origin(o string) func(http.Header) { return func(h http.Header) { h.Set("Origin", o) } }

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
		if line.Method != "GET" && strings.HasPrefix(line.Path, "/api/rooms/{room}") && !strings.HasSuffix(line.Path, "/key") {
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
