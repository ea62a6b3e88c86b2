package hub_test

import (
	"sync"
	"testing"

	"dugnad/room"
)

// A neighbour posts an idea: it is stored, acknowledged, and shown to whom it
// concerns and to nobody else.
func TestANeighbourPostsAnIdea(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(6)
	h.as("lead1", "groups-1", room.MakeGroups{Size: 3})
	h.as("lead1", "next-1", room.NextStep{})
	h.as("lead1", "next-2", room.NextStep{})

	lead, board, anne, bo := h.join(h.lead()), h.join(h.board()), h.join(h.guest(0)), h.join(h.guest(1))
	seq, no := anne.ask("idea.post", room.PostIdea{ID: "i7", Text: "Felles matlaging"})
	if no != "" || seq == 0 {
		t.Fatalf("refused %s, at %d", no, seq)
	}
	anne.until("her own note", func() bool { return anne.shows("ideas/i7") && anne.at >= seq })
	for _, f := range anne.all() {
		if f.T == "ack" {
			t.Error("told that it is stored before she was shown it")
		}
		if f.T == "patch" {
			break
		}
	}
	if _, no := anne.ask("idea.share", room.ShareIdea{ID: "i7"}); no != "" {
		t.Fatal(no)
	}
	for _, p := range []*phone{lead, board, anne, bo} {
		p.same(h.view(p.who))
	}
	if board.shows("ideas/i7") || lead.shows("ideas/i7") {
		t.Error("an idea on a table's list is on the board")
	}
}

// A hall that comes at once is encoded once: everybody who sees the same layer
// is sent the same bytes.
func TestAHallThatComesAtOnceIsEncodedOnce(t *testing.T) {
	h := newHall(t, newPaper(), nil).meet(3)
	var came sync.WaitGroup
	for range 100 {
		came.Go(func() {
			p := h.join(h.board())
			p.until("a picture", func() bool { return p.has("snap") })
		})
	}
	came.Wait()
	if s := h.hub.Stats(); s.Snaps != 100 || s.Layers != 2 {
		t.Errorf("%d pictures cost %d encodings of the two layers", s.Snaps, s.Layers)
	}
}
