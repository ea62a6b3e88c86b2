package hub

import (
	"strconv"

	"dugnad/room"
)

// sheet is what one flush shows, cut by layer and encoded once. A line gets the
// pieces of its layers; lines with the same pieces share the bytes.
type sheet struct {
	head     int64
	set, del map[room.Layer][]byte
	kept     map[room.Layer]int64 // first position whose counts are still kept back
	frames   map[string][]byte
	key      []byte
}

func (s *sheet) empty() bool { return len(s.set) == 0 && len(s.del) == 0 }

// upto is the position up to which somebody with these layers has been shown
// everything. It stops short of counts that are still kept back: a client that
// drops off here, and comes back to another node, is then shown them there.
func (s *sheet) upto(layers []room.Layer) int64 {
	to := s.head
	for _, l := range layers {
		if at, ok := s.kept[l]; ok && at <= to {
			to = at - 1
		}
	}
	return to
}

// patch is the frame for a list of layers, nil when there is nothing for it.
func (s *sheet) patch(layers []room.Layer, from, to int64) []byte {
	s.key = s.key[:0]
	for _, l := range layers {
		if s.set[l] != nil || s.del[l] != nil {
			s.key = append(append(s.key, l...), 0)
		}
	}
	if len(s.key) == 0 {
		return nil
	}
	s.key = strconv.AppendInt(s.key, from, 36)
	s.key = strconv.AppendInt(append(s.key, 0), to, 36)
	if f, ok := s.frames[string(s.key)]; ok {
		return f
	}
	var set, del []byte
	for _, l := range layers {
		set, del = listed(set, s.set[l]), listed(del, s.del[l])
	}
	f := patchFrame(from, to, set, del)
	s.frames[string(s.key)] = f
	return f
}

// moved is a patch with nothing in it but how far the room has come.
func moved(from, to int64) frame {
	f := whole(showing, patchFrame(from, to, nil, nil))
	f.idle = true
	return f
}

func patchFrame(from, to int64, set, del []byte) []byte {
	b := make([]byte, 0, len(set)+len(del)+80)
	b = append(b, `{"t":"patch","from":`...)
	b = strconv.AppendInt(b, from, 10)
	b = append(b, `,"to":`...)
	b = strconv.AppendInt(b, to, 10)
	if len(del) > 0 {
		b = append(append(append(b, `,"del":[`...), del...), ']')
	}
	b = append(append(append(b, `,"set":{`...), set...), '}')
	return append(b, '}')
}
