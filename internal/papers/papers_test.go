package papers

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dugnad/room"
)

const root = "../../"

// pages are read by people who cannot look into the code.
func pages(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(root + "docs/personvern/*.md")
	if err != nil || len(paths) < 8 {
		t.Fatal(paths, err)
	}
	all := map[string]string{}
	for _, path := range append(paths, root+"docs/drift.md", root+"README.md", root+"SECURITY.md") {
		all[path] = text(t, path)
	}
	return all
}

func text(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// found is what a pattern finds in files of one ending under the root.
func found(t *testing.T, ending, pattern string, in ...string) []string {
	t.Helper()
	var all []string
	find := regexp.MustCompile(pattern)
	for _, dir := range in {
		err := filepath.WalkDir(root+dir, func(path string, _ os.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ending) {
				for _, m := range find.FindAllStringSubmatch(text(t, path), -1) {
					all = append(all, m[1])
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(all) < 5 {
		t.Fatalf("only %v of %s: the test is blind", all, pattern)
	}
	return all
}

// What a page says of the program is there.
func TestWhatThePagesSpeakOfIsThere(t *testing.T) {
	for what, c := range map[string]struct {
		said  string
		known []string
	}{
		"test":    {"`(Test[A-Z]\\w*)`", found(t, "_test.go", `func (Test\w+)\(`, "room", "store", "hub", "server", "cmd", "courier", "report")},
		"setting": {"`([A-Z]{3,}_[A-Z_]+|ACME|ADDR|PORT)[=`]", append(found(t, "config.go", `env:"([A-Z_]+)"`, "cmd"), "HTTP_PORT", "HTTPS_PORT")},
		"command": {"(?:`|\n)dugnad ([a-z]+)", found(t, "main.go", `\{"([a-z]+)", "`, "cmd")},
	} {
		n := 0
		for path, page := range pages(t) {
			for _, m := range regexp.MustCompile(c.said).FindAllStringSubmatch(page, -1) {
				if n++; !slices.Contains(c.known, m[1]) {
					t.Errorf("%s speaks of the %s %s, which is not there", path, what, m[1])
				}
			}
		}
		if n < 5 {
			t.Errorf("only %d of a %s: the test is blind", n, what)
		}
	}
}

func TestTheLinksLeadSomewhere(t *testing.T) {
	for path, page := range pages(t) {
		for _, m := range regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`).FindAllStringSubmatch(page, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), m[1])); err != nil {
				t.Errorf("%s leads to %s: %v", path, m[1], err)
			}
		}
	}
}

// The record of processing has a row for everything the program deletes by itself.
func TestTheRecordOfProcessingIsWhole(t *testing.T) {
	page := text(t, root+"docs/personvern/protokoll.md")
	for _, k := range room.Keeping {
		if !regexp.MustCompile("(?m)^\\|.*`" + k.What + "`[^|]*\\|$").MatchString(page) {
			t.Errorf("the record does not say when %s goes", k.What)
		}
	}
}
