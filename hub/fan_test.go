package hub_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"dugnad/hub"
	"dugnad/room"
)

// What a post costs on the network depends on the post, not on how much has
// been posted before.
func TestOneMorePostCostsTheSameInAFullRoom(t *testing.T) {
	still(t, oneMorePost)
}

func oneMorePost(t *testing.T, h *hall, _ *paper) {
	h.meet(1)
	h.as("lead1", "go-1", room.GoToStep{Step: "samme"})
	phones := map[string]*phone{"board": h.join(h.board()), "lead": h.join(h.lead()), "guest": h.join(h.guest(0))}
	posted := 0
	post := func() {
		lead := fmt.Sprintf("poster-%02d", posted/200)
		if posted%200 == 0 {
			h.house(lead, room.JoinSeat{Seat: lead, Role: room.Facilitator})
		}
		posted++
		h.as(lead, fmt.Sprintf("post-%04d", posted), room.PostIdea{ID: fmt.Sprintf("idea-%04d", posted), Text: "Felles matlaging på fredager"})
	}
	fill := func(n int) {
		for posted < n {
			post()
		}
		time.Sleep(time.Second) // the counts that follow have been shown
		for _, p := range phones {
			p.same(h.view(p.who))
		}
	}
	// cost is the bytes of everything each is sent for one more post.
	cost := func() map[string]int {
		before := map[string]int{}
		for name, p := range phones {
			before[name] = len(p.all())
		}
		post()
		time.Sleep(time.Second)
		bytes := map[string]int{}
		for name, p := range phones {
			p.same(h.view(p.who))
			for _, f := range p.all()[before[name]:] {
				if f.T != "hi" { // a heartbeat comes when it comes
					bytes[name] += len(f.raw)
				}
			}
		}
		return bytes
	}
	fill(20)
	few := cost()
	fill(2000 - 1)
	many := cost()
	for name := range phones {
		if few[name] == 0 || many[name]*10 > few[name]*11 || few[name]*10 > many[name]*11 {
			t.Errorf("%s: %d bytes at 20 ideas, %d at 2,000", name, few[name], many[name])
		}
		t.Logf("%s: %d bytes at 20 ideas, %d at 2,000", name, few[name], many[name])
	}
}

// crowd is clients that only count frames, so that what is measured is the
// server's side.
type crowd struct {
	b     testing.TB
	read  atomic.Int64
	woken chan bool
	wg    sync.WaitGroup
	conns []net.Conn
}

func (c *crowd) close() {
	for _, conn := range c.conns {
		conn.Close()
	}
	c.wg.Wait()
}

// come opens a socket by hand and says hi.
func (c *crowd) come(h *hall, who hub.Caller) {
	at, _ := url.Parse(h.url)
	conn, err := net.Dial("tcp", at.Host)
	if err != nil {
		c.b.Fatal(err)
	}
	c.conns = append(c.conns, conn)
	q := url.Values{"room": {who.Room}, "seat": {who.Seat}, "srf": {who.Surface}, "ae": {strconv.Itoa(who.LinkEpoch)}}
	fmt.Fprintf(conn, "GET /?%s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", q.Encode(), at.Host)
	in := bufio.NewReader(conn)
	if resp, err := http.ReadResponse(in, nil); err != nil || resp.StatusCode != http.StatusSwitchingProtocols {
		c.b.Fatal("no handshake", err)
	}
	hi := `{"t":"hi","v":1}`
	conn.Write(append([]byte{0x81, 0x80 | byte(len(hi)), 0, 0, 0, 0}, hi...)) // masked with zeros
	c.wg.Go(func() {
		for {
			patch, err := skipFrame(in, conn)
			if err != nil {
				return
			}
			if !patch {
				continue
			}
			c.read.Add(1)
			select {
			case c.woken <- true:
			default:
			}
		}
	})
}

// skipFrame reads one frame from a server, tells whether it was a patch, and
// answers a ping.
func skipFrame(in *bufio.Reader, out io.Writer) (patch bool, err error) {
	head, err := in.Peek(2)
	if err != nil {
		return false, err
	}
	size, more := int(head[1]), 0
	switch size {
	case 126:
		more = 2
	case 127:
		more = 8
	}
	if more > 0 {
		if head, err = in.Peek(2 + more); err != nil {
			return false, err
		}
		for size = 0; more > 0; more-- {
			size = size<<8 | int(head[len(head)-more])
		}
	}
	kind := head[0] & 0x0f
	in.Discard(len(head))
	start, err := in.Peek(min(size, 12))
	if kind == 0x9 && err == nil {
		_, err = out.Write(append([]byte{0x8a, 0x80 | byte(size), 0, 0, 0, 0}, start...))
	}
	if err != nil {
		return false, err
	}
	patch = kind == 0x1 && string(start) == `{"t":"patch"`
	_, err = in.Discard(size)
	return patch, err
}

// until waits until so many frames have been read in all.
func (c *crowd) until(total int64) {
	for c.read.Load() < total {
		<-c.woken
	}
}

// quiet waits until nothing more comes, and gives what has.
func (c *crowd) quiet() int64 {
	for {
		n := c.read.Load()
		select {
		case <-c.woken:
		case <-time.After(400 * time.Millisecond):
			if c.read.Load() == n {
				return n
			}
		}
	}
}

// One change shown to a hall, per delivery, and as a ratio to a bare loop that
// writes the same bytes to the same sockets in the same run. The loop has no
// queue, no deadline and waits for the slowest; more than twice its cost worries
// us.
func BenchmarkFan(b *testing.B) {
	for _, people := range []int{50, 500} {
		b.Run(strconv.Itoa(people), func(b *testing.B) {
			h := openHall(b, newPaper(), nil)
			var mu sync.Mutex
			var servers []*websocket.Conn
			door := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				conn, err := websocket.Accept(w, r, nil)
				if err != nil {
					return
				}
				mu.Lock()
				servers = append(servers, conn)
				mu.Unlock()
				h.hub.Serve(r.Context(), conn, caller(r))
			}))
			h.url = "ws" + door.URL[len("http"):]
			defer door.Close()
			defer h.hub.Close()
			h.meet(people)
			h.as("lead1", "next-1", room.NextStep{})
			spy := h.join(h.guest(0)) // tells what a change is sent as
			c := &crowd{b: b, woken: make(chan bool, 1)}
			defer c.close()
			for n := range people {
				c.come(h, h.guest(n))
			}
			h.until(func() bool { return h.hub.Stats().Lines == people+1 })
			bare := servers[1:]
			head := h.as("lead1", "time-0", room.AddTime{Seconds: 60})
			spy.until("a change", func() bool { return spy.at >= head })
			all := spy.all()
			text := all[len(all)-1].raw
			at := c.quiet()
			var loop, shown time.Duration
			b.ResetTimer()
			for n := range b.N { // in turn, so that a busy machine is busy for both
				began := time.Now()
				for _, conn := range bare {
					if err := conn.Write(context.Background(), websocket.MessageText, text); err != nil {
						b.Fatal(err)
					}
				}
				at += int64(people)
				c.until(at)
				loop += time.Since(began)

				began = time.Now()
				h.as("lead1", fmt.Sprintf("time-%d", n+1), room.AddTime{Seconds: 60 - 120*int64(n%2)})
				at += int64(people)
				c.until(at)
				shown += time.Since(began)
			}
			each := float64(b.N * people)
			b.ReportMetric(float64(shown.Nanoseconds())/each, "ns/delivery")
			b.ReportMetric(float64(loop.Nanoseconds())/each, "ns/bare")
			b.ReportMetric(float64(shown)/float64(loop), "×bare")
		})
	}
}

// A hall that comes back at once: what it costs to let one phone in again and
// show it everything, in a room of five hundred ideas, beside what the same
// handshake costs when nothing is shown. More than a millisecond on top, and the
// pictures are no longer encoded once for all.
func BenchmarkReturn(b *testing.B) {
	h := newHall(b, newPaper(), nil).meet(500)
	h.as("lead1", "go-1", room.GoToStep{Step: "samme"})
	for n := range 500 {
		lead := fmt.Sprintf("poster-%d", n/200)
		h.try("", lead, room.JoinSeat{Seat: lead, Role: room.Facilitator})
		h.as(lead, fmt.Sprintf("post-%d", n), room.PostIdea{ID: fmt.Sprintf("i%d", n), Text: "Felles matlaging"})
	}
	var bare, whole time.Duration
	var size int
	for n := 0; b.Loop(); n++ {
		began := time.Now()
		p := h.dialHeld(h.guest(n % 500))
		bare += time.Since(began)
		p.say(map[string]any{"t": "hi", "v": 1})
		for range 2 {
			_, frame, err := p.conn.Read(context.Background())
			if err != nil {
				b.Fatal(err)
			}
			size = len(frame)
		}
		whole += time.Since(began)
		p.conn.CloseNow()
	}
	b.ReportMetric(float64(whole.Nanoseconds())/float64(b.N), "ns/return")
	b.ReportMetric(float64(whole)/float64(bare), "×handshake")
	b.ReportMetric(float64(size), "bytes")
}
