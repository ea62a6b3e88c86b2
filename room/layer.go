package room

import "strconv"

// Layer is a slice of what is shown. Every shown entity lives in exactly one
// layer at a time; a role is a list of layers. What no layer holds never
// leaves the server.
type Layer string

const (
	All   Layer = "all"
	Board Layer = "board"
	Lead  Layer = "lead"
	none  Layer = ""

	// Young is what the young people in a meeting of their own see until they
	// publish it. No adult's role holds it.
	Young Layer = "young"

	// Follow is what the follow-up group keeps through the year. The facilitators
	// read it too; participants and the board never.
	Follow Layer = "followup"
)

// BoardSeat is the seat of every projector page. It sees and sends nothing.
const BoardSeat = "board"

// GroupLayer is what one group sees of itself.
func GroupLayer(n int) Layer { return Layer("group:" + strconv.Itoa(n)) }

// MineLayer is what one seat alone sees.
func MineLayer(seat string) Layer { return Layer("mine:" + seat) }

// Layers lists what a seat may see, in a fixed order. A stranger sees nothing.
func (s *State) Layers(seat string) []Layer {
	hall := []Layer{All}
	if s.Youth.On {
		hall = append(hall, Young)
	}
	if seat == BoardSeat {
		return append(hall, Board)
	}
	if at, by := looker(seat); at != "" {
		return s.looks(at, by, hall)
	}
	by, role := s.speaker(seat)
	switch {
	case by == nil:
		return nil
	case role == Observer, role == Deputy:
		return []Layer{All, MineLayer(seat)}
	case role.Leads():
		return append(append(append(hall, Lead), FollowLayers()...), MineLayer(seat))
	case role == FollowUp:
		return append(append([]Layer{All}, FollowLayers()...), MineLayer(seat))
	case role == TeamRole:
		return []Layer{All, TeamLayer(teamOf(by.Via)), MineLayer(seat)}
	}
	if by.Group != 0 {
		hall = append(hall, GroupLayer(by.Group))
	}
	if role == Interpreter {
		hall = append(hall, Ahead)
	}
	return append(hall, MineLayer(seat))
}

// Placed is the position at which the seat's list of layers last changed. A
// client that was last told something before it needs a whole picture.
func (s *State) Placed(seat string) int64 {
	_, seat = looker(seat)
	if by := s.Seats[seat]; by != nil {
		return by.Placed
	}
	return 0
}

// Forgot tells whether a seat may have been there, and nobody knows any more: the
// people of a meeting are forgotten when they have been kept long enough. Nobody
// has shown them out, and they are not to hear that somebody did.
func (s *State) Forgot(seat string) bool {
	return seat != "" && s.Seats[seat] == nil && seat != BoardSeat && s.Erased["seats"] != 0
}
