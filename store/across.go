package store

import (
	"context"
	"database/sql"
	"slices"
	"sort"
	"time"

	"dugnad/likeness"
	"dugnad/room"
)

// What an organisation sees of all its meetings is read from the tables that
// are written with the log, never from the log: its cost does not grow with
// what was said. $2 is the newest confirmation that nobody believes any more.
const (
	shownStatus = `CASE WHEN m.status <> 'lagt-bort' AND m.confirmed <= $2 THEN 'ukjent' ELSE m.status END`
	stillOpen   = `m.status <> 'pa-plass' AND m.status <> 'lagt-bort'`
	ofMeetings  = ` FROM measures m JOIN meetings g ON g.room = m.room WHERE m.org = $1 AND NOT g.practice`
	asFound     = `SELECT m.room, g.title, g.lang, m.id, m.title, m.responsible, m.first, m.due, m.says, ` + shownStatus

	readDugnads = `SELECT g.room, g.title, g.lang, g.status, g.demo, g.started, g.finished, g.answer_by, COALESCE(a.published, 0)
		FROM meetings g LEFT JOIN answers a ON a.room = g.room WHERE g.org = $1 AND NOT g.practice
		ORDER BY CASE WHEN g.started = 0 THEN 0 ELSE 1 END, g.started DESC, g.created DESC, g.room`
	countMeasures = `SELECT m.room, ` + shownStatus + `, count(*),
		COALESCE(MIN(CASE WHEN m.due <> '' AND ` + stillOpen + ` THEN m.due END), ''),
		SUM(CASE WHEN m.due <> '' AND m.due < $3 AND ` + stillOpen + ` THEN 1 ELSE 0 END),
		SUM(CASE WHEN m.due >= $3 AND m.due < $4 AND ` + stillOpen + ` THEN 1 ELSE 0 END)` + ofMeetings + `
		GROUP BY m.room, ` + shownStatus
	readDueMeasures = asFound + ofMeetings + ` AND m.due <> '' AND m.due >= $3 AND m.due < $4 AND ` + stillOpen + `
		ORDER BY m.due, g.started DESC, m.room, m.id LIMIT $5`
	searchDecisions = `SELECT d.room, g.title, g.lang, d.id, d.title, d.reason, d.words FROM decisions d JOIN meetings g ON g.room = d.room
		WHERE d.org = $1 AND NOT g.practice AND d.words LIKE $2 ORDER BY g.started DESC, d.room, d.at DESC, d.id`
	searchAsides = `SELECT x.room, g.title, g.lang, x.id, x.title, '', x.words FROM asides x JOIN meetings g ON g.room = x.room
		WHERE x.org = $1 AND NOT g.practice AND x.words LIKE $2 ORDER BY g.started DESC, x.room, x.id`
	searchMeasures = asFound + `, m.words, m.more` + ofMeetings + ` AND (m.words LIKE $3 OR m.more LIKE $3)
		ORDER BY g.started DESC, m.room, m.at DESC, m.id`
	readKeptWords = `SELECT m.room, m.title, g.lang, m.words` + ofMeetings + ` AND m.status <> 'lagt-bort' ORDER BY m.room, m.id`
)

// Dugnads lists the meetings of the organisation, those to come first and then
// the newest. Rehearsals are none.
func (s *Store) Dugnads(ctx context.Context, now time.Time) ([]room.Dugnad, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	all, at := []room.Dugnad{}, map[string]int{}
	err := s.eachRow(ctx, func(r *sql.Rows) error {
		d := room.Dugnad{Measures: []room.StatusNumber{}}
		err := r.Scan(&d.Room, &d.Title, &d.Lang, &d.Status, &d.Demo, &d.Started, &d.Finished, &d.AnswerBy, &d.Published)
		at[d.Room], all = len(all), append(all, d)
		return err
	}, readDugnads, s.org)
	if err != nil {
		return nil, s.named("read the meetings", err)
	}
	err = s.eachRow(ctx, func(r *sql.Rows) error {
		var roomID, next string
		var number room.StatusNumber
		var late, soon int
		if err := r.Scan(&roomID, &number.Status, &number.N, &next, &late, &soon); err != nil {
			return err
		}
		n, there := at[roomID]
		if !there { // made between the two questions
			return nil
		}
		d := &all[n]
		d.Measures = append(d.Measures, number)
		d.Late, d.Soon = d.Late+late, d.Soon+soon
		if next != "" && (d.Next == "" || next < d.Next) {
			d.Next = next
		}
		return nil
	}, countMeasures, s.org, room.StaleAt(now.UnixMilli()), now.Format(time.DateOnly), room.Horizon(now))
	for _, d := range all {
		sort.Slice(d.Measures, func(a, b int) bool {
			return slices.Index(room.Shown, d.Measures[a].Status) < slices.Index(room.Shown, d.Measures[b].Status)
		})
	}
	return all, s.named("count the measures", err)
}

// DueMeasures lists open measures of all meetings with a date from one day on
// and before another, the earliest first.
func (s *Store) DueMeasures(ctx context.Context, now time.Time, from, before string, limit int) ([]room.Found, error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	all := []room.Found{}
	err := s.eachRow(ctx, func(r *sql.Rows) error {
		var f room.Found
		err := scanFound(r, &f)
		all = append(all, f)
		return err
	}, readDueMeasures, s.org, room.StaleAt(now.UnixMilli()), from, before, limit)
	return all, s.named("read what is due", err)
}

// Search finds in all meetings measures, then decisions, then what was set aside,
// each with the newest meeting first, and tells how many there are beyond the
// limit too.
func (s *Store) Search(ctx context.Context, q likeness.Query, now time.Time, limit int) (found []room.Found, of int, err error) {
	found = []room.Found{}
	if q.Empty() {
		return found, 0, nil
	}
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	err = s.eachRow(ctx, func(r *sql.Rows) error {
		var f room.Found
		var words, more string
		if err := scanFound(r, &f, &words, &more); err != nil || !q.Finds(words+more) {
			return err
		}
		if of++; of <= limit {
			found = append(found, f)
		}
		return nil
	}, searchMeasures, s.org, room.StaleAt(now.UnixMilli()), "%"+q.Part()+"%")
	for _, more := range []struct{ what, sql string }{{room.FoundDecision, searchDecisions}, {room.FoundAside, searchAsides}} {
		if err != nil {
			break
		}
		err = s.eachRow(ctx, func(r *sql.Rows) error {
			f := room.Found{What: more.what}
			var words string
			if err := r.Scan(&f.Room, &f.Meeting, &f.Lang, &f.ID, &f.Title, &f.Says, &words); err != nil || !q.Finds(words) {
				return err
			}
			if of++; of <= limit {
				found = append(found, f)
			}
			return nil
		}, more.sql, s.org, "%"+q.Part()+"%")
	}
	return found, of, s.named("search the measures", err)
}

func scanFound(r *sql.Rows, f *room.Found, more ...any) error {
	f.What = room.FoundMeasure
	return r.Scan(append([]any{&f.Room, &f.Meeting, &f.Lang, &f.ID, &f.Title, &f.Responsible, &f.First, &f.Due, &f.Says, &f.Status}, more...)...)
}

// eachRow goes through the rows of a question.
func (s *Store) eachRow(ctx context.Context, each func(*sql.Rows) error, sql string, args ...any) error {
	rows, err := s.reads.QueryContext(ctx, sql, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		s.rowsRead.Add(1)
		if err := each(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
