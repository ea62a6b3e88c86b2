package room

// Role is what a seat may do. It is read from the room's story, never from a
// message.
type Role string

const (
	Participant Role = "participant"
	Facilitator Role = "facilitator"
	Assistant   Role = "assistant"   // clicks everything the facilitator clicks
	FollowUp    Role = "followup"    // carries the measures for the year after
	Deputy      Role = "deputy"      // may take over when whoever leads is silent; until then sees what the hall sees
	Observer    Role = "observer"    // an adult who watches, and sends nothing that is written
	Projector   Role = "board"       // shows, sends nothing
	House       Role = "house"       // the server itself
	Stranger    Role = "stranger"    // removed, or never here
	Interpreter Role = "interpreter" // a guest who says what others say; reads along, and has no voice

	Responsible Role = "responsible" // whoever answers for one measure, by its link; holds no seat
)

// roles is a set of roles.
type roles []Role

var (
	anyone = roles{Participant, Facilitator, Assistant}
	leads  = roles{Facilitator, Assistant}
	guests = roles{Participant}
	house  = roles{House}
	carers = roles{FollowUp, Facilitator, Assistant}
	people = roles{Participant, Facilitator, Assistant, FollowUp}
)

func (rs roles) has(r Role) bool {
	for _, x := range rs {
		if x == r {
			return true
		}
	}
	return false
}

// Leads reports whether a role runs the meeting.
func (r Role) Leads() bool { return leads.has(r) }
