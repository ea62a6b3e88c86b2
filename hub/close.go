package hub

import "github.com/coder/websocket"

// Why we part from a socket. 4000–4099 come back, 4100–4199 do not.
const (
	Moving    websocket.StatusCode = 4000 // this node is draining
	Restarted websocket.StatusCode = 4001 // the room was restarted from its log, or could not be read just now
	Silent    websocket.StatusCode = 4002 // heartbeat missed
	Slow      websocket.StatusCode = 4008 // come back for a fresh picture
	Flood     websocket.StatusCode = 4029 // far too many frames; come back in a while
	Removed   websocket.StatusCode = 4100 // the seat was removed
	Rotated   websocket.StatusCode = 4101 // the link was rotated
	Deleted   websocket.StatusCode = 4102 // the meeting is deleted
	Foreign   websocket.StatusCode = 4103 // protocol not understood
	Swapped   websocket.StatusCode = 4105 // this phone has another seat now: fetch its cookie
	MovedOn   websocket.StatusCode = 4106 // its person has gone on on another phone
	GivenAway websocket.StatusCode = 4107 // whoever leads has given the seat to another phone
	Forgotten websocket.StatusCode = 4104 // the meeting is over, and nobody knows any more who was there
)
