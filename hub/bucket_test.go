package hub_test

import (
	"fmt"
	"strconv"
	"testing"

	"dugnad/room"
)

// Six digits, and four, can be gone through one by one by a seat that may try
// without end. After as many tries as at the code of a meeting it is told to wait,
// right or wrong; others are not.
func TestTheDigitsOnAnotherPhoneAreNotGoneThroughOneByOne(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(4)
	h.as(guest(0), "show", room.AskSwap{On: true})
	h.as(guest(3), "invite", room.InviteSeat{On: true})
	var swap, pair string
	h.state(func(s *room.State) { swap, pair = s.Seats[guest(0)].Swap, s.Seats[guest(3)].Invite })
	p := h.join(h.guest(1))
	wrong := func(right string, n int) string {
		digits, err := strconv.Atoi(right)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%0*d", len(right), (digits+1+n)%1000)
	}
	for n := range 20 {
		do, with := "seat.swap", any(room.SwapSeat{Code: wrong(swap, n)})
		if n%2 == 1 {
			do, with = "seat.pair", room.PairSeat{Code: wrong(pair, n)}
		}
		if _, no := p.ask(do, with); no != room.Missing {
			t.Fatalf("try %d: %q", n, no)
		}
	}
	for do, with := range map[string]any{"seat.swap": room.SwapSeat{Code: swap}, "seat.pair": room.PairSeat{Code: pair}} {
		if _, no := p.ask(do, with); no != room.SlowDown {
			t.Errorf("%s after twenty: %q", do, no)
		}
	}
	if _, no := p.ask("seat.hand", room.RaiseHand{Why: "help"}); no != "" {
		t.Error("what is no try is refused:", no)
	}
	if _, no := h.join(h.guest(2)).ask("seat.pair", room.PairSeat{Code: pair}); no != "" {
		t.Error("another seat pays for it:", no)
	}
}
