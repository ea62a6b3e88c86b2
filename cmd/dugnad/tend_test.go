package main

import (
	"bytes"
	"errors"
	"net"
	"strings"
	"testing"

	"dugnad/internal/testredis"
)

// settle is a Config as the environment would give it.
func settle(t *testing.T, pairs ...string) Config {
	t.Helper()
	return readConfig(environment(append([]string{"ADDR=127.0.0.1:0", "DATA_DIR=" + t.TempDir(), "PUBLIC_URL=http://192.168.1.20:8080"}, pairs...)...))
}

// The doctor looks at one thing after another, and one that is sick does not
// hide the next.
func TestDoctor(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, c := range []struct {
		env   string
		lines []string
	}{
		{"", []string{"ok  settings", "ok  port", "ok  store", "ok  address"}},
		{"ADDR=" + taken.Addr().String(), []string{"ok  settings", "NO  port", "ok  store"}},
		{"METRICS_ADDR=:1", []string{"NO  settings"}},
		{"DATABASE_URL=postgres://u:verysecret@127.0.0.1:1/d REDIS_URL=redis://127.0.0.1:1 DUGNAD_JWT_KEYS=" + aKey,
			[]string{"ok  settings", "NO  store", "NO  redis"}},
		{"DATABASE_URL=postgres://u:verysecret@127.0.0.1:1/d REDIS_URL=" + testredis.URL(t) + " DUGNAD_JWT_KEYS=" + aKey,
			[]string{"NO  store", "ok  redis"}},
	} {
		var out bytes.Buffer
		err := doctor(t.Context(), settle(t, strings.Fields(c.env)...), nil, &out)
		for _, line := range c.lines {
			if !strings.Contains(out.String(), line) {
				t.Errorf("%s: no %q in\n%s", c.env, line, out.String())
			}
			if strings.HasPrefix(line, "NO") && !errors.Is(err, errSick) {
				t.Errorf("%s: it ends with %v", c.env, err)
			}
		}
		if strings.Contains(out.String(), "verysecret") {
			t.Error("the doctor tells the password")
		}
	}
}

// The dice give keys that the settings take.
func TestThrownKeysAreTaken(t *testing.T) {
	var out bytes.Buffer
	if err := key(t.Context(), Config{}, nil, &out); err != nil {
		t.Fatal(err)
	}
	if _, err := settle(t, strings.Fields(out.String())...).check(); err != nil {
		t.Error(err, out.String())
	}
}

// Migrating an empty folder makes a database that serving can open.
func TestMigrate(t *testing.T) {
	c := settle(t)
	var out bytes.Buffer
	if err := migrate(t.Context(), c, nil, &out); err != nil || !strings.Contains(out.String(), "up to date") {
		t.Fatal(out.String(), err)
	}
	a := &App{Config: c}
	if err := errors.Join(a.Open(t.Context()), a.Close()); err != nil {
		t.Error(err)
	}
}
