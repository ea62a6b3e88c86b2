package store

import (
	"context"
	"database/sql"
	"sort"
	"strings"

	"dugnad/likeness"
	"dugnad/room"
)

// again is a stem on its way through the meetings, which come one after the
// other.
type again struct {
	room.Again
	stem, last, title string
}

// Recurring lists the words that stand in the titles of kept measures in two
// meetings or more, those of the most meetings first. A word counts
// once in a meeting however often it is written there.
func (s *Store) Recurring(ctx context.Context, limit int) ([]room.Again, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	by := map[string]*again{}
	err := s.eachRow(ctx, func(r *sql.Rows) error {
		var roomID, title, lang, words string
		if err := r.Scan(&roomID, &title, &lang, &words); err != nil {
			return err
		}
		said := map[string]bool{}
		for stem := range strings.FieldsSeq(words) {
			if said[stem] {
				continue
			}
			said[stem] = true
			a := by[stem]
			if a == nil {
				a = &again{stem: stem, title: title, Again: room.Again{Lang: lang}}
				by[stem] = a
			}
			if a.last != roomID {
				a.last, a.Meetings = roomID, a.Meetings+1
			}
			a.Measures++
		}
		return nil
	}, readKeptWords, s.org)
	if err != nil {
		return nil, s.named("look for what recurs", err)
	}
	var list []*again
	for _, a := range by {
		if a.Meetings > 1 {
			list = append(list, a)
		}
	}
	sort.Slice(list, func(x, y int) bool {
		a, b := list[x], list[y]
		switch {
		case a.Meetings != b.Meetings:
			return a.Meetings > b.Meetings
		case a.Measures != b.Measures:
			return a.Measures > b.Measures
		}
		return a.stem < b.stem
	})
	words := []room.Again{}
	for _, a := range list[:min(len(list), limit)] {
		a.Word = likeness.Written(a.title, a.Lang, a.stem)
		words = append(words, a.Again)
	}
	return words, nil
}
