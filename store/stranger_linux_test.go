package store

import (
	"os"
	"runtime"
	"syscall"
	"testing"
)

// asStranger does something as a user who owns nothing, because root may write
// everywhere. Anybody else need not pretend.
func asStranger(t *testing.T, do func()) {
	t.Helper()
	if os.Getuid() != 0 {
		do()
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // never unlocked: the thread ends with us, stranger and all
		if _, _, no := syscall.RawSyscall(syscall.SYS_SETFSUID, 65534, 0, 0); no != 0 {
			t.Error(no)
			return
		}
		do()
	}()
	<-done
}
