package report

import (
	"strconv"

	"dugnad/room"
	"dugnad/web"
)

// Minutes is the whole report as a document: first what was agreed, then how it
// came about, at last what nobody can know.
func Minutes(rec Record, about About, w Words, since *Later) Document {
	m := minutes{Document{Words: w, Title: w.Say("report.title", web.Args{"title": rec.Meeting.Title}), About: about}, rec, w}
	m.About.Title = m.Title
	m.facts()
	m.part(w.say("report.short"), m.short()...)
	m.since(since)
	m.part(w.say("report.measures"), m.measures()...)
	m.part(w.say("report.months_title"), m.months()...)
	m.part(w.say("report.year"), m.followed()...)
	m.part(w.say("report.reply"), m.reply()...)
	m.part(w.say("report.decisions"), m.decisions()...)
	m.votes()
	m.part(w.say("report.behind"), m.behind()...)
	m.part(w.say("report.aside"), m.aside()...)
	m.part(w.say("report.wall"), m.wall()...)
	m.part(w.say("report.mood"), m.moods()...)
	m.part(w.say("report.people"), m.people()...)
	m.part(w.say("report.goodbye"), m.goodbyes()...)
	m.part(w.say("report.unknown"), m.unknown())
	m.part(w.say("report.about"), m.about()...)
	return m.Document
}

type minutes struct {
	Document
	rec Record
	w   Words
}

func (m *minutes) facts() {
	w, at := m.w, m.rec.Meeting
	fact := func(key, text string) {
		if text != "" {
			m.Facts = append(m.Facts, Fact{w.say(key), text})
		}
	}
	fact("report.fact.organisation", m.About.Organisation)
	fact("report.fact.date", w.date(m.About.Held))
	fact("report.fact.decides", orUnclear(w, at.Decides))
	fact("report.fact.answer", orUnclear(w, w.date(at.AnswerBy)))
	fact("report.fact.version", state(m.rec, m.About, w))
	if at.Demo {
		fact("report.fact.demo", w.say("report.demo"))
	}
}

// state says whether this is finished.
func state(rec Record, about About, w Words) string {
	switch {
	case about.Version > 0:
		return w.Say("report.state.finished", web.Args{"n": about.Version, "date": w.date(day(about.Made, about.Zone))})
	case rec.Meeting.Status != "ended":
		return w.say("report.state.running")
	}
	return w.Say("report.state.open", web.Args{"date": w.date(day(about.Made, about.Zone))})
}

func orUnclear(w Words, text string) string {
	if text == "" {
		return w.say("common.unclear")
	}
	return text
}

func (m *minutes) short() []Block {
	w, rec := m.w, m.rec
	t := Text{Tone: Opening}
	say := func(key string, args web.Args) { t.Sentences = append(t.Sentences, Sentence{Text: w.Say(key, args)}) }
	switch {
	case rec.People.Hidden:
		say("report.short.few", nil)
	default:
		say("report.short.people", web.Args{"n": rec.People.All})
	}
	say("report.short.ideas", web.Args{"n": rec.shared(), "k": len(rec.Clusters)})
	if aside := len(rec.Ideas) - rec.shared(); aside > 0 {
		say("report.short.aside", web.Args{"n": aside})
	}
	if len(rec.Votes) == 1 {
		say("report.short.vote", web.Args{"n": rec.Votes[0].Ballots})
	}
	held, dropped := 0, 0
	for _, x := range rec.Measures {
		switch {
		case x.dropped():
			dropped++
		case x.Responsible != "":
			held++
		}
	}
	if args := (web.Args{"n": len(rec.Measures), "k": held, "gone": dropped}); dropped > 0 {
		say("report.short.dropped", args)
	} else {
		say("report.short.measures", args)
	}
	return []Block{t}
}

func (m *minutes) since(later *Later) {
	if later == nil {
		return
	}
	list := List{}
	for _, c := range later.Changes {
		list = append(list, c.say(m.w))
	}
	if len(list) == 0 {
		list = append(list, m.w.say("report.since.none"))
	}
	m.part(m.w.Say("report.since", web.Args{"n": later.N}), list)
}

func (m *minutes) decisions() []Block {
	if len(m.rec.Decisions) == 0 {
		return nil
	}
	list := List{}
	for _, d := range m.rec.Decisions {
		text := d.Text
		if d.Reason != "" {
			text += " " + m.w.Say("report.reason", web.Args{"text": d.Reason})
		}
		list = append(list, text)
	}
	return []Block{list}
}

func (m *minutes) votes() {
	w := m.w
	for n, v := range m.rec.Votes {
		title := w.say("report.vote")
		if len(m.rec.Votes) > 1 {
			title = w.Say("report.vote_n", web.Args{"n": n + 1})
		}
		about := []Block{para(Plain, how(v, w))}
		if v.Round > 0 {
			about = append(about, para(Plain, w.Say("report.vote.round", web.Args{"n": v.Round})))
		}
		if v.Early {
			title = w.Say("report.vote.early", web.Args{"title": title})
			about = append(about, para(Note, w.say("report.vote.early_why")))
		}
		table := Table{Title: title, Head: []string{w.say("report.col.rank"), w.say("report.col.proposal"), w.say("report.col.marks")},
			Right: []bool{true, false, true}, Wide: []int{1, 8, 2}}
		yesNo := v.Method == "yesno"
		if yesNo {
			table.Head[2] = w.say("report.col.for")
			table.Head, table.Right, table.Wide = append(table.Head, w.say("report.col.against")), append(table.Right, true), append(table.Wide, 2)
		}
		var marks []int
		for _, r := range v.Rows {
			line := []string{strconv.Itoa(r.Rank), titled(w, r.Title), strconv.Itoa(r.Marks)}
			if yesNo {
				line = append(line, strconv.Itoa(r.Against))
			}
			table.Lines = append(table.Lines, line)
			marks = append(marks, r.Marks)
		}
		table.Bars = bars(1, marks)
		m.part(title, append(about, table)...)
	}
}

// how says in a few words what kind of vote it was.
func how(v Vote, w Words) string {
	key := "report.vote.open"
	if v.Secret {
		key = "report.vote.secret"
	}
	return w.Say(key, web.Args{"how": w.word("lead.method.", v.Method), "each": w.Say("lead.method."+v.Method+"_k", web.Args{"k": v.K}), "n": v.Ballots})
}

// titled is a title, or that there is none: the text it was taken from has been
// removed for good.
func titled(w Words, title string) string {
	if title == "" {
		return w.say("report.removed")
	}
	return title
}

func (m *minutes) behind() []Block {
	ideas := map[string]Idea{}
	for _, i := range m.rec.Ideas {
		ideas[i.ID] = i
	}
	var bs []Block
	for _, c := range m.rec.Clusters {
		list := List{}
		for _, id := range c.Ideas {
			if i, ok := ideas[id]; ok {
				list = append(list, idea(m.w, i))
			}
		}
		bs = append(bs, Heading{3, titled(m.w, c.Title)}, list)
	}
	return bs
}

// idea is a line of its own; what was written in another language stands after
// its Norwegian line.
func idea(w Words, i Idea) string {
	text := i.says()
	if i.Norsk != "" {
		text = w.Say("report.original", web.Args{"text": i.Norsk, "original": i.Text})
	}
	switch {
	case i.Group != 0 && i.Card != "":
		return w.Say("report.idea_card", web.Args{"text": text, "n": i.Group, "card": i.Card})
	case i.Group != 0:
		return w.Say("report.idea", web.Args{"text": text, "n": i.Group})
	}
	return text
}

func (m *minutes) aside() []Block {
	list := List{}
	for _, i := range m.rec.Ideas {
		if i.Place == room.Aside {
			list = append(list, idea(m.w, i))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []Block{para(Plain, m.w.say("report.aside.why")), list}
}

func (m *minutes) people() []Block {
	w, p := m.w, m.rec.People
	if p.Hidden || p.All == 0 {
		return nil
	}
	t := Table{Title: w.say("report.people"), Head: []string{w.say("report.col.as"), w.say("report.col.people")}, Right: []bool{false, true}, Wide: []int{5, 2}}
	var many []int
	row := func(what string, n int) {
		t.Lines, many = append(t.Lines, []string{what, strconv.Itoa(n)}), append(many, n)
	}
	for _, s := range p.As {
		row(w.say("p.as."+s.As), s.N)
	}
	if p.Others > 0 {
		row(w.say("report.others"), p.Others)
	}
	row(w.say("report.all"), p.All)
	t.Bars = bars(0, many)
	return []Block{t, para(Note, w.say("report.few"))}
}

func (m *minutes) moods() []Block {
	var bs []Block
	for _, mood := range m.rec.Moods {
		t := Table{Title: mood.Title, Head: []string{m.w.say("report.col.scale"), "1", "2", "3", "4", "5"},
			Right: []bool{false, true, true, true, true, true}, Wide: []int{7, 1, 1, 1, 1, 1}}
		for n, ask := range mood.Asks {
			if len(mood.Spread[n]) == 0 {
				bs = append(bs, para(Plain, ask+": "+m.w.say("common.mood_few")))
				continue
			}
			line := []string{ask}
			for _, k := range mood.Spread[n] {
				line = append(line, strconv.Itoa(k))
			}
			t.Lines = append(t.Lines, line)
		}
		if len(t.Lines) > 0 {
			bs = append(bs, t)
		}
	}
	if len(bs) == 0 {
		return nil
	}
	return append(bs, para(Note, m.w.say("report.mood.why")))
}

func (m *minutes) goodbyes() []Block {
	w, g := m.w, m.rec.Goodbyes
	switch {
	case g.Hidden:
		return []Block{para(Plain, w.say("report.goodbye.hidden"))}
	case g.Answers == 0:
		return nil
	}
	bs := []Block{para(Plain, w.Say("report.goodbye.answers", web.Args{"n": g.Answers}))}
	if g.Useful[0] < 0 {
		bs = append(bs, para(Plain, w.say("report.goodbye.hidden")))
	} else {
		t := Table{Title: w.say("report.goodbye.useful"), Head: []string{w.say("report.goodbye.useful"), w.say("report.col.people")},
			Right: []bool{false, true}, Wide: []int{5, 2}}
		for n, k := range g.Useful {
			t.Lines = append(t.Lines, []string{strconv.Itoa(n + 1), strconv.Itoa(k)})
		}
		t.Bars = bars(0, g.Useful)
		bs = append(bs, t)
	}
	if g.Know >= 0 {
		bs = append(bs, para(Plain, w.Say("report.goodbye.know", web.Args{"n": g.Know, "of": g.Answers})))
	}
	return bs
}

func (m *minutes) about() []Block {
	return []Block{para(Note, m.w.Say("report.about.made", web.Args{"build": m.About.Build, "sum": m.About.Sum}))}
}
