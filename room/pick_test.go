package room

import "testing"

// TestWhatSomebodyTappedIsNowhere plays the same choosing twice, with the taps
// changed about: the log and the state are the same to the last byte, so
// neither can say who tapped what, nor how many tapped which.
func TestWhatSomebodyTappedIsNowhere(t *testing.T) {
	play := func(taps ...int) (*evening, string) {
		ev := newEvening(t)
		must := func(seat string, c Command) {
			t.Helper()
			if _, err := ev.ask(seat, c); err != nil {
				t.Fatalf("%s %T: %v", seat, c, err)
			}
		}
		must("", CreateMeeting{Title: "Kort", Lang: "nb", Template: "kommune-120", Code: "K7Q4XP2M"})
		must("", JoinSeat{Seat: "kari", Role: Facilitator})
		seats := []string{"anna", "berit", "carl", "dina", "ester"}
		for _, id := range seats {
			must("", JoinSeat{Seat: id, Role: Participant})
		}
		must("kari", MakeGroups{})
		must("kari", GoToStep{"kort"})
		must("anna", DealHand{})
		for n, card := range taps {
			must(seats[n], PickCard{ev.s.pickAt(1).Hand[card]})
		}
		if len(ev.bag) != 0 {
			t.Fatalf("the bag still holds %v", ev.bag)
		}
		return ev, ev.s.Hash()
	}
	one, want := play(0, 0, 0, 1, 2)
	for _, other := range [][]int{{2, 1, 0, 0, 0}, {0, 0, 1, 1, 0}, {0, 0, 0, 0, 0}, {1, 0, 2, 0, 0}} {
		ev, hash := play(other...)
		if hash != want {
			t.Errorf("%v: the state tells it from another", other)
		}
		for n, r := range ev.log {
			if string(r.Body) != string(one.log[n].Body) || r.Kind != one.log[n].Kind {
				t.Errorf("%v: record %d tells it: %s", other, n+1, r.Body)
			}
		}
	}
	if _, tie := play(0, 0, 1, 1, 2); tie == want {
		t.Error("a tie is the same as a choice: this test sees nothing")
	}
}
