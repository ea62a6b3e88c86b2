//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// need is a program the tests run against. Nothing that lacks it is skipped:
// it is installed, or the run says what to install and stops.
type need struct {
	what    string
	setting string   // an environment variable that stands in for it
	found   []string // names in PATH, or patterns of where it lies; the first is the best
	debian  []string // packages
	other   string   // what to do elsewhere
	better  bool     // on Debian the best is fetched, though another is there
}

var needs = []need{
	{what: "Node 20 or later with npm", found: []string{"npm"},
		other: "install it from nodejs.org or your package manager"},
	{what: "PostgreSQL", setting: "DATABASE_URL", debian: []string{"postgresql"},
		found: []string{"initdb", "/usr/lib/postgresql/*/bin/initdb", "/usr/local/opt/postgresql*/bin/initdb",
			"/opt/homebrew/opt/postgresql*/bin/initdb", "/usr/pgsql-*/bin/initdb"},
		other: "install PostgreSQL 15 or later, or set DATABASE_URL to a server where databases may be made"},
	{what: "Redis", debian: []string{"redis-server"}, found: []string{"redis-server"},
		other: "install redis-server 7 or later"},
	{what: "hunspell", debian: []string{"hunspell"}, found: []string{"hunspell"}, other: "install hunspell"},
	{what: "hunspell's dictionaries of bokmål and nynorsk", debian: []string{"hunspell-no"}, found: dictionary("nn_NO"),
		other: "lay nb_NO and nn_NO where hunspell looks, in ~/Library/Spelling on a Mac"},
	{what: "hunspell's dictionary of Swedish", debian: []string{"hunspell-sv"}, found: dictionary("sv_SE"),
		other: "lay sv_SE where hunspell looks, in ~/Library/Spelling on a Mac"},
	// The shell is Chromium without its window: the same pages, for half the work.
	{what: "Chromium", setting: "CHROMIUM", debian: []string{"chromium-headless-shell", "fonts-liberation"}, better: true,
		found: []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"},
		other: "install Chromium, or set CHROMIUM to the path of a Chromium or Chrome"},
}

// dictionary is where hunspell finds one.
func dictionary(name string) []string {
	return []string{"/usr/share/hunspell/" + name + ".dic", "/usr/share/myspell/dicts/" + name + ".dic",
		"/Library/Spelling/" + name + ".dic", filepath.Join(os.Getenv("HOME"), "Library/Spelling", name+".dic")}
}

// where tells where a need is met; empty is nowhere.
func (n need) where() string {
	if n.setting != "" && os.Getenv(n.setting) != "" {
		return os.Getenv(n.setting)
	}
	return among(n.found)
}

// met tells whether a need is met, and by the best where we can have that.
func (n need) met(can bool) bool {
	if can && n.better && os.Getenv(n.setting) == "" {
		return among(n.found[:1]) != ""
	}
	return n.where() != ""
}

func among(names []string) string {
	for _, name := range names {
		if at, err := exec.LookPath(name); err == nil {
			return at
		}
		if at, _ := filepath.Glob(name); len(at) > 0 && strings.Contains(name, "/") {
			return at[len(at)-1]
		}
	}
	return ""
}

// install meets every need, on Debian as root by installing, elsewhere by
// saying what is missing.
func install(ctx context.Context) (r result) {
	var lacking, packages []string
	can := debianRoot()
	for _, n := range needs {
		if n.met(can) {
			continue
		}
		if can && n.debian != nil {
			packages = append(packages, n.debian...)
			continue
		}
		lacking = append(lacking, fmt.Sprintf("%s is missing: %s", n.what, n.other))
	}
	if len(lacking) > 0 {
		r.fail("set-up", strings.Join(lacking, "\n"))
		return r
	}
	if len(packages) > 0 {
		env := []string{"DEBIAN_FRONTEND=noninteractive"}
		said := must(ctx, "", env, "apt-get", "update", "-q")
		said.add(must(ctx, "", env, "apt-get", append([]string{"install", "-q", "-y", "--no-install-recommends"}, packages...)...))
		for _, n := range needs {
			if n.where() == "" {
				r.fail("set-up", n.what+" is still missing after the installation")
			}
		}
		if r.failed > 0 {
			r.add(said)
		}
	}
	for _, n := range needs {
		if at := n.where(); at != "" && n.setting == "CHROMIUM" {
			os.Setenv("CHROMIUM", at)
		}
	}
	return r
}

func debianRoot() bool {
	_, err := os.Stat("/etc/debian_version")
	return err == nil && os.Geteuid() == 0
}
