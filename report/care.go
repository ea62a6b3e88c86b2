package report

import (
	"strconv"

	"dugnad/room"
	"dugnad/web"
)

// Care is what became of a measure in the year after. Comments are the
// follow-up group's own working notes and are not here.
type Care struct {
	Kind       string           `json:"kind"`
	Deputy     string           `json:"deputy"`
	Lasts      string           `json:"lasts"`
	After      string           `json:"after"`
	Youth      string           `json:"youth"`
	Sign       string           `json:"sign"`
	Status     string           `json:"status"` // as it was last said
	Says       string           `json:"says"`
	Help       bool             `json:"help"`
	Confirmed  int64            `json:"confirmed"`
	AgesAt     int64            `json:"agesAt"` // from when nobody knows; 0 never
	Trail      []Turn           `json:"trail"`
	Parts      []room.Part      `json:"parts"`
	Milestones []room.Milestone `json:"milestones"`
	Counts     []room.Count     `json:"counts"`
}

// Turn is one time somebody said how it was: as a role, never by name.
type Turn struct {
	At     int64  `json:"at"`
	Role   string `json:"role"`
	As     string `json:"as"`
	Status string `json:"status"`
	Says   string `json:"says"`
}

// caresOf is the care of every measure, by the measure's id.
func caresOf(st *room.State) map[string]Care {
	cares := map[string]Care{}
	trails := map[string][]Turn{}
	for _, t := range Seen[room.TrailView](st, "trails", room.FollowLayers()...) {
		for _, x := range t.Turns {
			trails[t.Measure] = append(trails[t.Measure], Turn{x.At, string(x.By.Role), x.By.As, string(x.Status), x.Says})
		}
	}
	for _, v := range Seen[room.FollowUpView](st, "followups", room.FollowLayers()...) {
		cares[v.Measure] = Care{Kind: v.Kind, Deputy: v.Deputy, Lasts: v.Lasts, After: v.After, Youth: v.Youth, Sign: v.Sign, Status: string(v.Status),
			Says: v.Says, Help: v.Help, Confirmed: v.Confirmed, AgesAt: v.AgesAt, Trail: trails[v.Measure], Parts: v.Parts, Milestones: v.Milestones, Counts: v.Counts}
	}
	return cares
}

// shown is a measure's status as it may be printed at a moment: never in its
// old colour when nobody knows any more, whether or not the house has noted it.
func (x Measure) shown(now int64) string {
	if x.Care.AgesAt != 0 && now >= x.Care.AgesAt {
		return string(room.Unknown)
	}
	return x.Status
}

// told says how it is, and of what nobody knows any more since when.
func (x Measure) told(w Words, about About) string {
	status := x.shown(about.Made)
	if status == string(room.Unknown) {
		return w.Say("report.unknown_since", web.Args{"date": w.date(day(x.Care.Confirmed, about.Zone))})
	}
	return w.word("report.status.", status)
}

// done counts the parts that are.
func (c Care) done() (n int) {
	for _, p := range c.Parts {
		if p.Done {
			n++
		}
	}
	return n
}

// latest is the newest number, by its date.
func (c Care) latest() (newest room.Count, ok bool) {
	for _, x := range c.Counts {
		if !ok || x.Date >= newest.Date {
			newest, ok = x, true
		}
	}
	return newest, ok
}

// followed is the year of each measure that has had one.
func (m *minutes) followed() []Block {
	var bs []Block
	for _, x := range m.rec.Measures {
		if list := m.year(x); len(list) > 0 {
			bs = append(bs, Heading{3, titled(m.w, x.Title)}, list)
		}
	}
	return bs
}

func (m *minutes) year(x Measure) List {
	w, c := m.w, x.Care
	list := List{}
	field := func(key, text string) {
		if text != "" {
			list = append(list, w.Say("report.field", web.Args{"what": w.say(key), "text": text}))
		}
	}
	field("report.col.deputy", c.Deputy)
	field("report.col.lasts", c.Lasts)
	field("report.col.after", c.After)
	field("report.col.youth", c.Youth)
	field("report.col.sign", c.Sign)
	for _, n := range c.Counts {
		list = append(list, counted(w, n))
	}
	if len(c.Parts) > 0 {
		list = append(list, w.Say("report.parts", web.Args{"n": c.done(), "of": len(c.Parts)}))
	}
	for _, s := range c.Milestones {
		key := "report.milestone.open"
		if s.Done {
			key = "report.milestone.done"
		}
		list = append(list, w.Say(key, web.Args{"what": s.Title, "date": orUnclear(w, w.date(s.Date))}))
	}
	for _, t := range c.Trail {
		key := "report.turn"
		if t.Says != "" {
			key = "report.turn_says"
		}
		list = append(list, w.Say(key, web.Args{"date": w.date(day(t.At, m.rec.Meeting.Zone)), "who": t.who(w),
			"status": w.word("report.status.", t.Status), "text": t.Says}))
	}
	return list
}

// who said it: as what, else in which role.
func (t Turn) who(w Words) string {
	if t.As != "" {
		return t.As
	}
	return w.word("report.by.", t.Role)
}

// counted is a number with its date and source; that nobody knows yet is an
// answer too.
func counted(w Words, n room.Count) string {
	value := w.say("report.count.unknown")
	if n.Value != nil {
		value = web.Number(w.Lang, *n.Value)
	}
	if n.What != "" {
		value = w.say("report.what."+n.What) + " " + value
	}
	return w.Say("report.count", web.Args{"n": value, "date": w.date(n.Date), "source": orUnclear(w, n.Source)})
}

// confirmed is the day somebody last said how it is; empty when nobody has.
func (c Care) confirmed(rec Record) Cell {
	if len(c.Trail) == 0 {
		return Cell{}
	}
	return date(day(c.Confirmed, rec.Meeting.Zone))
}

func trailSheet(rec Record, w Words) Sheet {
	s := sheet(w, "trail", "measure", "date", "status", "says", "by")
	for _, m := range rec.Measures {
		for n, t := range m.Care.Trail {
			s.line(m.ID+"/"+strconv.Itoa(n), text(titled(w, m.Title)), date(day(t.At, rec.Meeting.Zone)), text(w.word("report.status.", t.Status)), text(t.Says), text(t.who(w)))
		}
	}
	return s
}

func countSheet(rec Record, w Words) Sheet {
	s := sheet(w, "counts", "measure", "sign", "what", "number", "date", "source")
	for _, m := range rec.Measures {
		for _, c := range m.Care.Counts {
			value := text(w.say("report.count.unknown"))
			if c.Value != nil {
				value = number(int(*c.Value))
			}
			s.line(m.ID+"/"+c.ID, text(titled(w, m.Title)), text(m.Care.Sign), text(w.word("report.what.", c.What)), value, date(c.Date), text(c.Source))
		}
	}
	return s
}

func milestoneSheet(rec Record, w Words) Sheet {
	s := sheet(w, "milestones", "measure", "milestone", "date", "done")
	for _, m := range rec.Measures {
		for _, x := range m.Care.Milestones {
			s.line(m.ID+"/m/"+x.ID, text(titled(w, m.Title)), text(x.Title), date(x.Date), yes(w, x.Done))
		}
		for _, x := range m.Care.Parts {
			s.line(m.ID+"/p/"+x.ID, text(titled(w, m.Title)), text(x.Name), date(x.Date), yes(w, x.Done))
		}
	}
	return s
}
