package courier_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dugnad/courier"
	"dugnad/internal/testsmtp"
	"dugnad/store"
)

var signer *testsmtp.House

// TestMain makes this machine trust one house more, as somebody who runs a mail
// server of their own does: before anything has asked for the list.
func TestMain(m *testing.M) { os.Exit(trusting(m)) }

func trusting(m *testing.M) int {
	dir, err := os.MkdirTemp("", "courier-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	if signer, err = testsmtp.NewHouse(); err == nil {
		at := filepath.Join(dir, "ca.pem")
		err = os.WriteFile(at, signer.PEM, 0o600)
		os.Setenv("SSL_CERT_FILE", at)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

const tomorrow = 24 * time.Hour

// A mail server that demands STARTTLS and a password gets both, and the letter
// arrives.
func TestALockedMailServer(t *testing.T) {
	post := testsmtp.Locked(t, signer.Certificate(t, "127.0.0.1", time.Now().Add(tomorrow)), "dugnad", "hemmelig: @/")
	b, log := lay(t, store.Options{Dir: t.TempDir()}, 1), &bytes.Buffer{}
	office := b.office(t, post.URL, log, nil)
	post.Wait(t, 1)
	office.Close()
	if said := log.String(); strings.Contains(said, "hemmelig") || strings.Contains(said, "waits") {
		t.Error("the log:", said)
	}
}

// What stands in the way is told to whoever runs this, in words and without the
// password: by the doctor, and in the log while the letter waits.
func TestWhatStandsInTheWay(t *testing.T) {
	good, other := signer.Certificate(t, "127.0.0.1", time.Now().Add(tomorrow)), signer.Certificate(t, "192.0.2.1", time.Now().Add(tomorrow))
	stranger, err := testsmtp.NewHouse()
	if err != nil {
		t.Fatal(err)
	}
	open := testsmtp.New(t)
	for what, of := range map[string]struct{ at, why string }{
		"a wrong password":      {strings.Replace(testsmtp.Locked(t, good, "dugnad", "rett").URL, "rett", "galt", 1), "does not take the name and password"},
		"an old certificate":    {testsmtp.Locked(t, signer.Certificate(t, "127.0.0.1", time.Now().Add(-time.Hour)), "a", "rett").URL, "certificate has expired"},
		"another's certificate": {testsmtp.Locked(t, other, "a", "rett").URL, "for another name"},
		"nobody's certificate":  {testsmtp.Locked(t, stranger.Certificate(t, "127.0.0.1", time.Now().Add(tomorrow)), "a", "rett").URL, "nobody this machine trusts"},
		"no STARTTLS":           {strings.Replace(open.URL, "starttls=no", "starttls=yes", 1), "offers no STARTTLS"},
		"nobody there":          {"smtp://127.0.0.1:1?starttls=no", "does not answer"},
	} {
		t.Run(what, func(t *testing.T) {
			smtp, err := courier.NewSMTP(of.at, "fra@example.no")
			if err != nil {
				t.Fatal(err)
			}
			if err := smtp.Try(t.Context()); err == nil || !strings.Contains(err.Error(), of.why) || strings.Contains(err.Error(), "galt") || strings.Contains(err.Error(), "rett") {
				t.Errorf("the doctor says %v", err)
			}
			b, log := lay(t, store.Options{Dir: t.TempDir()}, 1), &bytes.Buffer{}
			office := b.office(t, of.at, log, nil)
			<-b.moved
			office.Close()
			if said := log.String(); !strings.Contains(said, of.why) || strings.Contains(said, "galt") || strings.Contains(said, "rett") {
				t.Error("the log:", said)
			}
		})
	}
	if n := len(open.Letters()); n != 0 {
		t.Error("sent in clear what was to be hidden:", n)
	}
}
