//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock or says who is in the way. It goes with the process,
// however that ends.
func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrInUse
	}
	return err
}
