//go:build unix

// Command dev is `make dev`: it serves a meeting with people in it, and builds
// and serves again whenever a source file changes. Phones and screens come
// back by themselves, and the meeting goes on where it was.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

const (
	binary  = "bin/dugnad-dev"
	dataDir = "data/dev"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := dev(ctx); err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
}

func dev(ctx context.Context) error {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	before := sources()
	if err := build(ctx, true); err != nil {
		return err
	}
	node, err := start(ctx, port)
	if err != nil {
		return err
	}
	defer func() { node.end() }()
	if err := seed(ctx, "http://localhost:"+port); err != nil {
		return fmt.Errorf("seed a meeting: %w", err)
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(400 * time.Millisecond):
		}
		now := sources()
		if now == before {
			continue
		}
		front := now.front != before.front
		before = now
		if err := build(ctx, front); err != nil {
			fmt.Fprintln(os.Stderr, "dev: still serving what was built before:", err)
			continue
		}
		node.end()
		if node, err = start(ctx, port); err != nil {
			return err
		}
	}
}

// build bundles the front end if it changed, and makes the binary that carries it.
func build(ctx context.Context, front bool) error {
	if front {
		if err := run(ctx, "web", "node", "build.mjs", "--dev"); err != nil {
			return err
		}
	}
	return run(ctx, "", "go", "build", "-o", binary, "./cmd/dugnad")
}

func run(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s %v: %w", name, args, err)
	}
	return nil
}

// stamp changes when a source file does.
type stamp struct{ front, back int64 }

// sources looks at every file that goes into the binary: how many there are
// and when the youngest was written.
func sources() (s stamp) {
	for _, dir := range []string{"cmd", "hub", "migrations", "room", "server", "store", "web"} {
		_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil {
				return nil // it went away while we looked
			}
			if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "dist") {
				return filepath.SkipDir
			}
			info, err := d.Info()
			if err != nil || d.IsDir() {
				return nil
			}
			to := &s.back
			if dir == "web" && filepath.Ext(path) != ".go" {
				to = &s.front
			}
			*to = *to*31 + info.ModTime().UnixNano() + info.Size()
			return nil
		})
	}
	return s
}
