package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"dugnad/room"
)

// The test binary is also the other process: the one that is killed, paused,
// or comes second.
func TestMain(m *testing.M) {
	o := Options{Dir: os.Getenv("STORE_CHILD_DIR"), URL: os.Getenv("STORE_CHILD_URL")}
	switch os.Getenv("STORE_CHILD") {
	case "writes":
		childWrites(o)
	case "opens":
		_, err := Open(context.Background(), o)
		fmt.Println(errors.Is(err, ErrInUse), err)
	default:
		os.Exit(m.Run())
	}
}

// childWrites appends until it is killed and says what was acknowledged. Every
// command casts a ballot, so that a torn transaction would show.
func childWrites(o Options) {
	s, err := Open(context.Background(), o)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	var head int64
	for n := 0; ; {
		var entries []room.Entry
		for i := range 1 + n%3 {
			entries = append(entries, cast("v", fmt.Sprintf("p%d-%d", os.Getpid(), n+i), "k1"))
		}
		records, err := s.Append(context.Background(), "r", head, entries)
		switch {
		case err == nil:
			head = records[len(records)-1].Seq
			n += len(entries)
			for _, e := range entries {
				fmt.Println("acked", e.Cmd)
			}
		case errors.Is(err, room.ErrStale):
			_, tail, err := s.Tail(context.Background(), "r", head)
			if err != nil {
				fmt.Println("error", err)
				os.Exit(1)
			}
			head += int64(len(tail))
		default:
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
}

// child is a process that writes.
type child struct {
	t     *testing.T
	cmd   *exec.Cmd
	said  *bufio.Scanner
	acked []string
}

func childOf(t *testing.T, o Options, does string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "STORE_CHILD="+does, "STORE_CHILD_DIR="+o.Dir, "STORE_CHILD_URL="+o.URL)
	cmd.Stderr = t.Output()
	return cmd
}

func startWriter(t *testing.T, o Options) *child {
	t.Helper()
	c := &child{t: t, cmd: childOf(t, o, "writes")}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.said = bufio.NewScanner(out)
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.cmd.Process.Kill(); c.cmd.Wait() })
	return c
}

// hear reads n acknowledgements, or all there are when n is negative.
func (c *child) hear(n int) {
	c.t.Helper()
	for ; n != 0 && c.said.Scan(); n-- {
		cmd, ok := strings.CutPrefix(c.said.Text(), "acked ")
		if !ok {
			c.t.Fatalf("the writer says %q", c.said.Text())
		}
		c.acked = append(c.acked, cmd)
	}
	if n > 0 {
		c.t.Fatalf("the writer fell silent, %d short", n)
	}
}

// kill ends the process where it stands and reads what it had still said.
func (c *child) kill() {
	c.t.Helper()
	if err := c.cmd.Process.Kill(); err != nil {
		c.t.Fatal(err)
	}
	c.hear(-1)
	c.cmd.Wait()
}
