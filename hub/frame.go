package hub

import (
	"encoding/json"
	"time"

	"dugnad/room"
)

// version of the protocol in docs/protocol.md.
const version = 1

// sort says what may become of a frame when a phone does not keep up.
type sort int

const (
	word    sort = iota // must arrive: acknowledgements, refusals, moves
	showing             // a whole picture makes up for it
	passing             // typing, heartbeats: nobody will miss it
)

// frame is one message to a client, in parts that may be shared with others.
type frame struct {
	sort  sort
	parts [][]byte
	sweep *sweep // waits for it, or nil
	idle  bool   // no news: a position that has moved, a sign of life
}

func whole(s sort, b []byte) frame { return frame{sort: s, parts: [][]byte{b}} }

func (f frame) size() int {
	n := 0
	for _, p := range f.parts {
		n += len(p)
	}
	return n
}

// inbound is any frame from a client.
type inbound struct {
	T     string          `json:"t"`
	Since int64           `json:"since"`
	Epoch string          `json:"epoch"`
	V     int             `json:"v"`
	ID    string          `json:"id"`
	Do    string          `json:"do"`
	With  json.RawMessage `json:"with"`
}

type hiFrame struct {
	T     string    `json:"t"`
	V     int       `json:"v"`
	Room  string    `json:"room"`
	Epoch string    `json:"epoch"`
	Seq   int64     `json:"seq"`
	Now   int64     `json:"now"`
	Seat  string    `json:"seat"`
	Role  room.Role `json:"role"`
	Build string    `json:"build"`
}

type ackFrame struct {
	T   string `json:"t"`
	ID  string `json:"id"`
	Seq int64  `json:"seq"`
}

type refusedFrame struct {
	T    string    `json:"t"`
	ID   string    `json:"id"`
	Code room.Code `json:"code"`
}

type ephFrame struct {
	T      string `json:"t"`
	Typing int    `json:"typing"`
}

// onlineFrame is for whoever leads, ledFrame for a deputy who waits, and an adult who watches.
type onlineFrame struct {
	T      string          `json:"t"`
	Online room.OnlineView `json:"online"`
}

type ledFrame struct {
	T   string       `json:"t"`
	Led room.LedView `json:"led"`
}

type moveFrame struct {
	T     string `json:"t"`
	After int64  `json:"after"` // milliseconds
}

// encode makes a frame of one of the small ones above.
func encode(s sort, v any) frame {
	b, err := json.Marshal(v)
	if err != nil {
		panic("a frame that cannot be encoded: " + err.Error())
	}
	return whole(s, b)
}

func move(within time.Duration) frame {
	return encode(word, moveFrame{"move", within.Milliseconds()})
}

func refused(id string, c room.Code) frame { return encode(word, refusedFrame{"refused", id, c}) }

// goodID tells whether a client may use this as the id of a command.
func goodID(id string) bool {
	if len(id) < 8 || len(id) > 40 {
		return false
	}
	for _, c := range []byte(id) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}
