// Package testsmtp is a mail server on loopback that keeps what it is given, for
// tests: a real conversation, with the answers a test wants.
package testsmtp

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"net/textproto"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// Letter is one that was taken.
type Letter struct {
	From, To string
	Header   mail.Header
	Subject  string
	Text     string
	HTML     string
	Raw      string
}

// Server is running until the test ends.
type Server struct {
	URL string

	mu      sync.Mutex
	letters []Letter
	says    func(to string) string // the answer to RCPT; nil takes everything
	come    chan struct{}

	locked *tls.Config // not nil: nothing but STARTTLS is taken in clear
	let    string      // who is let in, as AUTH PLAIN says it; empty is everybody
}

// New starts one.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{}
	s.URL = "smtp://" + s.open(t) + "?starttls=no"
	return s
}

// Locked starts one that demands STARTTLS, with this certificate, and then a name
// and a password.
func Locked(t testing.TB, cert tls.Certificate, user, password string) *Server {
	t.Helper()
	s := &Server{locked: &tls.Config{Certificates: []tls.Certificate{cert}}, let: "\x00" + user + "\x00" + password}
	s.URL = "smtp://" + url.UserPassword(user, password).String() + "@" + s.open(t) + "?starttls=yes"
	return s
}

// open listens until the test ends, and tells where.
func (s *Server) open(t testing.TB) string {
	t.Helper()
	at, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.come = make(chan struct{})
	var over sync.WaitGroup
	over.Go(func() {
		for {
			c, err := at.Accept()
			if err != nil {
				return
			}
			over.Go(func() { s.talk(t, c) })
		}
	})
	t.Cleanup(func() {
		_ = at.Close()
		over.Wait()
	})
	return at.Addr().String()
}

// Answers sets what is said to a recipient: "250 OK", "450 later", "550 unknown".
func (s *Server) Answers(says func(to string) string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.says = says
}

// Letters lists what was taken.
func (s *Server) Letters() []Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Letter(nil), s.letters...)
}

// To lists what was taken for one address, in order.
func (s *Server) To(address string) (all []Letter) {
	for _, l := range s.Letters() {
		if l.To == address {
			all = append(all, l)
		}
	}
	return all
}

// Wait waits until n letters have come.
func (s *Server) Wait(t testing.TB, n int) []Letter {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		s.mu.Lock()
		have, come := len(s.letters), s.come
		s.mu.Unlock()
		if have >= n {
			return s.Letters()
		}
		select {
		case <-come:
		case <-late:
			t.Fatalf("%d of %d letters have come", have, n)
		}
	}
}

func (s *Server) answer(to string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.says != nil {
		return s.says(to)
	}
	return "250 OK"
}

func (s *Server) talk(t testing.TB, c net.Conn) {
	defer func() { c.Close() }()
	_ = c.SetDeadline(time.Now().Add(time.Minute))
	r := textproto.NewReader(bufio.NewReader(c))
	say := func(text string) { fmt.Fprintf(c, "%s\r\n", text) }
	say("220 testsmtp")
	var from string
	var to []string
	hidden, known := s.locked == nil, s.let == ""
	for {
		line, err := r.ReadLine()
		if err != nil {
			return
		}
		verb, rest, _ := strings.Cut(line, " ")
		switch strings.ToUpper(verb) {
		case "EHLO":
			switch {
			case !hidden:
				say("250-testsmtp\r\n250-STARTTLS\r\n250 8BITMIME")
			case !known:
				say("250-testsmtp\r\n250-AUTH PLAIN\r\n250 8BITMIME")
			default:
				say("250-testsmtp\r\n250 8BITMIME")
			}
		case "STARTTLS":
			if s.locked == nil {
				say("502 what?")
				continue
			}
			say("220 go on")
			c = tls.Server(c, s.locked)
			r, hidden = textproto.NewReader(bufio.NewReader(c)), true
		case "AUTH":
			_, code, _ := strings.Cut(rest, " ")
			if said, err := base64.StdEncoding.DecodeString(code); !hidden || err != nil || string(said) != s.let {
				say("535 5.7.8 no")
				continue
			}
			known = true
			say("235 in")
		case "HELO", "RSET", "NOOP":
			say("250 OK")
		case "MAIL":
			if !hidden || !known {
				say("530 5.7.0 not before you are let in")
				continue
			}
			from, to = address(rest), nil
			say("250 OK")
		case "RCPT":
			answer := s.answer(address(rest))
			if strings.HasPrefix(answer, "2") {
				to = append(to, address(rest))
			}
			say(answer)
		case "DATA":
			say("354 go on")
			raw, err := io.ReadAll(r.DotReader())
			if err != nil {
				return
			}
			for _, one := range to {
				l, err := open(raw)
				if err != nil {
					t.Error("a letter that cannot be read:", err)
				}
				l.From, l.To = from, one
				s.keep(l)
			}
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("502 what?")
		}
	}
}

func (s *Server) keep(l Letter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.letters = append(s.letters, l)
	close(s.come)
	s.come = make(chan struct{})
}

func address(rest string) string {
	_, rest, _ = strings.Cut(rest, "<")
	rest, _, _ = strings.Cut(rest, ">")
	return rest
}

// open reads a letter as a mail program does.
func open(raw []byte) (Letter, error) {
	l := Letter{Raw: string(raw)}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return l, err
	}
	l.Header = m.Header
	if l.Subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil {
		return l, err
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return l, err
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			return l, nil
		}
		if err != nil {
			return l, err
		}
		body := io.Reader(p)
		if p.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
			body = quotedprintable.NewReader(p)
		}
		text, err := io.ReadAll(body)
		if err != nil {
			return l, err
		}
		if strings.HasPrefix(p.Header.Get("Content-Type"), "text/html") {
			l.HTML = string(text)
		} else {
			l.Text = strings.ReplaceAll(string(text), "\r\n", "\n")
		}
	}
}
