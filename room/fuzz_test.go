package room

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestLongRandomEvenings plays seeded evenings and asks after every step: is any
// idea lost, does any layer show what it must not; and at the end whether the
// blanked log tells the same story.
func TestLongRandomEvenings(t *testing.T) {
	evenings, steps := 24, 300
	if testing.Short() {
		evenings = 12
	}
	for seed := range evenings {
		p := newPlayer(t, uint64(seed))
		for n := range steps {
			c, _, err := p.step()
			if err != nil {
				if _, ok := err.(Refusal); !ok {
					t.Fatalf("seed %d step %d: %T: %v is no refusal", seed, n, c, err)
				}
				continue
			}
			p.everyIdeaInOnePile(seed, n)
			p.neverMoreSlipsThanHeads(seed, n)
			p.noMoodOfAFew(seed, n)
			p.aDeputyWaitsOutside(seed, n)
			if n%10 == 0 {
				p.nothingHiddenIsShown(seed, n)
			}
		}
		p.finished()
		p.nothingErasedRemains(seed)
		p.replayed()
	}
}

// finished ends the evening and puts a line under its report, and writes a
// little more after the line.
func (p *player) finished() {
	if v := p.s.openVote(); v != nil {
		p.must("lead1", CancelVote{v.ID})
	}
	p.must("lead1", EndMeeting{})
	for _, digit := range "ab" {
		p.must("lead2", FinishReport{p.s.Head, strings.Repeat(string(digit), 64)})
	}
}

func (p *player) everyIdeaInOnePile(seed, n int) {
	piles := map[string]int{}
	for _, c := range p.s.Clusters {
		if len(c.Ideas) == 0 {
			p.t.Fatalf("seed %d step %d: empty pile %s", seed, n, c.ID)
		}
		for _, id := range c.Ideas {
			piles[id]++
		}
	}
	for id, i := range p.s.Ideas {
		if want := map[bool]int{true: 1}[i.Place == InPlenum]; piles[id] != want {
			p.t.Fatalf("seed %d step %d: idea %s (%s) lies in %d piles", seed, n, id, i.Place, piles[id])
		}
	}
}

// neverMoreSlipsThanHeads: nobody has two ballots, however many share a phone
// and whatever is said of how many they are.
func (p *player) neverMoreSlipsThanHeads(seed, n int) {
	v := p.s.openVote()
	if v == nil {
		return
	}
	for _, owner := range v.Slips {
		if x := p.s.Seats[owner]; v.cast(owner) > x.heads() || !v.Roll[owner] {
			p.t.Fatalf("seed %d step %d: %s is %d and has %d slips", seed, n, owner, x.heads(), v.cast(owner))
		}
	}
	if len(v.Slips) > v.of() {
		p.t.Fatalf("seed %d step %d: %d slips of %d heads", seed, n, len(v.Slips), v.of())
	}
}

// noMoodOfAFew: a scale that fewer than five answered has no number anywhere, and
// once it is counted nobody is known to have answered.
func (p *player) noMoodOfAFew(seed, n int) {
	for _, m := range p.s.Moods {
		for _, said := range m.Spread {
			if sum := total(said); sum > 0 && sum < Few {
				p.t.Fatalf("seed %d step %d: %d have answered in %s, and it is told", seed, n, sum, m.Step)
			}
		}
		if m.Spread != nil && len(m.Slips) > 0 {
			p.t.Fatalf("seed %d step %d: who answered in %s is remembered", seed, n, m.Step)
		}
	}
}

// nothingHiddenIsShown writes out every layer and searches it for what it must
// not hold: texts of ideas that live elsewhere, who wrote, who is who.
func (p *player) nothingHiddenIsShown(seed, n int) {
	shown := map[Layer]*strings.Builder{}
	for _, kind := range Kinds() {
		for _, k := range p.s.Keys(kind) {
			l := p.s.Where(k)
			view, ok := p.s.See(l, k)
			if !ok {
				continue
			}
			raw, err := json.Marshal(view)
			if err != nil {
				p.t.Fatal(err)
			}
			if shown[l] == nil {
				shown[l] = &strings.Builder{}
			}
			shown[l].Write(raw)
		}
	}
	for l, b := range shown {
		text := b.String()
		for id, i := range p.s.Ideas {
			if p.s.Where(key("ideas", id)) != l && l != MineLayer(i.Author) && i.Place != InPlenum && strings.Contains(text, "hemmelig-"+id+"-") {
				p.t.Fatalf("seed %d step %d: layer %q shows idea %s, which is %s", seed, n, l, id, i.Place)
			}
		}
		if l == Lead {
			continue // the facilitator has the list of seats
		}
		for _, seat := range p.seats {
			if l != MineLayer(seat) && strings.Contains(text, `"`+seat+`"`) {
				p.t.Fatalf("seed %d step %d: layer %q names seat %s", seed, n, l, seat)
			}
		}
	}
}

// nothingErasedRemains searches the whole log and the state for what was
// withdrawn or redacted.
func (p *player) nothingErasedRemains(seed int) {
	var all strings.Builder
	for _, r := range p.log {
		all.Write(r.Body)
	}
	state, err := json.Marshal(p.s)
	if err != nil {
		p.t.Fatal(err)
	}
	all.Write(state)
	for id, i := range p.s.Ideas {
		if i.Place == Erased && strings.Contains(all.String(), "hemmelig-"+id+"-") {
			p.t.Fatalf("seed %d: erased idea %s can still be read", seed, id)
		}
	}
}
