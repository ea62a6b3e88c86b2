package report

import "dugnad/room"

// Measure is something that will be done. Drafts are what the tables had
// written of it, each kept.
type Measure struct {
	ID          string  `json:"id"`
	Title       string  `json:"title"`
	Cluster     string  `json:"cluster"`
	Responsible string  `json:"responsible"`
	First       string  `json:"first"`
	Due         string  `json:"due"` // YYYY-MM-DD
	FollowUp    bool    `json:"followUp"`
	Status      string  `json:"status"`
	Drafts      []Draft `json:"drafts,omitempty"`
	Care        Care    `json:"care"`
}

// Draft is what one table had written of a measure.
type Draft struct {
	Group int    `json:"group"`
	Text  string `json:"text"`
	Who   string `json:"who"`
	First string `json:"first"`
	Due   string `json:"due"`
}

func measureOf(v room.MeasureView, care Care) Measure {
	m := Measure{ID: v.ID, Title: v.Title, Cluster: v.Cluster, Responsible: v.Responsible, First: v.First, Due: v.Due,
		FollowUp: v.FollowUp, Status: string(v.Status), Care: care}
	for _, d := range v.Drafts {
		m.Drafts = append(m.Drafts, Draft{d.Group, d.Text, d.Who, d.First, d.Due})
	}
	return m
}

// measures is the table that matters most: what, who, what first, when.
func (m *minutes) measures() []Block {
	w := m.w
	if len(m.rec.Measures) == 0 {
		return []Block{para(Plain, w.say("report.measures.none"))}
	}
	t := Table{Title: w.say("report.measures"), Wide: []int{6, 4, 5, 4, 3}, Right: make([]bool, 5)}
	for _, key := range []string{"measure", "responsible", "first", "due", "status"} {
		t.Head = append(t.Head, w.say("report.col."+key))
	}
	for _, x := range m.rec.Measures {
		t.Lines = append(t.Lines, []string{titled(w, x.Title), x.held(w), x.orUnclear(w, x.First), x.orUnclear(w, w.date(x.Due)), x.told(w, m.About)})
	}
	return []Block{t}
}

// dropped tells of a measure that nobody is to do any more.
func (x Measure) dropped() bool { return room.Status(x.Status) == room.Dropped }

// none stands where nothing is expected.
const none = "–"

// held says who answers for a measure, or who looks for somebody.
func (x Measure) held(w Words) string {
	switch {
	case x.Responsible != "":
		return x.Responsible
	case x.dropped():
		return none
	case x.FollowUp:
		return w.say("report.responsible.followup")
	}
	return w.say("report.responsible.none")
}

// orUnclear is what is written of a measure; of one that was dropped nothing is
// waited for.
func (x Measure) orUnclear(w Words, text string) string {
	if text == "" && x.dropped() {
		return none
	}
	return orUnclear(w, text)
}

func measureSheet(rec Record, w Words) Sheet {
	from := map[string]string{}
	for _, c := range rec.Clusters {
		from[c.ID] = c.Title
	}
	s := sheet(w, "measures", "measure", "proposal", "responsible", "first", "due", "status", "followup", "deputy", "confirmed", "says", "lasts", "after", "youth")
	for _, m := range rec.Measures {
		s.line(m.ID, text(titled(w, m.Title)), text(from[m.Cluster]), text(m.Responsible), text(m.First), date(m.Due),
			text(w.word("report.status.", m.Status)), yes(w, m.FollowUp), text(m.Care.Deputy),
			m.Care.confirmed(rec), text(m.Care.Says), text(m.Care.Lasts), text(m.Care.After), text(m.Care.Youth))
	}
	return s
}

func draftSheet(rec Record, w Words) Sheet {
	s := sheet(w, "drafts", "measure", "table", "idea", "responsible", "first", "due")
	for _, m := range rec.Measures {
		for _, d := range m.Drafts {
			s.line(m.ID+"/"+d.Text, text(titled(w, m.Title)), some(d.Group), text(d.Text), text(d.Who), text(d.First), date(d.Due))
		}
	}
	return s
}
