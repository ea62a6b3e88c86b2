//go:build unix

package main

import "syscall"

// spare is how many bytes are free for us where a folder lies.
func spare(dir string) (free uint64, ok bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, false
	}
	return uint64(s.Bavail) * uint64(s.Bsize), true
}
