package main

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"dugnad/server"
)

func environment(pairs ...string) func(string) string {
	m := map[string]string{}
	for _, p := range pairs {
		name, value, _ := strings.Cut(p, "=")
		m[name] = value
	}
	return func(name string) string { return m[name] }
}

const (
	aKey  = "k1:3q2+796tvu/erb7v3q2+7wABAgMEBQYHCAkKCwwNDg8="
	opKey = "7GK2MX4Q9ZT0VWRB5NCDHJ3E8A"
)

// TestConfigPage: the page in docs is what the code says. `go generate
// ./cmd/dugnad` makes it anew.
func TestConfigPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/config.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(page) != configPage() {
		t.Error("docs/config.md is stale: run go generate ./cmd/dugnad")
	}
}

// Every setting says what it does, and no two share a name.
func TestSettings(t *testing.T) {
	names := map[string]bool{}
	var c Config
	c.settings(func(f reflect.StructField, _ *string) {
		name := f.Tag.Get("env")
		if name == "" || names[name] || len(f.Tag.Get("help")) < 20 {
			t.Errorf("%s: %q", f.Name, f.Tag)
		}
		names[name] = true
	})
}

// What is safe starts; what is not says why, in one sentence that names the
// setting. A38.
func TestA38Settings(t *testing.T) {
	const public, proxy = "PUBLIC_URL=https://dugnad.example.no", "TRUSTED_PROXIES=10.0.0.0/8"
	for _, c := range []struct{ env, says string }{
		{"", ""},
		{"PORT=9000", ""},
		{"PUBLIC_URL=http://192.168.1.20:8080", ""},
		{public + " " + proxy, ""},
		{public + " ACME=yes", ""},
		{public + " TLS_CERT=a TLS_KEY=b", ""},
		{"DATABASE_URL=postgres://h/d REDIS_URL=redis://r DUGNAD_JWT_KEYS=" + aKey, ""},
		{public + " " + proxy + " DATABASE_URL=postgres://h/d REDIS_URL=redis://r DUGNAD_JWT_KEYS=" + aKey + " DUGNAD_OPERATOR_KEY=" + opKey, ""},
		{public, "PUBLIC_URL"},
		{"PUBLIC_URL=http://dugnad.example.no", "PUBLIC_URL"},
		{"PUBLIC_URL=dugnad.example.no", "PUBLIC_URL"},
		{"PUBLIC_URL=https://dugnad.example.no/sub", "PUBLIC_URL"},
		{"PUBLIC_URL=https://user:pass@dugnad.example.no", "PUBLIC_URL"},
		{"ADDR=8080", "ADDR"},
		{"TRUSTED_PROXIES=proxy", "TRUSTED_PROXIES"},
		{"TRUSTED_PROXIES=0.0.0.0/0", "TRUSTED_PROXIES"},
		{"METRICS_ADDR=:9090", "METRICS_ADDR"},
		{"METRICS_ADDR=192.168.1.2:9090", "METRICS_ADDR"},
		{"METRICS_ADDR=127.0.0.1:9090", ""},
		{"METRICS_ADDR=127.0.0.1:9090 DEMO_CLOCK=2020-11-25T09:00:00+01:00", ""},
		{"DEMO_CLOCK=2020-11-25T09:00:00+01:00", "METRICS_ADDR"},
		{"METRICS_ADDR=127.0.0.1:9090 DEMO_CLOCK=yesterday", "DEMO_CLOCK"},
		{public + " " + proxy + " METRICS_ADDR=127.0.0.1:9090 DEMO_CLOCK=2020-11-25T09:00:00+01:00", "DEMO_CLOCK"},
		{"ACME=yes", "ACME"},
		{"ACME=maybe", "ACME"},
		{public + " TLS_CERT=a", "TLS_CERT"},
		{"TLS_CERT=a TLS_KEY=b", "TLS_CERT"},
		{public + " ACME=yes TLS_CERT=a TLS_KEY=b", "TLS_CERT"},
		{"DUGNAD_JWT_KEYS=changeme", "DUGNAD_JWT_KEYS"},
		{"DUGNAD_JWT_KEYS=k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "DUGNAD_JWT_KEYS"},
		{"DUGNAD_OPERATOR_KEY=changeme", "DUGNAD_OPERATOR_KEY"},
		{"DUGNAD_OPERATOR_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAA", "DUGNAD_OPERATOR_KEY"},
		{"REDIS_URL=redis://r", "REDIS_URL"},
		{"DATABASE_URL=postgres://h/d REDIS_URL=redis://r", "DUGNAD_JWT_KEYS"},
		{public + " " + proxy + " DATABASE_URL=postgres://h/d REDIS_URL=redis://r DUGNAD_JWT_KEYS=" + aKey, "DUGNAD_OPERATOR_KEY"},
		{"DATABASE_URL=mysql://h/d", "DATABASE_URL"},
		{"DATABASE_URL=postgres://h/d REDIS_URL=http://r DUGNAD_JWT_KEYS=" + aKey, "REDIS_URL"},
		{"LOG_LEVEL=loud", "LOG_LEVEL"},
		{"MAX_SOCKETS=none", "MAX_SOCKETS"},
		{"MAX_SOCKETS=0", "MAX_SOCKETS"},
	} {
		_, err := readConfig(environment(strings.Fields(c.env)...)).check()
		switch {
		case c.says == "" && err != nil:
			t.Errorf("%s: %v", c.env, err)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: %v", c.env, err)
		}
	}
}

func TestWhereToListen(t *testing.T) {
	for env, want := range map[string]string{
		"": ":8080", "PORT=9000": ":9000", "ADDR=127.0.0.1:1": "127.0.0.1:1", "ADDR=:1 PORT=2": ":1",
		"ACME=yes": ":443", "ACME=yes PORT=8443": ":8443",
	} {
		if got := readConfig(environment(strings.Fields(env)...)).Addr; got != want {
			t.Errorf("%s: %s", env, got)
		}
	}
}

// Printing the settings shows no secret.
func TestConfigHidesSecrets(t *testing.T) {
	c := readConfig(environment("DATABASE_URL=postgres://me:verysecret@h/d", "REDIS_URL=redis://:verysecret@r", "DUGNAD_JWT_KEYS="+aKey,
		"DUGNAD_OPERATOR_KEY="+opKey))
	var out bytes.Buffer
	if err := showConfig(t.Context(), c, nil, &out); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"verysecret", aKey[3:], opKey} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%q is printed", secret)
		}
	}
	for _, name := range []string{"ADDR", "PORT", "DATA_DIR", "DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "postgres://me:xxxxx@h/d"} {
		if !strings.Contains(out.String(), name) {
			t.Errorf("%q is not printed", name)
		}
	}
}

func TestStrangers(t *testing.T) {
	c := Config{}
	if got := c.strangers([]string{"DUGNAD_JWT_KEY=x", "DUGNAD_JWT_KEYS=x", "HOME=/"}); len(got) != 1 || got[0] != "DUGNAD_JWT_KEY" {
		t.Error(got)
	}
}

// An address that no phone can reach is not given to phones.
func TestOnlyWhatCanBeReachedIsAdvertised(t *testing.T) {
	for addr, want := range map[string]string{"127.0.0.1:8080": "[]", "localhost:8080": "[]", "[::1]:8080": "[]", "192.168.1.20:8080": "[192.168.1.20]",
		":8080": fmt.Sprint(server.Machine()), "0.0.0.0:8080": fmt.Sprint(server.Machine())} {
		if got := fmt.Sprint(Config{Addr: addr}.reachable()); got != want {
			t.Errorf("%s: %s, not %s", addr, got, want)
		}
	}
}
