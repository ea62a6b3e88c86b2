package vestby

import (
	"context"
	"fmt"
	"strings"
	"time"

	"dugnad/internal/phone"
)

// Play holds the whole meeting, from the first who comes to the thanks. Making
// a meeting may need the operator's key, which lead then already holds.
func (n *Night) Play(ctx context.Context) error {
	n.people, n.hangUp, n.visits = map[int]*phone.Phone{}, map[*phone.Phone]context.CancelFunc{}, map[string]int{}
	n.seats = map[string]bool{}
	n.voting = "prioritering"
	if err := n.start(); err != nil {
		return err
	}
	arrive := n.arrive
	if n.Led {
		arrive = n.arriveLed
	}
	if err := arrive(ctx); err != nil {
		return err
	}
	of := phone.Now[stepView](n.lead, "step").Of
	for range of {
		st, err := n.next(ctx)
		if err != nil {
			return err
		}
		act := map[string]func(context.Context) error{
			"bli_kjent": n.getToKnow, "velg_kort": n.chooseCards, "stille": n.writeAlone, "samtale": n.talk, "runde": n.talk,
			"tiltak": n.agree, "plenum": n.tell, "sammenslaing": n.merge, "avstemning": n.vote, "resultat": n.result,
			"ansvarlig": n.takeResponsibility, "avrunding": n.sayGoodbye,
		}[st.Kind]
		if act != nil {
			if err := act(ctx); err != nil {
				return fmt.Errorf("%s: %w", st.Title, err)
			}
		}
		n.done(st)
	}
	if err := n.end(ctx); err != nil || n.Led {
		return err
	}
	return n.Year(ctx)
}

func (n *Night) arrive(ctx context.Context) error {
	n.lead, n.board = n.device(90), n.device(91)
	made, err := n.lead.Make(ctx, map[string]any{"title": Title, "lang": "nb", "template": Template, "decides": Decides,
		"answerBy": AnswerBy, "demo": true, "id": "vestby-vestby-vestby-vestby-90"})
	if err != nil {
		return err
	}
	n.Made = made
	n.say("møtekode %s", made.Code)
	if err := n.board.Unlock(ctx, made.Room, "board", made.Board); err != nil {
		return err
	}
	n.run(ctx, n.lead)
	n.run(ctx, n.board)
	if n.Ready != nil {
		if err := n.Ready(ctx); err != nil {
			return err
		}
	}
	for who := 1; who <= registered; who++ {
		if !noShow[who] && who != late[0] && who != late[1] {
			if err := n.come(ctx, who); err != nil {
				return err
			}
		}
	}
	return n.counted(ctx, "present at the start", 38)
}

// come joins, and sits down where the list says.
func (n *Night) come(ctx context.Context, who int) error {
	p := n.device(who)
	if err := p.Join(ctx, n.Made.Code, affiliation(who)); err != nil {
		return fmt.Errorf("deltaker %02d: %w", who, err)
	}
	n.people[who] = p
	n.run(ctx, p)
	seat, err := seatOf(ctx, p)
	if err != nil {
		return err
	}
	n.seats[seat] = true
	if n.Led {
		return n.sitLed(ctx, p, seat)
	}
	// Tables come to be one after the other, as people sit down.
	err = n.lead.Do(ctx, "seat.place", map[string]any{"seat": seat, "group": tableOf(who)})
	if err != nil {
		return fmt.Errorf("deltaker %02d: %w", who, err)
	}
	return p.Until(ctx, "my table", func(v phone.View) bool {
		return phone.Read[struct{ Group int }](v, "me/"+seat).Group == tableOf(who)
	})
}

func seatOf(ctx context.Context, p *phone.Phone) (string, error) {
	seat := ""
	err := p.Until(ctx, "my seat", func(v phone.View) bool {
		for _, k := range v.Keys() {
			if id, mine := strings.CutPrefix(k, "me/"); mine {
				seat = id
			}
		}
		return seat != ""
	})
	return seat, err
}

// counted compares how many of ours are here. Somebody who followed the link to
// see what a phone shows is here too, and must not stop the evening.
func (n *Night) counted(ctx context.Context, what string, want int) error {
	ours := func(v phone.View) int {
		return phone.Read[struct{ Here int }](v, "presence").Here - n.lookers(v)
	}
	got := 0
	err := n.lead.Until(ctx, what, func(v phone.View) bool {
		got = ours(v)
		return got == want
	})
	n.check(what, want, got)
	return err
}

// lookers are those in the facilitator's list who are not ours.
func (n *Night) lookers(lead phone.View) int {
	k := 0
	for _, key := range lead.Keys() {
		seat, listed := strings.CutPrefix(key, "seats/")
		if !listed || n.seats[seat] {
			continue
		}
		x := phone.Read[struct {
			Role string
			Left bool
		}](lead, key)
		if x.Role == "participant" && !x.Left {
			k++
		}
	}
	return k
}

func (n *Night) getToKnow(ctx context.Context) error {
	if n.visits["bli_kjent"] > 1 {
		return nil
	}
	for t := range tables {
		if err := n.scribe(t+1).Do(ctx, "seat.scribe", map[string]any{"on": true}); err != nil {
			return err
		}
	}
	n.say("deltaker %02d kommer elleve minutter for sent", late[0])
	return n.come(ctx, late[0])
}

// writeAlone: in the last silent step, beside the cards, people write; before
// that they only talk. Deltaker 41 comes in the first of them.
func (n *Night) writeAlone(ctx context.Context) error {
	if n.people[late[1]] == nil && n.visits["stille"] == 2 {
		n.say("deltaker %02d kommer 24 minutter for sent", late[1])
		if err := n.come(ctx, late[1]); err != nil {
			return err
		}
		if err := n.counted(ctx, "present in all", 40); err != nil {
			return err
		}
	}
	if n.visits["velg_kort"] == 0 {
		return nil
	}
	if err := n.offline(ctx); err != nil {
		return err
	}
	for _, who := range n.here() {
		err := n.people[who].Do(ctx, "idea.post", map[string]any{"id": fmt.Sprintf("n%02d", who), "text": fmt.Sprintf("Tanke fra lapp %02d", who)})
		if err != nil {
			return fmt.Errorf("deltaker %02d: %w", who, err)
		}
		n.breathe(ctx)
	}
	return nil
}

// offline: deltaker 12 loses the net with three notes in the outbox.
func (n *Night) offline(ctx context.Context) error {
	p := n.people[12]
	n.hangUp[p]()
	var calls []*phone.Call
	for k := range 3 {
		calls = append(calls, p.Send(ctx, "idea.post", map[string]any{"id": fmt.Sprintf("n12-%d", k), "text": fmt.Sprintf("Uten nett %d", k)}))
	}
	n.say("deltaker 12 er uten nett i fire minutter, tre lapper venter")
	if err := n.pass(ctx, 4*time.Minute); err != nil {
		return err
	}
	n.breathe(ctx)
	n.run(ctx, p)
	var at []int64
	for _, c := range calls {
		a, err := c.Wait(ctx)
		if err != nil {
			return err
		}
		at = append(at, a.Seq)
	}
	err := p.Until(ctx, "three notes", func(v phone.View) bool { return v.Has("ideas/n12-0") && v.Has("ideas/n12-1") && v.Has("ideas/n12-2") })
	n.check("offline: three notes, in order", true, at[0] < at[1] && at[1] < at[2])
	return err
}

func (n *Night) chooseCards(ctx context.Context) error {
	for t, tb := range tables {
		if err := n.scribe(t+1).Do(ctx, "card.choose", map[string]any{"card": tb.card}); err != nil {
			return fmt.Errorf("bord %d: %w", t+1, err)
		}
		n.breathe(ctx)
	}
	err := n.board.Until(ctx, "a card on every table", func(v phone.View) bool {
		for t, tb := range tables {
			if phone.Read[struct{ Card string }](v, fmt.Sprintf("groups/%d", t+1)).Card != tb.card {
				return false
			}
		}
		return true
	})
	n.check("a card on every table", true, err == nil)
	return err
}

// talk: once the tables have their cards, everybody shows their note, and
// deltaker 31 reloads the page in the middle of it.
func (n *Night) talk(ctx context.Context) error {
	if n.visits["velg_kort"] == 0 || n.visits["shared"] > 0 {
		return nil
	}
	n.visits["shared"]++
	for _, who := range n.here() {
		if err := n.people[who].Do(ctx, "idea.share", map[string]any{"id": fmt.Sprintf("n%02d", who)}); err != nil {
			return fmt.Errorf("deltaker %02d: %w", who, err)
		}
	}
	writer := n.scribeOf(4)
	old := n.people[writer]
	fresh := old.Clone()
	n.hangUp[old]()
	n.people[writer] = fresh
	n.run(ctx, fresh)
	seat, err := seatOf(ctx, fresh)
	if err != nil {
		return err
	}
	me := phone.Now[struct{ Scribe bool }](fresh, "me/"+seat)
	n.check("reload: still scribe", true, me.Scribe)
	return fresh.Until(ctx, "the table's list", func(v phone.View) bool {
		return v.Has(fmt.Sprintf("ideas/n%02d", writer)) && (n.Led || v.Has("ideas/n10"))
	})
}

// agree: the scribes write the points the table takes with it, and lay the
// first notes aside. Deltaker 33 names a child and thinks better of it.
func (n *Night) agree(ctx context.Context) error {
	p := n.people[33]
	if err := p.Do(ctx, "idea.post", map[string]any{"id": "navn", "text": "Testbarn Testesen på Testskolen fikk ikke være med"}); err != nil {
		return err
	}
	if err := p.Do(ctx, "idea.withdraw", map[string]any{"id": "navn"}); err != nil {
		return err
	}
	if err := p.Do(ctx, "idea.post", map[string]any{"id": "uten-navn", "text": "Et barn fikk ikke være med"}); err != nil {
		return err
	}
	for _, i := range ideas {
		err := n.scribe(i.table).Do(ctx, "idea.post", map[string]any{"id": i.id, "text": i.text, "table": true})
		if err != nil {
			return fmt.Errorf("%s: %w", i.id, err)
		}
		n.breathe(ctx)
	}
	for _, who := range n.here() {
		err := n.scribe(n.tableOf(who)).Do(ctx, "idea.aside", map[string]any{"id": fmt.Sprintf("n%02d", who)})
		if err != nil {
			return err
		}
	}
	for t := range tables {
		if err := n.scribe(t+1).Do(ctx, "group.send", map[string]any{}); err != nil {
			return err
		}
		code, err := n.scribe(t+1).Try(ctx, "group.send", map[string]any{})
		if err != nil {
			return err
		}
		if code != "unchanged" {
			n.check(fmt.Sprintf("table %d sends once", t+1), "unchanged", code)
		}
	}
	return nil
}
