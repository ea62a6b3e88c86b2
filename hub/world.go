package hub

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dugnad/room"
)

// nowhere is the layer of what nobody is shown.
const nowhere room.Layer = ""

// world is a room's state with the indexes that follow from its story: where
// each thing lies, what the last records touched, which commands are known. It
// is thrown away whole when anything is in doubt; what has been shown to people
// is not in here (see picture).
type world struct {
	state *room.State
	epoch string
	where map[room.Key]room.Layer
	holds map[room.Layer]map[room.Key]struct{}
	past  past
	cmds  map[string]int64 // first position of every command, by its key
	stuck error            // a record that this version cannot read: from there on we only show
	// foreign: it is of a kind we have never heard of, so somebody newer has.
	foreign bool

	encoded int64 // whole layers, ever

	pieces map[room.Key][]byte   // encoded as of the head
	layers map[room.Layer][]byte // whole layers as of the head
}

func newWorld(epoch string) *world {
	return &world{state: room.New(), epoch: epoch, where: map[room.Key]room.Layer{},
		holds: map[room.Layer]map[room.Key]struct{}{}, cmds: map[string]int64{},
		pieces: map[room.Key][]byte{}, layers: map[room.Layer][]byte{}}
}

// replay plays a story and gives what the records after a position touched. It
// stops in front of a record it cannot read, or that breaks it.
func replay(epoch string, story []room.Record, after int64) (*world, []moment) {
	w := newWorld(epoch)
	var ms []moment
	for n, rec := range story {
		var m moment
		err := safely(func() (err error) { m, _, err = w.apply(rec); return })
		if broken(err) {
			// What it left behind is not to be trusted: play again and stop before it.
			w, ms = replay(epoch, story[:n], after)
		}
		if err != nil {
			w.getStuck(rec, err)
			break
		}
		if rec.Seq > after {
			ms = append(ms, m)
		}
	}
	return w, ms
}

// apply plays one record. An error means that it cannot be read, and that
// nothing has changed.
func (w *world) apply(rec room.Record) (moment, room.Touched, error) {
	t, err := w.state.Apply(rec)
	if err != nil {
		return moment{}, t, fmt.Errorf("record %d: %w", rec.Seq, err)
	}
	cmd, _, _ := strings.Cut(rec.Cmd, "/")
	if _, known := w.cmds[cmd]; !known {
		w.cmds[cmd] = rec.Seq
	}
	w.pieces, w.layers = emptied(w.pieces), emptied(w.layers)
	m := moment{rec.Seq, w.move(t)}
	w.past.add(m)
	return m, t, nil
}

func (w *world) getStuck(at room.Record, err error) {
	w.stuck, w.foreign = err, !slices.Contains(room.EventKinds(), at.Kind)
}

// emptied clears a map, or leaves a large one behind.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if len(m) > 64 {
		return map[K]V{}
	}
	clear(m)
	return m
}

// move looks up where everything that was touched lies now, and gives where it
// lay before.
func (w *world) move(t room.Touched) []touch {
	keys := slices.Clone(t.Keys)
	for _, kind := range t.Kinds {
		keys = append(keys, w.state.Keys(kind)...)
	}
	slices.Sort(keys) // each once
	keys = slices.Compact(keys)
	touches := make([]touch, 0, len(keys))
	for _, k := range keys {
		was, now := w.where[k], w.state.Where(k)
		touches = append(touches, touch{k, was})
		if was == now {
			continue
		}
		if was != nowhere {
			delete(w.holds[was], k)
			if len(w.holds[was]) == 0 {
				delete(w.holds, was)
			}
			delete(w.where, k)
		}
		if now != nowhere {
			w.where[k] = now
			if w.holds[now] == nil {
				w.holds[now] = map[room.Key]struct{}{}
			}
			w.holds[now][k] = struct{}{}
		}
	}
	return touches
}

// piece is `"key":{…}` as an entity is shown now, encoded once however many
// ask. It is nil for what is nowhere, and for what cannot be shown: better one
// thing missing than a room that falls over whenever somebody looks.
func (w *world) piece(k room.Key) []byte {
	if b, ok := w.pieces[k]; ok {
		return b
	}
	var b []byte
	err := safely(func() error {
		view, ok := w.state.See(w.where[k], k)
		if !ok {
			return nil
		}
		body, err := json.Marshal(view)
		if err != nil {
			return err
		}
		b = append(append(quoted(nil, k), ':'), body...)
		return nil
	})
	if err != nil {
		b = nil
	}
	w.pieces[k] = b
	return b
}

// layer is everything that lies in a layer, encoded once per position.
func (w *world) layer(l room.Layer) []byte {
	if b, ok := w.layers[l]; ok {
		return b
	}
	keys := make([]room.Key, 0, len(w.holds[l]))
	for k := range w.holds[l] {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b []byte
	for _, k := range keys {
		b = listed(b, w.piece(k))
	}
	w.layers[l] = b
	w.encoded++
	return b
}

// listed adds a piece to a list of pieces.
func listed(list, piece []byte) []byte {
	if len(piece) == 0 {
		return list
	}
	if len(list) > 0 {
		list = append(list, ',')
	}
	return append(list, piece...)
}

// quoted adds a key as JSON.
func quoted(b []byte, k room.Key) []byte {
	q, _ := json.Marshal(string(k))
	return append(b, q...)
}
