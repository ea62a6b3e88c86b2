package vestby

import (
	"context"
	"fmt"
	"time"

	"dugnad/internal/phone"
)

// firstMember is the number of the follow-up group's first device.
const firstMember = 93

// Year plays what became of it, from the working group's first meeting to the
// day the co-ordinator begins: day 310. It needs clocks that can be set.
func (n *Night) Year(ctx context.Context) error {
	if len(n.Clocks) == 0 {
		n.say("året etter spilles bare der klokka kan stilles")
		return nil
	}
	for _, p := range n.everybody() {
		if p != n.lead {
			n.hangUp[p]()
		}
	}
	var link struct{ Key string }
	if err := n.lead.Post(ctx, "/api/rooms/"+n.Made.Room+"/links/follow?surface=lead", map[string]any{}, &link); err != nil {
		return fmt.Errorf("hand over to the follow-up group: %w", err)
	}
	n.Made.Follow = link.Key
	if err := n.day(ctx, "2020-12-08", "oppfølgingsgruppa møtes"); err != nil {
		return err
	}
	n.group = map[string]*phone.Phone{}
	for k, as := range members {
		p, err := n.member(ctx, firstMember+k)
		if err != nil {
			return fmt.Errorf("%s: %w", as, err)
		}
		if err := p.Do(ctx, "member.present", map[string]any{"as": as}); err != nil {
			return fmt.Errorf("%s: %w", as, err)
		}
		n.group[as] = p
	}
	for _, act := range []func(context.Context) error{
		n.through("2021-01-07"), n.task("2021-01-08", "answer_due"), n.through("2021-01-25"), n.task("2021-01-26", "answer_soon"),
		n.publish("2021-01-29", answer, 1), n.through("2021-06-09"), n.publish("2021-06-10", june, 2),
		n.through("2021-10-01"), n.parts,
	} {
		if err := act(ctx); err != nil {
			return err
		}
	}
	return n.dayThreeTen(ctx)
}

// member is a device that has opened the follow-up group's link.
func (n *Night) member(ctx context.Context, who int) (*phone.Phone, error) {
	p := n.device(who)
	if err := p.Unlock(ctx, n.Made.Room, "follow", n.Made.Follow); err != nil {
		return nil, err
	}
	n.run(ctx, p)
	return p, p.Until(ctx, "the measures", func(v phone.View) bool { return v.Has("followups/m-" + cluster("A")) })
}

// day sets the clocks to nine in the morning.
func (n *Night) day(ctx context.Context, date, what string) error {
	at, err := time.ParseInLocation("2006-01-02 15:04", date+" 09:00", n.at.Location())
	if err != nil {
		return err
	}
	if at.Before(n.at) {
		at = n.at
	}
	n.say("%s %s", date, what)
	n.breathe(ctx)
	if err := n.until(ctx, at); err != nil {
		return err
	}
	if err := n.lead.Until(ctx, "what is gone by then", func(v phone.View) bool { return deleted(v, at.UnixMilli()) }); err != nil {
		return err
	}
	for as, p := range n.group {
		if err := p.Until(ctx, "what nobody knows any more", func(v phone.View) bool { return aged(v, at.UnixMilli()) }); err != nil {
			return fmt.Errorf("%s: %w", as, err)
		}
	}
	return nil
}

// deleted tells whether what has been kept long enough is gone, down to the log.
// Whoever acted in between would lie now before and now after it in the story.
func deleted(v phone.View, now int64) bool {
	d := phone.Read[struct {
		Lines     []struct{ Goes, Gone int64 }
		Scrubbing bool
	}](v, "deletions")
	for _, l := range d.Lines {
		if l.Gone == 0 && l.Goes <= now {
			return false
		}
	}
	return len(d.Lines) > 0 && !d.Scrubbing
}

// aged tells whether the house has said of everything that is too old to be
// believed that it is. Nobody acts before: the story has one order.
func aged(v phone.View, now int64) bool {
	for _, pile := range piles {
		if c := phone.Read[careView](v, "followups/m-"+cluster(pile.letter)); c.AgesAt != 0 && c.AgesAt <= now && c.Shown != "ukjent" {
			return false
		}
	}
	return true
}

// through plays the turns up to a date that have not been played.
func (n *Night) through(date string) func(context.Context) error {
	return func(ctx context.Context) error {
		for ; n.turned < len(turns) && turns[n.turned].day <= date; n.turned++ {
			t := turns[n.turned]
			if err := n.day(ctx, t.day, fmt.Sprintf("%s: %s – %s", t.letter, t.status, t.says)); err != nil {
				return err
			}
			p, id := n.group[t.member], "m-"+cluster(t.letter)
			care := phone.Now[careView](p, "followups/"+id)
			err := p.Do(ctx, "status.set", map[string]any{"id": id, "status": t.status, "says": t.says, "seen": care.Seen["status"]})
			if err != nil {
				return fmt.Errorf("%s %s: %w", t.day, t.letter, err)
			}
			if t.due != "" {
				err := p.Do(ctx, "measure.edit", map[string]any{"id": id, "field": "due", "text": t.due, "seen": care.Seen["due"]})
				if err != nil {
					return fmt.Errorf("%s %s: %w", t.day, t.letter, err)
				}
			}
			for _, p := range n.group {
				err := p.Until(ctx, "how "+t.letter+" is", func(v phone.View) bool { return phone.Read[careView](v, "followups/"+id).Says == t.says })
				if err != nil {
					return err
				}
			}
		}
		return nil
	}
}

type careView struct {
	Status, Shown, Says string
	Kind, Lasts, After  string
	AgesAt              int64
	Done                int
	Parts, Milestones   []struct{}
	Counts              []struct {
		Value  *int64
		Source string
	}
	Seen map[string]int64
}

// task expects the house to have put something on the group's list by a day.
func (n *Night) task(date, kind string) func(context.Context) error {
	return func(ctx context.Context) error {
		if err := n.day(ctx, date, "på lista: "+kind); err != nil {
			return err
		}
		id := "tasks/" + kind + "-" + AnswerBy
		p := n.group[members[0]]
		err := p.Until(ctx, kind, func(v phone.View) bool { return v.Has(id) })
		n.check(kind+" on "+date, true, err == nil)
		return err
	}
}

// publish writes the answer in each language and lets everybody read it.
func (n *Night) publish(date string, texts map[string]map[string]string, version int) func(context.Context) error {
	return func(ctx context.Context) error {
		if err := n.day(ctx, date, "svar til deltakerne"); err != nil {
			return err
		}
		p := n.group[members[0]]
		for _, lang := range []string{"nb", "en"} {
			for _, part := range []string{"does", "not", "next"} {
				text := texts[lang][part]
				if text == "" {
					continue
				}
				if err := p.Do(ctx, "answer.write", map[string]any{"lang": lang, "part": part, "text": text}); err != nil {
					return fmt.Errorf("the answer: %w", err)
				}
			}
		}
		if err := p.Do(ctx, "answer.publish", map[string]any{}); err != nil {
			return fmt.Errorf("publish the answer: %w", err)
		}
		published := func(v phone.View) int { return len(phone.Read[struct{ Versions []struct{} }](v, "reply").Versions) }
		err := p.Until(ctx, "the answer", func(v phone.View) bool { return published(v) == version })
		n.check(fmt.Sprintf("answer %d published on %s", version, date), true, err == nil)
		return err
	}
}

// dayThreeTen is somebody who opens the link on 1 October and has seen nothing
// before.
func (n *Night) dayThreeTen(ctx context.Context) error {
	p, err := n.member(ctx, firstMember+len(members))
	if err != nil {
		return fmt.Errorf("day 310: %w", err)
	}
	began, err := time.Parse(time.RFC3339, Begins)
	if err != nil {
		return err
	}
	n.check("day", 310, int(n.at.Truncate(24*time.Hour).Sub(began.Truncate(24*time.Hour)).Hours()/24))
	how := map[string]int{}
	for _, pile := range piles {
		how[phone.Now[careView](p, "followups/m-"+cluster(pile.letter)).Shown]++
	}
	n.check("day 310: in place, under way, dropped", "1 6 1", fmt.Sprint(how["pa-plass"], " ", how["i-gang"], " ", how["lagt-bort"]))
	n.check("day 310: A", "pa-plass", phone.Now[careView](p, "followups/m-"+cluster("A")).Shown)
	n.check("day 310: why H was dropped", turns[1].says, phone.Now[careView](p, "followups/m-"+cluster("H")).Says)
	n.partsSeen(p)
	n.check("day 310: ideas behind A", 6, len(phone.Now[pileView](p, "clusters/"+cluster("A")).Ideas))
	return nil
}
