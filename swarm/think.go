package swarm

import (
	"fmt"
	"sort"

	"dugnad/room"
)

// act is what somebody does; the empty seat is the house.
type act struct {
	seat string
	do   room.Command
}

// look is the room as people see it, and how long they have been at this step.
type look struct {
	*room.State
	tick int
	gone int64 // milliseconds
}

const (
	notesEach = 2
	toPlenum  = 8 // how much all tables send together: what a ballot can hold
	slow      = 3 // the table that needs a push before it writes
)

// comesAs is what simulated people are here as. None is an interpreter: those write nothing and do not vote.
var comesAs = []string{"kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro"}

// person is a simulated guest; no real phone can have such a seat.
func person(n int) string { return fmt.Sprintf("sim-%02d", n) }

// think is what everybody does at one tick: some come in, and each does what
// the step is for, not all at once. It is a function of what is there, so that
// a rehearsal cannot be led into a corner.
func think(st look, people int) []act {
	tick := st.tick
	if st.Meeting.Practice == "" || st.Meeting.Ended != 0 && len(st.Goodbyes) > 0 {
		return nil
	}
	acts := mishaps(st)
	if tick <= people {
		acts = append(acts, act{"", room.JoinSeat{Seat: person(tick), Role: room.Participant, As: comesAs[tick%len(comesAs)]}})
	}
	for n := 1; n <= people; n++ {
		x := st.Seats[person(n)]
		if x == nil || x.Gone || x.Left || x.Group == 0 && st.Meeting.Started != 0 {
			continue
		}
		if do := next(st, x, n, tick); do != nil {
			acts = append(acts, act{x.ID, do})
		}
	}
	return acts
}

// next is what one person does now, or nothing.
func next(st look, x *room.Seat, n, tick int) room.Command {
	step := st.Agenda.Steps[st.Agenda.Now]
	if st.Meeting.Ended != 0 || step.Kind == room.Avrunding {
		return room.SayGoodbye{Useful: 3 + n%3, Call: "ja"}
	}
	if v := open(st); v != nil {
		if _, in := v.Slips[x.ID]; in || (tick+n)%3 != 0 {
			return nil
		}
		return room.CastBallot{Vote: v.ID, Choice: choice(v, n)}
	}
	if x.Scribe && len(st.Groups) > 0 { // whoever writes for a table does not let the hall wait
		if do := sends(st, x); do != nil {
			return do
		}
	}
	if (tick+n)%4 != 0 { // people are not all quick at once
		return nil
	}
	switch step.Kind {
	case room.Stille, room.Par:
		return writes(st, x, n, tick)
	case room.Runde, room.Samtale, room.Tiltak:
		if do := shares(st, x, n); do != nil {
			return do
		}
		return sends(st, x)
	case room.Plenum, room.Sammenslaing:
		return sends(st, x)
	case room.VelgKort:
		if g := st.Groups[x.Group]; g != nil && g.Card == "" {
			return room.DrawCard{}
		}
	case room.Ansvarlig:
		for id, m := range st.Measures {
			if len(m.Offers) == 0 && n == 1 {
				return room.OfferMeasure{ID: id, Role: texts(st.Meeting.Lang).Role}
			}
		}
	}
	return nil
}

// writes is a note of one's own. One table takes its time: somebody has to go
// over and ask.
func writes(st look, x *room.Seat, n, tick int) room.Command {
	if wrote(st, x) >= notesEach || x.Group == slow && st.left() > 0.4 {
		return nil
	}
	notes := texts(st.Meeting.Lang).Notes
	return room.PostIdea{ID: fmt.Sprintf("sim-%02d-%d", n, x.Wrote), Text: notes[(n*notesEach+x.Wrote)%len(notes)]}
}

func wrote(st look, x *room.Seat) int {
	n := 0
	for _, i := range st.Ideas {
		if i.Author == x.ID && i.Step == st.Agenda.Steps[st.Agenda.Now].ID {
			n++
		}
	}
	return n
}

// shares lays one's own notes on the table, and the child's name among them.
func shares(st look, x *room.Seat, n int) room.Command {
	if n == 1 && st.Ideas[child] == nil {
		return room.PostIdea{ID: child, Text: texts(st.Meeting.Lang).Child, Table: true}
	}
	if !x.Scribe && !scribe(st, x.Group) {
		return room.BeScribe{On: true}
	}
	for _, id := range sorted(st.Ideas) {
		if i := st.Ideas[id]; i.Author == x.ID && i.Place == room.Private {
			return room.ShareIdea{ID: id}
		}
	}
	if listed(st, x.Group) == 0 {
		notes := texts(st.Meeting.Lang).Notes
		return room.PostIdea{ID: fmt.Sprintf("sim-%02d-t%d", n, x.Wrote), Text: notes[(n*5+x.Wrote)%len(notes)], Table: true}
	}
	return nil
}

// sends is the scribe's, when the time is nearly up and nobody holds back.
func sends(st look, x *room.Seat) room.Command {
	g := st.Groups[x.Group]
	if g == nil || g.Sent || !x.Scribe || listed(st, x.Group) == 0 {
		return nil
	}
	switch st.Agenda.Steps[st.Agenda.Now].Kind {
	case room.Plenum, room.Sammenslaing:
	case room.Runde, room.Samtale, room.Tiltak:
		if st.left() > 0.5 || more(st) {
			return nil
		}
	default:
		return nil
	}
	if listed(st, x.Group) > max(1, toPlenum/len(st.Groups)) {
		for _, id := range sorted(st.Ideas) {
			if i := st.Ideas[id]; i.Group == x.Group && i.Place == room.OnTable && id != child {
				return room.SetIdeaAside{ID: id}
			}
		}
	}
	return room.SendGroup{}
}

// more tells whether another step of table work comes before the plenum.
func more(st look) bool {
	for _, s := range st.Agenda.Steps[st.Agenda.Now+1:] {
		switch s.Kind {
		case room.Runde, room.Samtale, room.Tiltak:
			return true
		case room.Plenum, room.Sammenslaing:
			return false
		}
	}
	return false
}

func scribe(st look, group int) bool {
	for _, x := range st.Seats {
		if x.Group == group && x.Scribe {
			return true
		}
	}
	return false
}

func listed(st look, group int) int {
	n := 0
	for _, i := range st.Ideas {
		if i.Group == group && i.Place == room.OnTable {
			n++
		}
	}
	return n
}

// left is how much of the step's time is left, 0 to 1.
func (st look) left() float64 {
	t := st.Timer
	if t.Total == 0 {
		return 0
	}
	if t.Ends == 0 {
		return float64(t.Left) / float64(t.Total)
	}
	return float64(max(t.Total-st.gone, 0)) / float64(t.Total)
}

func open(st look) *room.Vote {
	for _, v := range st.Votes {
		if v.Status == "open" {
			return v
		}
	}
	return nil
}

// choice is a ballot the method finds fair, not the same for all.
func choice(v *room.Vote, n int) room.Choice {
	var c room.Choice
	of := len(v.Options)
	switch v.Method {
	case "yesno":
		for k, o := range v.Options {
			c = append(c, o.ID+map[bool]string{true: "=ja", false: "=nei"}[(n+k)%3 != 0])
		}
	case "score":
		for k, o := range v.Options {
			c = append(c, fmt.Sprintf("%s=%d", o.ID, (n+k)%(v.K+1)))
		}
	default:
		for k := range min(v.K, of) {
			c = append(c, v.Options[(n*n+k)%of].ID)
		}
	}
	return c
}

func sorted[V any](m map[string]V) []string {
	ids := make([]string, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}
