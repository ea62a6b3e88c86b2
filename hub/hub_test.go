package hub_test

import (
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
