package courier

import (
	"crypto/x509"
	"errors"
	"net"
	"net/textproto"
	"strings"
)

// unreached is a mail server that takes nothing now, and why, in words for whoever
// runs this. It holds no address, no name and no password.
type unreached struct{ why string }

func (u unreached) Error() string { return "no letter gets through: " + u.why }

// whyNot reads an error from the way to the mail server.
func whyNot(err error) error {
	var invalid x509.CertificateInvalidError
	var said *textproto.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return unreached{"the mail server's certificate has expired"}
	case errors.As(err, new(x509.UnknownAuthorityError)):
		return unreached{"the mail server's certificate is signed by nobody this machine trusts (SSL_CERT_FILE can name your own)"}
	case errors.As(err, new(x509.HostnameError)):
		return unreached{"the mail server's certificate is for another name than the one in SMTP_URL"}
	case errors.As(err, &said) && (said.Code == 535 || said.Code == 534 || said.Code == 530):
		return unreached{"the mail server does not take the name and password in SMTP_URL"}
	case strings.Contains(err.Error(), "does not support STARTTLS"):
		return unreached{"the mail server offers no STARTTLS (smtps:// if it is encrypted from the start, ?starttls=no for a relay on your own network)"}
	case errors.As(err, new(*net.DNSError)):
		return unreached{"nobody knows the name of the mail server in SMTP_URL"}
	case errors.As(err, new(*net.OpError)):
		return unreached{"the mail server in SMTP_URL does not answer"}
	}
	return unreached{"the mail server hung up; see its own log"}
}
