package server

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"dugnad/likeness"
	"dugnad/room"
)

// homeZone is where an organisation's days begin.
const homeZone = "Europe/Oslo"

// statusIcons stand beside the words, for whoever sees no colours.
var statusIcons = map[room.Status]string{room.NotStarted: "○", room.UnderWay: "◐", room.Stuck: "‖", room.InPlace: "✓", room.Dropped: "–", room.Unknown: "?"}

// overviewShown is what the page about all the meetings is made from.
type overviewShown struct {
	speech
	Title, Owner string
	Langs        []string
	Asked        string // the language that was asked for, to be kept by forms and links
	Query        string
	Empty        bool // the question says nothing that can be looked for
	Hits         *overviewList
	Counts       []overviewCount
	Late, Soon   overviewList
	Again        []overviewAgain
	Days         []overviewDay
	Rows         []overviewRow
}

type overviewCount struct {
	N           int
	Said, Where string
}

type overviewList struct {
	Of    int
	Found []overviewFound
	Rest  string // what is not shown
}

type overviewFound struct {
	room.Found
	Name, Who, Step, Now []likeness.Piece
	Chip                 overviewChip
	Kind                 string // what it is, if it is no measure
	When                 string
	Tone                 string
}

type overviewChip struct {
	Status     room.Status
	Icon, Said string
	N          int // 0 is not a count
}

type overviewAgain struct {
	room.Again
	Link, Said string
}

type overviewRow struct {
	room.Dugnad
	Date, Day, Next, Answer string
	NextLate, AnswerLate    bool
	Chips                   []overviewChip
}

func (s *Server) overviewPage(w http.ResponseWriter, r *http.Request, _ visitor) error {
	p := s.overviewTop(r)
	if p.Query != "" {
		found, q, err := s.lookFor(r, p.now)
		if err != nil {
			return err
		}
		p.Empty = q.Empty()
		hits := p.list(found.Found, found.Of, q)
		p.Hits = &hits
		return show(w, http.StatusOK, "overview", p)
	}
	b, err := s.across(r.Context(), p.now)
	if err != nil {
		return err
	}
	var late, soon, measures int
	for _, d := range b.Meetings {
		late, soon = late+d.Late, soon+d.Soon
		for _, number := range d.Measures {
			measures += number.N
		}
		p.Rows = append(p.Rows, p.row(d))
	}
	p.Counts = []overviewCount{{len(b.Meetings), p.Say("oversikt.meetings", "n", len(b.Meetings)), "#dugnader"},
		{measures, p.Say("oversikt.measures", "n", measures), "#dugnader"},
		{late, p.Say("oversikt.late"), "#over"}, {soon, p.Say("oversikt.soon"), "#snart"}}
	for _, d := range b.Days {
		p.Days = append(p.Days, overviewDay{d, p.day(d.Day), dayTitle(p.speech, d)})
	}
	none := likeness.Query{}
	p.Late, p.Soon = p.list(b.Late, late, none), p.list(b.Soon, soon, none)
	for _, a := range b.Recurs {
		p.Again = append(p.Again, overviewAgain{a, p.link("q", a.Word), p.Say("oversikt.in_meetings", "n", a.Meetings)})
	}
	return show(w, http.StatusOK, "overview", p)
}

// overviewDoor asks for the key, and says what was wrong with the last one.
func (s *Server) overviewDoor(w http.ResponseWriter, r *http.Request, no problem) {
	p := s.overviewTop(r)
	p.Title = p.Say("oversikt.door")
	wrong := ""
	if no != noOrgKey {
		wrong = p.Say(no.Key())
	}
	if no.Retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((no.Retry+time.Second-1)/time.Second)))
	}
	action := overviewPath
	if p.Asked != "" {
		action = p.link("", "")
	}
	if err := show(w, no.Status, "overview-door", struct {
		overviewShown
		Wrong, Action string
	}{p, wrong, action}); err != nil {
		s.o.Log.Error("a page could not be written", "route", overviewPath, "err", err)
	}
}

func (s *Server) overviewTop(r *http.Request) overviewShown {
	p := overviewShown{speech: s.speak(r, "", homeZone), Langs: s.words.langs, Owner: s.o.Organisation, Query: r.URL.Query().Get("q")}
	p.Title = p.Say("oversikt.title")
	if lang := r.URL.Query().Get("lang"); s.words.speaks(lang) {
		p.Asked = lang
	}
	return p
}

// link leads to the page, in the language that was asked for.
func (p overviewShown) link(key, value string) string {
	q := url.Values{}
	if key != "" {
		q.Set(key, value)
	}
	if p.Asked != "" {
		q.Set("lang", p.Asked)
	}
	return overviewPath + "?" + q.Encode()
}

// All is the page without a search.
func (p overviewShown) All() string {
	if p.Asked == "" {
		return overviewPath
	}
	return p.link("", "")
}

func (p overviewShown) list(found []room.Found, of int, q likeness.Query) overviewList {
	l := overviewList{Of: of}
	if of > len(found) {
		l.Rest = p.Say("oversikt.rest", "n", len(found), "of", of)
	}
	today := p.now.Format(time.DateOnly)
	for _, f := range found {
		x := overviewFound{Found: f, Name: q.Mark(f.Title, f.Lang), Who: q.Mark(f.Responsible, f.Lang), Step: q.Mark(f.First, f.Lang),
			Now: q.Mark(f.Says, f.Lang), Chip: p.chip(f.Status, 0)}
		switch f.What {
		case room.FoundDecision, room.FoundAside:
			x.Kind = p.Say("oversikt.what_" + f.What)
		}
		if f.Due != "" {
			x.When = p.day(f.Due)
			if left := between(today, f.Due); f.Status != room.InPlace && f.Status != room.Dropped {
				switch {
				case left < 0:
					x.When, x.Tone = p.Say("oversikt.days_late", "day", x.When, "n", -left), "late"
				case left == 0:
					x.When, x.Tone = p.Say("oversikt.today", "day", x.When), "soon"
				case f.Due < room.Horizon(p.now):
					x.When, x.Tone = p.Say("oversikt.days_left", "day", x.When, "n", left), "soon"
				}
			}
		}
		l.Found = append(l.Found, x)
	}
	return l
}

func (p overviewShown) chip(st room.Status, n int) overviewChip {
	return overviewChip{st, statusIcons[st], p.status(st), n}
}

func (p overviewShown) row(d room.Dugnad) overviewRow {
	row, today := overviewRow{Dugnad: d, Next: p.day(d.Next)}, p.now.Format(time.DateOnly)
	row.NextLate = d.Next != "" && d.Next < today
	switch {
	case d.Finished != 0:
		began := d.Started
		if began == 0 { // ended without having begun
			began = d.Finished
		}
		row.Date, row.Day = p.day(p.dateOf(began)), p.Say("oversikt.day", "n", between(p.dateOf(d.Finished), today))
	case d.Started != 0:
		row.Date, row.Day = p.day(p.dateOf(d.Started)), p.Say("oversikt.running")
	default:
		row.Date = p.Say("oversikt.to_come")
	}
	for _, number := range d.Measures {
		row.Chips = append(row.Chips, p.chip(number.Status, number.N))
	}
	left := between(today, d.AnswerBy)
	switch {
	case d.Published != 0:
		row.Answer = p.Say("svar.came", "day", p.day(p.dateOf(d.Published)))
	case d.AnswerBy == "":
		row.Answer = p.Say("oversikt.no_date")
	case left < 0 && d.Finished != 0:
		row.Answer, row.AnswerLate = p.Say("svar.late", "n", -left), true
	default:
		row.Answer = p.Say("oversikt.promised", "day", p.day(d.AnswerBy))
	}
	return row
}
