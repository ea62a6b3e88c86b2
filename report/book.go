package report

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"dugnad/room"
	"dugnad/web"
)

// Poster is what somebody hung up: what they can help with, or what they need.
// It may name an organisation, and never who hung it up.
type Poster struct {
	ID   string `json:"id"`
	Sort string `json:"sort"`
	From string `json:"from"`
	Text string `json:"text"`
}

func postersOf(st *room.State) []Poster {
	seen := Seen[room.PosterView](st, "posters", room.All)
	sort.SliceStable(seen, func(a, b int) bool { return seen[a].Order < seen[b].Order })
	var all []Poster
	for _, sorted := range room.PosterSorts {
		for _, p := range seen {
			if p.Sort == sorted {
				all = append(all, Poster{p.ID, p.Sort, p.From, p.Text})
			}
		}
	}
	return all
}

// wall is what hung on it, what is offered beside what is needed.
func (m *minutes) wall() []Block {
	var bs []Block
	for _, sorted := range room.PosterSorts {
		list := List{}
		for _, p := range m.rec.Posters {
			if p.Sort != sorted {
				continue
			}
			text := p.Text
			if p.From != "" {
				text = m.w.Say("report.wall.from", web.Args{"from": p.From, "text": p.Text})
			}
			list = append(list, text)
		}
		if len(list) > 0 {
			bs = append(bs, Heading{3, m.w.say("report.wall." + sorted)}, list)
		}
	}
	return bs
}

func wallSheet(rec Record, w Words) Sheet {
	s := sheet(w, "wall", "says", "from", "text")
	for _, p := range rec.Posters {
		s.line(p.ID, text(w.say("report.wall."+p.Sort)), text(p.From), text(p.Text))
	}
	return s
}

// Book is the contact book of an evening, to be printed by those who were there.
// It is made of the people and not of the record: no report holds it.
func Book(meeting Meeting, entries []room.BookEntry, about About, w Words) Document {
	d := Document{Words: w, Title: w.Say("report.book.title", web.Args{"title": meeting.Title}), About: about}
	d.About.Title = d.Title
	d.add(para(Opening, w.say("report.book.for")))
	if len(entries) == 0 {
		d.add(para(Plain, w.say("report.book.none")))
		return d
	}
	s := BookSheet(entries, w)
	t := Table{Title: s.Title, Wide: []int{6, 6, 8}, Right: make([]bool, 3),
		Head: []string{w.say("report.col.who"), w.say("report.col.org"), w.say("report.col.reach")}}
	for _, l := range s.Lines {
		reach := strings.TrimSpace(l.Cells[2].Text + " " + l.Cells[3].Text)
		t.Lines = append(t.Lines, []string{l.Cells[1].Text, l.Cells[0].Text, reach}) // who comes first: not all have an organisation
	}
	d.add(t)
	return d
}

// BookSheet is the book as a table, by organisation.
func BookSheet(entries []room.BookEntry, w Words) Sheet {
	s := sheet(w, "book", "org", "who", "phone", "mail")
	by := web.Alphabet(w.Lang)
	slices.SortStableFunc(entries, func(a, b room.BookEntry) int {
		return cmp.Or(by(a.Org, b.Org), by(a.Who, b.Who))
	})
	for _, e := range entries {
		s.line(e.ID, text(e.Org), text(e.Who), text(e.Phone), text(e.Mail))
	}
	return s
}
