package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// peer is the address a request came from. X-Forwarded-For is somebody's word:
// it is read from the right, and only as far as proxies we were told to trust
// vouch for it.
func (s *Server) peer(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	addr := at.Addr().Unmap()
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(said) - 1; i >= 0 && s.trusted(addr); i-- {
		next, err := netip.ParseAddr(strings.TrimSpace(said[i]))
		if err != nil {
			break
		}
		addr = next.Unmap()
	}
	return addr
}

func (s *Server) trusted(addr netip.Addr) bool {
	for _, p := range s.o.Trusted {
		if p.Contains(addr) {
			return true
		}
	}
	return false
}

// place names an address in counters that live for minutes. It is salted, anew
// each day, so that no address can be read out of them.
func (s *Server) place(r *http.Request) string {
	sum := sha256.Sum256(append(s.salt[:], s.o.Now().UTC().Format(time.DateOnly)+s.network(r)...))
	return hex.EncodeToString(sum[:8])
}

// network is where a request comes from. A whole IPv6 network is one, because one
// phone owns millions of addresses there.
func (s *Server) network(r *http.Request) string {
	addr := s.peer(r)
	if addr.Is6() {
		if p, err := addr.Prefix(64); err == nil {
			addr = p.Addr()
		}
	}
	return addr.String()
}
