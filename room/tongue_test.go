package room

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// told is everything that is stored of a meeting: the story and the state.
func (ev *evening) told() string {
	var all strings.Builder
	for _, r := range ev.log {
		all.Write(r.Body)
	}
	state, err := json.Marshal(ev.s)
	if err != nil {
		ev.t.Fatal(err)
	}
	all.Write(state)
	return all.String()
}

// TestRedactionReachesEveryWording: the words as they were written, as they were
// tidied, undone and tidied again, and every Norwegian line they have had.
func TestRedactionReachesEveryWording(t *testing.T) {
	p := newPlayer(t, 5)
	p.must("lead1", MakeGroups{Size: 12})
	p.must("lead1", GoToStep{"tiltak"})
	writer, scribe := p.seats[0], p.seats[1]
	p.must(scribe, BeScribe{On: true})
	p.must(writer, PostIdea{ID: "i1", Text: "hemmelig-en", Table: true, Lang: "pl"})
	p.must(scribe, EditIdea{"i1", "hemmelig-to"})
	p.must(scribe, UndoAct{p.s.Head})
	p.must(scribe, EditIdea{"i1", "hemmelig-tre"})
	p.must(scribe, TranslateIdea{"i1", "hemmelig-fire"})
	p.must(writer, TranslateIdea{"i1", "hemmelig-fem"})
	p.must(scribe, SpeakIdea{"i1", "lt"})
	p.must(scribe, SendGroup{})
	p.must("lead1", EditIdea{"i1", "hemmelig-seks"})
	p.must("lead1", RedactIdea{"i1"})
	if all := p.told(); strings.Contains(all, "hemmelig") || strings.Contains(all, `"lang":"pl"`) || strings.Contains(all, `"lang":"lt"`) {
		t.Errorf("what was redacted can still be read: %s", all)
	}
	p.replayed()
}

// TestAnInterpreterLeavesNothingInTheBag: whoever becomes one during a vote, or
// while the table chooses a card, takes what they chose along.
func TestAnInterpreterLeavesNothingInTheBag(t *testing.T) {
	p := newPlayer(t, 6)
	p.must("lead1", MakeGroups{Size: 12})
	p.must("lead1", GoToStep{"velg_kort"})
	guest := p.seats[0]
	p.must(guest, DealHand{})
	p.must(guest, PickCard{p.s.pickAt(1).Hand[0]})
	p.must(guest, PresentSeat{As: tolk})
	p.must(guest, PresentSeat{As: "tro"})
	p.must("lead1", GoToStep{"sammenslaing"})
	for _, id := range []string{"a", "b"} {
		p.must("lead1", PostIdea{ID: id, Text: id})
	}
	p.must("lead1", GoToStep{"avstemning"})
	p.must("lead1", OpenVote{ID: "v1", Method: "approve", K: 1, Secret: true})
	p.must(guest, CastBallot{Vote: "v1", Choice: Choice{"c-a"}})
	p.must(guest, PresentSeat{As: tolk})
	for bag, slips := range p.bag {
		if len(slips) > 0 {
			t.Errorf("%s holds %d slips", bag, len(slips))
		}
	}
}

// TestForeignScript: what the phone offers to say of a text, and what the meeting
// sees by itself when nobody has said it, are the same.
func TestForeignScript(t *testing.T) {
	raw, err := os.ReadFile("../web/src/nudge/scripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(raw)) {
		codes, text, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		if got, want := foreignScript(text), codes != "-"; got != want {
			t.Errorf("%q: foreign %v, want %v", text, got, want)
		}
	}
	if n < 20 {
		t.Errorf("%d lines", n)
	}
}
