package room

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// Event is something that has happened. apply writes it into the state and
// never refuses, so that every old story can be played; it must bear that what
// it speaks of has been blanked since.
type Event interface {
	apply(s *State, m Mark, t *Touched)
}

// Mark is where and when an event happened.
type Mark struct {
	Seq, At int64
	Seat    string
}

// Sealed is an event inside another event's body.
type Sealed struct {
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body"`
}

// Kind is the event's name on disk.
func Kind(e Event) string { return kinds[reflect.TypeOf(e)] }

// Seal encodes an event as a record's kind and body.
func Seal(e Event) (kind string, body []byte, err error) {
	kind = Kind(e)
	if kind == "" {
		return "", nil, fmt.Errorf("event %T has no name", e)
	}
	body, err = json.Marshal(e)
	return kind, body, err
}

// Open is the reverse of Seal. An error means that this version cannot read
// the room: it is then served read-only.
func Open(kind string, body []byte) (Event, error) {
	read, ok := events[kind]
	if !ok {
		return nil, fmt.Errorf("unknown event %q", kind)
	}
	e, err := read(body)
	if err != nil {
		return nil, fmt.Errorf("event %q: %w", kind, err)
	}
	return e, nil
}

func readEvent[E Event](body []byte) (Event, error) {
	var e E
	err := json.Unmarshal(body, &e)
	return e, err
}
