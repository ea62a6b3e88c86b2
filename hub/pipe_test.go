package hub_test

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/coder/websocket"
)

// still runs a test in a hall where time passes only when everybody waits for
// it, and where the sockets are pipes that hold nothing: a phone that does not
// read is noticed with the first byte.
func still(t *testing.T, test func(t *testing.T, h *hall, log *paper)) {
	synctest.Test(t, func(t *testing.T) {
		log := newPaper()
		h := openHall(t, log, nil)
		h.url, h.client = "ws://pipe", &http.Client{Transport: pipes{h}}
		t.Cleanup(h.hub.Close)
		test(t, h, log)
	})
}

// pipes carries a handshake straight to the hub.
type pipes struct{ h *hall }

func (p pipes) RoundTrip(r *http.Request) (*http.Response, error) {
	there, here := net.Pipe()
	cut := &cuttable{Conn: there}
	w := &pipeWriter{httptest.NewRecorder(), cut}
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return w.Result(), nil
	}
	go p.h.hub.Serve(context.Background(), conn, caller(r))
	resp := w.Result()
	resp.Body = here
	p.h.far = cut
	return resp, nil
}

type pipeWriter struct {
	*httptest.ResponseRecorder
	conn net.Conn
}

func (w *pipeWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return w.conn, bufio.NewReadWriter(bufio.NewReader(w.conn), bufio.NewWriter(w.conn)), nil
}

// cuttable is the server's end of a pipe. Once cut, what is written to it is
// lost without an error, as with a phone that has left the network.
type cuttable struct {
	net.Conn
	cut atomic.Bool
}

func (c *cuttable) Write(b []byte) (int, error) {
	if c.cut.Load() {
		return len(b), nil
	}
	return c.Conn.Write(b)
}
