package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/url"
	"time"

	"dugnad/internal/guests"
)

// The most that one swarm is: it is for trying a hall, not for breaking one.
const (
	swarmMost  = 1000
	swarmLasts = 3 * time.Hour
)

var errLost = errors.New("something that was acknowledged is not stored")

// swarmInto fills a meeting with simulated people through real sockets. It ends
// when the meeting has, or when its time is out, and fails if anything they
// were told was stored is not.
func swarmInto(ctx context.Context, _ Config, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("swarm", flag.ContinueOnError)
	flags.SetOutput(out)
	code := flags.String("code", "", "the code of the meeting, as it stands on the board")
	n := flags.Int("n", 10, fmt.Sprintf("how many come, at most %d", swarmMost))
	lasts := flags.Duration("for", 15*time.Minute, fmt.Sprintf("how long they stay if the meeting does not end, at most %s", swarmLasts))
	pace := flags.Duration("pace", 2*time.Second, "about how long each thinks between two acts")
	anywhere := flags.Bool("anywhere", false, "also where the address is neither this machine's nor a private one")
	if err := flags.Parse(args); err != nil {
		return err
	}
	bases := flags.Args()
	switch {
	case *code == "" || len(bases) == 0:
		return errors.New("dugnad swarm -code XXXX-XXXX [-n 40] http://localhost:8080 (the address again for each node)")
	case *n < 1 || *n > swarmMost:
		return fmt.Errorf("-n is between 1 and %d", swarmMost)
	case *lasts <= 0 || *lasts > swarmLasts || *pace < 0:
		return fmt.Errorf("-for is at most %s, and -pace not below zero", swarmLasts)
	}
	for _, base := range bases {
		if err := near(ctx, base); err != nil && !*anywhere {
			return err
		}
	}
	ctx, cancel := context.WithTimeout(ctx, *lasts)
	defer cancel()
	fmt.Fprintf(out, "%d simulated people on their way; at most %s, stop with Ctrl-C\n", *n, *lasts)
	c := guests.Crowd{Bases: bases, Code: *code, N: *n, Pace: *pace, Say: func(line string) { fmt.Fprintln(out, line) }}
	sum, err := c.Visit(ctx)
	if err != nil {
		return fmt.Errorf("fill the meeting: %w", err)
	}
	fmt.Fprintf(out, "joined %d, sent %d, acked %d, refused %d, unanswered %d, lost %d\n",
		sum.Joined, sum.Sent, sum.Acked, sum.Refused, sum.Unanswered, sum.Lost)
	switch {
	case sum.Lost > 0:
		return errLost
	case sum.Joined < *n:
		return fmt.Errorf("only %d of %d came in", sum.Joined, *n)
	}
	return nil
}

// near tells whether an address is this machine's or a private one. Nobody
// fills a stranger's meeting by a slip of the keyboard.
func near(ctx context.Context, base string) error {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%q is no address, such as http://localhost:8080", base)
	}
	ips, err := net.DefaultResolver.LookupIP(ctx, "ip", u.Hostname())
	if err != nil {
		return fmt.Errorf("find %s: %w", u.Hostname(), err)
	}
	for _, ip := range ips {
		if !ip.IsLoopback() && !ip.IsPrivate() && !ip.IsLinkLocalUnicast() {
			return fmt.Errorf("%s is %s, which is neither this machine nor a private address; -anywhere if you mean it", u.Hostname(), ip)
		}
	}
	return nil
}
