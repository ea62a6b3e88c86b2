package courier

import (
	"context"
	"errors"
	"net"
	stdmail "net/mail"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"
)

// SMTP carries letters to a mail server.
type SMTP struct {
	mu     sync.Mutex
	client *mail.Client
	from   *stdmail.Address
	line   net.Conn // the last one opened; the library leaves it open when it is not let in
}

// ErrSMTP says what is wrong with the settings, without showing them.
var ErrSMTP = errors.New("it must be smtp://user:password@host:587, smtps://host:465, or smtp://host:25?starttls=no for a relay on your own network")

// NewSMTP reads where the mail server is and whom letters are from. Nothing is
// asked yet. Passwords travel encrypted, or not at all.
func NewSMTP(at, from string) (*SMTP, error) {
	u, err := url.Parse(at)
	if err != nil || u.Hostname() == "" || u.Path != "" && u.Path != "/" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, ErrSMTP
	}
	who, err := stdmail.ParseAddress(from)
	if err != nil {
		return nil, errors.New("it must be an address, such as dugnad@kommunen.no or Dugnad <dugnad@kommunen.no>")
	}
	plain, sure := u.Query().Get("starttls") == "no", u.Query().Get("starttls") == "yes"
	opts := []mail.Option{mail.WithTimeout(20 * time.Second), mail.WithTLSPolicy(mail.TLSMandatory), mail.WithPort(587), mail.WithoutNoop()}
	switch {
	case u.Scheme == "smtps":
		opts = append(opts, mail.WithSSL(), mail.WithPort(465))
	case plain || loopback(u.Hostname()) && !sure:
		opts = append(opts, mail.WithTLSPolicy(mail.TLSOpportunistic), mail.WithPort(25))
		if plain {
			opts = append(opts, mail.WithTLSPolicy(mail.NoTLS))
		}
	}
	if port := u.Port(); port != "" {
		n, err := strconv.Atoi(port)
		if err != nil {
			return nil, ErrSMTP
		}
		opts = append(opts, mail.WithPort(n))
	}
	if u.User != nil {
		password, _ := u.User.Password()
		opts = append(opts, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	c := &SMTP{from: who}
	if u.Scheme == "smtp" {
		opts = append(opts, mail.WithDialContextFunc(c.dial))
	}
	if c.client, err = mail.NewClient(u.Hostname(), opts...); err != nil {
		return nil, ErrSMTP
	}
	return c, nil
}

func (c *SMTP) dial(ctx context.Context, network, at string) (line net.Conn, err error) {
	line, err = new(net.Dialer).DialContext(ctx, network, at)
	c.line = line
	return line, err
}

// in is a conversation with the mail server, from where it takes letters.
func (c *SMTP) in(ctx context.Context) (*smtp.Client, error) {
	c.line = nil
	talk, err := c.client.DialToSMTPClientWithContext(ctx)
	if err != nil && c.line != nil {
		_ = c.line.Close() // nobody will talk on it
	}
	return talk, err
}

func loopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

// Domain is where letters are from; it stands behind the @ of a Message-ID.
func (c *SMTP) Domain() string { return c.from.Address[strings.LastIndexByte(c.from.Address, '@')+1:] }

// Carry brings one message. One connection a letter: there are few, and a
// connection left open is one that has died when it is wanted.
func (c *SMTP) Carry(ctx context.Context, m Message) error {
	if err := m.check(); err != nil {
		return Refused{Forever: true}
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := errors.Join(msg.FromFormat(c.from.Name, c.from.Address), msg.To(m.To)); err != nil {
		return Refused{Forever: true}
	}
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(m.ID + "@" + c.Domain())
	msg.SetDate()
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	if m.Stop != "" {
		msg.SetListUnsubscribe(m.Stop)
		if strings.HasPrefix(m.Stop, "https://") {
			msg.SetListUnsubscribePost()
		}
	}
	msg.SetBodyString(mail.TypeTextPlain, m.Text)
	msg.AddAlternativeString(mail.TypeTextHTML, m.HTML)
	c.mu.Lock()
	defer c.mu.Unlock()
	line, err := c.in(ctx)
	if err != nil {
		return verdict(err)
	}
	err = c.client.SendWithSMTPClient(line, msg)
	_ = c.client.CloseWithSMTPClient(line) // whether they part well says nothing of the letter
	if msg.IsDelivered() {
		return nil // it was taken, whatever was said after
	}
	return verdict(err)
}

// Try asks whether the mail server lets us in.
func (c *SMTP) Try(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	line, err := c.in(ctx)
	if err != nil {
		return whyNot(err)
	}
	return c.client.CloseWithSMTPClient(line)
}

// verdict reads the library's error. What the server said is not handed on.
func verdict(err error) error {
	var said *mail.SendError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &said) && said.ErrorCode() != 0:
		return Refused{Code: said.ErrorCode(), Forever: !said.IsTemp()}
	}
	return whyNot(err)
}
