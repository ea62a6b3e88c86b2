package courier

import (
	"errors"
	"net/mail"
	"strings"
)

// Message is a letter with its words.
type Message struct {
	ID         string // without brackets; the same each time the letter is tried
	To         string
	Subject    string
	Text, HTML string
	Stop       string // where one says *no more*, with one click if it is https
}

// Refused is the mail server's no. Forever tells whether asking again is of use.
// It holds no text: servers like to repeat the address.
type Refused struct {
	Code    int
	Forever bool
}

func (r Refused) Error() string { return "the mail server did not take it" }

var errOdd = errors.New("more than one line, or more than one address")

// check refuses what could become a header of its own, or go to somebody else.
func (m Message) check() error {
	for _, line := range []string{m.ID, m.To, m.Subject, m.Stop} {
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' }) {
			return errOdd
		}
	}
	if at, err := mail.ParseAddress(m.To); err != nil || at.Address != m.To {
		return errOdd
	}
	return nil
}
