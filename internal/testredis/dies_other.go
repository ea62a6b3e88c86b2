//go:build unix && !linux

package testredis

import "syscall"

// diesWithUs has no counterpart here: a test process that is killed leaves its
// server behind.
func diesWithUs() *syscall.SysProcAttr { return nil }
