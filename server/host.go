package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// InHall tells whether a host name belongs in a hall: this machine, a private
// address, or a name that only the local network knows. A page elsewhere that
// points its own name at us (DNS rebinding) is not among them.
func InHall(host string) bool {
	name := strings.ToLower(strings.TrimSuffix(hostOnly(host), "."))
	if name == "localhost" || strings.HasSuffix(name, ".localhost") || strings.HasSuffix(name, ".local") && name != ".local" {
		return true
	}
	addr, err := netip.ParseAddr(name)
	if err != nil {
		return false
	}
	addr = addr.Unmap().WithZone("")
	return addr.IsLoopback() || addr.IsPrivate() || addr.IsLinkLocalUnicast()
}

// hostOnly cuts the port off a Host header, and the brackets off an IPv6 one.
func hostOnly(host string) string {
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") && strings.Count(host, ":") == 1 ||
		i > 0 && host[i-1] == ']' {
		host = host[:i]
	}
	return strings.Trim(host, "[]")
}

// hosted keeps hall mode in the hall. In public mode the proxy decides which
// name we have, and nothing here depends on it.
func (s *Server) hosted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.public() && !InHall(r.Host) {
			s.turnAway(w, r, wrongHost)
			return
		}
		next.ServeHTTP(w, r)
	})
}
