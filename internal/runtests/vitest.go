//go:build unix

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// vitest runs the front end's tests with these arguments and reads the report
// that vitest writes.
func vitest(ctx context.Context, args ...string) (r result) {
	dir, err := os.MkdirTemp("", "runtests")
	if err != nil {
		r.fail("vitest", err.Error())
		return r
	}
	defer os.RemoveAll(dir)
	report := filepath.Join(dir, "report.json")
	all := append([]string{"--no-install", "vitest", "run", "--reporter=json", "--outputFile=" + report}, args...)
	out, said, err := do(ctx, "web", nil, "npx", all...)
	b, missing := os.ReadFile(report)
	if missing != nil {
		r.fail("vitest wrote no report", fmt.Sprintf("%s%s%v", out, said, err))
		return r
	}
	r = readVitest(b)
	if err != nil && r.failed == 0 {
		r.fail("vitest", fmt.Sprintf("%s%s%v", out, said, err))
	}
	return r
}

// vitestReport is the part of vitest's report that we read.
type vitestReport struct {
	TestResults []struct {
		Name, Status, Message string
		AssertionResults      []struct {
			FullName, Status string
			FailureMessages  []string
		}
	}
}

// readVitest counts tests. Whatever did not pass has failed: a test that was
// skipped, put off or never ended, and a file that could not be loaded.
func readVitest(b []byte) (r result) {
	var report vitestReport
	if err := json.Unmarshal(b, &report); err != nil {
		r.fail("vitest's report", "cannot be read: "+err.Error())
		return r
	}
	for _, file := range report.TestResults {
		bad := 0
		for _, test := range file.AssertionResults {
			if test.Status == "passed" {
				r.passed++
				continue
			}
			bad++
			r.fail(fmt.Sprintf("%s: %s (%s)", near(file.Name), test.FullName, test.Status), ours(strings.Join(test.FailureMessages, "\n")))
		}
		if file.Status != "passed" && bad == 0 || len(file.AssertionResults) == 0 {
			r.fail(near(file.Name), ours(file.Message))
		}
	}
	return r
}

// near names a file from where we stand.
func near(path string) string {
	if here, err := os.Getwd(); err == nil {
		return strings.TrimPrefix(path, here+string(filepath.Separator))
	}
	return path
}

// ours leaves out the lines of a trace that lie in other people's code.
func ours(said string) string {
	var kept []string
	for _, line := range strings.Split(said, "\n") {
		if !strings.Contains(line, "/node_modules/") && !strings.HasSuffix(line, "at new Promise (<anonymous>)") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
