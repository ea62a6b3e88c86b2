package server_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/room"
)

// An evening at the door: a meeting is made, people come in with a code however
// they write it, a lost answer can be asked for again, and everybody finds the
// way back.
func TestTheEveningAtTheDoor(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.device()
	for n, typed := range []string{m.Code, " " + strings.ToLower(m.Code[:4]) + "-" + m.Code[4:] + " ", strings.ReplaceAll(strings.ReplaceAll(m.Code, "0", "o"), "1", "l")} {
		if r := d.join(typed); r.status != 200 || r.body != `{"room":"`+m.Room+`"}` {
			t.Fatalf("%q: %+v", typed, r)
		}
		if got := h.seats(m, room.Participant); len(got) != 1 {
			t.Fatalf("after asking %d times there are %d seats", n+1, len(got))
		}
	}
	if r := d.get("/api/mine"); r.body != fmt.Sprintf(`[{"room":%q,"surface":"p","title":"Vi rigger","status":"lobby","code":%q}]`, m.Room, m.Code) {
		t.Error("mine:", r.body)
	}
	if r := d.get("/api/rooms/" + m.Room + "/view"); r.status != 200 || !strings.Contains(r.body, `"t":"snap"`) || r.header.Get("Cache-Control") != "private, no-store" {
		t.Error("view:", r)
	}
	if r := m.lead.get("/api/mine"); !strings.Contains(r.body, `"surface":"lead"`) {
		t.Error("the facilitator's:", r.body)
	}
	if r := m.lead.get("/api/rooms/" + m.Room + "/qr.svg?surface=lead"); r.status != 200 || r.header.Get("Content-Type") != "image/svg+xml" {
		t.Error("qr:", r)
	}
	var snap struct{ Set map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(m.lead.get("/api/rooms/"+m.Room+"/view?surface=lead").body), &snap); err != nil || snap.Set["script"] == nil {
		t.Error("the facilitator's view holds no script", err)
	}
	for _, key := range []string{m.Key, m.Board} {
		h.state(m, func(st *room.State) {
			if raw, _ := json.Marshal(st); strings.Contains(string(raw), key) {
				t.Error("a key is kept")
			}
		})
	}
}

// The recovery key gives the panel to another device, and to the first one the
// seat it had. A board link shows and does nothing else.
func TestKeys(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	if r := m.lead.post(at+"/key", map[string]string{"surface": "lead", "key": strings.ToLower(m.Key), "id": m.lead.id}); r.status != 200 {
		t.Fatal(r)
	}
	if n := len(h.seats(m, room.Facilitator)); n != 1 {
		t.Error("the creating device now has seats:", n)
	}
	other := h.device()
	if r := other.post(at+"/key", map[string]string{"surface": "lead", "key": m.Key[:13] + " " + m.Key[13:], "id": other.id}); r.status != 200 {
		t.Fatal(r)
	}
	if r := other.get(at + "/export.json"); r.status != 200 || len(h.seats(m, room.Facilitator)) != 2 {
		t.Error("the recovery key does not lead:", r)
	}
	wrong := h.device()
	unknown := wrong.post("/api/rooms/nosuchroom/key", map[string]string{"surface": "board", "key": m.Board})
	for name, r := range map[string]reply{
		"board key for the panel": wrong.post(at+"/key", map[string]string{"surface": "lead", "key": m.Board, "id": wrong.id}),
		"panel key for the board": wrong.post(at+"/key", map[string]string{"surface": "board", "key": m.Key}),
		"empty":                   wrong.post(at+"/key", map[string]string{"surface": "board", "key": ""}),
		"no such room":            unknown,
	} {
		if r.status != 403 || r.body != unknown.body || r.header.Get("Set-Cookie") != "" {
			t.Error(name, r)
		}
	}
	if r := wrong.post(at+"/key", map[string]string{"surface": "p", "key": m.Key, "id": wrong.id}); r.status != 400 {
		t.Error("a key for a guest:", r)
	}
}

// Whoever has the recovery key and not the address says the code that stands on the
// board. A wrong code and a wrong key let nobody in, and are counted.
func TestTheKeyWithoutTheAddress(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.device()
	try := func(code, key string) reply {
		return d.post("/api/key", map[string]string{"code": code, "key": key, "id": d.id})
	}
	for name, r := range map[string]reply{
		"wrong code":      try("AAAAAAAA", m.Key),
		"wrong key":       try(m.Code, strings.Repeat("A", 26)),
		"the board's key": try(m.Code, m.Board),
		"no key":          try(m.Code, ""),
	} {
		if r.status != 403 && r.status != 404 || r.header.Get("Set-Cookie") != "" {
			t.Error(name, r)
		}
	}
	r := try(strings.ToLower(m.Code[:4])+" "+m.Code[4:], m.Key)
	var said struct{ Room string }
	if err := json.Unmarshal([]byte(r.body), &said); err != nil || r.status != 200 || said.Room != m.Room {
		t.Fatal(r)
	}
	if r := d.get("/api/rooms/" + m.Room + "/view?surface=lead"); r.status != 200 {
		t.Error("it does not lead:", r)
	}
	for range 20 {
		try(m.Code, strings.Repeat("A", 26))
	}
	if r := try(m.Code, strings.Repeat("A", 26)); r.status != 429 {
		t.Errorf("after twenty wrong ones: %v", r)
	}
	h = open(t)
	d = h.device()
	for range 20 {
		try("AAAAAAAA", m.Key)
	}
	if r := try("AAAAAAAA", m.Key); r.status != 429 {
		t.Errorf("after twenty codes of no meeting: %v", r)
	}
}

// A rotated link kills every older key and cookie of its surface; whoever
// rotated the panel's keeps leading.
func TestRotate(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	board := h.board(m)
	var fresh struct{ Key string }
	if err := json.Unmarshal([]byte(m.lead.post(at+"/links/board", nil).body), &fresh); err != nil {
		t.Fatal(err)
	}
	if r := board.get(at + "/view?surface=board"); r.status != 401 {
		t.Error("an old board cookie:", r.status)
	}
	if r := board.post(at+"/key", map[string]string{"surface": "board", "key": m.Board}); r.status != 410 {
		t.Error("an old board key:", r.status)
	}
	if r := board.post(at+"/key", map[string]string{"surface": "board", "key": fresh.Key}); r.status != 200 {
		t.Error("the new board key:", r.status)
	}
	other := h.device()
	other.post(at+"/key", map[string]string{"surface": "lead", "key": m.Key, "id": other.id})
	if r := m.lead.post(at+"/links/lead", nil); r.status != 200 {
		t.Fatal(r)
	}
	if r := other.get(at + "/export.json"); r.status != 401 {
		t.Error("another device still leads:", r.status)
	}
	if r := m.lead.get(at + "/export.json"); r.status != 200 {
		t.Error("who rotated the link is out:", r.status)
	}
	if r := m.lead.post(at+"/links/p", nil); r.status != 404 {
		t.Error("a guest's link:", r.status)
	}
}

// Hundreds behind one address: all come in, each with a seat of their own.
func TestAHallJoinsAtOnce(t *testing.T) {
	h := open(t)
	m := h.meeting()
	const people = 200
	var all sync.WaitGroup
	for range people {
		d := h.device()
		all.Go(func() {
			if r := d.join(m.Code); r.status != 200 {
				t.Error(r)
			}
		})
	}
	all.Wait()
	if n := len(h.seats(m, room.Participant)); n != people {
		t.Errorf("%d seats for %d people", n, people)
	}
}

// Who comes after joining is locked is told so; who is seated is not shut out.
func TestLocked(t *testing.T) {
	h := open(t)
	m := h.meeting()
	d := h.guest(m)
	h.act(m, h.seats(m, room.Facilitator)[0], room.LockMeeting{On: true})
	if r := h.device().join(m.Code); r.status != 403 || r.code() != "locked" {
		t.Error(r)
	}
	if r := d.join(m.Code); r.status != 200 {
		t.Error("who is inside:", r)
	}
}

// A guest may come back for twelve hours after the end, and then no more. A
// facilitator's cookie is renewed while it is used.
func TestHowLongCookiesLast(t *testing.T) {
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room
	d := h.guest(m)
	h.act(m, h.seats(m, room.Facilitator)[0], room.EndMeeting{})
	h.later(11 * time.Hour)
	if r := d.get(at + "/view"); r.status != 200 {
		t.Error("eleven hours after:", r.status)
	}
	if r := d.join(m.Code); r.status != 200 {
		t.Error("comes back with the code:", r)
	}
	h.later(2 * time.Hour)
	if r := d.get(at + "/view"); r.status != 401 {
		t.Error("thirteen hours after:", r.status)
	}
	if r := d.join(m.Code); r.status != 404 {
		t.Error("comes back with the code too late:", r)
	}
	for range 3 {
		h.later(20 * 24 * time.Hour)
		if r := m.lead.get(at + "/view?surface=lead"); r.status != 200 || r.header.Get("Set-Cookie") == "" {
			t.Fatal("a cookie in use ran out:", r.status)
		}
	}
	h.later(31 * 24 * time.Hour)
	if r := m.lead.get(at + "/view?surface=lead"); r.status != 401 {
		t.Error("a cookie that nobody used for a month:", r.status)
	}
}

// What lies behind one's own slip can be read while the vote is open, and by
// nobody else.
func TestSlip(t *testing.T) {
	h := open(t)
	m, seats := h.voting(t)
	d, other := seats[0], seats[1]
	h.act(m, h.seatOf(m, d), room.CastBallot{Vote: "v1", Choice: room.Choice{"c-i1"}})
	at := "/api/rooms/" + m.Room + "/slip/v1"
	if r := d.get(at); r.body != `{"choice":["c-i1"]}` {
		t.Error("one's own:", r)
	}
	if r := other.get(at); r.body != `{"choice":[]}` {
		t.Error("another's:", r)
	}
	if r := m.lead.get(at); r.status != 403 {
		t.Error("the facilitator's:", r)
	}
	h.act(m, h.seats(m, room.Facilitator)[0], room.CloseVote{Vote: "v1"})
	if r := d.get(at); r.status != 404 {
		t.Error("after the close:", r)
	}
}

// The address on the board is never this machine's name for itself.
func TestAddress(t *testing.T) {
	type address struct {
		URL, Host  string
		Candidates []string
	}
	read := func(r reply) (a address) {
		if err := json.Unmarshal([]byte(r.body), &a); err != nil {
			t.Fatal(r, err)
		}
		return a
	}
	h := open(t)
	m := h.meeting()
	at := "/api/rooms/" + m.Room + "/address"
	if a := read(m.lead.get(at)); a.URL != "http://192.168.1.20:8080" || a.Host != "192.168.1.20:8080" {
		t.Errorf("on the machine itself: %+v", a)
	}
	// By which name the cookie jar knows the house makes no odds to the door.
	seat := header("Cookie", "d_lead_"+m.Room+"="+m.lead.cookie("d_lead_"+m.Room))
	if a := read(h.device().get(at, seat, header("Host", "laptop.local:8080"))); a.URL != "http://laptop.local:8080" || len(a.Candidates) != 2 {
		t.Errorf("by the name it was reached by: %+v", a)
	}
	for _, bad := range []string{"http://localhost:8080", "http://127.0.0.1", "http://evil.example", "https://192.168.1.30", "http://a@192.168.1.30",
		"http://192.168.1.30/x", "http://192.168.1.30?x", "javascript:alert(1)", ""} {
		if r := m.lead.post(at, map[string]string{"url": bad}); r.status != 400 {
			t.Error(bad, r)
		}
	}
	if a := read(m.lead.post(at, map[string]string{"url": "http://10.0.0.7:8080/"})); a.URL != "http://10.0.0.7:8080" || len(a.Candidates) != 2 {
		t.Errorf("picked: %+v", a)
	}
	if a := read(h.board(m).get(at)); a.URL != "http://10.0.0.7:8080" {
		t.Errorf("the board shows another than was picked: %+v", a)
	}

	bare := open(t, noNetwork)
	bm := bare.meeting()
	if a := read(bm.lead.get("/api/rooms/" + bm.Room + "/address")); a.URL != "" || len(a.Candidates) != 0 {
		t.Errorf("without a network: %+v", a)
	}
	if r := bm.lead.get("/api/rooms/" + bm.Room + "/qr.svg"); r.status != 404 || r.code() != "no_address" {
		t.Error("a code that leads nowhere:", r)
	}
	join, try := m.lead.get("/api/rooms/"+m.Room+"/qr.svg"), m.lead.get("/api/rooms/"+m.Room+"/qr.svg?sjekk")
	if join.status != 200 || try.status != 200 || join.body == try.body {
		t.Error("the code that tries the hall is the one that opens the meeting:", join.status, try.status)
	}
	out := open(t, public)
	om := out.meeting()
	r := out.device().get("/api/rooms/"+om.Room+"/address", header("Cookie", om.cookie))
	if a := read(r); a.URL != "https://dugnad.example.no" {
		t.Errorf("in public: %+v", a)
	}
}

// A phone that has reached us is noticed; this machine's own browser is not one.
func TestReached(t *testing.T) {
	h := open(t, trusting)
	m := h.meeting()
	reached := func() bool {
		return strings.Contains(m.lead.get("/api/rooms/"+m.Room+"/address?surface=lead").body, `"reached":true`)
	}
	d := h.device()
	d.get("/")
	d.get("/", header("X-Forwarded-For", "192.168.1.20"))
	if reached() {
		t.Error("the machine itself counts as a phone")
	}
	d.get("/", header("X-Forwarded-For", "192.168.1.77"))
	if !reached() {
		t.Error("a phone is not noticed")
	}
}

func TestMakingMeetings(t *testing.T) {
	h := open(t)
	for body, want := range map[string]int{
		`{"title":"Å rigge"}`:                           200,
		`{"title":"A","lang":"sv"}`:                     200,
		`{"title":"A","lang":"xx"}`:                     200, // a language we do not have is the browser's
		`{"title":"  "}`:                                400,
		`{"title":"A","template":"none"}`:               404,
		`{"title":"A","answerBy":"soon"}`:               400,
		`{"title":"A","id":"short"}`:                    400,
		`{"title":"` + strings.Repeat("a", 2000) + `"}`: 400,
		`{"title":`:                              400,
		`{"title":"A"} {}`:                       400,
		`[]`:                                     400,
		`"` + strings.Repeat("a", 600_000) + `"`: 413,
		strings.Repeat(`[`, 30_000):              400,
	} {
		if r := h.device().post("/api/meetings", body); r.status != want {
			t.Errorf("%.60s: %d %s", body, r.status, r.body)
		}
	}
}

// In public mode a meeting takes the operator's key, and cookies are tied to
// the host and to https.
func TestPublicMode(t *testing.T) {
	h := open(t, public)
	d := h.device()
	for _, key := range []string{"", "wrong", "7GK2MX4Q9ZT0VWRB5NCDHJ3E8B"} {
		if r := d.post("/api/meetings", map[string]string{"title": "A"}, header("Authorization", "Bearer "+key)); r.status != 401 || r.code() != "operator" {
			t.Errorf("%q: %+v", key, r)
		}
	}
	r := d.post("/api/meetings", map[string]string{"title": "A"}, header("Authorization", "Bearer 7gk2-mx4q-9zt0-vwrb-5ncd-hj3e-8a"))
	cookie := r.header.Get("Set-Cookie")
	for _, part := range []string{"__Host-d_lead_", "; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax"} {
		if !strings.Contains(cookie, part) {
			t.Errorf("no %s in %s", part, cookie)
		}
	}
	if strings.Contains(cookie, "Domain=") || r.header.Get("Strict-Transport-Security") == "" || r.header.Get("Cross-Origin-Opener-Policy") != "same-origin" {
		t.Error(r.header)
	}
	hall := open(t)
	if c := hall.device().post("/api/meetings", map[string]string{"title": "A"}).header.Get("Set-Cookie"); strings.Contains(c, "Secure") ||
		!strings.HasPrefix(c, "d_lead_") || !strings.Contains(c, "; HttpOnly") || !strings.Contains(c, "; SameSite=Lax") {
		t.Error("a cookie a hall's browser would drop:", c)
	}
}
