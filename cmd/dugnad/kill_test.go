package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/store"
)

const (
	killWriters = 20
	killEach    = 50 // 1,000 commands in all
	kills       = 3
)

// TestKilledInTheMiddleOfAThousandCommands: the process is killed without a
// word while twenty people write, and started again. Everything acknowledged is
// in the log, everything is there exactly once, and the phones went on by
// themselves.
func TestKilledInTheMiddleOfAThousandCommands(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) { killAndGoOn(t, "", "") })
	t.Run("postgres", func(t *testing.T) { killAndGoOn(t, testpg.URL(t), testredis.URL(t)) })
}

func killAndGoOn(t *testing.T, database, redis string) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	dir := t.TempDir()
	p := &process{t: t, binary: built(t), env: []string{"ADDR=" + freeAddress(t), "DATA_DIR=" + dir, "DATABASE_URL=" + database,
		"REDIS_URL=" + redis, "DUGNAD_JWT_KEYS=" + sharedKeys(), "LOG_LEVEL=error"}}
	p.start(ctx)
	base := "http://" + p.env[0][len("ADDR="):]

	lead := phone.New(base)
	made, err := lead.Make(ctx, map[string]any{"title": "Strømbrudd", "lang": "nb"})
	if err != nil {
		t.Fatal(err)
	}
	hall := &rushed{lead: lead}
	ctx, hall.stop = context.WithCancel(ctx)
	defer hall.leave()
	hall.run(ctx, lead)
	for range killWriters {
		w := phone.New(base)
		if err := w.Join(ctx, made.Code, ""); err != nil {
			t.Fatal(err)
		}
		hall.all = append(hall.all, w)
		hall.run(ctx, w)
	}
	if err := lead.Do(ctx, "agenda.next", map[string]any{}); err != nil {
		t.Fatal(err)
	}

	acked := make(chan string, killWriters*killEach)
	failed := make(chan error, killWriters)
	for n, w := range hall.all {
		go func() { failed <- writeAll(ctx, w, n, acked) }()
	}
	want, seen := map[string]bool{}, 0
	for k := range kills {
		for ; seen < (k+1)*killWriters*killEach/(kills+1); seen++ {
			want[<-acked] = true
		}
		p.kill()
		p.start(ctx)
	}
	for range hall.all {
		if err := <-failed; err != nil {
			t.Fatal(err)
		}
	}
	for ; seen < killWriters*killEach; seen++ {
		want[<-acked] = true
	}
	// The phones came back alone, and see what they wrote.
	for n, w := range hall.all {
		if err := w.Until(ctx, "my notes", func(v phone.View) bool { return v.Count("ideas") == killEach }); err != nil {
			t.Fatalf("writer %d: %v", n, err)
		}
	}
	hall.leave()
	p.kill()
	storedOnce(t, store.Options{URL: database, Dir: dir}, made.Room, want)
}

func writeAll(ctx context.Context, w *phone.Phone, n int, acked chan<- string) error {
	calls := map[string]*phone.Call{}
	var order []string
	for k := range killEach {
		id := fmt.Sprintf("w%02d-%02d", n, k)
		calls[id] = w.Send(ctx, "idea.post", map[string]any{"id": id, "text": "Lapp " + id})
		order = append(order, id)
	}
	for _, id := range order {
		a, err := calls[id].Wait(ctx)
		if err != nil {
			return err
		}
		if a.Refused != "" && a.Refused != "unchanged" {
			return fmt.Errorf("%s: refused: %s", id, a.Refused)
		}
		acked <- id
	}
	return nil
}

// storedOnce reads the log itself: positions without holes, and every
// acknowledged note in it exactly once.
func storedOnce(t *testing.T, o store.Options, roomID string, acked map[string]bool) {
	t.Helper()
	s, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, story, err := s.Tail(context.Background(), roomID, 0)
	if err != nil {
		t.Fatal(err)
	}
	notes, keys := map[string]int{}, map[string]bool{}
	for n, r := range story {
		if r.Seq != int64(n+1) {
			t.Fatalf("position %d holds record %d", n+1, r.Seq)
		}
		if keys[r.Cmd] {
			t.Fatalf("command %s is stored twice", r.Cmd)
		}
		keys[r.Cmd] = true
		if r.Kind == "idea.posted" {
			notes[field(t, r.Body, "id")]++
		}
	}
	for id := range acked {
		if notes[id] != 1 {
			t.Errorf("%s was acknowledged and is stored %d times", id, notes[id])
		}
	}
	if len(notes) != killWriters*killEach {
		t.Errorf("%d notes are stored, %d were written", len(notes), killWriters*killEach)
	}
}

// process is the real binary.
type process struct {
	t      *testing.T
	binary string
	env    []string
	cmd    *exec.Cmd
}

// built is the program: what `make test` has built for everybody, or built here, once.
func built(t *testing.T) string {
	t.Helper()
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

var program = sync.OnceValues(func() (string, error) {
	if binary := os.Getenv("DUGNAD_BIN"); binary != "" {
		return binary, nil
	}
	binary := filepath.Join(scratch, "dugnad")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return binary, nil
})

// scratch is gone when the tests are.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "dugnad-test-"); err != nil {
		panic(err)
	}
	status := m.Run()
	os.RemoveAll(scratch)
	os.Exit(status)
}

// start runs it and waits until it answers.
func (p *process) start(ctx context.Context) {
	p.t.Helper()
	p.cmd = exec.Command(p.binary, "serve")
	p.cmd.Env = append(os.Environ(), p.env...)
	p.cmd.Stderr, p.cmd.Stdout = p.t.Output(), p.t.Output()
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(p.kill)
	address := p.env[0][len("ADDR="):]
	for {
		conn, err := new(net.Dialer).DialContext(ctx, "tcp", address)
		if err == nil {
			conn.Close()
			return
		}
		if ctx.Err() != nil {
			p.t.Fatalf("it never answered: %v", err)
		}
	}
}

func (p *process) kill() {
	if p.cmd == nil {
		return
	}
	_ = p.cmd.Process.Kill() // may be dead already
	_ = p.cmd.Wait()         // killed is what we wanted
	p.cmd = nil
}

// freeAddress finds a port that is free now.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func field(t *testing.T, body []byte, name string) string {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		t.Fatal(err)
	}
	s, _ := m[name].(string)
	return s
}
