package store

import (
	"bytes"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
)

// cable lies between a store and its database, and does harm once a word has
// gone over it.
type cable struct {
	mu   sync.Mutex
	word string
	harm harm
	on   bool // the word was heard
	ends []net.Conn

	journeys int  // times that the store spoke and then waited for an answer
	answered bool // it was the database that spoke last
}

type harm int

const (
	none    harm = iota
	swallow      // the database hears, and the connection dies before its answer; once
	hole         // nothing gets through on any connection, and nobody is told
)

// throughCable gives the address of a database as seen through a cable.
func throughCable(t *testing.T, address string) (*cable, string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c, to := &cable{}, u.Host
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", to)
			if err != nil {
				near.Close()
				continue
			}
			c.mu.Lock()
			c.ends = append(c.ends, near, far)
			c.mu.Unlock()
			wg.Go(func() { c.carry(far, near, true) })
			wg.Go(func() { c.carry(near, far, false) })
		}
	})
	t.Cleanup(func() {
		l.Close()
		c.mu.Lock()
		for _, conn := range c.ends {
			conn.Close()
		}
		c.mu.Unlock()
		wg.Wait()
	})
	u.Host = l.Addr().String()
	return c, u.String()
}

// when says what happens after which word; the empty word has been said.
func (c *cable) when(word string, h harm) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.word, c.harm, c.on = word, h, word == ""
}

func (c *cable) mend() { c.when("", none) }

// armed tells that the harm is still to come.
func (c *cable) armed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.word != ""
}

// count tells how many journeys something takes.
func (c *cable) count(what func()) int {
	c.mu.Lock()
	before := c.journeys
	c.mu.Unlock()
	what()
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.journeys - before
}

// does tells what to do with these bytes.
func (c *cable) does(b []byte, out bool) harm {
	c.mu.Lock()
	defer c.mu.Unlock()
	if out && c.answered {
		c.journeys++
	}
	c.answered = !out
	if !c.on && out && c.word != "" && bytes.Contains(b, []byte(c.word)) {
		c.on = true
	}
	switch {
	case !c.on, c.harm == swallow && out:
		return none
	case c.harm == swallow:
		c.word, c.on = "", false
	}
	return c.harm
}

func (c *cable) carry(to, from net.Conn, out bool) {
	defer to.Close()
	defer from.Close()
	buf := make([]byte, 64<<10)
	for {
		n, err := from.Read(buf)
		if err != nil {
			return
		}
		switch c.does(buf[:n], out) {
		case swallow: // the answer is there, so the database has done it
			return
		case hole:
			io.Copy(io.Discard, from)
			return
		}
		if _, err := to.Write(buf[:n]); err != nil {
			return
		}
	}
}
