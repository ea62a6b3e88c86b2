// Package server is the door of the house: who comes in, by which key, and
// what may be fetched without a live line. Everything live goes by websocket
// to the hub; every rule of the meeting is in room.
package server

import (
	"context"
	"crypto/rand"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"dugnad/hub"
	"dugnad/likeness"
	"dugnad/room"
)

// Store is what the door asks of the store; the rest goes through the hub.
type Store interface {
	// RoomOf finds the meeting that has a join code, or says [room.ErrGone].
	RoomOf(ctx context.Context, code string) (string, error)
	// Person reads one row of what is kept about people; nil is none.
	Person(ctx context.Context, roomID, id, kind string) ([]byte, error)
	// WhoseMail finds who has left an address, in whichever rooms.
	WhoseMail(ctx context.Context, body []byte) ([]room.Mail, error)
	// Letters counts a room's letters by occasion.
	Letters(ctx context.Context, roomID string) ([]room.MailCount, error)
	// Waiting, Wait, Call and Unwait are the phones outside that show four digits.
	Waiting(ctx context.Context, phone string, since int64) (room.Waiting, error)
	Wait(ctx context.Context, digits, phone string, now, stale int64, most int) (ok bool, err error)
	Call(ctx context.Context, digits, roomID, seat string, since int64) (ok bool, err error)
	Unwait(ctx context.Context, phone string) error
	// Asked counts that somebody asks for a way back in, and says whether they may.
	Asked(ctx context.Context, who string, now int64, most int) (ok bool, err error)
	// Slip reads what lies behind a slip while its vote is open.
	Slip(ctx context.Context, roomID, vote, slip string) (room.Choice, bool, error)
	// People reads what is kept of one kind about people, outside the log.
	People(ctx context.Context, roomID, kind string) ([][]byte, error)
	// Picture reads one picture of a meeting.
	Picture(ctx context.Context, roomID, id string) (kind string, picture []byte, ok bool, err error)
	// Tail reads the room's story behind a position, for a report as it was.
	Tail(ctx context.Context, roomID string, after int64) (epoch string, records []room.Record, err error)
	// Delete takes away everything about a meeting.
	Delete(ctx context.Context, roomID string) error
	// Dugnads lists the organisation's meetings with their measures counted.
	Dugnads(ctx context.Context, now time.Time) ([]room.Dugnad, error)
	// DueMeasures lists open measures with a date from one day on and before another.
	DueMeasures(ctx context.Context, now time.Time, from, before string, limit int) ([]room.Found, error)
	// Listings is the open list of kommuner.
	Listings(ctx context.Context) ([]room.Listed, error)
	// Search finds measures in all meetings, and how many there are beyond the limit.
	Search(ctx context.Context, q likeness.Query, now time.Time, limit int) ([]room.Found, int, error)
	// Recurring lists the words of the measures of several meetings.
	Recurring(ctx context.Context, limit int) ([]room.Again, error)
	// Days lists what is ahead in all meetings from a day on, the earliest first.
	Days(ctx context.Context, from string, limit int) ([]room.OrgDay, error)
	// Ping tells whether the store can be reached.
	Ping(ctx context.Context) error
}

// Options is what the door is built from. Rooms, Store and Keys must be there.
type Options struct {
	Rooms *hub.Hub
	Store Store
	Keys  Keys

	PublicURL *url.URL       // https: public mode. http on a hall address: where phones go. nil: hall mode
	Operator  string         // the key that may make meetings in public mode, and see them all together; empty: nobody may
	Trusted   []netip.Prefix // proxies whose X-Forwarded-For is believed
	Port      int            // where phones knock in hall mode
	Machine   func() []netip.Addr

	Crowd Crowd // fills rehearsals; nil: there are none

	Mail bool // letters are carried; see Write

	Pages fs.FS // the built front end
	Words fs.FS // <language>.json

	Build        string // says which build answers
	Organisation string // whose meetings these are, for reports; empty is not told
	MaxSockets   int    // 0 is 20,000
	Lookups      int    // join codes looked up a second; 0 is 200

	Now  func() time.Time
	Dice io.Reader
	Log  *slog.Logger
}

// Server is the door. It is an [http.Handler].
type Server struct {
	o        Options
	handler  http.Handler
	table    []route
	line     *line
	wrong    *tries
	asked    *tries // for a way back in
	waits    *tries // phones that asked for digits to wait with
	helps    *tries // digits that no phone showed, by who typed them
	files    files
	words    words
	counts   *counts
	picked   picked
	practice rehearsals
	salt     [16]byte

	sockets  atomic.Int64
	reached  atomic.Bool
	draining atomic.Bool

	dice sync.Mutex
}

// New builds the door. Close ends what it started.
func New(o Options) (*Server, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Dice == nil {
		o.Dice = rand.Reader
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Machine == nil {
		o.Machine = Machine
	}
	if o.MaxSockets == 0 {
		o.MaxSockets = 20_000
	}
	if o.Lookups == 0 {
		o.Lookups = 200
	}
	s := &Server{o: o, wrong: newTries(o.Now), asked: newTries(o.Now), waits: newTries(o.Now), helps: newTries(o.Now), counts: newCounts(o.Rooms.Stats)}
	if err := s.roll(s.salt[:]); err != nil {
		return nil, err
	}
	var err error
	if s.words, err = readWords(o.Words); err != nil {
		return nil, err
	}
	if s.files, err = readFiles(o.Pages); err != nil {
		return nil, err
	}
	s.line = newLine(o.Lookups)
	s.table = s.routes()
	s.handler = s.chain(s.tree())
	return s, nil
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// HTTP is the door with the patience it has: who has not said in five seconds
// what it wants is cut off, and nobody needs longer headers than this. The
// library's own log is thrown away: it holds addresses of people, and what
// matters is logged at our edge.
func HTTP(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 16 << 10,
		ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelDebug)}
}

// Drain makes readiness say no, so that a balancer looks elsewhere.
func (s *Server) Drain() { s.draining.Store(true) }

// Close ends the line of look-ups.
func (s *Server) Close() { s.line.close() }

// public tells whether the door stands on the open internet.
func (s *Server) public() bool { return s.o.PublicURL != nil && s.o.PublicURL.Scheme == "https" }

// roll fills b with dice.
func (s *Server) roll(b []byte) error {
	s.dice.Lock()
	defer s.dice.Unlock()
	_, err := io.ReadFull(s.o.Dice, b)
	return err
}
