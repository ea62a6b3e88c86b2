package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"syscall"

	"dugnad/server"
	"dugnad/store"
)

// explain says in one sentence what keeps the program from running and what to
// do about it. What it does not know it gives as it came.
func explain(c Config, err error) string {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Sprintf("another program already listens on %s: stop it, or set PORT to another number", c.Addr)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return fmt.Sprintf("this machine has no such address as %s: set ADDR to one it has, or PORT alone", c.Addr)
	case errors.Is(err, store.ErrInUse):
		return fmt.Sprintf("another dugnad already uses the folder %s: stop it, or set DATA_DIR to another folder", c.DataDir)
	case full(err):
		return fmt.Sprintf("the disk with %s is full, or a limit on file sizes is reached: make room and start again; nothing stored is lost", c.DataDir)
	case errors.Is(err, store.ErrUnreadable):
		return fmt.Sprintf("the database in %s is damaged or is not a database: put back a backup, or set DATA_DIR to another folder", c.DataDir)
	case errors.Is(err, store.ErrFsyncOff):
		return "PostgreSQL runs with fsync=off and would lose what it has confirmed: switch fsync on"
	case errors.Is(err, store.ErrUnreachable):
		return "PostgreSQL at DATABASE_URL does not answer: see that it runs, and that the name, user and password are right"
	case errors.Is(err, store.ErrNoDatabase):
		return fmt.Sprintf("there is no database in %s to copy: set DATA_DIR or DATABASE_URL to where the meetings are", c.DataDir)
	case errors.Is(err, store.ErrBadCopy):
		return fmt.Sprintf("the copy is damaged or is no copy, and nothing was put back: take another one (%v)", err)
	case errors.Is(err, store.ErrNewerCopy):
		return "the copy was made by a newer version of dugnad: put it back with that one"
	case errors.Is(err, store.ErrNotEmpty):
		return fmt.Sprintf("there are meetings in %s already, and they are left alone: move the database away, or set %s to an empty one", c.place(), c.placeName())
	case errors.Is(err, store.ErrServing):
		return "a node is connected to the database: stop all of them, and put the copy back before they start"
	case errors.Is(err, server.ErrKeys):
		return fmt.Sprintf("the signing keys in %s cannot be read: put back a backup, or remove the file and let everybody join again", c.file("jwt.keys"))
	case errors.Is(err, store.ErrNotWritable), denied(err) && !listening(err):
		return fmt.Sprintf("no permission to write in %s: give the user who runs dugnad that folder, or set DATA_DIR to another", c.DataDir)
	case denied(err):
		return fmt.Sprintf("no permission to listen on %s: ports below 1024 need it, so set PORT to a higher number", c.Addr)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("a file named in the settings is not there: %v", err)
	}
	return err.Error()
}

// place is where meetings are kept, as it may be told, and placeName the setting.
func (c Config) place() string {
	if c.Database != "" {
		return "the database at DATABASE_URL"
	}
	return c.file("dugnad.db")
}

func (c Config) placeName() string {
	if c.Database != "" {
		return "DATABASE_URL"
	}
	return "DATA_DIR"
}

func full(err error) bool {
	for _, no := range []error{store.ErrDiskFull, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if errors.Is(err, no) {
			return true
		}
	}
	return false
}

func denied(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.EEXIST)
}

// listening tells a refused port from a refused file.
func listening(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "listen"
}
