//go:build unix

package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A small module with every way a test can end: what `go test -json` says of
// it is what we must be able to read.
var everyEnd = map[string]string{
	"go.mod": "module every\n\ngo 1.26\n",
	"good/good_test.go": `package good
import "testing"
func TestOne(t *testing.T) {}
func TestTable(t *testing.T) { for _, n := range []string{"a", "b", "c"} { t.Run(n, func(t *testing.T) {}) } }
func FuzzMany(f *testing.F) { f.Add(1); f.Add(2); f.Fuzz(func(t *testing.T, n int) {}) }
`,
	"bad/bad_test.go": `package bad
import "testing"
func TestGood(t *testing.T) {}
func TestBelow(t *testing.T) { t.Run("good", func(t *testing.T) {}); t.Run("bad", func(t *testing.T) { t.Error("below broke") }) }
func TestAbove(t *testing.T) { t.Run("good", func(t *testing.T) {}); t.Error("above broke") }
func TestSkipped(t *testing.T) { t.Skip("no time") }
func FuzzBad(f *testing.F) { f.Add(1); f.Add(2); f.Fuzz(func(t *testing.T, n int) { if n == 2 { t.Error("two broke") } }) }
`,
	"panics/panics_test.go": `package panics
import "testing"
func TestBefore(t *testing.T) {}
func TestPanics(t *testing.T) { panic("oh no") }
func TestNever(t *testing.T) {}
`,
	"exits/exits_test.go": `package exits
import ("os"; "testing")
func TestMain(m *testing.M) { m.Run(); println("left over"); os.Exit(1) }
func TestOne(t *testing.T) {}
`,
	"unbuilt/unbuilt_test.go": `package unbuilt
import "testing"
func TestOne(t *testing.T) { undefined() }
`,
	"untested/untested.go": "package untested\n",
}

func TestEveryEndOfAGoTestIsCounted(t *testing.T) {
	dir := t.TempDir()
	for name, text := range everyEnd {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "test", "-json", "-count=1", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
	out, _ := cmd.Output() // it fails, and should
	r := readGoTests(strings.NewReader(string(out)))

	// good 5, bad 3 (TestGood and a good one below), panics 1, exits 1
	if want := 5 + 3 + 1 + 1; r.passed != want {
		t.Errorf("%d passed, want %d", r.passed, want)
	}
	want := map[string]string{
		"every/bad TestBelow/bad":           "below broke",
		"every/bad TestAbove":               "above broke",
		"every/bad TestSkipped was skipped": "no time",
		"every/bad FuzzBad/seed#1":          "two broke",
		"every/panics TestPanics":           "oh no",
		"every/exits":                       "left over",
		"every/unbuilt does not build":      "undefined",
	}
	if r.failed != len(want) || len(r.trouble) != len(want) {
		t.Errorf("%d failed with %d troubles, want %d", r.failed, len(r.trouble), len(want))
	}
	for _, x := range r.trouble {
		if said, ok := want[x.name]; !ok || !strings.Contains(x.said, said) {
			t.Errorf("trouble %q says %q", x.name, x.said)
		}
	}
}

func TestARunThatIsCutOffHasFailed(t *testing.T) {
	for name, cut := range map[string]string{
		"in a test":      `{"Action":"run","Package":"p","Test":"TestA"}`,
		"in a package":   `{"Action":"start","Package":"p"}`,
		"not JSON":       `go: cannot find main module`,
		"after one test": `{"Action":"pass","Package":"p","Test":"TestA"}`,
	} {
		if r := readGoTests(strings.NewReader(cut + "\n")); r.failed == 0 {
			t.Errorf("%s: nothing failed", name)
		}
	}
}

func TestVitestCountsWhatDidNotPass(t *testing.T) {
	r := readVitest([]byte(`{"testResults":[
		{"name":"a.test.ts","status":"passed","assertionResults":[
			{"fullName":"one","status":"passed"},{"fullName":"two","status":"skipped"},{"fullName":"three","status":"todo"}]},
		{"name":"b.test.ts","status":"failed","message":"no such import","assertionResults":[]},
		{"name":"c.test.ts","status":"failed","assertionResults":[
			{"fullName":"four","status":"failed","failureMessages":["expected 1 to be 2\n  at c.test.ts:3\n  at x/node_modules/y.js:9"]}]}]}`))
	if r.passed != 1 || r.failed != 4 {
		t.Fatalf("%d passed, %d failed: %v", r.passed, r.failed, r.trouble)
	}
	if said := r.trouble[3].said; said != "expected 1 to be 2\n  at c.test.ts:3" {
		t.Errorf("what is said of a failure is %q", said)
	}
	if r := readVitest([]byte("gone")); r.failed != 1 {
		t.Fatal("a report that cannot be read has not failed")
	}
}

func TestAPartThatRanNothingHasFailed(t *testing.T) {
	nothing := func(context.Context) result { return result{} }
	one := func(context.Context) result { return result{passed: 1} }
	broken := func(context.Context) (r result) { r.fail("set-up", "no network"); return r }
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	for name, c := range map[string]struct {
		ctx            context.Context
		parts          []part
		passed, failed int
	}{
		"all well":          {t.Context(), []part{{name: "s", setup: true, run: nothing}, {name: "a", run: one}}, 1, 0},
		"no tests":          {t.Context(), []part{{name: "a", run: one}, {name: "b", run: nothing}}, 1, 1},
		"set-up broke":      {t.Context(), []part{{name: "s", setup: true, run: broken}, {name: "a", run: one}}, 0, 2},
		"a check broke":     {t.Context(), []part{{name: "c", check: true, run: broken}, {name: "a", run: one}}, 1, 1},
		"no time left":      {gone, []part{{name: "a", run: one}}, 0, 1},
		"one named, others": {t.Context(), []part{{name: "named", run: one}, {name: "other", run: broken}}, 1, 0},
	} {
		only := ""
		if strings.HasPrefix(name, "one named") {
			only = "named"
		}
		out, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		passed, failed := runAll(c.ctx, out, c.parts, only)
		out.Close()
		if passed != c.passed || failed != c.failed {
			t.Errorf("%s: %d passed, %d failed; want %d and %d", name, passed, failed, c.passed, c.failed)
		}
	}
}

func TestThePartsAreWhatTheySay(t *testing.T) {
	names := map[string]bool{}
	for _, p := range parts() {
		if names[p.name] {
			t.Errorf("two parts are called %s", p.name)
		}
		names[p.name] = true
	}
	for _, pkg := range raced {
		dir := strings.TrimSuffix(strings.TrimPrefix(pkg, "./"), "/...")
		if _, err := os.Stat(filepath.Join("..", "..", dir)); err != nil {
			t.Errorf("%s is raced and does not exist: %v", pkg, err)
		}
	}
	for _, n := range needs {
		if n.other == "" || len(n.found) == 0 {
			t.Errorf("%s: nobody is told what to do when it is missing", n.what)
		}
	}
}
