//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// part is one piece of the run. A part of the set-up holds no tests, and what
// comes after it does not run when it fails. A check holds no tests either, and
// stops nobody.
type part struct {
	name         string
	setup, check bool
	run          func(context.Context) result
}

func (p part) tests() bool { return !p.setup && !p.check }

// result is what a part came to. Every failure has a trouble to read.
type result struct {
	passed, failed int
	trouble        []trouble
}

type trouble struct{ name, said string }

func (r *result) fail(name, said string) {
	r.failed++
	r.trouble = append(r.trouble, trouble{name, said})
}

func (r *result) add(o result) {
	r.passed += o.passed
	r.failed += o.failed
	r.trouble = append(r.trouble, o.trouble...)
}

// do runs a command in a folder and gives what it wrote on each stream. The
// command and whatever it started are ended with ctx.
func do(ctx context.Context, dir string, env []string, name string, args ...string) (stdout, stderr []byte, err error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 5 * time.Second
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err = cmd.Run()
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = errors.Join(err, cause)
	}
	if cmd.Process != nil { // nobody that it started may live on
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
	return out.Bytes(), said.Bytes(), err
}

// must is do for the set-up: it has worked, or it is a failure that shows all
// that was said.
func must(ctx context.Context, dir string, env []string, name string, args ...string) (r result) {
	out, said, err := do(ctx, dir, env, name, args...)
	if err != nil {
		r.fail(fmt.Sprint(name, " ", args), fmt.Sprintf("%s%s%v", out, said, err))
	}
	return r
}
