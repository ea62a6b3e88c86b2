package main

import (
	"bytes"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

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
		{"", []string{"ok  settings", "ok  port", "ok  clock", "ok  store", "ok  disk", "ok  address"}},
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

// What will keep a meeting from going well is NO, and what cannot be seen from here,
// or is no hindrance yet, is a question.
func TestWhatTheDoctorKnowsOfCertificates(t *testing.T) {
	cert, key, _ := certificate(t, "dugnad.example.no") // it ends within the hour
	_, otherKey, _ := certificate(t, "dugnad.example.no")
	proxy := httptest.NewTLSServer(http.NotFoundHandler())
	defer proxy.Close()
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		err   error
		says  string
		doubt bool
	}{
		{certificateFileErr(cert, key, "dugnad.example.no"), "renew it before", true},
		{certificateFileErr(cert, key, "annen.example.no"), "not for annen.example.no", false},
		{certificateFileErr(cert, otherKey, "dugnad.example.no"), "cannot be used", false},
		{second(certificateAt(t.Context(), at)), "will not trust", false},
		{second(certificateAt(t.Context(), &url.URL{Scheme: "https", Host: "127.0.0.1:1"})), "nobody answers", true},
		{resolves(t.Context(), "finnes-ikke.invalid"), "leads nowhere", true},
		{afterBuild(buildTime().Add(-time.Second)), "set the clock", false},
		{enough(diskMin - 1), "MB are free", false},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.says) || errors.As(c.err, new(doubt)) != c.doubt {
			t.Errorf("it says %v; want %q, and a doubt: %v", c.err, c.says, c.doubt)
		}
	}
	if err := errors.Join(afterBuild(buildTime()), enough(diskMin), resolves(t.Context(), "127.0.0.1")); err != nil {
		t.Error(err)
	}
	if free, known := spare(t.TempDir()); !known || free == 0 {
		t.Error(free, known)
	}
}

func certificateFileErr(cert, key, host string) error {
	return second(certificateFile(cert, key, host))
}

func second(_ string, err error) error { return err }
