package vestby

import (
	"context"
	"fmt"
	"strings"

	"dugnad/internal/phone"
)

// vote: 37 of the 39 who can. Deltaker 15 taps twice, deltaker 05 changes.
func (n *Night) vote(ctx context.Context) error {
	if err := n.openVote(ctx); err != nil {
		return err
	}
	sets := ballots()
	for _, who := range n.here() {
		if who == leftEarly || notVoting[who] {
			continue
		}
		set := sets[0]
		sets = sets[1:]
		var choice []string
		for _, letter := range strings.Split(set, "") {
			choice = append(choice, n.cluster(letter))
		}
		p := n.people[who]
		if err := p.Until(ctx, "the ballot", func(v phone.View) bool { return v.Has("votes/" + n.voting) }); err != nil {
			return err
		}
		switch who {
		case 15:
			twice := map[string]any{"vote": n.voting, "choice": choice}
			a, b := p.SendAs(ctx, "dobbelttrykk", "ballot.cast", twice), p.SendAs(ctx, "dobbelttrykk", "ballot.cast", twice)
			one, err := a.Wait(ctx)
			if err != nil {
				return err
			}
			two, err := b.Wait(ctx)
			if err != nil {
				return err
			}
			n.check("a double tap is one ballot", one.Seq, two.Seq)
			continue
		case 5:
			if err := p.Do(ctx, "ballot.cast", map[string]any{"vote": n.voting, "choice": []string{n.cluster("H")}}); err != nil {
				return err
			}
		}
		if err := p.Do(ctx, "ballot.cast", map[string]any{"vote": n.voting, "choice": choice}); err != nil {
			return fmt.Errorf("deltaker %02d: %w", who, err)
		}
		n.breathe(ctx)
	}
	type turnout struct{ Cast, Of int }
	var got turnout
	err := n.lead.Until(ctx, "37 have voted", func(v phone.View) bool {
		got = phone.Read[turnout](v, "turnout/"+n.voting)
		got.Of -= n.lookers(v)
		return got.Cast >= 37
	})
	if err != nil {
		return err
	}
	n.check("have voted", turnout{37, 39}, got)
	for _, p := range n.everybody() {
		if _, _, leaked := strings.Cut(p.Frames(), `"results/`); leaked {
			n.check("nobody sees a number before the close", "nothing", "a result")
		}
	}
	return n.leads(ctx, "vote.close", map[string]any{"vote": n.voting})
}

type resultView struct {
	Ballots int
	Rows    []struct {
		Title string
		Marks int
		Cover int
	}
	Balanced [][]string
}

func (n *Night) result(ctx context.Context) error {
	for _, p := range n.everybody() {
		if err := p.Until(ctx, "the result", func(v phone.View) bool { return v.Has("results/" + n.voting) }); err != nil {
			return err
		}
	}
	r := phone.Now[resultView](n.board, "results/"+n.voting)
	marks, sum := "", 0
	for _, row := range r.Rows {
		marks += fmt.Sprintf("%s %d · ", row.Title, row.Marks)
		sum += row.Marks
		n.say("%3d %s", row.Marks, row.Title)
	}
	n.check("the order and the numbers", "Egen koordinator for fritid 34 · Aktivitetsoversikt 19 · Støtteordninger 14 · "+
		"Rutiner for samarbeid og inkludering 12 · Tverrfaglige møtepunkter 11 · Samlet digital plattform 9 · "+
		"Gratis ferieaktiviteter laget med unge 8 · Transport, minibuss 2 · ", marks)
	n.check("ballots", 37, r.Ballots)
	n.check("marks in all", 109, sum)
	n.check("A, A+B, A+B+F are on at least one choice of", "34 35 37", fmt.Sprint(r.Rows[0].Cover, " ", r.Rows[1].Cover, " ", r.Rows[2].Cover))
	n.check("balanced for three", []string{n.cluster("A"), n.cluster("B")}, r.Balanced[2])
	n.check("balanced for five", []string{n.cluster("A"), n.cluster("B"), n.cluster("F")}, r.Balanced[4])
	return nil
}

func (n *Night) takeResponsibility(ctx context.Context) error {
	for _, m := range measures {
		err := n.leads(ctx, "measure.set", map[string]any{"id": "m-" + n.cluster(m.letter), "responsible": m.responsible,
			"first": m.step, "due": m.due})
		if err != nil {
			return fmt.Errorf("%s: %w", m.letter, err)
		}
		n.breathe(ctx)
	}
	if err := n.leads(ctx, "measure.pass", map[string]any{"id": "m-" + n.cluster("H"), "on": true}); err != nil {
		return err
	}
	type measureView struct {
		Responsible, First, Due string
		FollowUp                bool
	}
	for _, m := range measures {
		id := "measures/m-" + n.cluster(m.letter)
		want := measureView{m.responsible, m.step, m.due, false}
		err := n.board.Until(ctx, "measure "+m.letter, func(v phone.View) bool { return phone.Read[measureView](v, id) == want })
		n.check("measure "+m.letter, want, phone.Now[measureView](n.board, id))
		if err != nil {
			return err
		}
	}
	return nil
}

func (n *Night) sayGoodbye(ctx context.Context) error {
	for _, who := range n.here() {
		if who%3 == 0 && who != leftEarly {
			if err := n.people[who].Do(ctx, "goodbye.say", map[string]any{"useful": 5, "call": "ja"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// end says thank you, and looks through the record for what must not be in it.
func (n *Night) end(ctx context.Context) error {
	if err := n.leads(ctx, "meeting.end", map[string]any{}); err != nil {
		return err
	}
	for _, p := range n.everybody() {
		err := p.Until(ctx, "the thanks", func(v phone.View) bool {
			return phone.Read[struct{ Status string }](v, "meeting").Status == "ended"
		})
		if err != nil {
			return err
		}
	}
	var record []byte
	if err := n.lead.Get(ctx, "/api/rooms/"+n.Made.Room+"/export.json", &record); err != nil {
		return err
	}
	seats := 0
	for _, who := range n.here() {
		seat, err := seatOf(ctx, n.people[who])
		if err != nil {
			return err
		}
		if strings.Contains(string(record), seat) {
			seats++
		}
	}
	n.check("seats named in the export", 0, seats)
	n.check("the child's name in the export", false, strings.Contains(string(record), "Testesen"))
	n.check("ideas in the export", true, strings.Contains(string(record), ideas[0].text) && strings.Contains(string(record), ideas[23].text))
	return nil
}
