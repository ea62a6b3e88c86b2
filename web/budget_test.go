package web

import (
	"bytes"
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
	what, from, to string // files under dist/assets
	most           int
}{
	{"participant script", "participant-", ".js.gz", 28 << 10},
	{"participant styles", "participant-", ".css.gz", 12 << 10},
	{"participant texts", "participant.", ".json.gz", 8 << 10},
	{"facilitator script", "lead-", ".js.gz", 60 << 10},
	{"board script", "board-", ".js.gz", 40 << 10},
}

const (
	firstLoad     = 55 << 10
	firstRequests = 5
)

func TestBudgets(t *testing.T) {
	if !built(t) {
		return
	}
	files, err := fs.ReadDir(Dist, "dist/assets")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range budgets {
		found := 0
		for _, f := range files {
			if !strings.HasPrefix(f.Name(), b.from) || !strings.HasSuffix(f.Name(), b.to) {
				continue
			}
			found++
			info, err := f.Info()
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%s: %d of %d bytes (%s)", b.what, info.Size(), b.most, f.Name())
			if info.Size() > int64(b.most) {
				t.Errorf("%s: %d bytes, may be %d", b.what, info.Size(), b.most)
			}
		}
		if found == 0 {
			t.Errorf("%s: nothing built", b.what)
		}
	}
}

var address = regexp.MustCompile(`(?:src|href)="(/[^"]+)"`)

// TestFirstLoad follows the first page as a browser does, and adds up.
func TestFirstLoad(t *testing.T) {
	if !built(t) {
		return
	}
	page, err := fs.ReadFile(Dist, "dist/index.html")
	if err != nil {
		t.Fatal(err)
	}
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

func size(t *testing.T, name string) int {
	t.Helper()
	info, err := fs.Stat(Dist, "dist/"+name+".gz")
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Size())
}
