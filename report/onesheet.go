package report

import (
	"sort"
	"strconv"

	"dugnad/room"
	"dugnad/web"
)

// OneSheet is *Ett ark til kommunedirektøren*: what was agreed, what is done,
// what stands still and why, cost and effect, what we ask for, and what comes
// next. Every sentence about a measure points to its line in the table. formal
// gives the headings of a saksframlegg, for the document that is edited on.
func OneSheet(rec Record, about About, w Words, formal bool) Document {
	o := oneSheet{Document{Words: w, Sheet: true, About: about}, rec, w, ""}
	if formal {
		o.headings = "_formal"
	}
	if days := daysBetween(about.Held, day(about.Made, about.Zone)); days > 0 {
		o.Title = w.Say("report.one.title_day", web.Args{"title": rec.Meeting.Title, "n": days})
	} else {
		o.Title = w.Say("report.one.title_now", web.Args{"title": rec.Meeting.Title})
	}
	o.About.Title = o.Title
	fact := func(key, text string) { o.Facts = append(o.Facts, Fact{w.say(key), text}) }
	if about.Organisation != "" {
		fact("report.fact.organisation", about.Organisation)
	}
	fact("report.fact.date", w.date(day(about.Made, about.Zone)))
	if rec.Meeting.Demo {
		fact("report.fact.demo", w.say("report.demo"))
	}
	asks := o.asks()
	o.add(Text{Opening, append(o.counts(), o.askCount(len(asks)))})
	o.say("agreed", Plain, o.agreed())
	o.say("done", Plain, o.done())
	if going := o.going(); len(going) > 0 {
		o.say("going", Plain, going)
	}
	o.say("stuck", Plain, o.stuck())
	o.say("effect", Plain, o.effect())
	if len(asks) == 0 {
		asks = []Sentence{{Text: w.say("report.one.ask_none")}}
	}
	o.say("ask", Ask, asks)
	o.say("next", Plain, o.next())
	o.part(w.say("report.one.all"), o.table())
	return o.Document
}

type oneSheet struct {
	Document
	rec      Record
	w        Words
	headings string
}

func (o *oneSheet) say(part string, tone Tone, said []Sentence) {
	var block Block = Text{tone, said}
	if len(said) > 2 && tone == Plain { // more than two run together
		block = Points(said)
	}
	o.part(o.w.say("report.one."+part+o.headings), block)
}

// each hands out every measure with the number of its line.
func (o *oneSheet) each(visit func(n int, x Measure, status room.Status)) {
	for n, x := range o.rec.Measures {
		visit(n+1, x, room.Status(x.shown(o.About.Made)))
	}
}

// counts is how many measures there are of each status.
func (o *oneSheet) counts() []Sentence {
	by := map[room.Status]int{}
	o.each(func(_ int, _ Measure, status room.Status) { by[status]++ })
	said := []Sentence{{Text: o.w.Say("report.one.of", web.Args{"n": len(o.rec.Measures)})}}
	for _, status := range []room.Status{room.InPlace, room.UnderWay, room.Stuck, room.NotStarted, room.Dropped, room.Unknown} {
		if by[status] > 0 {
			said = append(said, Sentence{Text: o.w.Say("report.one.count", web.Args{"n": by[status], "status": o.w.word("report.status.", string(status))})})
		}
	}
	return said
}

func (o *oneSheet) askCount(n int) Sentence {
	if n == 0 {
		return Sentence{Text: o.w.say("report.one.asks_none")}
	}
	return Sentence{Text: o.w.Say("report.one.asks", web.Args{"n": n})}
}

func (o *oneSheet) agreed() []Sentence {
	rec, w := o.rec, o.w
	said := []Sentence{{Text: w.Say("report.one.meeting", web.Args{"date": w.date(o.About.Held), "n": rec.shared(), "k": len(rec.Clusters)})}}
	if len(rec.Votes) > 0 {
		top := rec.Votes[len(rec.Votes)-1].top()
		if from := o.lineOf(top.ID); from > 0 {
			said = append(said, Sentence{w.Say("report.one.most", web.Args{"title": titled(w, top.Title), "n": top.Marks, "of": top.Of}), from})
		}
	}
	for n, x := range rec.Measures {
		if x.Responsible == "" && !x.dropped() {
			said = append(said, Sentence{w.Say("report.one.nobody", web.Args{"title": titled(w, x.Title)}), n + 1})
		}
	}
	return said
}

// top is the proposal that stands first: what an earlier round had placed above
// these, if there was one.
func (v Vote) top() Stood {
	switch {
	case len(v.Stood) > 0:
		return v.Stood[0]
	case len(v.Rows) > 0:
		return Stood{v.Rows[0].ID, v.Rows[0].Title, v.Rows[0].Marks, v.Ballots, v.Round}
	}
	return Stood{}
}

// lineOf is the line of the measure that came of a proposal.
func (o *oneSheet) lineOf(cluster string) int {
	for n, x := range o.rec.Measures {
		if cluster != "" && x.Cluster == cluster {
			return n + 1
		}
	}
	return 0
}

func (o *oneSheet) done() []Sentence {
	var said []Sentence
	o.each(func(n int, x Measure, status room.Status) {
		args := web.Args{"title": titled(o.w, x.Title), "text": x.Care.Says}
		switch {
		case status == room.InPlace && x.Care.Says == "":
			said = append(said, Sentence{o.w.Say("report.one.in_place", args), n})
		case status == room.InPlace:
			said = append(said, Sentence{o.w.Say("report.one.says", args), n})
		}
	})
	return orSay(said, o.w.say("report.one.done_none"))
}

// going is what somebody is at work on. It is not done, and does not stand among
// what is.
func (o *oneSheet) going() []Sentence {
	var said []Sentence
	o.each(func(n int, x Measure, status room.Status) {
		args := web.Args{"title": titled(o.w, x.Title), "text": x.Care.Says, "n": x.Care.done(), "of": len(x.Care.Parts)}
		switch {
		case status != room.UnderWay:
		case x.Care.Says != "":
			said = append(said, Sentence{o.w.Say("report.one.says", args), n})
		case len(x.Care.Parts) > 0:
			said = append(said, Sentence{o.w.Say("report.one.parts", args), n})
		default:
			said = append(said, Sentence{o.w.Say("report.one.begun", args), n})
		}
	})
	return said
}

func (o *oneSheet) stuck() []Sentence {
	var said []Sentence
	today := day(o.About.Made, o.About.Zone)
	o.each(func(n int, x Measure, status room.Status) {
		args := web.Args{"title": titled(o.w, x.Title), "why": o.w.say("report.one.no_reason"), "status": o.w.word("report.status.", x.Care.Status),
			"date": o.w.date(day(x.Care.Confirmed, o.About.Zone)), "due": o.w.date(x.Due)}
		if x.Care.Says != "" {
			args["why"] = x.Care.Says
		}
		switch {
		case status == room.Stuck:
			said = append(said, Sentence{o.w.Say("report.one.stuck_is", args), n})
		case status == room.Dropped:
			said = append(said, Sentence{o.w.Say("report.one.dropped", args), n})
		case status == room.Unknown:
			said = append(said, Sentence{o.w.Say("report.one.unknown", args), n})
		case status == room.NotStarted && x.Due != "" && x.Due < today:
			said = append(said, Sentence{o.w.Say("report.one.overdue", args), n})
		}
	})
	return orSay(said, o.w.say("report.one.stuck_none"))
}

// effect is what has been counted. What it has cost is written nowhere, and the
// sheet says so instead of leaving it out.
func (o *oneSheet) effect() []Sentence {
	said := []Sentence{{Text: o.w.say("report.one.cost")}}
	o.each(func(n int, x Measure, _ room.Status) {
		newest, ok := x.Care.latest()
		if !ok && x.Care.Sign == "" {
			return
		}
		sign := x.Care.Sign
		if sign == "" {
			sign = titled(o.w, x.Title)
		}
		text := o.w.say("report.count.unknown")
		if ok && newest.Value != nil {
			text = counted(o.w, newest)
		}
		said = append(said, Sentence{o.w.Say("report.one.effect_is", web.Args{"what": sign, "text": text}), n})
	})
	if len(said) == 1 {
		said = append(said, Sentence{Text: o.w.say("report.one.effect_none")})
	}
	return said
}

// asks is what somebody with the power must settle: who has asked for help, and
// what ends without anybody knowing what comes after.
func (o *oneSheet) asks() []Sentence {
	var said []Sentence
	o.each(func(n int, x Measure, status room.Status) {
		args := web.Args{"title": titled(o.w, x.Title), "text": x.Care.Says, "lasts": x.Care.Lasts}
		switch {
		case x.Care.Help && x.Care.Says != "":
			said = append(said, Sentence{o.w.Say("report.one.ask_help_says", args), n})
		case x.Care.Help:
			said = append(said, Sentence{o.w.Say("report.one.ask_help", args), n})
		}
		if x.Care.Lasts != "" && x.Care.After == "" && status != room.Dropped {
			said = append(said, Sentence{o.w.Say("report.one.ask_lasts", args), n})
		}
	})
	return said
}

// next is the nearest day something is to happen.
func (o *oneSheet) next() []Sentence {
	type date struct {
		on, what string
		from     int
	}
	var dates []date
	today := day(o.About.Made, o.About.Zone)
	coming := func(on, what string, from int) {
		if on >= today && on != "" {
			dates = append(dates, date{on, what, from})
		}
	}
	o.each(func(n int, x Measure, status room.Status) {
		if status == room.Dropped {
			return
		}
		if status != room.InPlace {
			coming(x.Due, titled(o.w, x.Title), n)
		}
		for _, m := range x.Care.Milestones {
			if !m.Done {
				coming(m.Date, m.Title, n)
			}
		}
	})
	if o.rec.Reply == nil {
		coming(o.rec.Meeting.AnswerBy, o.w.say("report.reply"), 0)
	}
	if len(dates) == 0 {
		return []Sentence{{Text: o.w.say("report.one.next_none")}}
	}
	sort.SliceStable(dates, func(a, b int) bool { return dates[a].on < dates[b].on })
	first := dates[0]
	return []Sentence{{o.w.Say("report.one.next_is", web.Args{"what": first.what, "date": o.w.date(first.on)}), first.from}}
}

func (o *oneSheet) table() Table {
	w := o.w
	t := Table{Title: w.say("report.one.all"), Refs: true, Right: []bool{true, false, false, false, false}, Wide: []int{3, 13, 11, 8, 9},
		Head: []string{w.say("report.col.number_short"), w.say("report.col.measure"), w.say("report.col.responsible"), w.say("report.col.status"), w.say("report.col.confirmed")}}
	o.each(func(n int, x Measure, _ room.Status) {
		confirmed := ""
		if len(x.Care.Trail) > 0 {
			confirmed = w.date(day(x.Care.Confirmed, o.About.Zone))
		}
		t.Lines = append(t.Lines, []string{strconv.Itoa(n), titled(w, x.Title), x.held(w), x.told(w, o.About), confirmed})
	})
	return t
}

func orSay(said []Sentence, none string) []Sentence {
	if len(said) == 0 {
		return []Sentence{{Text: none}}
	}
	return said
}
