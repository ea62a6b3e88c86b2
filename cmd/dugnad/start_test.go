package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/store"
)

// What keeps the program from starting is told in one sentence that says what
// to do, by the real binary, which then ends with an error.
func TestOneSentenceForWhatKeepsItFromStarting(t *testing.T) {
	dugnad := built(t)
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	inUse := node(t, Config{})
	for name, c := range map[string]struct {
		env     []string
		before  func(dir string)
		nobody  bool // as a user who owns nothing
		says    string
		remedy  string
		command string
	}{
		"port in use": {env: []string{"ADDR=" + taken.Addr().String()}, says: "already listens on " + taken.Addr().String(), remedy: "PORT"},
		"second process": {env: []string{"DATA_DIR=" + inUse.Config.DataDir}, says: "another dugnad already uses the folder " + inUse.Config.DataDir,
			remedy: "DATA_DIR"},
		"no write access":         {nobody: true, says: "no permission to write in", remedy: "DATA_DIR"},
		"a file for a folder":     {before: func(dir string) { write(t, dir, "x") }, says: "no permission to write in", remedy: "DATA_DIR"},
		"unreadable database":     {before: func(dir string) { write(t, dir+"/dugnad.db", strings.Repeat("nonsense ", 2000)) }, says: "damaged or is not a database", remedy: "backup"},
		"unreadable keys":         {before: func(dir string) { write(t, dir+"/jwt.keys", "k1:nonsense") }, says: "the signing keys in", remedy: "backup"},
		"database does not reply": {env: []string{"DATABASE_URL=postgres://u:verysecret@127.0.0.1:1/d"}, says: "does not answer", remedy: "DATABASE_URL"},
		"certificate missing":     {env: []string{"PUBLIC_URL=https://dugnad.example.no", "TLS_CERT=/none/a.pem", "TLS_KEY=/none/b.pem"}, says: "/none/a.pem", remedy: "settings"},
		"unsafe":                  {env: []string{"PUBLIC_URL=https://dugnad.example.no"}, says: "nothing here speaks TLS", remedy: "TRUSTED_PROXIES"},
		"weak key":                {env: []string{"DUGNAD_JWT_KEYS=k1:c2VjcmV0"}, says: "DUGNAD_JWT_KEYS is not usable", remedy: "urandom"},
		"no such command":         {command: "serv", says: `there is no command "serv"`, remedy: ""},
		"migrate beside a server": {command: "migrate", env: []string{"DATA_DIR=" + inUse.Config.DataDir}, says: "another dugnad already uses", remedy: "DATA_DIR"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			if c.before != nil {
				c.before(dir)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, dugnad, strings.Fields(c.command)...)
			cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "ADDR=127.0.0.1:0", "DATA_DIR=" + dir}, c.env...)
			if c.nobody {
				beNobody(t, cmd, dir, dugnad)
			}
			text, status := lastWords(t, cmd)
			if status != 1 || !oneSentence(text, c.says, c.remedy) {
				t.Errorf("it ends with %d and says %q", status, text)
			}
			if strings.Contains(text, "verysecret") || strings.Contains(text, "c2VjcmV0") {
				t.Error("it tells a secret")
			}
		})
	}
}

// lastWords runs a command that is to fail, and gives what it says and how it
// ends.
func lastWords(t *testing.T, cmd *exec.Cmd) (text string, status int) {
	t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	err := cmd.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		t.Errorf("it ended with %v", err)
		return said.String(), 0
	}
	return said.String(), exit.ExitCode()
}

func oneSentence(text string, parts ...string) bool {
	for _, part := range parts {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return strings.Count(text, "\n") == 1 && strings.HasPrefix(text, "dugnad: ")
}

// A disk that is full is told of, whether the machine says so or the database,
// and nothing is left that keeps the next start from going well.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	for name, run := range map[string]func() (string, bool){"disk": func() (string, bool) { return onTinyDisk(t, dir) }, "database": func() (string, bool) {
		_, err := store.Open(t.Context(), store.Options{Dir: dir, MaxBytes: 48 << 10})
		return "dugnad: " + explain(Config{DataDir: dir}, err) + "\n", true
	}} {
		if text, ran := run(); ran && !oneSentence(text, "the disk with "+dir+" is full", "make room") {
			t.Errorf("%s: it says %q", name, text)
		}
	}
	a := &App{Config: Config{Addr: "127.0.0.1:0", DataDir: dir, LogLevel: "warn", MaxSockets: "10"}}
	if err := errors.Join(a.Open(t.Context()), a.Close()); err != nil {
		t.Error("when there is room again:", err)
	}
}

// onTinyDisk runs the binary with its data on a disk of 48 KiB, on machines
// where one may be mounted.
func onTinyDisk(t *testing.T, dir string) (text string, ran bool) {
	own := "-m"
	if os.Geteuid() != 0 {
		own = "-rm"
	}
	mount := `mount -t tmpfs -o size=48k none "$DATA_DIR"`
	env := []string{"PATH=" + os.Getenv("PATH"), "ADDR=127.0.0.1:0", "DATA_DIR=" + dir}
	try := exec.CommandContext(t.Context(), "unshare", own, "sh", "-c", mount)
	if try.Env = env; try.Run() != nil {
		return "", false
	}
	cmd := exec.CommandContext(t.Context(), "unshare", own, "sh", "-c", mount+`; exec "$0"`, built(t))
	cmd.Env = env
	text, status := lastWords(t, cmd)
	if status != 1 {
		t.Errorf("it ends with %d", status)
	}
	return text, true
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// beNobody runs a command as somebody who may not write in dir. Root may write
// everywhere, so root becomes another user; anybody else is locked out as they
// are.
func beNobody(t *testing.T, cmd *exec.Cmd, dir, binary string) {
	t.Helper()
	if err := os.Mkdir(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() != 0 {
		return
	}
	for _, path := range []string{dir, binary} {
		for at := filepath.Dir(path); at != os.TempDir() && at != "/"; at = filepath.Dir(at) {
			if err := os.Chmod(at, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

// A full disk is known by the machine's own word for it, too.
func TestFullDiskIsKnown(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	_, err = full.WriteString("x")
	if text := explain(Config{DataDir: "./data"}, err); !strings.Contains(text, "./data is full") {
		t.Error(text)
	}
}

// The binary answers on an empty folder, and when it is told to stop it tells
// its people to move and ends without an error.
// Who asks how is told, and nothing is started, copied or made.
func TestAsksHow(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	c := readConfig(environment("ADDR=127.0.0.1:0", "DATA_DIR="+dir))
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // a server that did start would stop at once, and have made its directory
	for _, cmd := range commands() {
		for _, ask := range []string{"-h", "-help", "--help"} {
			var out strings.Builder
			if err := run(ctx, c, []string{cmd.name, ask}, &out); err != nil || !strings.Contains(out.String(), cmd.help) {
				t.Errorf("dugnad %s %s: %v, %q", cmd.name, ask, err, out.String())
			}
		}
	}
	if err := run(ctx, c, []string{"serve", "8081"}, io.Discard); err == nil || !strings.Contains(err.Error(), "8081") {
		t.Errorf("serve with a word it does not know: %v", err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("something was started: %v", err)
	}
}

func TestStartsAndStops(t *testing.T) {
	t.Parallel()
	p := &process{t: t, binary: built(t), env: []string{"ADDR=" + freeAddress(t), "DATA_DIR=" + filepath.Join(t.TempDir(), "data"), "LOG_LEVEL=warn"}}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p.start(ctx)
	url := "http://" + strings.TrimPrefix(p.env[0], "ADDR=")
	resp, err := http.Get(url + "/healthz")
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatal(resp, err)
	}
	resp.Body.Close()
	lead := phone.New(url)
	if _, err := lead.Make(ctx, map[string]any{"title": "Vi rigger ned"}); err != nil {
		t.Fatal(err)
	}
	gone := make(chan error, 1)
	go func() { gone <- lead.Run(ctx) }()
	if err := lead.Until(ctx, "the meeting", func(v phone.View) bool { return v.Has("meeting") }); err != nil {
		t.Fatal(err)
	}
	cmd := p.cmd
	p.cmd = nil
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Error("it ended with", err)
		}
	case <-time.After(20 * time.Second):
		_ = cmd.Process.Kill() // it is to be gone in fifteen
		t.Fatal("it does not stop")
	}
	if frames := lead.Frames(); !strings.Contains(frames, `"t":"move"`) {
		t.Error("nobody was told to move")
	}
	cancel()
	<-gone
}

// TestA37Listener: what the operator watches is on its own listener.
func TestA37Listener(t *testing.T) {
	a := node(t, Config{Metrics: "127.0.0.1:0"})
	for url, want := range map[string]int{a.url() + "/metrics": 404, a.url() + "/debug/pprof/": 404,
		"http://" + a.metricsAt.Addr().String() + "/metrics": 200, "http://" + a.metricsAt.Addr().String() + "/debug/pprof/": 200,
		"http://" + a.metricsAt.Addr().String() + "/healthz": 404} {
		resp, err := http.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%s: %d", url, resp.StatusCode)
		}
	}
}

// TestA20SlowHeaders: whoever opens a connection and dawdles is cut off, and
// nobody waits behind them.
func TestA20SlowHeaders(t *testing.T) {
	t.Parallel() // it is nothing but waiting
	a := node(t, Config{})
	var slow []net.Conn
	for range 50 {
		conn, err := net.Dial("tcp", a.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\nX-"); err != nil {
			t.Fatal(err)
		}
		slow = append(slow, conn)
	}
	resp, err := http.Get(a.url() + "/healthz")
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatal("somebody waits behind the slow:", err)
	}
	resp.Body.Close()
	for _, conn := range slow {
		_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.ReadAll(conn); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatal("a dawdler is still held")
		}
	}
}

// BenchmarkStart is from nothing to the first answer on an empty folder. More
// than a second is worrying.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		a := &App{Config: Config{Addr: "127.0.0.1:0", DataDir: b.TempDir(), LogLevel: "warn", MaxSockets: "10"}}
		if err := a.Open(b.Context()); err != nil {
			b.Fatal(err)
		}
		resp, err := http.Get(a.url() + "/healthz")
		if err != nil {
			b.Fatal(err)
		}
		resp.Body.Close()
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
