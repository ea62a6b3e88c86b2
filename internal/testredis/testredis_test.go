//go:build unix

package testredis

import (
	"bufio"
	"fmt"
	"net"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"
)

// ask sends one inline command and gives the first line of the answer.
func ask(t *testing.T, s *Server, line string) (string, error) {
	t.Helper()
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	c, err := net.Dial("tcp", u.Host)
	if err != nil {
		return "", err
	}
	defer c.Close()
	fmt.Fprintf(c, "%s\r\n", line)
	answer, err := bufio.NewReader(c).ReadString('\n')
	return strings.TrimSpace(answer), err
}

func TestServerLivesDiesAndComesBackEmpty(t *testing.T) {
	s := Start(t)
	if got, err := ask(t, s, "SET k v"); got != "+OK" {
		t.Fatalf("SET: %q, %v", got, err)
	}
	s.Kill()
	s.Kill() // a dead server bears it
	if got, err := ask(t, s, "PING"); err == nil {
		t.Fatalf("a killed server answered %q", got)
	}
	s.Restart()
	if got, err := ask(t, s, "GET k"); got != "$-1" {
		t.Fatalf("GET after a restart: %q, %v; want nothing there", got, err)
	}
}

func TestNobodyIsLeftWhenTheTestEnds(t *testing.T) {
	var pid int
	t.Run("uses a server", func(t *testing.T) { pid = Start(t).PID })
	if err := syscall.Kill(pid, 0); err == nil {
		t.Fatalf("redis-server %d outlived its test", pid)
	}
}

func TestURLIsTheOneConfigured(t *testing.T) {
	t.Setenv("REDIS_URL", "redis://example.test:1/2")
	if got := URL(t); got != os.Getenv("REDIS_URL") {
		t.Fatalf("URL() = %q", got)
	}
}
