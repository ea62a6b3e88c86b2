//go:build unix

// Command runtests is `make test`: it sets up what the tests need, runs every
// part, says how long each took, and ends with how many tests passed and
// failed. A test that was skipped, and a part that ran nothing, has failed.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// limit bounds the run, so that whoever waits hears of it. FULL=1 asks for
// every kill and every seed, which takes a night.
func limit() time.Duration {
	if os.Getenv("FULL") != "" {
		return 12 * time.Hour
	}
	return 20 * time.Minute
}

func main() {
	only := flag.String("only", "", "run only the parts whose name holds this; set-up is always run")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, limit())
	defer cancel()
	passed, failed := runAll(ctx, os.Stdout, parts(), *only)
	if scratch != "" {
		os.RemoveAll(scratch)
	}
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}

func runAll(ctx context.Context, out *os.File, parts []part, only string) (passed, failed int) {
	began := time.Now()
	broken := false
	for _, p := range parts {
		if !p.setup && !strings.Contains(p.name, only) {
			continue
		}
		var r result
		start := time.Now()
		switch {
		case ctx.Err() != nil:
			r.fail(p.name, "was not run: "+context.Cause(ctx).Error())
		case broken:
			r.fail(p.name, "was not run: the set-up failed")
		default:
			r = p.run(ctx)
			if p.tests() && r.passed+r.failed == 0 {
				r.fail(p.name, "ran no tests")
			}
		}
		broken = broken || p.setup && r.failed > 0
		passed, failed = passed+r.passed, failed+r.failed
		fmt.Fprintln(out, line(p, r, time.Since(start)))
		for _, t := range r.trouble {
			fmt.Fprintf(out, "\n--- %s\n%s\n", t.name, strings.TrimRight(t.said, "\n"))
		}
	}
	fmt.Fprintf(out, "%-22s %37.1f s\n", "all", time.Since(began).Seconds())
	return passed, failed
}

// line is what one part comes to.
func line(p part, r result, took time.Duration) string {
	count := "ready"
	switch {
	case r.failed > 0:
		count = fmt.Sprintf("%d passed, %d FAILED", r.passed, r.failed)
	case p.check:
		count = "in order"
	case p.tests():
		count = fmt.Sprintf("%d passed", r.passed)
	}
	return fmt.Sprintf("%-22s %-28s %8.1f s", p.name, count, took.Seconds())
}
