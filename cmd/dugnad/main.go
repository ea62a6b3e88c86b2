// Command dugnad is the whole program: it serves meetings, and looks after
// what a server needs. Here are settings and wiring, nothing else.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"dugnad/server"
)

// command is one word after `dugnad`.
type command struct {
	name, help string
	run        func(ctx context.Context, c Config, args []string, out io.Writer) error
}

func commands() []command {
	return []command{
		{"serve", "serve meetings (what happens without a word)", serve},
		{"config", "show every setting and what it is now; with -md the page docs/config.md", showConfig},
		{"doctor", "look for what would keep a meeting from going well", doctor},
		{"migrate", "bring the database up to this version, and stop", migrate},
		{"backup", "copy all meetings to FILE while they are served; ballots and keys are left out", backup},
		{"restore", "put a copy into an empty database, SQLite or PostgreSQL; -check only reads it", restore},
		{"demo", "play the Vestby meeting; -fast -check compares every number", demo},
		{"swarm", "fill a meeting with simulated people, and see that nothing they were told was stored is lost", swarmInto},
		{"key", "throw dice for DUGNAD_OPERATOR_KEY and DUGNAD_JWT_KEYS; with -show the operator key in use", key},
		{"version", "say which build this is", version},
	}
}

func main() {
	bearLimits()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	c := readConfig(os.Getenv)
	if err := run(ctx, c, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "dugnad: "+explain(c, err))
		os.Exit(1)
	}
}

func run(ctx context.Context, c Config, args []string, out io.Writer) error {
	word := "serve"
	if len(args) > 0 {
		word, args = args[0], args[1:]
	}
	for _, cmd := range commands() {
		if cmd.name != word {
			continue
		}
		if len(args) > 0 && asksHow(args[0]) {
			return cmd.explain(ctx, c, out)
		}
		return cmd.run(ctx, c, args, out)
	}
	fmt.Fprintln(out, "dugnad: a workspace for a live, facilitated meeting")
	for _, cmd := range commands() {
		fmt.Fprintf(out, "  dugnad %-8s %s\n", cmd.name, cmd.help)
	}
	if word == "help" || asksHow(word) {
		return nil
	}
	return fmt.Errorf("there is no command %q", word)
}

// asksHow tells a question from an order: who asks how a server is started has
// not asked for one, and no copy is called --help.
func asksHow(word string) bool { return word == "-h" || word == "-help" || word == "--help" }

func (cmd command) explain(ctx context.Context, c Config, out io.Writer) error {
	fmt.Fprintf(out, "dugnad %s: %s\n", cmd.name, cmd.help)
	if cmd.name == "demo" || cmd.name == "swarm" { // these have flags, and list them
		if err := cmd.run(ctx, c, []string{"-h"}, out); !errors.Is(err, flag.ErrHelp) {
			return err
		}
	}
	_, err := fmt.Fprintln(out, "Settings come from the environment; `dugnad config` shows them all.")
	return err
}

func key(_ context.Context, c Config, args []string, out io.Writer) error {
	if len(args) > 0 && args[0] == "-show" {
		return showKey(c, out)
	}
	operator, err := server.NewKey(rand.Reader)
	if err != nil {
		return err
	}
	jwt, err := server.NewKeys(rand.Reader)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "DUGNAD_OPERATOR_KEY=%s\nDUGNAD_JWT_KEYS=%s\n", operator, jwt)
	return err
}

func version(_ context.Context, _ Config, _ []string, out io.Writer) error {
	_, err := fmt.Fprintln(out, "dugnad "+build())
	return err
}

// build is the commit this binary was made from.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "dev"
}
