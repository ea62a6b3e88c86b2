package room

import "strings"

// Whoever leads may look at what others see: the board, or a phone at a table.
// A look has no seat: it is counted nowhere, can send nothing, and goes when
// the one who looks no longer leads. It is given what everybody sees and, for
// the board, what the board sees; never the layers of the one who looks. Of a
// table it is given nothing that the table has not told all: what lies there
// is not a leader's to read.
const (
	lookPrefix = "look:"
	LookBoard  = "board"
)

// LookSeat names a look: at the board, or as somebody at a table, 0 for one
// without a table. It is no seat, and no seat can be called so.
func LookSeat(at, by string) string { return lookPrefix + at + ":" + by }

// GoodLook tells what can be looked at.
func GoodLook(at string) bool {
	if at == LookBoard {
		return true
	}
	n := 0
	for _, r := range at {
		if r < '0' || r > '9' {
			return false
		}
		n = n*10 + int(r-'0')
	}
	return at != "" && len(at) < 4 && n <= GroupsMax
}

// IsLook tells a look from a seat.
func IsLook(seat string) bool { return strings.HasPrefix(seat, lookPrefix) }

// looker splits a look into what is looked at and who does; the seat itself
// when it is none.
func looker(seat string) (at, by string) {
	rest, look := strings.CutPrefix(seat, lookPrefix)
	if !look {
		return "", seat
	}
	at, by, _ = strings.Cut(rest, ":")
	return at, by
}

// looks are the layers of a look: what everybody in the hall sees, and the
// board's own for the board. None when the one who looks does not lead.
func (s *State) looks(at, by string, hall []Layer) []Layer {
	if _, role := s.speaker(by); !role.Leads() || !GoodLook(at) {
		return nil
	}
	if at == LookBoard {
		return append(hall, Board)
	}
	return hall
}
