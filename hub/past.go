package hub

import "dugnad/room"

const (
	pastMax  = 2000 // positions that a client can come back from without a whole picture
	tailMax  = 500  // entities in such a return; more is dearer than a picture
	touchMax = 40 * pastMax
)

// touch is an entity that a record changed, and the layer it lay in before.
type touch struct {
	key room.Key
	was room.Layer
}

// moment is what one record touched.
type moment struct {
	seq     int64
	touches []touch
}

// past is what the last records touched. It holds keys and never what was
// shown, so a client that comes back is shown these things as they are now and
// can never be sent what has since been hidden or redacted.
type past struct {
	moments []moment
	floor   int64 // what a client at an earlier position has missed is not known
	size    int
}

func (p *past) add(m moment) {
	if len(m.touches) > tailMax {
		p.moments, p.size, p.floor = nil, 0, m.seq
		return
	}
	p.moments = append(p.moments, m)
	p.size += len(m.touches)
	for len(p.moments) > pastMax || p.size > touchMax {
		p.size -= len(p.moments[0].touches)
		p.floor = p.moments[0].seq
		p.moments[0] = moment{}
		p.moments = p.moments[1:]
	}
}

// since lists what was touched after a position, each thing once, with whether
// it has been visible in one of the layers at any time since. ok is false when
// that is not known, or too much.
func (p *past) since(seq int64, layers []room.Layer) (keys []room.Key, seen map[room.Key]bool, ok bool) {
	if seq < p.floor {
		return nil, nil, false
	}
	seen = map[room.Key]bool{}
	for i := len(p.moments) - 1; i >= 0 && p.moments[i].seq > seq; i-- {
		for _, t := range p.moments[i].touches {
			visible, known := seen[t.key]
			if !known {
				keys = append(keys, t.key)
			}
			seen[t.key] = visible || in(layers, t.was)
		}
	}
	return keys, seen, true
}

func in(layers []room.Layer, l room.Layer) bool {
	for _, x := range layers {
		if x == l {
			return true
		}
	}
	return false
}
