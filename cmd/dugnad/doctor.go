package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"runtime/debug"
	"time"

	"dugnad/server"
	"dugnad/store"
)

// errSick says that the doctor has found something.
var errSick = errors.New("something above will keep a meeting from going well")

// doubt is what the doctor cannot see from here, or what is no hindrance yet.
type doubt struct{ error }

// doctor looks at one thing after another and says how each is: ok, NO for what
// must be mended, and ?? for what somebody should look at.
func doctor(ctx context.Context, c Config, _ []string, out io.Writer) error {
	sick := false
	look := func(what string, err error, well string) {
		mark, says := "ok", well
		if err != nil {
			mark, says = "NO", explain(c, err)
			if errors.As(err, new(doubt)) {
				mark = "??"
			}
			sick = sick || mark == "NO"
		}
		fmt.Fprintf(out, "%s  %-10s %s\n", mark, what, says)
	}
	p, err := c.check()
	look("settings", err, "they hold together")
	if err != nil {
		return errSick
	}
	for _, name := range c.strangers(os.Environ()) {
		look("settings", fmt.Errorf("%s is set, but there is no such setting: see dugnad config", name), "")
	}
	at, err := net.Listen("tcp", c.Addr)
	if err == nil {
		err = at.Close()
	}
	look("port", err, c.Addr+" is free")
	look("clock", afterBuild(time.Now()), "it is "+time.Now().Format(time.RFC3339)+" here")
	s, err := store.Open(ctx, store.Options{URL: c.Database, Dir: c.DataDir})
	if err == nil {
		if hasty := forgets(ctx, s); hasty != nil {
			look("store", hasty, "")
		}
		err = errors.Join(clocks(ctx, s), s.Close())
	}
	look("store", err, "it opens, and its clock and ours agree")
	if free, known := spare(c.DataDir); known {
		look("disk", enough(free), fmt.Sprintf("%d MB are free in %s", free>>20, c.DataDir))
	}
	if c.Redis != "" {
		look("redis", pingRedis(ctx, c.Redis), "it answers")
	}
	if p.mail != nil {
		look("mail", p.mail.Try(ctx), "the mail server lets us in")
	}
	look("pages", frontEnd(), "the front end is built into this binary")
	switch {
	case c.TLSCert != "":
		until, err := certificateFile(c.TLSCert, c.TLSKey, p.public.Hostname())
		look("tls", err, "the certificate is good until "+until)
	case p.open() && c.ACME == "":
		until, err := certificateAt(ctx, p.public)
		look("tls", err, "the certificate of the proxy is good until "+until)
	}
	phones := server.HallURLs(c.reachable(), portOf(c.Addr))
	switch {
	case p.public != nil:
		look("address", resolves(ctx, p.public.Hostname()), p.public.String())
	case len(phones) == 0:
		look("address", errors.New("this machine is on no network where a phone could reach it: join one, or set PUBLIC_URL"), "")
	default:
		look("address", nil, fmt.Sprint("phones can try ", phones, ": open /sjekk on one, in the hall"))
	}
	if sick {
		return errSick
	}
	return nil
}

// clocks compares the database's with ours: timers and cookies go by one each.
func clocks(ctx context.Context, s *store.Store) error {
	now, err := s.Now(ctx)
	if err != nil {
		return err
	}
	if off := time.Since(time.UnixMilli(now)).Abs(); off > 2*time.Second {
		return fmt.Errorf("the database's clock is %v off from this machine's: set both by NTP", off.Round(time.Second))
	}
	return nil
}

// forgets tells of a database that may lose the last moment. That it would lose more
// keeps it from opening.
func forgets(ctx context.Context, s *store.Store) error {
	hasty, err := s.Hasty(ctx)
	if err == nil && hasty {
		err = doubt{errors.New("PostgreSQL runs with synchronous_commit=off: what was acknowledged last is lost when it goes down; switch it on")}
	}
	return err
}

// afterBuild notices a machine that has forgotten what year it is: no time can be
// before this binary was made.
func afterBuild(now time.Time) error {
	if made := buildTime(); now.Before(made) {
		return fmt.Errorf("this machine believes that it is %s, and this program was made later than that: set the clock", now.Format(time.DateOnly))
	}
	return nil
}

var buildTime = func() time.Time {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			made, _ := time.Parse(time.RFC3339, s.Value)
			return made
		}
	}
	return time.Time{}
}

// diskMin is what an evening with pictures, its log of changes and a copy of it take,
// with room to spare.
const diskMin = 512 << 20

func enough(free uint64) error {
	if free < diskMin {
		return fmt.Errorf("only %d MB are free where the data lies: an evening is to have %d", free>>20, diskMin>>20)
	}
	return nil
}

// certSoon is how long before its end a certificate should have been renewed.
const certSoon = 14 * 24 * time.Hour

func certificateFile(cert, key, host string) (until string, err error) {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return "", fmt.Errorf("TLS_CERT and TLS_KEY cannot be used: %w", err)
	}
	leaf, err := x509.ParseCertificate(pair.Certificate[0])
	if err != nil {
		return "", fmt.Errorf("TLS_CERT cannot be used: %w", err)
	}
	return lasts(leaf, host)
}

func lasts(leaf *x509.Certificate, host string) (until string, err error) {
	until = leaf.NotAfter.Format(time.DateOnly)
	switch left := time.Until(leaf.NotAfter); {
	case left < 0:
		return until, fmt.Errorf("the certificate ended on %s: renew it", until)
	case leaf.VerifyHostname(host) != nil:
		return until, fmt.Errorf("the certificate is not for %s, which PUBLIC_URL names", host)
	case left < certSoon:
		return until, doubt{fmt.Errorf("the certificate ends on %s: renew it before a meeting does", until)}
	}
	return until, nil
}

// certificateAt asks whoever speaks TLS for us. From here it may be out of sight, so
// that nobody answers is a doubt; a certificate that is wrong is not.
func certificateAt(ctx context.Context, at *url.URL) (until string, err error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	port := at.Port()
	if port == "" {
		port = "443"
	}
	conn, err := new(tls.Dialer).DialContext(ctx, "tcp", net.JoinHostPort(at.Hostname(), port))
	var wrong *tls.CertificateVerificationError
	switch {
	case errors.As(err, &wrong):
		return "", fmt.Errorf("phones will not trust %s: %v", at.Host, wrong.Err)
	case err != nil:
		return "", doubt{fmt.Errorf("nobody answers at %s from this machine: see that the proxy is up, and that phones reach it", at.Host)}
	}
	defer conn.Close()
	return lasts(conn.(*tls.Conn).ConnectionState().PeerCertificates[0], at.Hostname())
}

// resolves tells whether the name that phones are given leads anywhere.
func resolves(ctx context.Context, host string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if _, err := net.DefaultResolver.LookupHost(ctx, host); err != nil {
		return doubt{fmt.Errorf("the name %s in PUBLIC_URL leads nowhere from this machine: see that it is in DNS", host)}
	}
	return nil
}

func frontEnd() error {
	f, err := pages().Open("index.html")
	if err != nil {
		return errors.New("the front end is not built: make run builds it")
	}
	return f.Close()
}
