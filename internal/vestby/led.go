package vestby

import (
	"context"
	"fmt"

	"dugnad/internal/phone"
)

// What is otherwise when somebody leads the evening in a panel: the people do
// what they do, at the tables the panel made, and wait for whoever leads. What
// they wait for is said, one line each, to be read by whoever presses.

// leads is an act of the one who leads, when that is us.
func (n *Night) leads(ctx context.Context, do string, with map[string]any) error {
	if n.Led {
		return nil
	}
	return n.lead.Do(ctx, do, with)
}

// done says that the people have done what a step asks.
func (n *Night) done(st stepView) {
	if n.Led {
		n.say("klar %d", st.Index)
	}
}

// arriveLed lets people in with the code. We hold a line of the panel's to see
// what it sees, and press nothing.
func (n *Night) arriveLed(ctx context.Context) error {
	n.lead, n.board = n.device(90), n.device(91)
	for who := 1; who <= registered; who++ {
		if noShow[who] || who == late[0] || who == late[1] {
			continue
		}
		p := n.device(who)
		if err := p.Join(ctx, n.Made.Code, affiliation(who)); err != nil {
			return fmt.Errorf("deltaker %02d: %w", who, err)
		}
		n.people[who], n.Made.Room = p, p.Room
		n.run(ctx, p)
		seat, err := seatOf(ctx, p)
		if err != nil {
			return err
		}
		n.seats[seat] = true
	}
	for p, key := range map[*phone.Phone]string{n.lead: n.Made.Key, n.board: n.Made.Board} {
		surface := map[bool]string{true: "lead", false: "board"}[p == n.lead]
		if err := p.Unlock(ctx, n.Made.Room, surface, key); err != nil {
			return err
		}
		n.run(ctx, p)
	}
	if err := n.lead.Until(ctx, "the plan", func(v phone.View) bool { return v.Has("step") && v.Has("script") }); err != nil {
		return err
	}
	if err := n.counted(ctx, "present at the start", 38); err != nil {
		return err
	}
	n.say("klar 0")
	return nil
}

// sitLed waits until whoever leads has placed somebody who came late.
func (n *Night) sitLed(ctx context.Context, p *phone.Phone, seat string) error {
	type me struct{ N, Group int }
	n.say("plass %d", phone.Now[me](p, "me/"+seat).N)
	return p.Until(ctx, "a table", func(v phone.View) bool { return phone.Read[me](v, "me/"+seat).Group != 0 })
}

// tableOf is where somebody sits.
func (n *Night) tableOf(who int) int {
	if !n.Led {
		return tableOf(who)
	}
	shown, _ := n.people[who].Shown()
	for k := range shown {
		if len(k) > 3 && k[:3] == "me/" {
			return phone.Now[struct{ Group int }](n.people[who], k).Group
		}
	}
	return 0
}

// scribeOf is who writes for a table: whoever sits there first.
func (n *Night) scribeOf(table int) int {
	if !n.Led {
		return tables[table-1].scribe
	}
	for _, who := range n.here() {
		if who != leftEarly && who != late[0] && who != late[1] && n.tableOf(who) == table {
			return who
		}
	}
	return 0
}

// toldLed waits until every table has told.
func (n *Night) toldLed(ctx context.Context) error {
	return n.lead.Until(ctx, "the last table", func(v phone.View) bool {
		t := phone.Read[struct{ Now, Next int }](v, "telling")
		return t.Next == 0
	})
}

// mergedLed waits until whoever leads has laid and named the eight, and compares
// which ideas lie where.
func (n *Night) mergedLed(ctx context.Context) error {
	titles := map[string]string{}
	for _, p := range piles {
		titles[p.title] = p.letter
	}
	err := n.board.Until(ctx, "eight proposals with their names", func(v phone.View) bool {
		n.homes = map[string]string{}
		for _, k := range v.Keys() {
			if c := phone.Read[pileView](v, k); titles[c.Title] != "" && len(k) > 9 && k[:9] == "clusters/" {
				n.homes[titles[c.Title]] = k[9:]
			}
		}
		return len(n.homes) == len(piles) && v.Count("clusters") == len(piles)
	})
	if err != nil {
		return err
	}
	sizes := ""
	for _, p := range piles {
		c := phone.Now[pileView](n.board, "clusters/"+n.homes[p.letter])
		sizes += fmt.Sprint(len(c.Ideas), " ")
		for _, id := range c.Ideas {
			if ideaOf(id).pile != p.letter {
				n.check(id+" lies in", ideaOf(id).pile, p.letter)
			}
		}
	}
	n.check("ideas behind A–H", "6 4 2 3 3 3 2 1 ", sizes)
	return nil
}

// cluster is where a proposal lies.
func (n *Night) cluster(letter string) string {
	if n.Led {
		return n.homes[letter]
	}
	return cluster(letter)
}

// openVote opens the vote, or waits until somebody has.
func (n *Night) openVote(ctx context.Context) error {
	if !n.Led {
		return n.lead.Do(ctx, "vote.open", map[string]any{"id": n.voting, "method": "approve", "k": 3, "secret": true})
	}
	type vote struct{ ID, Status string }
	return n.board.Until(ctx, "a vote", func(v phone.View) bool {
		for _, k := range v.Keys() {
			if x := phone.Read[vote](v, k); len(k) > 6 && k[:6] == "votes/" && x.Status == "open" {
				n.voting = x.ID
				return true
			}
		}
		return false
	})
}
