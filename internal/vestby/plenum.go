package vestby

import (
	"context"
	"fmt"
	"strings"

	"dugnad/internal/phone"
)

// tell: in the second plenum the tables tell, the phones mark what is the same
// with them, the facilitator's laptop dies, and deltaker 06 goes home.
func (n *Night) tell(ctx context.Context) error {
	if n.visits["tiltak"] == 0 {
		return nil
	}
	for !n.Led {
		now := phone.Now[struct{ Now, Next int }](n.lead, "telling")
		n.say("bord %d forteller", now.Now)
		n.breathe(ctx)
		if now.Next == 0 {
			break
		}
		if now.Now == 3 {
			if err := n.laptopDies(ctx); err != nil {
				return err
			}
		}
		if err := n.lead.Do(ctx, "table.call", map[string]any{"from": now.Now}); err != nil {
			return err
		}
		err := n.lead.Until(ctx, "the next table", func(v phone.View) bool {
			return phone.Read[struct{ Now int }](v, "telling").Now == now.Next
		})
		if err != nil {
			return err
		}
	}
	if n.Led {
		if err := n.toldLed(ctx); err != nil {
			return err
		}
	}
	for _, pair := range sames {
		theirs, ours := pair[0], pair[1]
		p := n.scribe(ideaOf(ours).table)
		if err := p.Do(ctx, "idea.same", map[string]any{"idea": theirs, "ours": ours}); err != nil {
			return fmt.Errorf("samme hos oss %v: %w", pair, err)
		}
	}
	return n.people[leftEarly].Do(ctx, "seat.leave", map[string]any{})
}

func ideaOf(id string) idea {
	for _, i := range ideas {
		if i.id == id {
			return i
		}
	}
	return idea{}
}

// laptopDies: the assistant goes on from another machine with the recovery key;
// timer and order are where they were.
func (n *Night) laptopDies(ctx context.Context) error {
	type telling struct{ Now, Next int }
	before, timer := phone.Now[telling](n.lead, "telling"), phone.Now[struct{ Ends int64 }](n.lead, "timer")
	n.hangUp[n.lead]()
	other := n.device(92)
	if err := other.Unlock(ctx, n.Made.Room, "lead", n.Made.Key); err != nil {
		return err
	}
	n.lead = other
	n.run(ctx, other)
	if err := other.Until(ctx, "the panel", func(v phone.View) bool { return v.Has("telling") && v.Has("script") }); err != nil {
		return err
	}
	n.say("ordstyrerens maskin døde, medhjelperen fortsetter")
	n.check("laptop closed: order kept", before, phone.Now[telling](other, "telling"))
	n.check("laptop closed: timer kept", timer.Ends, phone.Now[struct{ Ends int64 }](other, "timer").Ends)
	return nil
}

type pileView struct {
	Ideas  []string
	Groups []int
	Title  string
	Order  int
}

// merge lays 24 ideas into eight proposals, takes it all back, and does it
// again.
func (n *Night) merge(ctx context.Context) error {
	alone := func(v phone.View) bool { return v.Count("clusters") == len(ideas) }
	if err := n.lead.Until(ctx, "24 proposals", alone); err != nil {
		return err
	}
	var drafted struct{ Suggestions []struct{ Clusters []string } }
	err := n.lead.Until(ctx, "the tables' draft", func(v phone.View) bool {
		drafted = phone.Read[struct{ Suggestions []struct{ Clusters []string } }](v, "suggestions")
		return len(drafted.Suggestions) > 0
	})
	if err != nil {
		return err
	}
	if n.Led {
		n.say("merkene er satt")
		return n.mergedLed(ctx)
	}
	n.check("the tables' marks draft", "c-i01 c-i04 c-i08 c-i11 c-i15 c-i18", strings.Join(drafted.Suggestions[0].Clusters, " "))
	before := n.pilesNow()
	if err := n.lay(ctx); err != nil {
		return err
	}
	if err := n.undoAll(ctx); err != nil {
		return err
	}
	if err := n.board.Until(ctx, "24 proposals again", alone); err != nil {
		return err
	}
	n.check("undo merge: all 24 back with table and order", before, n.pilesNow())
	return n.lay(ctx)
}

func (n *Night) pilesNow() string {
	var b strings.Builder
	for _, i := range ideas {
		p := phone.Now[pileView](n.lead, "clusters/c-"+i.id)
		fmt.Fprint(&b, p.Ideas, p.Groups, p.Order, " ")
	}
	return b.String()
}

func (n *Night) lay(ctx context.Context) error {
	for _, i := range ideas {
		if i.id == first(i.pile) {
			continue
		}
		if err := n.lead.Do(ctx, "cluster.join", map[string]any{"from": "c-" + i.id, "into": cluster(i.pile)}); err != nil {
			return fmt.Errorf("%s: %w", i.id, err)
		}
		n.breathe(ctx)
	}
	for _, p := range piles {
		if err := n.lead.Do(ctx, "cluster.rename", map[string]any{"cluster": cluster(p.letter), "title": p.title}); err != nil {
			return fmt.Errorf("%s: %w", p.title, err)
		}
	}
	if err := n.lead.Do(ctx, "cluster.number", map[string]any{}); err != nil {
		return err
	}
	err := n.board.Until(ctx, "eight proposals", func(v phone.View) bool {
		return v.Count("clusters") == len(piles) && phone.Read[pileView](v, "clusters/"+cluster("H")).Title == piles[7].title
	})
	if err != nil {
		return err
	}
	sizes := ""
	for _, p := range piles {
		sizes += fmt.Sprint(len(phone.Now[pileView](n.board, "clusters/"+cluster(p.letter)).Ideas), " ")
	}
	n.check("ideas behind A–H", "6 4 2 3 3 3 2 1 ", sizes)
	return nil
}

// undoAll takes back every act of merging, the last first.
func (n *Night) undoAll(ctx context.Context) error {
	type acts struct {
		Acts []struct {
			Act  int64
			Kind string
		}
	}
	for range len(ideas) + 1 { // sixteen joins, eight names and the numbers
		last := phone.Now[acts](n.lead, "acts").Acts[0]
		if err := n.lead.Do(ctx, "act.undo", map[string]any{"act": last.Act}); err != nil {
			return fmt.Errorf("undo %s: %w", last.Kind, err)
		}
		err := n.lead.Until(ctx, "the act gone", func(v phone.View) bool {
			a := phone.Read[acts](v, "acts").Acts
			return len(a) == 0 || a[0].Act != last.Act
		})
		if err != nil {
			return err
		}
	}
	return nil
}
