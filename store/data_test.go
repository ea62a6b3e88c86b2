package store

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"dugnad/room"
)

// public are the tables that others may read.
var public = []string{"meetings", "measures", "numbers", "answers", "decisions", "tallies", "asides", "dates", "listings"}

// The page about the tables names every column there is, and its examples run
// and find something, on both engines.
func TestTheDataPageIsTrue(t *testing.T) {
	raw, err := os.ReadFile("../docs/data.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(raw)
	examples := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllStringSubmatch(page, -1)
	if len(examples) < 6 {
		t.Fatalf("only %d examples", len(examples))
	}
	onBoth(t, func(t *testing.T, o Options) {
		d := &desk{t: t, s: opened(t, o), st: room.New(), now: 1_606_291_200_000}
		ctx := context.Background()
		d.act("", room.CreateMeeting{Title: "Fritid", Lang: "nb", Code: "K7Q4XP2M", AnswerBy: "2021-01-29", Links: map[string]string{"lead": "x"}})
		d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
		d.act("", room.JoinSeat{Seat: "anna", Role: room.Participant})
		d.act("kari", room.MakeGroups{Size: 2})
		d.act("kari", room.NextStep{})
		d.act("kari", room.NextStep{})
		d.act("anna", room.PostIdea{ID: "i1", Text: "Sykler til låns", Table: true})
		d.act("anna", room.SetIdeaAside{ID: "i1"})
		d.act("anna", room.PostIdea{ID: "i2", Text: "Noe annet", Table: true})
		d.act("anna", room.SendGroup{})
		d.act("kari", room.WriteDecision{ID: "b1", Text: "Vi søker om penger", Reason: "Fristen er i desember"})
		d.act("kari", room.EndMeeting{})
		d.act("kari", room.TakeUp{ID: "m1", Title: "Rutiner"})
		d.act("kari", room.TakeUp{ID: "m2", Title: "Minibuss"})
		d.act("kari", room.EditMeasure{ID: "m1", Field: "responsible", Text: "Skole"})
		d.act("kari", room.EditMeasure{ID: "m1", Field: "due", Text: "2021-06-15"})
		d.act("kari", room.EditMeasure{ID: "m1", Field: "kind", Text: "rutine"})
		d.act("kari", room.SetPart{Measure: "m1", Part: room.Part{ID: "p1", Name: "Solbakken skole", Done: true}})
		d.act("kari", room.SetPart{Measure: "m1", Part: room.Part{ID: "p2", Name: "Bekkelia skole"}})
		value := int64(12)
		d.act("kari", room.SetCount{Measure: "m1", Count: room.Count{ID: "n1", Date: "2021-03-01", Value: &value, Source: "Skolene"}})
		d.act("kari", room.SetCount{Measure: "m1", Count: room.Count{ID: "n2", Date: "2021-06-01", Source: "Ikke talt"}})
		d.act("kari", room.SetStatus{ID: "m2", Status: room.Dropped, Says: "Fylket bestemte først"})
		d.act("kari", room.SetListing{Listing: room.Listing{Kommune: "Eksempel"}})
		d.act("kari", room.SetDate{Date: room.Date{ID: "d1", Day: "2021-10-31", Kind: "bufdir", Title: "Søknadsfrist", Before: 42}})
		for _, table := range public {
			rows, err := d.s.reads.QueryContext(ctx, `SELECT * FROM `+table+` LIMIT 0`)
			if err != nil {
				t.Fatal(err)
			}
			columns, err := rows.Columns()
			rows.Close()
			if err != nil {
				t.Fatal(err)
			}
			line := regexp.MustCompile("(?m)^\\| `" + table + "` \\|.*$").FindString(page)
			for _, c := range columns {
				if !strings.Contains(line, "`"+c+"`") {
					t.Errorf("the page does not say what %s.%s is", table, c)
				}
			}
			for _, c := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(line, -1)[1:] {
				if !strings.Contains(strings.Join(columns, " "), c[1]) {
					t.Errorf("the page speaks of %s.%s, which is not there", table, c[1])
				}
			}
		}
		found := 0
		for _, ex := range examples {
			rows, err := d.s.reads.QueryContext(ctx, ex[1])
			if err != nil {
				t.Errorf("%s\n%v", ex[1], err)
				continue
			}
			n := 0
			for rows.Next() {
				n++
			}
			if err := rows.Err(); err != nil || n == 0 {
				t.Errorf("finds %d rows (%v):\n%s", n, err, ex[1])
			}
			rows.Close()
			found += n
		}
		var parts, done int64
		if err := d.s.reads.QueryRowContext(ctx, `SELECT parts, parts_done FROM measures WHERE id = 'm1'`).Scan(&parts, &done); err != nil || parts != 2 || done != 1 {
			t.Errorf("%d of %d (%v)", done, parts, err)
		}
		// Sixty days later the old answer is shown nowhere, here neither.
		d.later(61 * room.Day)
		ms, err := d.s.Measures(ctx, "r")
		if err != nil || len(ms) != 2 || ms[0].Status != "ukjent" || ms[1].Status != "lagt-bort" {
			t.Errorf("%+v (%v)", ms, err)
		}
	})
}
