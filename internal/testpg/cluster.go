//go:build unix

package testpg

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Cluster is a PostgreSQL that a test may crash and start again.
type Cluster struct {
	bin, dir, port string
	as             *syscall.Credential // PostgreSQL will not run as root

	guard *exec.Cmd // nil when the cluster is down
	leash io.WriteCloser
}

// keeper is the shell that holds the server. It waits for a word, and the end
// of the test process is a word too: whatever becomes of the test, no server
// and no directory is left behind.
const keeper = `
dir=$1; shift
"$@" & server=$!
read word
kill -QUIT $server
wait $server
[ "$word" = keep ] || rm -rf "$dir"
`

func newCluster() (*Cluster, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin}
	if c.dir, err = os.MkdirTemp("", "testpg"); err != nil {
		return nil, err
	}
	if os.Getuid() == 0 {
		if c.as, err = somebody(); err == nil {
			err = os.Chown(c.dir, int(c.as.Uid), int(c.as.Gid))
		}
		if err != nil {
			return nil, fmt.Errorf("find somebody else than root to run as: %w", err)
		}
	}
	init := exec.Command(filepath.Join(bin, "initdb"), "--no-sync", "--auth=trust", "--username=postgres",
		"--encoding=UTF8", "--no-locale", "--pgdata="+c.data())
	init.SysProcAttr, init.Dir = &syscall.SysProcAttr{Credential: c.as}, c.dir
	if out, err := init.CombinedOutput(); err != nil {
		os.RemoveAll(c.dir)
		return nil, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return c, nil
}

// URL is the address of the cluster. It stays the same over a crash.
func (c *Cluster) URL() string {
	return "postgres://postgres@127.0.0.1:" + c.port + "/postgres?sslmode=disable"
}

func (c *Cluster) data() string { return filepath.Join(c.dir, "data") }

// Run starts the server and returns when it takes connections.
func (c *Cluster) Run(settings ...string) error {
	if c.port != "" {
		return c.run(settings)
	}
	var err error
	for range 5 { // somebody may take the port between our asking and our using it
		if c.port, err = freePort(); err != nil {
			break
		}
		if err = c.run(settings); err == nil {
			break
		}
	}
	return err
}

// Crash ends the server as a power cut would, without a checkpoint, and
// returns when it is gone.
func (c *Cluster) Crash() { c.end("keep\n") }

func (c *Cluster) remove() {
	c.end("")
	os.RemoveAll(c.dir)
}

func (c *Cluster) end(word string) {
	if c.guard == nil {
		return
	}
	io.WriteString(c.leash, word)
	c.leash.Close()
	c.guard.Wait()
	c.guard = nil
}

func (c *Cluster) run(settings []string) error {
	args := []string{"-c", keeper, "keeper", c.dir, filepath.Join(c.bin, "postgres"), "-D", c.data(),
		"-p", c.port, "-h", "127.0.0.1", "-k", "", "-c", "lc_messages=C",
		"-c", "shared_buffers=16MB", "-c", "max_connections=60"}
	for _, s := range settings {
		args = append(args, "-c", s)
	}
	guard := exec.Command("sh", args...)
	// A group of its own: Ctrl-C is for the test, and the keeper must outlive it.
	guard.SysProcAttr, guard.Dir = &syscall.SysProcAttr{Credential: c.as, Setpgid: true}, c.dir
	leash, err := guard.StdinPipe()
	if err != nil {
		return err
	}
	said, err := guard.StderrPipe()
	if err != nil {
		return err
	}
	if err := guard.Start(); err != nil {
		return fmt.Errorf("start postgres: %w", err)
	}
	c.guard, c.leash = guard, leash
	ready := make(chan error, 1)
	go listen(said, ready)
	select {
	case err = <-ready:
	case <-time.After(time.Minute):
		err = fmt.Errorf("postgres was not ready within a minute")
	}
	if err != nil {
		c.end("keep\n")
	}
	return err
}

// listen reads what the server says until it falls silent, and tells once
// whether it came up.
func listen(said io.Reader, ready chan<- error) {
	for lines := bufio.NewScanner(said); lines.Scan(); {
		var err error
		switch {
		case strings.Contains(lines.Text(), "database system is ready to accept connections"):
		case strings.Contains(lines.Text(), "FATAL:"):
			err = fmt.Errorf("postgres: %s", lines.Text())
		default:
			continue
		}
		select {
		case ready <- err:
		default: // it has told already; a refused client is no news
		}
	}
}

// binaries finds where initdb and postgres lie.
func binaries() (string, error) {
	if at, err := exec.LookPath("initdb"); err == nil {
		if at, err = filepath.EvalSymlinks(at); err == nil {
			return filepath.Dir(at), nil
		}
	}
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin", "/usr/local/opt/postgresql*/bin",
		"/opt/homebrew/opt/postgresql*/bin", "/usr/pgsql-*/bin"} {
		if dirs, _ := filepath.Glob(pattern + "/initdb"); len(dirs) > 0 {
			return filepath.Dir(dirs[len(dirs)-1]), nil
		}
	}
	return "", fmt.Errorf("initdb is not installed (Debian: apt-get install postgresql)")
}

func somebody() (*syscall.Credential, error) {
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
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
