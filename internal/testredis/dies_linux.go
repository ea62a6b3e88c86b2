package testredis

import "syscall"

// diesWithUs lets the kernel end the server when the test process ends in a
// way that runs no clean-up, such as a timeout.
func diesWithUs() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
