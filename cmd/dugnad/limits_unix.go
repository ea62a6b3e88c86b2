//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// bearLimits makes a file that may not grow further an error that can be told
// of, not a crash.
func bearLimits() { signal.Ignore(syscall.SIGXFSZ) }
