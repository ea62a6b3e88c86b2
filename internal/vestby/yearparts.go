package vestby

import (
	"context"
	"fmt"

	"dugnad/internal/phone"
)

// act is something a member writes in the year. Where the sources say nothing it
// is ours, and says so where it stands.
type act struct {
	member, do string
	with       map[string]any
}

// seen is a position after everything that can have been written: the play has
// one order, and nobody writes over anybody in it.
const seen = 1 << 40

func measureOf(letter string) string { return "m-" + cluster(letter) }

func field(member, letter, name, text string) act {
	return act{member, "measure.edit", map[string]any{"id": measureOf(letter), "field": name, "text": text, "seen": seen}}
}

// counted is a number with its day and source; a nil value is *vet vi ikke ennå*.
func counted(member, letter, id, day string, value any, source string) act {
	return act{member, "number.set", map[string]any{"measure": measureOf(letter), "id": id, "date": day, "value": value, "source": source, "seen": seen}}
}

func milestone(member, letter, id, title, day string, done bool) act {
	return act{member, "milestone.set", map[string]any{"measure": measureOf(letter), "id": id, "title": title, "date": day, "done": done, "seen": seen}}
}

// check is the id of the group's time through the checklist.
const check = "sjekk-2021"

func mark(member, item, state string) act {
	return act{member, "check.mark", map[string]any{"check": check, "item": item, "state": state}}
}

func agree(item, state, evidence, responsible, next string) act {
	return act{members[0], "check.agree", map[string]any{"check": check, "item": item, "state": state, "evidence": evidence,
		"responsible": responsible, "next": next, "seen": seen}}
}

// acts are what else the group has written by day 310: what a routine, a scheme
// and a measure with an end are, what is counted, what is ahead, whom to call, and
// the checklist, marked alone before it was talked through.
func acts() []act {
	health, culture, school, nav, group := members[0], members[1], members[2], members[3], members[4]
	all := []act{
		field(health, "A", "deputy", culture),
		field(health, "A", "lasts", "sommeren 2022"),
		field(health, "A", "sign", "Barn som har fått hjelp til å begynne på noe"),
		counted(health, "A", "n-1", "2021-10-01", nil, "Koordinatoren teller fra i dag"),
		milestone(health, "A", "s-1", "Søknaden er sendt", "2020-12-11", true),
		milestone(health, "A", "s-2", "Koordinatoren begynner", "2021-10-01", true),
		milestone(health, "A", "s-3", "Første status til ledelsen", "2021-12-01", false),
		field(culture, "B", "sign", "Tilbud i oversikten"),
		counted(culture, "B", "n-1", "2021-03-31", 41, "Kultur"),
		counted(culture, "B", "n-2", "2021-10-01", 56, "Kultur (eksempeltall)"),
		field(school, "D", "kind", "rutine"),
		field(school, "D", "sign", "Skoler som bruker rutinen"),
		counted(school, "D", "n-1", "2021-10-01", 2, "Skole"),
		milestone(group, "E", "s-1", "Første møte", "2021-05-06", true),
		milestone(group, "E", "s-2", "Neste møte", "2021-11-04", false),
		field(nav, "F", "kind", "ordning"),
		field(culture, "G", "youth", "Sju unge planlegger høstferien"),
		{group, "comment.write", map[string]any{"id": "k-1", "measure": measureOf("D"), "text": "Kan vi ta rutinen opp på møtet i november?"}},
		{health, "contact.set", map[string]any{"who": "Koordinator for fritid", "phone": "00 00 00 00", "mail": "fritid@example.no",
			"hours": "Hverdager 9–15. Svarer innen to dager.", "seen": seen}},
		{health, "date.set", map[string]any{"id": "d-1", "day": "2021-12-07", "kind": "bufdir", "title": "Søknadsfrist (eksempel)", "before": 42, "seen": seen}},
		{group, "date.set", map[string]any{"id": "d-2", "day": "2022-06-01", "kind": "eget", "title": "Ny samling for dem som var med", "before": 60, "seen": seen}},
		{health, "measure.tag", map[string]any{"measure": measureOf("A"), "tags": []string{"los", "sentralledd"}, "seen": seen}},
		{culture, "measure.tag", map[string]any{"measure": measureOf("G"), "tags": []string{"kultur-fritid-ferie"}, "seen": seen}},
		{health, "grant.write", map[string]any{"part": "target", "text": "Barn og unge som ikke er med på noe i dag.", "seen": seen}},
		{health, "check.open", map[string]any{"id": check, "list": "kommune"}},
		mark(health, "17", "pa-plass"), mark(health, "25", "ikke-startet"), mark(health, "31", "pa-plass"),
		mark(culture, "17", "pa-plass"), mark(culture, "25", "i-gang"), mark(culture, "31", "pa-plass"),
		mark(school, "17", "i-gang"), mark(school, "25", "i-gang"),
		{health, "check.show", map[string]any{"check": check}},
		agree("17", "pa-plass", "Koordinatoren svarer innen to dager", health, ""),
		agree("25", "i-gang", "", culture, "2021-12-15"),
		agree("31", "pa-plass", "Minibussen er lagt bort med begrunnelse", group, ""),
	}
	for n := 1; n <= 7; n++ { // the sources name no school, and say nothing of which two
		day := ""
		if n <= 2 {
			day = "2021-09-15"
		}
		all = append(all, act{school, "part.set", map[string]any{"measure": measureOf("D"), "id": fmt.Sprint("p-", n), "name": fmt.Sprint("Eksempelskole ", n),
			"done": n <= 2, "date": day, "seen": seen}})
	}
	return all
}

// parts plays them, one after the other.
func (n *Night) parts(ctx context.Context) error {
	for _, a := range acts() {
		if a.do == "check.mark" { // opened by another, perhaps on another node
			opened := func(v phone.View) bool { return v.Has("checks/" + check) }
			if err := n.group[a.member].Until(ctx, "the checklist", opened); err != nil {
				return err
			}
		}
		if err := n.group[a.member].Do(ctx, a.do, a.with); err != nil {
			return fmt.Errorf("%s: %w", a.do, err)
		}
	}
	p := n.group[members[0]]
	return p.Until(ctx, "the seventh school", func(v phone.View) bool { return len(phone.Read[careView](v, "followups/"+measureOf("D")).Parts) == 7 })
}

// partsSeen is what somebody who opens the link on day 310 sees of them.
func (n *Night) partsSeen(p *phone.Phone) {
	care := func(letter string) careView { return phone.Now[careView](p, "followups/"+measureOf(letter)) }
	d, a, b, e := care("D"), care("A"), care("B"), care("E")
	n.check("day 310: the routine is taken into use", "rutine 2 7", fmt.Sprint(d.Kind, " ", d.Done, " ", len(d.Parts)))
	n.check("day 310: nobody knows yet what A has led to", true, len(a.Counts) == 1 && a.Counts[0].Value == nil)
	n.check("day 310: B is counted twice", 2, len(b.Counts))
	if len(b.Counts) == 2 {
		n.check("day 310: the first count of B, with its source", "41 Kultur", fmt.Sprint(*b.Counts[0].Value, " ", b.Counts[0].Source))
	}
	n.check("day 310: milestones of A and E", "3 2", fmt.Sprint(len(a.Milestones), " ", len(e.Milestones)))
	n.check("day 310: A lasts, and nobody has said what comes after", "sommeren 2022/", a.Lasts+"/"+a.After)
	n.check("day 310: whom to call", "Koordinator for fritid", phone.Now[struct{ Who string }](p, "contact").Who)
	n.check("day 310: the next deadline", "2021-12-07", phone.Now[struct{ Day string }](p, "dates/d-1").Day)
	n.check("day 310: the checklist has been shown", true, phone.Now[struct{ Shown bool }](p, "checks/"+check).Shown)
}
