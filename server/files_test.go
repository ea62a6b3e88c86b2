package server_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"dugnad/server"
)

// Each file goes out in the smallest form the browser reads, hashed ones for
// ever, pages never kept.
func TestFiles(t *testing.T) {
	d := open(t).device()
	for _, c := range []struct{ path, takes, body, packed, kept string }{
		{"/assets/app-ABCDEFGH.js", "gzip, deflate, br", "br", "br", "public, max-age=31536000, immutable"},
		{"/assets/app-ABCDEFGH.js", "gzip, deflate", "gz", "gzip", "public, max-age=31536000, immutable"},
		{"/assets/app-ABCDEFGH.js", "br;q=0, gzip;q=0.5", "gz", "gzip", "public, max-age=31536000, immutable"},
		{"/assets/app-ABCDEFGH.js", "", "plain", "", "public, max-age=31536000, immutable"},
		{"/icon.svg", "gzip, br", "<svg/>", "", "no-cache"},
		{"/sw.js", "", "//", "", "no-cache"},
		{"/led/abc", "", "<!doctype html><title>led</title>", "", "no-store"},
	} {
		r := d.get(c.path, header("Accept-Encoding", c.takes))
		if r.status != 200 || r.body != c.body || r.header.Get("Content-Encoding") != c.packed || r.header.Get("Cache-Control") != c.kept ||
			!strings.Contains(strings.Join(r.header.Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("%+v: %d %q %v", c, r.status, r.body, r.header)
		}
		if again := d.get(c.path, header("Accept-Encoding", c.takes), header("If-None-Match", r.header.Get("ETag"))); again.status != 304 {
			t.Errorf("%s is sent twice: %d", c.path, again.status)
		}
	}
	if kind := d.get("/assets/app-ABCDEFGH.js").header.Get("Content-Type"); kind != "text/javascript; charset=utf-8" {
		t.Error(kind)
	}
}

// A page comes in the browser's language where there is one, and else in
// bokmål.
func TestPagesSpeak(t *testing.T) {
	d := open(t).device()
	for asked, want := range map[string]string{"": "deltaker", "nn-NO,nb;q=0.9": "deltakar", "no": "deltaker", "de": "deltaker", "nb,nn;q=0.5": "deltaker",
		"rubbish;;;": "deltaker"} {
		for _, path := range []string{"/", "/rom/abc"} {
			if r := d.get(path, header("Accept-Language", asked)); !strings.Contains(r.body, "<title>"+want+"<") {
				t.Errorf("%s asked for %q: %s", path, asked, r.body)
			}
		}
	}
}

// TestF22: a hashed file of another build is asked for elsewhere; a file that
// no build makes is not there.
func TestF22(t *testing.T) {
	d := open(t).device()
	for path, want := range map[string]int{"/assets/app-ZZZZZZZZ.js": 503, "/assets/lead.nb-0a1b2c3d.json": 503, "/assets/x.exe": 404, "/app.js": 404} {
		r := d.get(path)
		if r.status != want || want == 503 && (r.header.Get("Retry-After") == "" || r.header.Get("Cache-Control") != "no-store") {
			t.Error(path, r.status, r.header)
		}
	}
}

// A fresh clone says how to build, and everything that is not a page works.
func TestNotBuilt(t *testing.T) {
	h := open(t, func(o *server.Options) { o.Pages = fstest.MapFS{".keep": {}} })
	d := h.device()
	for _, path := range []string{"/", "/led/x", "/tavle/x"} {
		r := d.get(path, header("Accept", "text/html"))
		if r.status != 503 || !strings.Contains(r.body, "make run") || strings.Contains(r.body, "style=") || strings.Contains(r.body, "<script") {
			t.Error(path, r)
		}
	}
	m := h.meeting()
	if r := d.join(m.Code); r.status != 200 {
		t.Error(r)
	}
}

// What people are told when turned away exists in every language, or they
// would read a key.
func TestEveryRefusalHasItsSentence(t *testing.T) {
	h := open(t)
	texts := catalogues(t)
	for lang, words := range texts {
		for _, code := range append(server.Codes, "home") {
			if words["refused."+code] == "" {
				t.Errorf("%s has no refused.%s", lang, code)
			}
		}
	}
	r := h.device().get("/none", header("Accept", "text/html"), header("Accept-Language", "en"))
	if r.status != http.StatusNotFound || !strings.Contains(r.body, "<h1>We cannot find what you are looking for</h1>") || !strings.Contains(r.body, `<html lang="en"`) {
		t.Error(r.body)
	}
}
