package room

// Waiting is a phone outside that shows four digits for a neighbour to type.
// Room and Seat are whoever typed them, empty until somebody has.
type Waiting struct {
	Digits string
	At     int64
	Room   string
	Seat   string
}
