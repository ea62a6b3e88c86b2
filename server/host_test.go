package server

import (
	"io/fs"
	"net/http/httptest"
	"net/netip"
	"os"
	"slices"
	"testing"
)

func TestInHall(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "localhost:8080": true, "LOCALHOST.": true, "app.localhost:1": true, "127.0.0.1:8080": true, "127.9.9.9": true,
		"[::1]:8080": true, "[::1]": true, "10.1.2.3": true, "172.16.0.1:80": true, "192.168.1.20:8080": true, "169.254.3.4": true,
		"[fd00::2]:8080": true, "[fe80::1]": true, "[::ffff:192.168.1.1]": true, "laptop.local": true, "Laptop.Local:8080": true,
		"": false, "dugnad.example.no": false, "8.8.8.8": false, "172.32.0.1": false, "192.169.0.1": false, "[2001:db8::1]": false,
		"[::ffff:8.8.8.8]": false, "local": false, ".local": false, "evil.local.example.no": false, "localhost.evil.example": false,
		"127.0.0.1.evil.example": false, "192.168.1.20.nip.io": false, "0.0.0.0": false, "2130706433": false, "0x7f.1": false, "evil:80:80": false,
	} {
		if InHall(host) != want {
			t.Errorf("%q: %v", host, !want)
		}
	}
}

// A2: an address somebody claims counts only when a proxy we trust says so.
func TestA2Peer(t *testing.T) {
	for _, c := range []struct {
		trusted, from, said, want string
	}{
		{"", "203.0.113.9:1", "10.9.9.9", "203.0.113.9"},
		{"10.0.0.0/8", "203.0.113.9:1", "198.51.100.7", "203.0.113.9"},
		{"10.0.0.0/8", "10.0.0.2:1", "198.51.100.7", "198.51.100.7"},
		{"10.0.0.0/8", "10.0.0.2:1", "1.2.3.4, 198.51.100.7", "198.51.100.7"},
		{"10.0.0.0/8", "10.0.0.2:1", "198.51.100.7, 10.0.0.3", "198.51.100.7"},
		{"10.0.0.0/8", "10.0.0.2:1", "rubbish", "10.0.0.2"},
		{"10.0.0.0/8", "10.0.0.2:1", "", "10.0.0.2"},
		{"10.0.0.0/8", "[::ffff:10.0.0.2]:1", "198.51.100.7", "198.51.100.7"},
	} {
		s := &Server{}
		if c.trusted != "" {
			s.o.Trusted = []netip.Prefix{netip.MustParsePrefix(c.trusted)}
		}
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.from
		if c.said != "" {
			r.Header.Set("X-Forwarded-For", c.said)
		}
		if got := s.peer(r).String(); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestHallURLs(t *testing.T) {
	var addrs []netip.Addr
	for _, a := range []string{"127.0.0.1", "192.168.1.20", "203.0.113.4", "::1", "fe80::1", "fd00::2"} {
		addrs = append(addrs, netip.MustParseAddr(a))
	}
	if got := HallURLs(addrs, 8080); !slices.Equal(got, []string{"http://192.168.1.20:8080", "http://[fd00::2]:8080"}) {
		t.Error(got)
	}
	if got := HallURLs(addrs, 80); !slices.Equal(got, []string{"http://192.168.1.20", "http://[fd00::2]"}) {
		t.Error(got)
	}
}

func onlyOwner(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil || info.Mode() != fs.FileMode(0o600) {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
