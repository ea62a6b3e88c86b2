package hub_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dugnad/hub"
	"dugnad/room"
)

// The year after is live like the evening: two of the follow-up group follow it
// by patches and see what a newcomer sees, and nothing of theirs is ever in a
// frame to a guest or the board.
func TestTheYearIsLiveForTheGroupAlone(t *testing.T) {
	h := newHall(t, newPaper(), nil)
	h.meet(2)
	group := func(n int) hub.Caller {
		return hub.Caller{Room: h.id, Seat: fmt.Sprintf("oppf%d", n), Surface: "follow", LinkEpoch: 1}
	}
	h.as("lead1", "link", room.RotateLink{Surface: "follow", Hash: strings.Repeat("a", 64)})
	for n := range 2 {
		h.house(fmt.Sprintf("join-oppf-%d", n), room.JoinSeat{Seat: group(n).Seat, Role: room.FollowUp})
	}
	phones := map[string]*phone{}
	for _, who := range []hub.Caller{h.guest(0), h.board(), h.lead(), group(0), group(1)} {
		phones[who.Seat] = h.join(who)
	}
	h.as("lead1", "end", room.EndMeeting{})
	for n := range 4 {
		h.as("oppf0", fmt.Sprint("take-", n), room.TakeUp{ID: fmt.Sprint("m", n), Title: "Tiltak"})
	}
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 200 {
		m, seat, text := fmt.Sprint("m", r.IntN(4)), group(r.IntN(2)).Seat, fmt.Sprintf("hemmelig-%d", n)
		_, _ = h.try(seat, fmt.Sprint("year-", n), pick(r, []room.Command{
			room.SetStatus{ID: m, Status: pick(r, room.Statuses), Says: text, Help: r.IntN(3) == 0, Seen: 1 << 40},
			room.EditMeasure{ID: m, Field: pick(r, []string{"deputy", "after", "youth", "sign"}), Text: text, Seen: int64(n)},
			room.SetPart{Measure: m, Part: room.Part{ID: "p", Name: text}, Seen: 1 << 40},
			room.WriteComment{ID: fmt.Sprint("k", n), Measure: m, Text: text},
			room.RedactComment{ID: fmt.Sprint("k", n/2)},
			room.WriteAnswer{Lang: "nb", Part: "next", Text: text, Seen: 1 << 40},
			room.PresentMember{As: text},
		}))
	}
	for seat, f := range phones {
		f.same(h.view(f.who))
		var all strings.Builder
		for _, frame := range f.all() {
			all.Write(frame.raw)
		}
		in := strings.HasPrefix(seat, "oppf") || seat == "lead1"
		if shown := strings.Contains(all.String(), "hemmelig-"); shown != in {
			t.Errorf("%s was sent what the group keeps: %v, want %v", seat, shown, in)
		}
		if !in && (strings.Contains(all.String(), "followups/") || strings.Contains(all.String(), "oppf0")) {
			t.Errorf("%s was told of the group", seat)
		}
		if !strings.Contains(all.String(), `"measures/m0"`) {
			t.Errorf("%s was not told of the measures", seat)
		}
	}
	h.as("lead1", "out", room.RemoveSeat{Seat: "oppf1"})
	if code := phones["oppf1"].closed(); code != hub.Removed {
		t.Error("shown out with", code)
	}
}
