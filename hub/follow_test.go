package hub_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dugnad/room"
)

// Who followed patches all evening shows the same as who just came, in every
// role, whatever people do; and nothing that was never shown to a seat is in
// anything that was sent to it.
func TestWhoFollowedShowsTheSameAsWhoJustCame(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			h := newHall(t, newPaper(), nil)
			p := newPlayer(h, seed, 6)
			phones := follow(t, p, func(int) *hall { return h })
			var away []*phone
			may := layersOf(p, phones)
			for range 6 {
				for range 50 {
					p.step()
					may.look(p)
				}
				for _, f := range phones {
					f.same(h.view(f.who))
				}
				// One loses the network for a while and comes back.
				n := p.r.IntN(len(phones))
				phones[n].conn.CloseNow()
				for range 10 {
					p.step()
					may.look(p)
				}
				away = append(away, phones[n])
				phones[n] = h.back(phones[n].who, phones[n])
			}
			phones = append(phones, away...)
			may.check(t, p, phones)
			if len(p.ideas) < 20 || p.votes == 0 {
				t.Errorf("a dull evening: %d ideas, %d votes", len(p.ideas), p.votes)
			}
		})
	}
}

// allowed is every layer that each seat has ever been given.
type allowed map[string][]room.Layer

func layersOf(p *player, phones []*phone) allowed {
	may := allowed{}
	for _, f := range phones {
		may[f.who.Seat] = nil
	}
	may.look(p)
	return may
}

func (may allowed) look(p *player) {
	p.state(func(s *room.State) {
		for seat := range may {
			for _, l := range s.Layers(seat) {
				if !slices.Contains(may[seat], l) {
					may[seat] = append(may[seat], l)
				}
			}
		}
	})
}

// check searches every frame for ideas that never lay in a layer of the seat.
func (may allowed) check(t *testing.T, p *player, phones []*phone) {
	hidden := 0
	for _, f := range phones {
		var everything []byte
		for _, frame := range f.all() {
			everything = append(everything, frame.raw...)
		}
		for _, id := range p.ideas {
			if slices.ContainsFunc(p.placed[id], func(l room.Layer) bool { return slices.Contains(may[f.who.Seat], l) }) {
				continue
			}
			hidden++
			if at := bytes.Index(everything, []byte(id)); at >= 0 {
				t.Errorf("%s was sent something of %s: …%s…", f.who.Seat, id, everything[max(0, at-150):at+50])
			}
		}
		if strings.Contains(string(everything), `"author"`) {
			t.Errorf("%s was told who wrote something", f.who.Seat)
		}
	}
	if hidden == 0 {
		t.Error("nothing was hidden from anybody: this test sees nothing")
	}
}
