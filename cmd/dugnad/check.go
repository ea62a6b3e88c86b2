package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"dugnad/courier"
	"dugnad/server"
)

// plan is a Config that has been read and found safe.
type plan struct {
	public  *url.URL // PUBLIC_URL, nil when unset
	trusted []netip.Prefix
	keys    *server.Keys // nil: from DATA_DIR
	level   slog.Level
	sockets int
	clock   time.Time     // DEMO_CLOCK, zero when unset
	mail    *courier.SMTP // nil: no mail is sent
}

// open tells whether we stand on the open internet.
func (p plan) open() bool { return p.public != nil && p.public.Scheme == "https" }

// check refuses what is unsafe or cannot work, with one sentence each.
func (c Config) check() (plan, error) {
	p := plan{}
	for _, step := range []func(*plan) error{c.checkAddresses, c.checkTLS, c.checkSecrets, c.checkClock, c.checkMail, c.checkRest} {
		if err := step(&p); err != nil {
			return p, err
		}
	}
	return p, nil
}

func (c Config) checkAddresses(p *plan) error {
	if _, port, err := net.SplitHostPort(c.Addr); err != nil || port == "" {
		return fmt.Errorf("ADDR must be host:port or :port, such as :8080; it is %q", c.Addr)
	}
	if c.PublicURL != "" {
		u, err := url.Parse(c.PublicURL)
		if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Path != "" && u.Path != "/" {
			return errors.New("PUBLIC_URL must be a scheme and a host, such as https://dugnad.example.no")
		}
		if u.Scheme != "https" && (u.Scheme != "http" || !server.InHall(u.Host)) {
			return errors.New("PUBLIC_URL must begin with https:// unless its host is a private address or a .local name: everything said would travel in the open")
		}
		p.public = u
	}
	for _, part := range strings.FieldsFunc(c.Trusted, func(r rune) bool { return r == ',' || r == ' ' }) {
		prefix, err := netip.ParsePrefix(part)
		if addr, single := netip.ParseAddr(part); single == nil {
			prefix, err = addr.Prefix(addr.BitLen())
		}
		if err != nil {
			return fmt.Errorf("TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8; %q is neither", part)
		}
		if prefix.Bits() == 0 {
			return errors.New("TRUSTED_PROXIES must not be the whole internet: anybody could then claim any address")
		}
		p.trusted = append(p.trusted, prefix)
	}
	if c.Metrics != "" && !loopback(c.Metrics) {
		return errors.New("METRICS_ADDR must be a loopback address such as 127.0.0.1:9090: what it serves is for this machine only")
	}
	return nil
}

func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip, parsed := netip.ParseAddr(host)
	return err == nil && (host == "localhost" || parsed == nil && ip.IsLoopback())
}

func (c Config) checkTLS(p *plan) error {
	switch {
	case c.ACME != "" && c.ACME != "yes":
		return errors.New("ACME is yes or unset")
	case (c.TLSCert == "") != (c.TLSKey == ""):
		return errors.New("TLS_CERT and TLS_KEY go together: set both or none")
	case !p.open() && (c.TLSCert != "" || c.ACME != ""):
		return errors.New("TLS_CERT and ACME need PUBLIC_URL=https://…: without it cookies would not be marked secure")
	case c.TLSCert != "" && c.ACME != "":
		return errors.New("TLS_CERT and ACME are two answers to one question: set one")
	case p.open() && c.TLSCert == "" && c.ACME == "" && len(p.trusted) == 0:
		return errors.New("PUBLIC_URL is https, but nothing here speaks TLS: set TRUSTED_PROXIES to the proxy in front, or TLS_CERT and TLS_KEY, or ACME=yes")
	}
	return nil
}

func (c Config) checkSecrets(p *plan) error {
	if c.JWTKeys != "" {
		keys, err := server.ParseKeys(c.JWTKeys)
		if err != nil {
			return errors.New("DUGNAD_JWT_KEYS is not usable: it must be kid:base64,kid:base64 with at least 32 random bytes behind each (head -c 32 /dev/urandom | base64)")
		}
		p.keys = &keys
	}
	switch {
	case c.Redis != "" && c.Database == "":
		return errors.New("REDIS_URL needs DATABASE_URL: several nodes cannot share a SQLite file")
	case c.Redis != "" && c.JWTKeys == "":
		return errors.New("REDIS_URL means several nodes, and they must share DUGNAD_JWT_KEYS: otherwise a seat from one is a stranger to the next")
	case c.Redis != "" && p.open() && c.Operator == "":
		return errors.New("REDIS_URL with PUBLIC_URL means several nodes, and they must share DUGNAD_OPERATOR_KEY")
	case c.Operator != "" && !server.GoodKey(c.Operator):
		return errors.New("DUGNAD_OPERATOR_KEY is too weak: it must be 26 random characters of 0-9 and A-Z without I, L, O and U (dugnad key makes one)")
	}
	return nil
}

func (c Config) checkClock(p *plan) (err error) {
	switch {
	case c.DemoClock == "":
		return nil
	case p.open():
		return errors.New("DEMO_CLOCK is for demos: a server in public mode keeps the real time")
	case c.Metrics == "":
		return errors.New("DEMO_CLOCK needs METRICS_ADDR, where this machine can set the clock")
	}
	if p.clock, err = time.Parse(time.RFC3339, c.DemoClock); err != nil {
		return fmt.Errorf("DEMO_CLOCK must be a time such as 2020-11-25T09:00:00+01:00; it is %q", c.DemoClock)
	}
	return nil
}

func (c Config) checkMail(p *plan) (err error) {
	switch {
	case c.SMTP == "" && c.SMTPFrom == "":
		return nil
	case c.SMTP == "":
		return errors.New("SMTP_FROM does nothing without SMTP_URL")
	case c.SMTPFrom == "":
		return errors.New("SMTP_URL needs SMTP_FROM: whom letters are from")
	case p.public == nil:
		return errors.New("SMTP_URL needs PUBLIC_URL: a link in a letter must lead here tomorrow too")
	}
	if p.mail, err = courier.NewSMTP(c.SMTP, c.SMTPFrom); errors.Is(err, courier.ErrSMTP) {
		return fmt.Errorf("SMTP_URL is not usable: %w", err)
	}
	if err != nil {
		return fmt.Errorf("SMTP_FROM is not usable: %w", err)
	}
	return nil
}

func (c Config) checkRest(p *plan) error {
	if err := p.level.UnmarshalText([]byte(c.LogLevel)); err != nil {
		return fmt.Errorf("LOG_LEVEL is debug, info, warn or error; it is %q", c.LogLevel)
	}
	var err error
	if p.sockets, err = strconv.Atoi(c.MaxSockets); err != nil || p.sockets < 1 {
		return fmt.Errorf("MAX_SOCKETS must be a whole number above 0; it is %q", c.MaxSockets)
	}
	if c.Database != "" && !strings.HasPrefix(c.Database, "postgres://") && !strings.HasPrefix(c.Database, "postgresql://") {
		return errors.New("DATABASE_URL must begin with postgres://; leave it out to use SQLite in DATA_DIR")
	}
	if c.Redis != "" && !strings.HasPrefix(c.Redis, "redis://") && !strings.HasPrefix(c.Redis, "rediss://") {
		return errors.New("REDIS_URL must begin with redis:// or rediss://")
	}
	return nil
}
