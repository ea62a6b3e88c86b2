package hub

import (
	"encoding/json"
	"strconv"

	"dugnad/room"
)

// A picture larger than this goes over http, where it can be compressed and
// does not stand in the way of acknowledgements.
const snapMax = 256 << 10

// snap is everything a list of layers shows, in parts. The parts are shared by
// all who see the same layer, so a hall that comes back at once costs one
// encoding and no copies.
func (w *world) snap(layers []room.Layer) (parts [][]byte, size int) {
	parts = [][]byte{w.snapHead(`,"set":{`)}
	for _, l := range layers {
		b := w.layer(l)
		if len(b) == 0 {
			continue
		}
		if len(parts) > 1 {
			parts = append(parts, []byte(","))
		}
		parts = append(parts, b)
	}
	parts = append(parts, []byte("}}"))
	for _, p := range parts {
		size += len(p)
	}
	return parts, size
}

// largeSnap tells a client to fetch its picture.
func (w *world) largeSnap() []byte { return w.snapHead(`,"large":true}`) }

func (w *world) snapHead(rest string) []byte {
	epoch, _ := json.Marshal(w.epoch)
	b := append([]byte(`{"t":"snap","epoch":`), epoch...)
	b = append(b, `,"seq":`...)
	b = strconv.AppendInt(b, w.state.Head, 10)
	return append(b, rest...)
}

// resume is the patch for a client that was last told everything up to since.
// ok is false when it needs a whole picture.
func (w *world) resume(since int64, layers []room.Layer) (patch frame, ok bool) {
	keys, seen, ok := w.past.since(since, layers)
	if !ok {
		return patch, false
	}
	var set, del []byte
	n := 0
	for _, k := range keys {
		switch {
		case in(layers, w.where[k]):
			set = listed(set, w.piece(k))
		case seen[k]:
			del = listed(del, quoted(nil, k))
		default:
			continue
		}
		if n++; n > tailMax {
			return patch, false
		}
	}
	if len(set)+len(del) == 0 {
		return moved(since, w.state.Head), true
	}
	return whole(showing, patchFrame(since, w.state.Head, set, del)), true
}
