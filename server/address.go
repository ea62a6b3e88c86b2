package server

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dugnad/room"
)

// addressBody says where phones should go. An empty url means that we do not
// know, and that the facilitator must say.
type addressBody struct {
	URL        string   `json:"url"`
	Host       string   `json:"host"` // the url as the board writes it
	Candidates []string `json:"candidates"`
	Reached    bool     `json:"reached"` // somebody has opened the page from another machine
}

type pickedBody struct {
	URL string `json:"url"`
}

// picked is what facilitators have said, by room, for as long as this process
// lives. Where there are several there is a PUBLIC_URL.
type picked struct {
	mu sync.Mutex
	by map[string]string
}

const pickedMax = 10_000

func (s *Server) address(w http.ResponseWriter, r *http.Request, v visitor) error {
	return answer(w, s.where(r, v.Room))
}

// pickAddress takes the facilitator's word for where phones should go. It must
// be an address that this door would answer on.
func (s *Server) pickAddress(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in pickedBody
	if err := read(r, &in); err != nil {
		return err
	}
	u, err := url.Parse(in.URL)
	if err != nil || s.o.PublicURL != nil || u.Scheme != "http" || len(in.URL) > 200 || !InHall(u.Host) || local(u.Host) ||
		u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Path != "" && u.Path != "/" {
		return notRead
	}
	s.picked.mu.Lock()
	if s.picked.by == nil || len(s.picked.by) >= pickedMax {
		s.picked.by = map[string]string{}
	}
	s.picked.by[v.Room] = "http://" + u.Host
	s.picked.mu.Unlock()
	return answer(w, s.where(r, v.Room))
}

// where works out the address phones should use. It is never this machine's
// name for itself: that would send every phone home to itself.
func (s *Server) where(r *http.Request, roomID string) addressBody {
	b := addressBody{Candidates: []string{}, Reached: s.reached.Load()}
	if s.o.PublicURL != nil {
		b.URL, b.Host = s.o.PublicURL.Scheme+"://"+s.o.PublicURL.Host, s.o.PublicURL.Host
		return b
	}
	b.Candidates = HallURLs(s.o.Machine(), s.o.Port)
	s.picked.mu.Lock()
	b.URL = s.picked.by[roomID]
	s.picked.mu.Unlock()
	switch {
	case b.URL != "":
	case !local(r.Host): // whoever asks came in by it, so it leads here
		b.URL = "http://" + r.Host
	case len(b.Candidates) > 0:
		b.URL = b.Candidates[0]
	}
	if b.URL != "" && !slices.Contains(b.Candidates, b.URL) {
		b.Candidates = append([]string{b.URL}, b.Candidates...)
	}
	b.Host = strings.TrimPrefix(b.URL, "http://")
	return b
}

// joinLink is the address of a page that asks for the code, with the code in the
// fragment, where no log sees it. The page without a name is the front door.
func (s *Server) joinLink(r *http.Request, roomID, page string) (string, error) {
	at := s.where(r, roomID).URL
	if at == "" {
		return "", noAddress
	}
	var code string
	if err := s.o.Rooms.Ask(r.Context(), roomID, func(st *room.State) { code = st.Meeting.Code }); err != nil {
		return "", err
	}
	return at + "/" + page + "#" + code, nil
}

// local tells the names by which a machine speaks of itself.
func local(host string) bool {
	name := strings.ToLower(strings.TrimSuffix(hostOnly(host), "."))
	addr, err := netip.ParseAddr(name)
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || err == nil && addr.Unmap().IsLoopback()
}

// noticePhone remembers that somebody came from another machine.
func (s *Server) noticePhone(r *http.Request) {
	if s.reached.Load() {
		return
	}
	addr := s.peer(r)
	if addr.IsValid() && !addr.IsLoopback() && !slices.Contains(s.o.Machine(), addr) {
		s.reached.Store(true)
	}
}

// HallURLs writes the addresses a phone in the hall can try.
func HallURLs(addrs []netip.Addr, port int) []string {
	urls := []string{}
	for _, a := range addrs {
		if a.IsLoopback() || a.IsLinkLocalUnicast() || !InHall(a.String()) {
			continue
		}
		host := a.String()
		switch {
		case port != 80:
			host = net.JoinHostPort(host, strconv.Itoa(port))
		case a.Is6():
			host = "[" + host + "]"
		}
		urls = append(urls, "http://"+host)
	}
	return urls
}

// virtual are networks inside the machine, where no phone is.
var virtual = []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "utun", "wg", "zt", "tailscale", "cni", "flannel"}

// Machine lists this machine's own addresses, the likeliest first.
func Machine() []netip.Addr {
	var near, far []netip.Addr
	faces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	for _, f := range faces {
		inside := slices.ContainsFunc(virtual, func(p string) bool { return strings.HasPrefix(f.Name, p) })
		addrs, err := f.Addrs()
		if err != nil || f.Flags&net.FlagUp == 0 {
			continue
		}
		for _, a := range addrs {
			p, err := netip.ParsePrefix(a.String())
			if err != nil {
				continue
			}
			if inside {
				far = append(far, p.Addr().Unmap())
			} else {
				near = append(near, p.Addr().Unmap())
			}
		}
	}
	all := append(near, far...)
	slices.SortStableFunc(all, func(a, b netip.Addr) int { return a.BitLen() - b.BitLen() })
	return all
}
