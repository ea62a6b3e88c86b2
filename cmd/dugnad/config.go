package main

import (
	"net/url"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// Config is every setting there is, one field each. They come from the
// environment; docs/config.md and `dugnad config` are made from the tags.
// A field marked secret is never printed.
type Config struct {
	Addr       string `env:"ADDR" default:":8080" help:"Where to listen, host:port. With ACME=yes the default is :443."`
	Port       string `env:"PORT" help:"Short for ADDR=:PORT, as hosting services set it. ADDR wins."`
	DataDir    string `env:"DATA_DIR" default:"./data" help:"Folder for the SQLite database, the signing keys and certificates. Made on first start."`
	Database   string `env:"DATABASE_URL" secret:"url" help:"postgres://user:password@host/name. Unset: SQLite in DATA_DIR."`
	Redis      string `env:"REDIS_URL" secret:"url" help:"redis://host:6379/0 (rediss:// for TLS): the bus between several nodes on one PostgreSQL. Unset: one process."`
	PublicURL  string `env:"PUBLIC_URL" help:"https://dugnad.example.no switches on public mode: secure cookies, HSTS, and the operator key for making meetings. http://192.168.1.20:8080 (a private address or a .local name) stays in hall mode and says where phones should go. Unset: hall mode, the address is found."`
	Trusted    string `env:"TRUSTED_PROXIES" help:"Addresses or networks, comma between, whose X-Forwarded-For is believed, such as 10.0.0.0/8."`
	TLSCert    string `env:"TLS_CERT" help:"Certificate file (PEM), together with TLS_KEY, when no proxy speaks TLS for us."`
	TLSKey     string `env:"TLS_KEY" help:"Key file (PEM) of TLS_CERT."`
	ACME       string `env:"ACME" help:"yes: get and renew a certificate from Let's Encrypt for the name in PUBLIC_URL. Port 443 must reach this machine."`
	JWTKeys    string `env:"DUGNAD_JWT_KEYS" secret:"yes" help:"kid:base64,kid:base64, 32 bytes of dice behind each: the first signs cookies, all verify. Unset: made once in DATA_DIR. Required with REDIS_URL, the same on every node."`
	Operator   string `env:"DUGNAD_OPERATOR_KEY" secret:"yes" help:"26 characters that open /oversikt, the page about all meetings, and may make meetings in public mode. Unset: made once in DATA_DIR and printed at the first start; dugnad key -show shows it. Required with PUBLIC_URL and REDIS_URL, the same on every node."`
	Metrics    string `env:"METRICS_ADDR" help:"127.0.0.1:9090: serve /metrics and /debug/pprof on this loopback address, and nowhere else. Unset: off."`
	DemoClock  string `env:"DEMO_CLOCK" help:"2020-11-25T09:00:00+01:00: for a demo, the clock begins here instead of now, and PUT /clock on METRICS_ADDR sets it forward; the people of a rehearsal are ten times as quick. Refused in public mode and without METRICS_ADDR."`
	Owner      string `env:"ORGANISATION" help:"Eksempel kommune: whose meetings these are. Stands on reports and in what an archive is told of them. Unset: not told."`
	SMTP       string `env:"SMTP_URL" secret:"url" help:"smtp://user:password@host:587 (encrypted, or refused), smtps://host:465, or smtp://host:25?starttls=no for a relay on your own network. Sends the answer to those who asked for it, reminders, requests for status, and the way back in. Needs SMTP_FROM and PUBLIC_URL. Unset: no mail is sent, and texts are there to be copied."`
	SMTPFrom   string `env:"SMTP_FROM" help:"Dugnad <dugnad@kommunen.no>: whom letters are from. Replies go there."`
	LogLevel   string `env:"LOG_LEVEL" default:"info" help:"debug, info, warn or error. No level logs what people write, names, codes or keys."`
	MaxSockets string `env:"MAX_SOCKETS" default:"20000" help:"Open websockets before new ones are asked to try another node."`
}

// settings walks over the fields, for reading, printing and describing.
func (c *Config) settings(visit func(field reflect.StructField, value *string)) {
	v := reflect.ValueOf(c).Elem()
	for i := range v.NumField() {
		visit(v.Type().Field(i), v.Field(i).Addr().Interface().(*string))
	}
}

// readConfig fills a Config from the environment.
func readConfig(env func(string) string) Config {
	var c Config
	c.settings(func(f reflect.StructField, value *string) {
		if *value = strings.TrimSpace(env(f.Tag.Get("env"))); *value == "" {
			*value = f.Tag.Get("default")
		}
	})
	switch {
	case env("ADDR") != "":
	case c.Port != "":
		c.Addr = ":" + c.Port
	case c.ACME == "yes":
		c.Addr = ":443"
	}
	return c
}

// shown is a value as it may be printed: a secret not at all, a database's
// address without its password.
func shown(f reflect.StructField, value string) string {
	switch f.Tag.Get("secret") {
	case "yes":
		if value != "" {
			return "(set)"
		}
	case "url":
		if u, err := url.Parse(value); err == nil {
			return u.Redacted()
		}
		return "(set)"
	}
	return value
}

// file is a path in the data folder.
func (c Config) file(name string) string { return filepath.Join(c.DataDir, name) }

// strangers lists what is set that looks like ours but is no setting: a
// misspelt name silently does nothing.
func (c *Config) strangers(environ []string) []string {
	known := []string{}
	c.settings(func(f reflect.StructField, _ *string) { known = append(known, f.Tag.Get("env")) })
	var odd []string
	for _, e := range environ {
		name, _, _ := strings.Cut(e, "=")
		if strings.HasPrefix(name, "DUGNAD_") && !slices.Contains(known, name) {
			odd = append(odd, name)
		}
	}
	return odd
}
