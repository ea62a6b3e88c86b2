//go:build unix

package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// long names the tests that kill, starve and cut: they run at full size and
// without the race detector, under which SQLite is many times slower. Every
// test is on exactly one side of it.
const long = `^Test(F[0-9][0-9]|Long|Killed)`

// raced are the packages where goroutines meet, or where what they share lies.
var raced = []string{"./room/...", "./hub/...", "./store/...", "./server/..."}

// atOnce is how many packages run side by side: twice the cores of a small machine, since half of them wait for something.
const atOnce = "-p=4"

// parts lists what `make test` runs, in order, one at a time: on two cores
// parts that run side by side only slow each other down, and tests that wait
// for something would wait longer.
func parts() []part {
	return []part{
		{name: "installed", setup: true, run: install},
		{name: "front end, packages", setup: true, run: packages},
		{name: "front end, build", setup: true, run: func(ctx context.Context) result {
			return must(ctx, "web", nil, "npm", "run", "--silent", "build")
		}},
		{name: "the program, build", setup: true, run: program},
		{name: "front end, types", check: true, run: func(ctx context.Context) result {
			return must(ctx, "web", nil, "npm", "run", "--silent", "types")
		}},
		{name: "front end", run: func(ctx context.Context) result { return vitest(ctx) }},
		{name: "go, races", run: func(ctx context.Context) result {
			// Vetted where they are built for `long`: what vet reads is the same.
			return goTests(ctx, nil, append([]string{atOnce, "-race", "-vet=off", "-short", "-skip", long}, raced...)...)
		}},
		{name: "go, long", run: func(ctx context.Context) result {
			return goTests(ctx, nil, append([]string{atOnce, "-run", long}, raced...)...)
		}},
		{name: "go, the rest", run: rest},
		{name: "in a browser", run: func(ctx context.Context) result {
			return vitest(ctx, "--config", "e2e/vitest.config.ts")
		}},
	}
}

// packages installs what web/package-lock.json names, unless it is there.
func packages(ctx context.Context) (r result) {
	lock, err := os.Stat("web/package-lock.json")
	if err != nil {
		r.fail("set-up", err.Error())
		return r
	}
	if have, err := os.Stat(filepath.Join("web", "node_modules", ".package-lock.json")); err == nil && !have.ModTime().Before(lock.ModTime()) {
		return r
	}
	return must(ctx, "web", nil, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
}

// rest runs every package that the race detector has not seen.
func rest(ctx context.Context) (r result) {
	all, said, err := do(ctx, "", nil, "go", "list", "./...")
	if err != nil {
		r.fail("go list ./...", string(said))
		return r
	}
	seen, said, err := do(ctx, "", nil, "go", append([]string{"list"}, raced...)...)
	if err != nil {
		r.fail("go list", string(said))
		return r
	}
	left := slices.DeleteFunc(strings.Fields(string(all)), func(pkg string) bool {
		return slices.Contains(strings.Fields(string(seen)), pkg)
	})
	// Whole evenings are played at the pace of people: six at a time still mostly wait.
	return goTests(ctx, nil, append([]string{atOnce, "-parallel=6"}, left...)...)
}

// program builds what the tests start as a process of its own, once for all of them.
func program(ctx context.Context) (r result) {
	dir, err := os.MkdirTemp("", "dugnad-under-test-")
	if err != nil {
		r.fail("set-up", err.Error())
		return r
	}
	scratch = dir
	binary := filepath.Join(dir, "dugnad")
	os.Setenv("DUGNAD_BIN", binary)
	return must(ctx, "", nil, "go", "build", "-o", binary, "./cmd/dugnad")
}

// scratch is what is gone when the run ends.
var scratch string
