//go:build unix

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

// node is the running server.
type node struct {
	cmd  *exec.Cmd
	done chan struct{}
}

// start runs the binary and returns when it says that it is ready.
func start(ctx context.Context, port string) (*node, error) {
	n := &node{cmd: exec.CommandContext(ctx, binary, "serve"), done: make(chan struct{})}
	n.cmd.Env = append(os.Environ(), "PORT="+port, "DATA_DIR="+dataDir, "LOG_LEVEL=warn")
	n.cmd.Cancel = func() error { return n.cmd.Process.Signal(syscall.SIGTERM) }
	n.cmd.Stderr = os.Stderr
	out, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := n.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the server: %w", err)
	}
	ready := make(chan struct{})
	go func() {
		defer close(n.done)
		n.tell(out, ready)
		_ = n.cmd.Wait() // why it ended is on the screen
	}()
	select {
	case <-ready:
		return n, nil
	case <-n.done:
		return nil, errors.New("the server ended before it was ready")
	}
}

// tell passes on what the server says.
func (n *node) tell(out io.Reader, ready chan<- struct{}) {
	for lines := bufio.NewScanner(out); lines.Scan(); {
		fmt.Println(lines.Text())
		if ready != nil && strings.HasSuffix(lines.Text(), "is ready") {
			close(ready)
			ready = nil
		}
	}
}

// end stops the server as an operator would.
func (n *node) end() {
	_ = n.cmd.Process.Signal(syscall.SIGTERM)
	<-n.done
}
