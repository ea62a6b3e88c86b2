//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// goTests runs `go test -json` with these arguments.
func goTests(ctx context.Context, env []string, args ...string) result {
	all := append([]string{"test", "-json", "-count=1", "-timeout=" + (limit() / 2).String()}, args...)
	out, said, err := do(ctx, "", env, "go", all...)
	r := readGoTests(bytes.NewReader(out))
	if err != nil && r.failed == 0 {
		r.fail("go "+strings.Join(all, " "), fmt.Sprintf("%s%v", said, err))
	}
	return r
}

// event is one line of `go test -json`.
type event struct {
	Action, Package, Test, Output string
	ImportPath, FailedBuild       string
}

// run is what is known of a test, or of a package, whose name has no space.
type run struct {
	end     string // pass, fail, skip; empty when it never ended
	said    strings.Builder
	build   string // the build that failed, for a package
	kids    int    // subtests, which count instead of it
	badKids int
}

// runs files tests under "package test" and packages under their path.
type runs map[string]*run

func (rs runs) of(name string) *run {
	if rs[name] == nil {
		rs[name] = &run{}
	}
	return rs[name]
}

// readGoTests counts tests at their leaves: a test with subtests counts as
// those, a fuzz test with its seeds as one. A skipped test has failed, and so
// has a package that failed, or never ended, without a failing test to blame.
func readGoTests(in io.Reader) (r result) {
	rs, builds := runs{}, runs{}
	for dec := json.NewDecoder(in); ; {
		var e event
		if err := dec.Decode(&e); err == io.EOF {
			break
		} else if err != nil {
			r.fail("go test -json", "gave something else than JSON: "+err.Error())
			break
		}
		if e.Action == "build-output" {
			builds.of(e.ImportPath).said.WriteString(e.Output)
		} else if e.Package != "" {
			rs.note(e)
		}
	}
	names := make([]string, 0, len(rs))
	for name := range rs {
		names = append(names, name)
	}
	slices.Sort(names)
	slices.Reverse(names) // subtests before their test, tests before their package
	for _, name := range names {
		rs.count(name, builds, &r)
	}
	slices.Reverse(r.trouble)
	return r
}

func (rs runs) note(e event) {
	pkg := rs.of(e.Package)
	to := pkg
	if e.Test != "" {
		name := e.Package + " " + e.Test
		if rs[name] == nil && !seed(e.Test) {
			rs.of(above(name)).kids++
		}
		to = rs.of(name)
	}
	switch e.Action {
	case "output":
		to.said.WriteString(e.Output)
	case "pass", "fail", "skip":
		to.end, to.build = e.Action, e.FailedBuild
	}
}

func (rs runs) count(name string, builds runs, r *result) {
	x := rs[name]
	_, test, isTest := strings.Cut(name, " ")
	switch {
	case x.end == "pass":
		if isTest && x.kids == 0 && !seed(test) {
			r.passed++
		}
		return
	case x.end == "skip" && !isTest && x.kids == 0:
		return // a package without tests
	case x.badKids > 0:
		// told already, by what failed inside it
	case x.build != "":
		r.fail(name+" does not build", builds.of(x.build).said.String())
	case x.end == "skip":
		r.fail(name+" was skipped", x.said.String())
	case x.end == "":
		r.fail(name+" never ended", x.said.String())
	default:
		r.fail(name, x.said.String())
	}
	if isTest {
		rs.of(above(name)).badKids++
	}
}

// above is the test a subtest belongs to, or the package of a test.
func above(name string) string {
	pkg, test, _ := strings.Cut(name, " ")
	if i := strings.LastIndexByte(test, '/'); i > 0 {
		return pkg + " " + test[:i]
	}
	return pkg
}

// seed tells an input of a fuzz test from a test.
func seed(test string) bool {
	return strings.HasPrefix(test, "Fuzz") && strings.Contains(test, "/")
}
