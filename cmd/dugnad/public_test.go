package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// certificate writes a pair of files for a name, and gives who must be trusted.
func certificate(t *testing.T, name string) (cert, key string, trust *x509.CertPool) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tmpl := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour), IsCA: true,
		BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, tmpl, &k.PublicKey, k)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	certPEM := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	write(t, cert, string(certPEM))
	write(t, key, string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw})))
	trust = x509.NewCertPool()
	trust.AppendCertsFromPEM(certPEM)
	return cert, key, trust
}

// On the open internet the program speaks TLS itself when it is given a
// certificate, prints the operator key at the first start and never again, and
// lets nobody make a meeting without it.
func TestOnTheOpenInternet(t *testing.T) {
	const name = "dugnad.example.no"
	cert, key, trust := certificate(t, name)
	dir := t.TempDir()
	start := func() (*App, string) {
		a := &App{Config: Config{Addr: "127.0.0.1:0", DataDir: dir, PublicURL: "https://" + name, TLSCert: cert, TLSKey: key, LogLevel: "warn",
			MaxSockets: "10"}}
		if err := a.Open(t.Context()); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		a.greet(&out)
		return a, out.String()
	}
	a, said := start()
	operator, err := os.ReadFile(filepath.Join(dir, "operator.key"))
	if err != nil || !strings.Contains(said, grouped(strings.TrimSpace(string(operator)))) || !strings.Contains(said, "https://"+name) {
		t.Errorf("the first start says %q %v", said, err)
	}
	for _, secret := range []string{"operator.key", "jwt.keys"} {
		if info, err := os.Stat(filepath.Join(dir, secret)); err != nil || info.Mode().Perm() != 0o600 {
			t.Error(secret, info.Mode(), err)
		}
	}
	browser := &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{RootCAs: trust},
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "tcp", a.Addr().String())
		}}}
	for _, c := range []struct {
		key  string
		want int
	}{{"", 401}, {strings.TrimSpace(string(operator)), 200}} {
		r, err := http.NewRequest("POST", "https://"+name+"/api/meetings", strings.NewReader(`{"title":"Vi rigger"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+c.key)
		resp, err := browser.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != c.want || resp.ProtoMajor != 2 || resp.Header.Get("Strict-Transport-Security") == "" {
			t.Error(resp.Status, resp.Proto, resp.Header)
		}
	}
	browser.CloseIdleConnections()
	if err := a.Close(); err != nil {
		t.Error(err)
	}
	again, said := start()
	if strings.Contains(said, "perator key") {
		t.Error("the second start shows the key again:", said)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}
