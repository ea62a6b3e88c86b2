package room

// Waiting is a phone outside that shows four digits for a neighbour to type.
// Room and Seat are whoever typed them, empty until somebody has.
type Waiting struct {
	Digits string
	At     int64
	Room   string
	Seat   string
}

// What is kept beside the meetings, in milliseconds: a phone that waits outside
// must be read and typed beside, and who asked for a way back in by mail is
// counted by the hour.
const (
	WaitLasts  = 3 * 60 * 1000
	AskedLasts = 60 * 60 * 1000
)
