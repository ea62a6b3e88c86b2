package courier

import (
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"testing"
)

// What no mail server of a test can do: a name nobody knows, the other two ways to
// refuse a password, and a line that breaks. None of it repeats what the server said.
func TestWhyNotInWords(t *testing.T) {
	for what, of := range map[string]struct {
		err error
		why string
	}{
		"no such name":           {&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "merket.example"}}, "nobody knows the name"},
		"a password too weak":    {&textproto.Error{Code: 534, Msg: "merket"}, "does not take the name and password"},
		"no password given":      {&textproto.Error{Code: 530, Msg: "merket"}, "does not take the name and password"},
		"another no of its own":  {&textproto.Error{Code: 554, Msg: "merket"}, "hung up"},
		"a line that was broken": {errors.New("merket"), "hung up"},
	} {
		if err := whyNot(fmt.Errorf("send: %w", of.err)); err == nil || !strings.Contains(err.Error(), of.why) || strings.Contains(err.Error(), "merket") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := whyNot(nil); err != nil {
		t.Error("nothing is the matter, and it is", err)
	}
}
