package server_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"dugnad/hub"
	"dugnad/room"
	"dugnad/server"
	"dugnad/store"
	"dugnad/web"
)

// house is the whole back end behind a real listener: SQLite in a folder, a
// hub, the door, and a log that can be searched.
type house struct {
	t      *testing.T
	door   *server.Server
	store  *store.Store
	hub    *hub.Hub
	url    string
	wire   *http.Transport
	log    *diary
	mu     sync.Mutex
	offset time.Duration
	made   int // devices and acts so far
}

// diary is a log several goroutines write.
type diary struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (d *diary) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.b.Write(p)
}

func (d *diary) String() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.b.String()
}

// story carries heads from the store to the hub, as the program does.
type story struct{ *store.Store }

func (l story) Heads(ctx context.Context, rooms []string) (map[string]hub.Head, int64, error) {
	found, now, err := l.Store.Heads(ctx, rooms)
	heads := map[string]hub.Head{}
	for id, h := range found {
		heads[id] = hub.Head(h)
	}
	return heads, now, err
}

// pages is a front end small enough to hold in the head.
var pages = fstest.MapFS{
	"index.html": {Data: []byte("<!doctype html><title>deltaker</title>")}, "index.nn.html": {Data: []byte("<!doctype html><title>deltakar</title>")},
	"led.html": {Data: []byte("<!doctype html><title>led</title>")}, "tavle.html": {Data: []byte("<!doctype html><title>tavle</title>")},
	"se.html":                {Data: []byte("<!doctype html><title>se</title>")},
	"assets/app-ABCDEFGH.js": {Data: []byte("plain")}, "assets/app-ABCDEFGH.js.gz": {Data: []byte("gz")}, "assets/app-ABCDEFGH.js.br": {Data: []byte("br")},
	"icon.svg": {Data: []byte("<svg/>")}, "sw.js": {Data: []byte("//")}, ".keep": {},
}

func open(t *testing.T, change ...func(*server.Options)) *house {
	t.Helper()
	// Packed answers are for the tests to see, not for the client to unpack.
	h := &house{t: t, log: &diary{}, wire: &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 200}}
	logger := slog.New(slog.NewTextHandler(h.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	var err error
	if h.store, err = store.Open(t.Context(), store.Options{Dir: t.TempDir(), Log: logger}); err != nil {
		t.Fatal(err)
	}
	h.hub = hub.New(hub.Options{Log: story{h.store}, Logger: logger, Build: "test"})
	keys, err := server.ParseKeys("k1:" + base64.StdEncoding.EncodeToString([]byte("\x80\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f")))
	if err != nil {
		t.Fatal(err)
	}
	words, err := fs.Sub(web.Locales, "locales")
	if err != nil {
		t.Fatal(err)
	}
	seed := [32]byte{7}
	o := server.Options{Rooms: h.hub, Store: h.store, Keys: keys, Pages: pages, Words: words, Build: "test", Port: 8080,
		Now: h.now, Dice: rand.NewChaCha8(seed), Log: logger, Lookups: 20_000,
		Machine: func() []netip.Addr { return []netip.Addr{netip.MustParseAddr("192.168.1.20")} }}
	for _, c := range change {
		c(&o)
	}
	if h.door, err = server.New(o); err != nil {
		t.Fatal(err)
	}
	front := httptest.NewUnstartedServer(nil)
	front.Config = server.HTTP(h.door)
	front.Start()
	h.url = front.URL
	t.Cleanup(func() {
		h.wire.CloseIdleConnections()
		h.hub.Close()
		front.Close()
		h.door.Close()
		if err := h.store.Close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

// public is the same house on the open internet, behind a proxy.
func public(o *server.Options) {
	o.PublicURL, _ = url.Parse("https://dugnad.example.no")
	o.Operator = operatorKey
	o.Trusted = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}
}

const operatorKey = "7GK2MX4Q9ZT0VWRB5NCDHJ3E8A"

// now is the house's clock; later moves it.
func (h *house) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return time.Now().Add(h.offset)
}

func (h *house) later(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.offset += d
}

func (h *house) next() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.made++
	return h.made
}

// device is somebody's browser.
type device struct {
	h    *house
	id   string
	jar  http.CookieJar
	http *http.Client
}

func (h *house) device() *device {
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return &device{h: h, id: fmt.Sprintf("device-of-somebody-%07d", h.next()), jar: jar,
		http: &http.Client{Transport: h.wire, Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// reply is an answer, read to its end.
type reply struct {
	status int
	header http.Header
	body   string
}

// code is the word in a refusal.
func (r reply) code() string {
	var said struct{ Code string }
	_ = json.Unmarshal([]byte(r.body), &said)
	return said.Code
}

func (d *device) do(method, path string, body any, change ...func(*http.Request)) reply {
	d.h.t.Helper()
	var from io.Reader
	if body != nil {
		if text, ok := body.(string); ok {
			from = strings.NewReader(text)
		} else {
			raw, err := json.Marshal(body)
			if err != nil {
				d.h.t.Fatal(err)
			}
			from = bytes.NewReader(raw)
		}
	}
	r, err := http.NewRequestWithContext(d.h.t.Context(), method, d.h.url+path, from)
	if err != nil {
		d.h.t.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	for _, c := range change {
		c(r)
	}
	resp, err := d.http.Do(r)
	if err != nil {
		d.h.t.Error(method, path, err)
		return reply{}
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		d.h.t.Error(method, path, err)
	}
	return reply{resp.StatusCode, resp.Header, string(raw)}
}

func (d *device) get(path string, change ...func(*http.Request)) reply {
	return d.do("GET", path, nil, change...)
}
func (d *device) post(path string, body any, change ...func(*http.Request)) reply {
	return d.do("POST", path, body, change...)
}

func header(name, value string) func(*http.Request) {
	return func(r *http.Request) {
		if name == "Host" {
			r.Host = value
			return
		}
		r.Header.Set(name, value)
	}
}

// meeting is a made meeting with the device that made it.
type meeting struct {
	Room, Code, Key, Board string
	lead                   *device
	cookie                 string // the facilitator's, for public mode: the jar keeps a secure cookie from plain http
}

func (h *house) meeting() meeting {
	h.t.Helper()
	m := meeting{lead: h.device()}
	r := m.lead.post("/api/meetings", map[string]string{"title": "Vi rigger", "lang": "nb", "decides": "Kommunestyret", "id": m.lead.id},
		header("Authorization", "Bearer "+operatorKey))
	if r.status != 200 {
		h.t.Fatal(r)
	}
	m.cookie, _, _ = strings.Cut(r.header.Get("Set-Cookie"), ";")
	if err := json.Unmarshal([]byte(r.body), &m); err != nil {
		h.t.Fatal(err)
	}
	return m
}

// guest joins a meeting on a new device.
func (h *house) guest(m meeting) *device {
	h.t.Helper()
	d := h.device()
	if r := d.join(m.Code); r.status != 200 {
		h.t.Fatal(r)
	}
	return d
}

func (d *device) join(code string) reply {
	return d.post("/api/join", map[string]string{"code": code, "id": d.id, "as": "frivillighet"})
}

// board opens the projector's page on a new device.
func (h *house) board(m meeting) *device {
	h.t.Helper()
	d := h.device()
	if r := d.post("/api/rooms/"+m.Room+"/key", map[string]string{"surface": "board", "key": m.Board}); r.status != 200 {
		h.t.Fatal(r)
	}
	return d
}

// cookie reads what a device holds.
func (d *device) cookie(name string) string {
	u, _ := url.Parse(d.h.url)
	for _, c := range d.jar.Cookies(u) {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// act has a seat do something in the room, past the door.
func (h *house) act(m meeting, seat string, c room.Command) {
	h.t.Helper()
	if _, err := h.hub.Do(h.t.Context(), m.Room, seat, fmt.Sprintf("act-%07d", h.next()), c); err != nil {
		h.t.Fatalf("%T: %v", c, err)
	}
}

// state asks something of the room.
func (h *house) state(m meeting, f func(*room.State)) {
	h.t.Helper()
	if err := h.hub.Ask(h.t.Context(), m.Room, f); err != nil {
		h.t.Fatal(err)
	}
}

// seats lists the room's seats by role.
func (h *house) seats(m meeting, role room.Role) (ids []string) {
	h.state(m, func(st *room.State) {
		for id, s := range st.Seats {
			if s.Role == role {
				ids = append(ids, id)
			}
		}
	})
	return ids
}

// noNetwork is a machine that no phone can reach.
func noNetwork(o *server.Options) { o.Machine = func() []netip.Addr { return nil } }

// trusting believes what the machine itself says of where a request came from,
// so that a test can come from elsewhere.
func trusting(o *server.Options) { o.Trusted = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")} }

// seatOf finds a device's seat by what its cookie opens.
func (h *house) seatOf(m meeting, d *device) string {
	h.t.Helper()
	var view struct{ Set map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(d.get("/api/rooms/"+m.Room+"/view?surface=p").body), &view); err != nil {
		h.t.Fatal(err)
	}
	for key := range view.Set {
		if seat, ok := strings.CutPrefix(key, "me/"); ok {
			return seat
		}
	}
	h.t.Fatal("no seat in the view")
	return ""
}

// voting is a meeting that has come to its vote: two guests at one table, two
// proposals, one idea set aside.
func (h *house) voting(t *testing.T) (meeting, []*device) {
	t.Helper()
	m := h.meeting()
	ds := []*device{h.guest(m), h.guest(m)}
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.MakeGroups{Size: 2})
	step := func(kind room.PhaseKind) {
		var id string
		h.state(m, func(st *room.State) {
			for _, s := range st.Agenda.Steps {
				if s.Kind == kind {
					id = s.ID
				}
			}
		})
		h.act(m, lead, room.GoToStep{Step: id})
	}
	step(room.Runde)
	for n, d := range ds {
		h.act(m, h.seatOf(m, d), room.PostIdea{ID: fmt.Sprintf("i%d", n+1), Text: fmt.Sprintf("Forslag %d", n+1), Table: true})
	}
	h.act(m, h.seatOf(m, ds[0]), room.PostIdea{ID: "i3", Text: "=1+1 lagt til side", Table: true})
	h.act(m, h.seatOf(m, ds[0]), room.SetIdeaAside{ID: "i3"})
	h.act(m, h.seatOf(m, ds[1]), room.PostIdea{ID: "i4", Text: "hemmelig notat"})
	h.act(m, h.seatOf(m, ds[0]), room.SendGroup{})
	step(room.Avstemning)
	h.act(m, lead, room.OpenVote{ID: "v1", Method: "approve", K: 1, Secret: true})
	return m, ds
}
