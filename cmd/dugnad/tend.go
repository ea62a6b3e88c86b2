package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"dugnad/server"
	"dugnad/store"
)

// migrate brings the database up to this version, which serving does too: it
// is for those who want to see it done before they start the nodes.
func migrate(ctx context.Context, c Config, _ []string, out io.Writer) error {
	if _, err := c.check(); err != nil {
		return err
	}
	s, err := store.Open(ctx, store.Options{URL: c.Database, Dir: c.DataDir})
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, "the database is up to date")
	return err
}

// errSick says that the doctor has found something.
var errSick = errors.New("something above will keep a meeting from going well")

// doctor looks at one thing after another and says how each is.
func doctor(ctx context.Context, c Config, _ []string, out io.Writer) error {
	sick := false
	look := func(what string, err error, well string) {
		if err != nil {
			sick = true
			fmt.Fprintf(out, "NO  %-10s %s\n", what, explain(c, err))
			return
		}
		fmt.Fprintf(out, "ok  %-10s %s\n", what, well)
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
	s, err := store.Open(ctx, store.Options{URL: c.Database, Dir: c.DataDir})
	if err == nil {
		err = clocks(ctx, s)
		err = errors.Join(err, s.Close())
	}
	look("store", err, "it opens, and its clock and ours agree")
	if c.Redis != "" {
		look("redis", pingRedis(ctx, c.Redis), "it answers")
	}
	if p.mail != nil {
		look("mail", p.mail.Try(ctx), "the mail server lets us in")
	}
	look("pages", frontEnd(), "the front end is built into this binary")
	phones := server.HallURLs(c.reachable(), portOf(c.Addr))
	switch {
	case p.public != nil:
		look("address", nil, p.public.String())
	case len(phones) == 0:
		look("address", errors.New("this machine is on no network where a phone could reach it: join one, or set PUBLIC_URL"), "")
	default:
		look("address", nil, fmt.Sprint("phones can try ", phones))
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

func frontEnd() error {
	f, err := pages().Open("index.html")
	if err != nil {
		return errors.New("the front end is not built: make run builds it")
	}
	return f.Close()
}
