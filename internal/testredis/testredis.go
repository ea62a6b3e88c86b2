//go:build unix

// Package testredis gives tests a Redis of their own: a redis-server on a free
// loopback port that is gone when the test ends.
package testredis

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// URL is the address of a Redis that the test may share with others: what
// REDIS_URL says, or a fresh one.
func URL(t testing.TB) string {
	t.Helper()
	if url := os.Getenv("REDIS_URL"); url != "" {
		return url
	}
	return Start(t).URL
}

// Server is a Redis that a test may kill, pause and start again. It keeps
// nothing on disk, so it is empty after it has been down.
type Server struct {
	URL string // redis://127.0.0.1:port/0
	PID int    // of the process that runs now

	t    testing.TB
	port string
	dir  string
	done chan struct{} // closed when the process is gone
}

// Start gives the test a server nobody else uses, whatever REDIS_URL says.
func Start(t testing.TB) *Server {
	t.Helper()
	if _, err := exec.LookPath("redis-server"); err != nil {
		t.Fatal("redis-server is needed by this test and is not installed (Debian: apt-get install redis-server)")
	}
	s := &Server{t: t, dir: t.TempDir()}
	t.Cleanup(s.Kill)
	var err error
	for range 5 { // somebody may take the port between our asking and our using it
		if s.port, err = freePort(); err != nil {
			break
		}
		if err = s.run(); err == nil {
			s.URL = "redis://127.0.0.1:" + s.port + "/0"
			return s
		}
	}
	t.Fatal(err)
	return nil
}

// Kill ends the process as a power cut would, and returns when it is gone.
// Killing a dead server does nothing.
func (s *Server) Kill() {
	if s.signal(syscall.SIGKILL) {
		<-s.done
	}
}

// Restart starts the server again on the same address, empty.
func (s *Server) Restart() {
	s.t.Helper()
	s.Kill()
	if err := s.run(); err != nil {
		s.t.Fatal(err)
	}
}

// Pause stops the process and leaves its sockets open: a black hole.
func (s *Server) Pause() { s.signal(syscall.SIGSTOP) }

// Resume lets a paused process go on.
func (s *Server) Resume() { s.signal(syscall.SIGCONT) }

// signal reports whether there was a process to tell.
func (s *Server) signal(sig syscall.Signal) bool {
	if s.done == nil {
		return false
	}
	select {
	case <-s.done:
		return false
	default:
		return syscall.Kill(s.PID, sig) == nil
	}
}

// run starts the process and returns when it accepts connections.
func (s *Server) run() error {
	cmd := exec.Command("redis-server", "--bind", "127.0.0.1", "--port", s.port, "--dir", s.dir,
		"--save", "", "--appendonly", "no", "--daemonize", "no")
	cmd.SysProcAttr = diesWithUs()
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("start redis-server: %w", err)
	}
	ready, done := make(chan error, 1), make(chan struct{})
	go func() {
		defer close(done)
		// The kernel ends the child when the thread that started it ends, so
		// that thread is ours until the child is gone.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if err := cmd.Start(); err != nil {
			ready <- fmt.Errorf("start redis-server: %w", err)
			return
		}
		var said strings.Builder
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if strings.Contains(lines.Text(), "Ready to accept connections") {
				ready <- nil
			}
			if said.Len() < 4<<10 {
				said.WriteString(lines.Text() + "\n")
			}
		}
		err := cmd.Wait()
		select {
		case ready <- fmt.Errorf("redis-server ended before it was ready: %v\n%s", err, said.String()):
		default: // it was ready, and has been ended
		}
	}()
	if err := <-ready; err != nil {
		<-done
		return err
	}
	s.PID, s.done = cmd.Process.Pid, done
	return nil
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("find a free port: %w", err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
