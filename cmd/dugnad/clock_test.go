package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/vestby"
)

// hand reaches a node's clock from this machine.
func (a *App) hand(t *testing.T, method, host, kind string, to int64) (status int, shows int64) {
	t.Helper()
	r, err := http.NewRequest(method, "http://"+a.metricsAt.Addr().String()+"/clock", strings.NewReader(fmt.Sprintf(`{"now":%d}`, to)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	if host != "" {
		r.Host = host
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var face clockFace
	_ = json.NewDecoder(resp.Body).Decode(&face) // a refusal is words
	return resp.StatusCode, face.Now
}

// A demo's clock goes forward, by this machine's hand alone, and what happens
// afterwards carries its time.
func TestADemosClockGoesForwardOnly(t *testing.T) {
	began := time.Date(2020, 11, 25, 8, 0, 0, 0, time.UTC)
	a := node(t, Config{Metrics: "127.0.0.1:0", DemoClock: began.Format(time.RFC3339)})
	day310 := time.Date(2021, 10, 1, 7, 0, 0, 0, time.UTC).UnixMilli()
	const js = "application/json"
	for _, try := range []struct {
		what, host, kind string
		to               int64
		want             int
	}{
		{"a page that sends a form", "", "text/plain", day310, http.StatusUnsupportedMediaType},
		{"a name that was made to lead here", "evil.example", js, day310, http.StatusMisdirectedRequest},
		{"backwards", "", js, began.Add(-time.Second).UnixMilli(), http.StatusConflict},
		{"forward", "", js, day310, http.StatusOK},
		{"back to the evening", "", js, began.Add(time.Hour).UnixMilli(), http.StatusConflict},
	} {
		if status, _ := a.hand(t, http.MethodPut, try.host, try.kind, try.to); status != try.want {
			t.Errorf("%s: %d, not %d", try.what, status, try.want)
		}
	}
	if _, shows := a.hand(t, http.MethodGet, "", js, 0); shows < day310 || shows > day310+time.Minute.Milliseconds() {
		t.Errorf("it shows %s", time.UnixMilli(shows))
	}
	resp, err := http.Post(a.url()+"/clock", js, strings.NewReader(`{"now":9999999999999}`))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusNotFound && resp.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("the door lets somebody at the clock: %d", resp.StatusCode)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	made, err := phone.New(a.url()).Make(ctx, map[string]any{"title": vestby.Title, "lang": "nb", "template": vestby.Template, "demo": true})
	if err != nil {
		t.Fatal(err)
	}
	_, story, err := a.store.Tail(ctx, made.Room, 0)
	if err != nil || len(story) == 0 {
		t.Fatal("no story", err)
	}
	if at := story[0].At; at < day310 || at > day310+time.Minute.Milliseconds() {
		t.Errorf("made at %s", time.UnixMilli(at))
	}
}
