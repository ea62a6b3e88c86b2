package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"dugnad/internal/vestby"
)

// urls is a flag that can be given several times.
type urls []string

func (u *urls) String() string     { return fmt.Sprint(*u) }
func (u *urls) Set(s string) error { *u = append(*u, s); return nil }

// demo plays the acceptance meeting through real sockets: on servers that run
// already, or on one of its own that is gone afterwards.
func demo(ctx context.Context, c Config, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("demo", flag.ContinueOnError)
	flags.SetOutput(out)
	var nodes, clocks urls
	flags.Var(&nodes, "url", "a server that runs; give it again for each node (default: one of its own)")
	flags.Var(&clocks, "clock", "with -url: where the server's clock is set (its METRICS_ADDR, with DEMO_CLOCK); again for each node. Without, the year after is left out")
	fast := flags.Bool("fast", false, "as fast as it goes, instead of a pace one can watch")
	stay := flags.Bool("stay", false, "with -fast: keep the server of its own open afterwards, to look around in")
	check := flags.Bool("check", false, "compare every expected number and print it; exit 1 if one is wrong")
	code := flags.String("code", "", "with -url, -key and -board: only the people come, to a meeting that somebody leads in the panel")
	key := flags.String("key", "", "with -code: the meeting's recovery key")
	boardKey := flags.String("board", "", "with -code: the board's key")
	wait := flags.Duration("wait", 20*time.Second, "time to open the screens before it begins; none with -fast")
	if err := flags.Parse(args); err != nil {
		return err
	}
	own := len(nodes) == 0
	if own {
		if *fast && !*stay {
			c.Addr = "127.0.0.1:0" // nobody watches
		}
		url, clock, stop, err := demoServer(ctx, c, out)
		if err != nil {
			return err
		}
		defer stop()
		nodes, clocks = urls{url}, urls{clock}
	}
	n := &vestby.Night{Nodes: nodes, Clocks: clocks, Say: func(line string) { fmt.Fprintln(out, line) }}
	if *code != "" {
		n.Led, n.Made.Code, n.Made.Key, n.Made.Board = true, *code, *key, *boardKey
	}
	if *fast {
		*wait = 0
	} else {
		n.Pace = 700 * time.Millisecond
	}
	n.Ready = func(ctx context.Context) error {
		fmt.Fprintf(out, "  board        %s/tavle/%s#%s\n  facilitator  %s/led/%s#%s\n  phones       %s/#%s\n", nodes[0], n.Made.Room, n.Made.Board,
			nodes[0], n.Made.Room, n.Made.Key, nodes[0], n.Made.Code)
		select {
		case <-time.After(*wait):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	defer n.Leave()
	if err := n.Play(ctx); err != nil {
		return fmt.Errorf("play the demo: %w", err)
	}
	if *check {
		if err := report(n, out); err != nil {
			return err
		}
	}
	if own && *fast && !*stay {
		fmt.Fprintln(out, "  The server closed with the demo, and the links above lead nowhere. To look around: dugnad demo -fast -stay")
		return nil
	}
	if n.Made.Follow != "" {
		fmt.Fprintf(out, "  follow-up    %s/oppfolging/%s#%s\n", nodes[0], n.Made.Room, n.Made.Follow)
	}
	if own {
		fmt.Fprintln(out, "  The screens stay open. Stop with Ctrl-C.")
		<-ctx.Done()
	}
	return nil
}

// report prints what was compared, and is an error if anything was otherwise.
func report(n *vestby.Night, out io.Writer) error {
	for _, f := range n.Found {
		if f.Right() {
			fmt.Fprintf(out, "ok    %s: %s\n", f.What, f.Got)
		} else {
			fmt.Fprintf(out, "WRONG %s: %s, expected %s\n", f.What, f.Got, f.Want)
		}
	}
	if wrong := len(n.Failed()); wrong > 0 {
		return fmt.Errorf("%d of %d numbers are wrong", wrong, len(n.Found))
	}
	fmt.Fprintf(out, "all %d numbers are as expected\n", len(n.Found))
	return nil
}

// demoServer is a server in a folder that goes with it.
func demoServer(ctx context.Context, c Config, out io.Writer) (url, clock string, stop func(), err error) {
	dir, err := os.MkdirTemp("", "dugnad-demo-")
	if err != nil {
		return "", "", nil, fmt.Errorf("make a folder for the demo: %w", err)
	}
	c.DataDir, c.PublicURL, c.LogLevel = dir, "", "warn"
	c.Metrics, c.DemoClock = "127.0.0.1:0", vestby.Begins
	a := &App{Config: c, Say: out}
	if err := a.Open(ctx); err != nil {
		return "", "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	url, clock = fmt.Sprintf("http://localhost:%d", a.Addr().(*net.TCPAddr).Port), "http://"+a.metricsAt.Addr().String()
	return url, clock, func() { _ = errors.Join(a.Close(), os.RemoveAll(dir)) }, nil
}
