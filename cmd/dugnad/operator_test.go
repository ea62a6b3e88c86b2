package main

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A hall has an operator key too: shown at the first start, shown again by a
// command, and good for the page about all the meetings.
func TestAHallHasAnOperatorKey(t *testing.T) {
	c := Config{Addr: "127.0.0.1:0", DataDir: t.TempDir(), LogLevel: "warn", MaxSockets: "10"}
	if err := key(t.Context(), c, []string{"-show"}, new(bytes.Buffer)); err == nil {
		t.Error("a key is shown that was never made")
	}
	a := &App{Config: c}
	if err := a.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var said, shown bytes.Buffer
	a.greet(&said)
	if err := key(t.Context(), c, []string{"-show"}, &shown); err != nil || len(strings.TrimSpace(shown.String())) < 26 {
		t.Fatal(shown.String(), err)
	}
	if !strings.Contains(said.String(), strings.TrimSpace(shown.String())) || !strings.Contains(said.String(), "/oversikt") {
		t.Error("the first start says", said.String())
	}
	r, err := http.Post("http://"+a.Addr().String()+"/api/org/key", "application/json", strings.NewReader(`{"key":"`+strings.TrimSpace(shown.String())+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusOK || len(r.Cookies()) != 1 {
		t.Error(r.Status, r.Cookies())
	}
	if info, err := os.Stat(filepath.Join(c.DataDir, "operator.key")); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
	c.Operator = opKey
	shown.Reset()
	if err := key(t.Context(), c, []string{"-show"}, &shown); err != nil || strings.ReplaceAll(strings.TrimSpace(shown.String()), "-", "") != opKey {
		t.Error("the key of the settings:", shown.String(), err)
	}
}

// A hall that keeps nothing in a folder makes no key there: several nodes would
// each have their own.
func TestNodesMakeNoKeyOfTheirOwn(t *testing.T) {
	a := &App{Config: readConfig(environment("DATABASE_URL=postgres://h/d", "DUGNAD_JWT_KEYS="+aKey, "DATA_DIR="+filepath.Join(t.TempDir(), "none")))}
	var err error
	if a.plan, err = a.Config.check(); err != nil {
		t.Fatal(err)
	}
	if _, operator, err := a.secrets(); err != nil || operator != "" {
		t.Error(operator, err)
	}
	if _, err := os.Stat(a.Config.DataDir); !os.IsNotExist(err) {
		t.Error("a folder was made:", err)
	}
}
