package main

import (
	"syscall"
	"unsafe"
)

var freeSpace = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDiskFreeSpaceExW")

// spare is how many bytes are free for us where a folder lies.
func spare(dir string) (free uint64, ok bool) {
	at, err := syscall.UTF16PtrFromString(dir)
	if err != nil {
		return 0, false
	}
	done, _, _ := freeSpace.Call(uintptr(unsafe.Pointer(at)), uintptr(unsafe.Pointer(&free)), 0, 0)
	return free, done != 0
}
