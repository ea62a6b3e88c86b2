package swarm

import "dugnad/room"

// child is the note that names a child.
const child = "sim-barn"

// mishaps are what goes wrong now: a guest without a phone comes when people
// write, a child is named when the tables have told, and the machine dies when
// two thirds of the plan are behind.
func mishaps(st look) []act {
	if st.Meeting.Started == 0 || st.Meeting.Ended != 0 {
		return nil
	}
	var acts []act
	plant := func(what, idea string) {
		for _, m := range st.Mishaps {
			if m.What == what {
				return
			}
		}
		acts = append(acts, act{"", room.HappenRehearsal{What: what, Idea: idea}})
	}
	now, last := st.Agenda.Now, len(st.Agenda.Steps)-1
	if now >= 2 || now >= 1 && st.left() < 0.5 {
		plant("late", "")
	}
	if i := st.Ideas[child]; i != nil && (i.Place == room.InPlenum || i.Place == room.Held) {
		plant("child", child)
	}
	if 3*now >= 2*last && open(st) == nil {
		plant("laptop", "")
	}
	return acts
}
