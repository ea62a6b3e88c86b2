package store

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"dugnad/likeness"
	"dugnad/room"
)

const (
	benchMeetings = 200
	benchMeasures = 25 // in each: 5,000 in all
	benchAsides   = 20 // in each, and five decisions: what a search also reads
	bareAround    = `SELECT room, id, title, words FROM asides WHERE org = $1 UNION ALL SELECT room, id, title, words FROM decisions WHERE org = $1`
	bareRows      = `SELECT room, id, title, responsible, first, due, says, status, words, more FROM measures WHERE org = $1`
)

// BenchmarkAcross measures what an organisation with 200 dugnads and 5,000
// measures waits for: the whole page, and a search that also goes over what was
// set aside and decided, each over reading the same rows bare by the same driver in the same run. `rows` are the rows that
// the database handed over. The page over 4, or a search over 2.5, means that
// something reads more than once, or that a log is being replayed.
func BenchmarkAcross(b *testing.B) {
	for _, name := range []string{"sqlite", "postgres"} {
		s := opened(b, places[name](b))
		ctx := context.Background()
		fillShelf(b, s)
		if _, err := s.db.ExecContext(ctx, `ANALYZE`); err != nil { // as autovacuum has done long before there are 200
			b.Fatal(err)
		}
		for _, c := range []struct {
			what string
			bare string // read beside the measures, since this reads it too
			do   func() error
		}{
			{"page", "", func() error {
				all, err := s.Dugnads(ctx, today)
				if err == nil && len(all) != benchMeetings {
					err = fmt.Errorf("%d meetings", len(all))
				}
				if err == nil {
					_, err = s.DueMeasures(ctx, today, "", room.Horizon(today), 100)
				}
				if err == nil {
					_, err = s.Recurring(ctx, 20)
				}
				return err
			}},
			{"search", bareAround, func() error {
				_, of, err := s.Search(ctx, likeness.Ask("bussene"), today, 50)
				if err == nil && (of == 0 || of == benchMeetings*(benchMeasures+benchAsides+5)) {
					err = fmt.Errorf("%d found", of)
				}
				return err
			}},
		} {
			b.Run(name+"/"+c.what, func(b *testing.B) {
				var ours, theirs time.Duration
				s.rowsRead.Store(0)
				for b.Loop() {
					start := time.Now()
					if err := c.do(); err != nil {
						b.Fatal(err)
					}
					ours += time.Since(start)
					start = time.Now()
					if n := readBare(b, s, bareRows, 10); n != benchMeetings*benchMeasures {
						b.Fatal(n)
					}
					if c.bare != "" {
						if n := readBare(b, s, c.bare, 4); n != benchMeetings*(benchAsides+5) {
							b.Fatal(n)
						}
					}
					theirs += time.Since(start)
				}
				b.ReportMetric(float64(ours)/float64(theirs), "ratio")
				b.ReportMetric(float64(s.rowsRead.Load())/float64(b.N), "rows")
				b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs/ours")
				b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "µs/bare")
				b.ReportMetric(0, "ns/op") // of both together, which says nothing
			})
		}
	}
}

func readBare(b *testing.B, s *Store, asked string, columns int) int {
	rows, err := s.reads.QueryContext(context.Background(), asked, s.org)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	n := 0
	text := make([]sql.RawBytes, columns)
	into := make([]any, columns)
	for i := range text {
		into[i] = &text[i]
	}
	for ; rows.Next(); n++ {
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
	}
	return n
}

// fillShelf holds 200 dugnads: titles of a few words from a few hundred, as the
// measures of one kommune are.
func fillShelf(b *testing.B, s *Store) {
	dice := rand.New(rand.NewPCG(1, 2))
	fronts := []string{"kveld", "mini", "ungdoms", "skole", "fritids", "hall", "gate", "friluft", "kultur", "frivillig"}
	backs := []string{"buss", "lys", "kafé", "klubb", "kort", "vei", "park", "koordinator", "dag", "rutine", "fond", "rom"}
	word := func() string { return fronts[dice.IntN(len(fronts))] + backs[dice.IntN(len(backs))] + "ene" }
	for n := range benchMeetings {
		var measures []room.PutMeasure
		for range benchMeasures {
			measures = append(measures, room.PutMeasure{Title: word() + " og " + word() + " for alle i " + fmt.Sprint("grend", dice.IntN(300)),
				Responsible: "Virksomhetsleder " + word(), First: "Kalle inn " + word(), Says: "Vi venter på " + word(),
				Due:    today.AddDate(0, 0, dice.IntN(400)-60).Format(time.DateOnly),
				Status: string(room.Statuses[dice.IntN(len(room.Statuses))]), Confirmed: today.AddDate(0, 0, -dice.IntN(120)).UnixMilli()})
		}
		start := today.AddDate(0, 0, -n).UnixMilli()
		id := fmt.Sprint("room", n)
		shelf(b, s, id, room.PutMeeting{Title: fmt.Sprint("Dugnad ", n), Lang: "nb", Status: "ended", Started: start, Finished: start}, measures...)
		var around []room.Effect
		for k := range benchAsides {
			around = append(around, room.PutAside{ID: fmt.Sprint("i", k), Title: word() + " for dem som bor ved " + word(), Lang: "nb"})
		}
		for k := range 5 {
			around = append(around, room.PutDecision{ID: fmt.Sprint("b", k), Title: "Vi går for " + word(), Reason: "Flest bord hadde " + word(), At: start, Lang: "nb"})
		}
		append1(b, s, id, 1, said("s1:around", "{}", around...))
	}
}
