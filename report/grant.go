package report

import (
	"strconv"
	"strings"

	"dugnad/room"
	"dugnad/web"
)

// Grant is the ground for an application: what the group has written of each
// part, and the measures in it, each with the sorts of activity it is.
type Grant struct {
	Parts map[string]string   `json:"parts"`
	Tags  map[string][]string `json:"tags"` // by measure
}

func grantOf(st *room.State) *Grant {
	for _, v := range Seen[room.GrantView](st, "grant", room.Follow) {
		return &Grant{v.Parts, v.Tags}
	}
	return nil
}

func datesOf(st *room.State) []room.Date {
	var dates []room.Date
	for _, v := range Seen[room.DateView](st, "dates", room.Follow) {
		dates = append(dates, v.Date)
	}
	return dates
}

// GrantSheet is *søknadsgrunnlag*: what any application asks for, drawn from the
// measures that the group has put into it. Every sentence about a measure points
// to its line in the table; what the group has written itself stands first in its
// part, and what nobody has written says so.
func GrantSheet(rec Record, about About, w Words) Document {
	g := grantSheet{Document: Document{Words: w, About: about}, rec: rec, w: w}
	if rec.Grant != nil {
		g.grant = *rec.Grant
	}
	for _, x := range rec.Measures {
		if len(g.grant.Tags[x.ID]) > 0 {
			g.in = append(g.in, x)
		}
	}
	g.Title = w.Say("report.grant.title", web.Args{"title": rec.Meeting.Title})
	g.About.Title = g.Title
	g.facts()
	g.add(Text{Opening, []Sentence{{Text: w.Say("report.grant.of", web.Args{"n": len(g.in), "of": len(rec.Measures)})},
		{Text: w.say("report.grant.own")}}})
	g.say("need", g.need())
	g.say("target", g.each(func(x Measure) (string, web.Args) { return "youth", web.Args{"text": x.Care.Youth} }))
	g.say("aim", g.aim())
	g.say("activities", g.activities())
	g.say("partners", g.partners())
	g.say("budget", nil)
	g.say("after", g.after())
	if len(g.in) > 0 {
		g.part(w.say("report.grant.all"), g.table())
	}
	return g.Document
}

type grantSheet struct {
	Document
	rec   Record
	w     Words
	grant Grant
	in    []Measure
}

func (g *grantSheet) facts() {
	fact := func(key, text string) {
		if text != "" {
			g.Facts = append(g.Facts, Fact{g.w.say(key), text})
		}
	}
	fact("report.fact.organisation", g.About.Organisation)
	fact("report.fact.date", g.w.date(day(g.About.Made, g.About.Zone)))
	fact("report.grant.deadline", orUnclear(g.w, g.w.date(g.deadline())))
	if g.rec.Meeting.Demo {
		fact("report.fact.demo", g.w.say("report.demo"))
	}
}

// deadline is the nearest that the group has put in its calendar, and after the
// last of them that one: whoever prints this late shall see it.
func (g *grantSheet) deadline() (on string) {
	today := day(g.About.Made, g.About.Zone)
	for _, d := range g.rec.Dates {
		if d.Kind != "bufdir" {
			continue
		}
		if on == "" || on < today && d.Day > on || d.Day >= today && d.Day < on {
			on = d.Day
		}
	}
	return on
}

// say is one part: first what the group wrote, then what the measures say.
func (g *grantSheet) say(part string, drawn []Sentence) {
	title := g.w.say("report.grant." + part)
	var blocks []Block
	switch own := g.grant.Parts[part]; {
	case own != "":
		blocks = append(blocks, para(Plain, own))
	case part != "activities":
		blocks = append(blocks, para(Ask, g.w.say("report.grant.unwritten")))
	case len(drawn) == 0:
		blocks = append(blocks, para(Ask, g.w.say("report.grant.none")))
	}
	if len(drawn) > 0 {
		blocks = append(blocks, Points(drawn))
	}
	g.part(title, blocks...)
}

// each makes one sentence of every measure that has something to say.
func (g *grantSheet) each(what func(Measure) (key string, args web.Args)) []Sentence {
	var said []Sentence
	for n, x := range g.in {
		key, args := what(x)
		if args == nil || args["text"] == "" {
			continue
		}
		args["title"] = titled(g.w, x.Title)
		said = append(said, Sentence{g.w.Say("report.grant."+key, args), n + 1})
	}
	return said
}

func (g *grantSheet) need() []Sentence {
	ideas := map[string]int{}
	for _, c := range g.rec.Clusters {
		ideas[c.ID] = len(c.Ideas)
	}
	said := g.each(func(x Measure) (string, web.Args) {
		if ideas[x.Cluster] == 0 {
			return "", nil
		}
		return "behind", web.Args{"n": ideas[x.Cluster], "text": " "}
	})
	if len(g.rec.Votes) > 0 {
		last := g.rec.Votes[len(g.rec.Votes)-1]
		for _, r := range last.Rows {
			for n, x := range g.in {
				if x.Cluster == r.ID && r.ID != "" && !last.Early {
					said = append(said, Sentence{g.w.Say("report.grant.votes", web.Args{"title": titled(g.w, x.Title), "n": r.Marks, "of": last.Ballots}), n + 1})
				}
			}
		}
	}
	return said
}

func (g *grantSheet) aim() []Sentence {
	return g.each(func(x Measure) (string, web.Args) {
		newest, counted1 := x.Care.latest()
		if !counted1 || newest.Value == nil {
			return "sign", web.Args{"text": x.Care.Sign}
		}
		sign := x.Care.Sign
		if sign == "" {
			sign = titled(g.w, x.Title)
		}
		return "counted", web.Args{"text": sign, "count": counted(g.w, newest)}
	})
}

func (g *grantSheet) activities() []Sentence {
	said := []Sentence{}
	for n, x := range g.in {
		args := web.Args{"title": titled(g.w, x.Title), "tags": g.tags(x), "first": x.First}
		key := "report.grant.activity"
		if x.First != "" {
			key = "report.grant.activity_first"
		}
		said = append(said, Sentence{g.w.Say(key, args), n + 1})
	}
	return said
}

func (g *grantSheet) tags(x Measure) string {
	var tags []string
	for _, tag := range g.grant.Tags[x.ID] {
		tags = append(tags, g.w.say("report.tag."+strings.ReplaceAll(tag, "-", "_")))
	}
	return strings.Join(tags, ", ")
}

func (g *grantSheet) partners() []Sentence {
	said := g.each(func(x Measure) (string, web.Args) { return "responsible", web.Args{"text": x.Responsible} })
	return append(said, g.each(func(x Measure) (string, web.Args) {
		var names []string
		for _, p := range x.Care.Parts {
			if p.Done {
				names = append(names, p.Name)
			}
		}
		return "with", web.Args{"text": strings.Join(names, ", ")}
	})...)
}

func (g *grantSheet) after() []Sentence {
	said := g.each(func(x Measure) (string, web.Args) { return "lasts", web.Args{"text": g.lasts(x)} })
	return append(said, g.each(func(x Measure) (string, web.Args) { return "goes_on", web.Args{"text": x.Care.After} })...)
}

func (g *grantSheet) lasts(x Measure) string {
	if said := g.w.date(x.Care.Lasts); said != "" {
		return said
	}
	return x.Care.Lasts
}

func (g *grantSheet) table() Table {
	w := g.w
	t := Table{Title: w.say("report.grant.all"), Refs: true, Right: []bool{true, false, false, false, false, false}, Wide: []int{3, 9, 9, 7, 8, 6},
		Head: []string{w.say("report.col.number_short"), w.say("report.col.measure"), w.say("report.grant.tags"), w.say("report.col.responsible"),
			w.say("report.col.due"), w.say("report.col.status")}}
	for n, x := range g.in {
		t.Lines = append(t.Lines, []string{strconv.Itoa(n + 1), titled(w, x.Title), g.tags(x), x.held(w), x.orUnclear(w, w.date(x.Due)), x.told(w, g.About)})
	}
	return t
}
