package web

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// What a phone is sent before it can join, in gzip: on plain http it gets
// nothing better. The numbers stand in the goals of the project; a hall with
// one bar of signal feels every one of them.
var budgets = []struct {
	what, page string
	asks       *regexp.Regexp // what of it, in the page
	most       int
}{
	{"participant script", "index.html", script, 28 << 10},
	{"participant styles", "index.html", sheet, 12 << 10},
	{"participant texts", "index.html", words, 8 << 10},
	{"facilitator script", "led.html", script, 60 << 10},
	{"board script", "tavle.html", script, 40 << 10},
	{"follow-up script", "oppfolging.html", script, 80 << 10},
}

var (
	script = regexp.MustCompile(`<script type="module" src="/([^"]+)"`)
	sheet  = regexp.MustCompile(`<link rel="stylesheet" href="/([^"]+)"`)
	words  = regexp.MustCompile(`as="fetch" crossorigin="anonymous" href="/([^"]+)"`)
	langs  = regexp.MustCompile(`<script type="application/json" id="langs">(.*)</script>`)
	parts  = regexp.MustCompile(`<script type="application/json" id="parts">(.*)</script>`)
)

// What a phone fetches while people sit down. These limits are our own: at
// slow 3G (50 KB/s) all parts of the evening come in a little over a second, the
// list of names among them; the largest that somebody may have to wait for in
// a quarter of one; and what the parts say is no more than what the first page
// may say.
const (
	allParts  = 56 << 10
	onePart   = 12 << 10
	restWords = 8 << 10
)

const (
	firstLoad     = 55 << 10
	firstRequests = 5
)

func TestBudgets(t *testing.T) {
	if !built(t) {
		return
	}
	for _, b := range budgets {
		m := b.asks.FindSubmatch(page(t, b.page))
		if m == nil {
			t.Errorf("%s: %s asks for none", b.what, b.page)
			continue
		}
		n := size(t, string(m[1]))
		t.Logf("%s: %d of %d bytes (%s)", b.what, n, b.most, m[1])
		if n > b.most {
			t.Errorf("%s: %d bytes, may be %d", b.what, n, b.most)
		}
	}
}

// TestParts weighs what comes after the first load. A part that the page does
// not know the files of could not be fetched again when the network fails.
func TestParts(t *testing.T) {
	if !built(t) {
		return
	}
	m := parts.FindSubmatch(page(t, "index.html"))
	if m == nil {
		t.Fatal("the first page knows of no parts")
	}
	var files map[string][]string
	if err := json.Unmarshal(m[1], &files); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for name, list := range files {
		n := 0
		for _, f := range list {
			known[strings.TrimPrefix(f, "/")] = true
			n += size(t, strings.TrimPrefix(f, "/"))
		}
		t.Logf("part %s: %d of %d bytes in %d files", name, n, onePart, len(list))
		if n > onePart {
			t.Errorf("part %s: %d bytes, may be %d", name, n, onePart)
		}
	}
	total := 0
	for f := range known {
		total += size(t, f)
	}
	t.Logf("all parts: %d of %d bytes", total, allParts)
	if total > allParts {
		t.Errorf("all parts: %d bytes, may be %d", total, allParts)
	}
	first := string(script.FindSubmatch(page(t, "index.html"))[1])
	made, err := fs.Glob(Dist, "dist/assets/participant*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range made {
		if f = strings.TrimPrefix(f, "dist/"); f != first && !known[f] {
			t.Errorf("%s was made, but the page knows of no part it belongs to", f)
		}
	}
}

// TestWords weighs what a phone is told in each language, plain Norwegian too:
// to join and wait, and then for the rest of the evening. Together it is every
// text that there is.
func TestWords(t *testing.T) {
	if !built(t) {
		return
	}
	var known map[string]struct{ Urls []string }
	m := langs.FindSubmatch(page(t, "index.html"))
	if m == nil {
		t.Fatal("the first page knows of no languages")
	}
	if err := json.Unmarshal(m[1], &known); err != nil {
		t.Fatal(err)
	}
	most, all := []int{8 << 10, restWords}, 0
	for lang, l := range known {
		if len(l.Urls) != len(most) {
			t.Fatalf("%s is cut in %d, not in two", lang, len(l.Urls))
		}
		keys := map[string]string{}
		for i, u := range l.Urls {
			u = strings.TrimPrefix(u, "/")
			n := size(t, u)
			t.Logf("%s: %d of %d bytes (%s)", lang, n, most[i], u)
			if n > most[i] {
				t.Errorf("%s: %d bytes of texts, may be %d", u, n, most[i])
			}
			if err := json.Unmarshal(page(t, u), &keys); err != nil {
				t.Fatal(err)
			}
		}
		if all == 0 {
			all = len(keys)
		}
		if len(keys) != all || keys["p.join.title"] == "" || keys["p.note.add"] == "" {
			t.Errorf("%s has %d texts where another language has %d", lang, len(keys), all)
		}
	}
	if len(known) < 5 {
		t.Errorf("%d languages", len(known))
	}
}

// TestLetters: the screens that are not a phone's have their letters from us, in
// one file; a phone and the page that tries the hall have none.
func TestLetters(t *testing.T) {
	if !built(t) {
		return
	}
	const most = 48 << 10
	font := regexp.MustCompile(`as="font" type="font/woff2" crossorigin="anonymous" href="/([^"]+)"`)
	made, err := fs.Glob(Dist, "dist/assets/*.woff2")
	if err != nil || len(made) != 1 {
		t.Fatalf("%d files of letters: %v", len(made), err)
	}
	info, err := fs.Stat(Dist, made[0])
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("letters: %d of %d bytes", info.Size(), most)
	if info.Size() > most {
		t.Errorf("the letters are %d bytes, may be %d", info.Size(), most)
	}
	for _, name := range []string{"led.html", "tavle.html", "oppfolging.html"} {
		if m := font.FindSubmatch(page(t, name)); m == nil || "dist/"+string(m[1]) != made[0] {
			t.Errorf("%s does not ask for them: %q", name, m)
		}
	}
	for _, name := range []string{"index.html", "sjekk.html"} {
		if css := sheet.FindSubmatch(page(t, name)); font.Match(page(t, name)) || css != nil && bytes.Contains(file(t, string(css[1])), []byte("woff2")) {
			t.Errorf("%s has letters of its own", name)
		}
	}
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := fs.ReadFile(Dist, "dist/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

var address = regexp.MustCompile(`(?:src|href)="(/[^"]+)"`)

// TestFirstLoad follows the first page as a browser does, and adds up.
func TestFirstLoad(t *testing.T) {
	if !built(t) {
		return
	}
	page := page(t, "index.html")
	if bytes.Contains(page, []byte("://")) {
		t.Error("the first page fetches something from elsewhere")
	}
	total, requests := size(t, "index.html"), 1
	for _, m := range address.FindAllStringSubmatch(string(page), -1) {
		total += size(t, strings.TrimPrefix(m[1], "/"))
		requests++
	}
	t.Logf("first load: %d of %d bytes in %d of %d requests", total, firstLoad, requests, firstRequests)
	if total > firstLoad || requests > firstRequests {
		t.Errorf("first load is %d bytes in %d requests, may be %d in %d", total, requests, firstLoad, firstRequests)
	}
}

// built tells whether there is a front end to weigh. A fresh clone has none;
// where DUGNAD_DIST=1 says that it was built, its absence is a failure.
func built(t *testing.T) bool {
	t.Helper()
	if _, err := fs.Stat(Dist, "dist/index.html"); err == nil {
		return true
	}
	if os.Getenv("DUGNAD_DIST") == "1" {
		t.Fatal("the front end is not built: npm run build in web/")
	}
	return false
}

func page(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := fs.ReadFile(Dist, "dist/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func size(t *testing.T, name string) int {
	t.Helper()
	info, err := fs.Stat(Dist, "dist/"+name+".gz")
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Size())
}
