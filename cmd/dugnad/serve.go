package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"time"

	"dugnad/server"
)

// serve runs until it is told to stop.
func serve(ctx context.Context, c Config, args []string, out io.Writer) error {
	if len(args) > 0 {
		return fmt.Errorf("serve takes no words, and was given %q: settings come from the environment, and `dugnad config` shows them", args)
	}
	a := &App{Config: c, Say: os.Stderr}
	if err := a.Open(ctx); err != nil {
		return err
	}
	a.greet(out)
	return errors.Join(a.Wait(ctx), a.Close())
}

// greet prints where to go. The address for phones is what people look for.
func (a *App) greet(out io.Writer) {
	var b strings.Builder
	port := a.Addr().(*net.TCPAddr).Port
	fmt.Fprintf(&b, "dugnad %s is ready\n", build())
	if a.plan.open() {
		fmt.Fprintf(&b, "  for everybody      %s\n", a.plan.public)
	} else {
		fmt.Fprintf(&b, "  on this machine    http://localhost:%d\n", port)
		phones := server.HallURLs(a.Config.reachable(), port)
		if a.plan.public != nil {
			phones = []string{a.plan.public.String()}
		}
		for n, url := range phones {
			label := "for phones nearby"
			if n > 0 {
				label = "or"
			}
			fmt.Fprintf(&b, "  %-18s %s\n", label, url)
		}
		if len(phones) == 0 {
			b.WriteString("  for phones nearby  no address found: join a network, let ADDR name none, or set PUBLIC_URL\n")
		}
		b.WriteString("  Hall mode: whoever is on the same network can listen in, as with any http page.\n")
	}
	if a.Clock != nil {
		fmt.Fprintf(&b, "  A demo's clock: it is %s here. PUT http://%s/clock sets it forward.\n", a.Clock.Now().Format(time.RFC3339), a.metricsAt.Addr())
	}
	if a.newOperator != "" {
		needed := "to see all meetings together at /oversikt"
		if a.plan.open() {
			needed = "to make a meeting, and " + needed
		}
		fmt.Fprintf(&b, "  Operator key, needed %s; `dugnad key -show` shows it again: %s\n", needed, grouped(a.newOperator))
	}
	where := "PostgreSQL"
	if a.Config.Database == "" {
		where = a.Config.DataDir
	}
	fmt.Fprintf(&b, "  Meetings are kept in %s. Stop with Ctrl-C.\n", where)
	_, _ = io.WriteString(out, b.String())
}

// grouped writes a key in fours, so that it can be copied by hand.
func grouped(key string) string {
	var parts []string
	for len(key) > 4 {
		parts, key = append(parts, key[:4]), key[4:]
	}
	return strings.Join(append(parts, key), "-")
}

// reachable are the addresses at which other machines find us: where ADDR names
// one, that alone, and none if it is this machine's name for itself.
func (c Config) reachable() []netip.Addr {
	host, _, _ := net.SplitHostPort(c.Addr)
	addr, err := netip.ParseAddr(host)
	switch {
	case host == "localhost" || err == nil && addr.IsLoopback():
		return nil
	case err == nil && !addr.IsUnspecified():
		return []netip.Addr{addr}
	}
	return server.Machine()
}

// portOf is the port in ADDR.
func portOf(addr string) int {
	_, port, _ := net.SplitHostPort(addr)
	n, _ := strconv.Atoi(port)
	return n
}
