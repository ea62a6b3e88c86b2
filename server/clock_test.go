package server

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The time of day is written as the language writes it, and by one function:
// a second one was 17:49 where the first said 17.49.
func TestOneClock(t *testing.T) {
	w, err := readWords(os.DirFS("../web/locales"))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 30, 9, 5, 0, 0, time.UTC)
	for lang, want := range map[string]string{"nb": "9.05", "nn": "9.05", "sv": "9.05", "en": "9:05"} {
		if said := (speech{words: w, Lang: lang}).clock(at); said != want {
			t.Errorf("%s says %s, not %s", lang, said, want)
		}
	}
	for _, dir := range []string{".", "../report"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(f, "_test.go") && strings.Contains(string(text), `Format("15`) {
				t.Errorf("%s writes a time of day of its own", f)
			}
		}
	}
}
