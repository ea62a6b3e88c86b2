package server_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/coder/websocket/wsjson"

	"dugnad/web"
)

// TestA31: an evening with marked words, codes, keys, cookies and addresses,
// with everything that can go wrong at the door, at the loudest level. None of
// the marks is in the log.
func TestA31(t *testing.T) {
	h := open(t, trusting)
	const mark = "merketord"
	from := header("X-Forwarded-For", "203.0.113.77")
	lead := h.device()
	m := meeting{lead: lead}
	r := lead.post("/api/meetings", map[string]string{"title": mark + "-tittel", "decides": mark + "-bestemmer", "id": lead.id}, from)
	if err := json.Unmarshal([]byte(r.body), &m); err != nil {
		t.Fatal(err)
	}
	d := h.guest(m)
	at := "/api/rooms/" + m.Room
	for _, call := range []func() reply{
		func() reply { return d.join(mark) },
		func() reply { return d.post("/api/join", `{"code":"`+mark) },
		func() reply { return d.post("/api/join", map[string]string{"code": m.Code, "id": mark}) },
		func() reply { return d.get("/?code=" + m.Code + "&x=" + mark) },
		func() reply { return d.get("/" + mark + "/" + m.Code) },
		func() reply { return d.get("/rom/" + m.Code) },
		func() reply { return d.get("/led/" + m.Key) },
		func() reply { return d.get("/api/rooms/" + m.Board + "/view") },
		func() reply { return d.get(at + "/view?surface=p&key=" + m.Key) },
		func() reply { return d.get(at+"/view", header("Cookie", "d_p_"+m.Room+"="+mark)) },
		func() reply {
			return d.get("/", header("Referer", h.url+"/?"+mark), header("User-Agent", mark), header("Accept-Language", mark))
		},
		func() reply { return d.get("/", header("Host", mark+".example")) },
		func() reply {
			return d.post(at+"/key", map[string]string{"surface": "lead", "key": mark, "id": d.id})
		},
		func() reply { return d.post(at+"/key", map[string]string{"surface": "board", "key": m.Board}) },
		func() reply { return d.get(at + "/slip/" + mark) },
		func() reply { return d.do(strings.ToUpper(mark), "/", nil) },
		func() reply { return lead.get(at + "/export.json") },
		func() reply { return lead.post(at+"/address", map[string]string{"url": "http://" + mark}) },
	} {
		call()
	}
	conn, _ := d.dial(at + "/ws?surface=p")
	for _, f := range []any{
		map[string]any{"t": "hi", "v": 1, "since": 0},
		map[string]any{"t": "cmd", "id": "abcdefgh", "do": "idea.post", "with": map[string]any{"id": "i1", "text": mark}},
		map[string]any{"t": "cmd", "id": mark + "1", "do": mark, "with": map[string]any{"text": mark}},
		map[string]any{"t": mark},
	} {
		if err := wsjson.Write(t.Context(), conn, f); err != nil {
			t.Fatal(err)
		}
	}
	for err := error(nil); err == nil; {
		_, _, err = conn.Read(t.Context())
	}
	var fresh struct{ Key string }
	if err := json.Unmarshal([]byte(lead.post(at+"/links/board", nil).body), &fresh); err != nil {
		t.Fatal(err)
	}
	lead.do("DELETE", at, nil)
	log := h.log.String()
	if !strings.Contains(log, "route=/api/join") || !strings.Contains(log, "room="+m.Room) {
		t.Fatal("nothing is logged:\n", log)
	}
	secrets := map[string]string{"what somebody wrote": mark, "the code": m.Code, "the recovery key": m.Key, "the board key": m.Board, "a fresh key": fresh.Key,
		"a device": d.id, "an address": "203.0.113.77", "a cookie": "eyJ", "its name": "d_p_", "a peer": "127.0.0.1:"}
	for what, secret := range secrets {
		for _, form := range []string{secret, strings.ToLower(secret), strings.ToUpper(secret)} {
			if i := strings.Index(log, form); i >= 0 {
				t.Errorf("the log tells %s: …%s…", what, log[max(0, i-80):min(len(log), i+80)])
				break
			}
		}
	}
}

// catalogues reads every language.
func catalogues(t *testing.T) map[string]map[string]string {
	t.Helper()
	names, err := fs.Glob(web.Locales, "locales/*.json")
	if err != nil || len(names) < 4 {
		t.Fatal(names, err)
	}
	all := map[string]map[string]string{}
	for _, name := range names {
		raw, err := web.Locales.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".json")] = texts
	}
	return all
}
