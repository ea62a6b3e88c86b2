package store

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dugnad/room"
)

const (
	unsayPeople = 5_000 // in the largest hall
	unsayEach   = 20    // records that one of them leaves: 100,000 in all
	unsayLines  = 100   // texts that can be taken out
)

// BenchmarkUnsay measures what it costs to take one text out of a measure's history
// in the largest hall: the whole log is read and opened in one transaction, and the
// records that hold the text are written anew. `ratio` is over reading the same rows
// bare, by the same driver in the same run. Over 6 means that records are opened
// more than once, or that more is written than held the text.
func BenchmarkUnsay(b *testing.B) {
	for _, name := range []string{"sqlite", "postgres"} {
		b.Run(name, func(b *testing.B) {
			s, ctx := opened(b, places[name](b)), context.Background()
			outs := takenOuts(b, s)
			head, n := fillHall(b, s), 0
			read := `SELECT seq, cmd, at, seat, kind, body FROM events WHERE org = $1`
			var ours, theirs time.Duration
			for b.Loop() {
				e := outs[n%len(outs)]
				n++
				e.Cmd = fmt.Sprint("unsay:", n)
				e.Records[0].Cmd = e.Cmd
				fx := e.Effects[0].(room.Rewrite)
				fx.To = head
				e.Effects = []room.Effect{fx}
				start := time.Now()
				if _, err := s.Append(ctx, "hall", head, []room.Entry{e}); err != nil {
					b.Fatal(err)
				}
				ours += time.Since(start)
				head++
				start = time.Now()
				if got := readBare(b, s, read, 6); int64(got) < head {
					b.Fatal(got)
				}
				theirs += time.Since(start)
			}
			var left int
			if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM events WHERE org = $1 AND room = 'hall' AND body LIKE '%person 0"%'`, s.org).Scan(&left); err != nil || left != 0 {
				b.Fatal("the text still stands in", left, "records", err)
			}
			b.ReportMetric(float64(ours)/float64(theirs), "ratio")
			b.ReportMetric(float64(head), "rows")
			b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/ours")
			b.ReportMetric(float64(theirs.Milliseconds())/float64(b.N), "ms/bare")
			b.ReportMetric(0, "ns/op") // of both together, which says nothing
		})
	}
}

// takenOuts are what the rules make of taking out each line of one measure's
// history. The texts they look for are in the hall's log too.
func takenOuts(b *testing.B, s *Store) (all []room.Entry) {
	d := &desk{t: b, s: s, st: room.New(), now: today.UnixMilli()}
	d.act("", room.CreateMeeting{Title: "Liten", Lang: "nb", Code: "QQQQ2345", AnswerBy: "2035-01-29", Links: map[string]string{"lead": "x"}})
	d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
	d.act("kari", room.EndMeeting{})
	d.act("kari", room.TakeUp{ID: "m", Title: "Buss"})
	var lines []int64
	for n := range unsayLines + 1 {
		d.act("kari", room.EditMeasure{ID: "m", Field: "first", Text: fmt.Sprint("Ringe person ", n), Seen: d.st.Head})
		lines = append(lines, d.st.Head)
	}
	for _, seq := range lines[1:] {
		got, err := d.st.Decide("kari", room.Unsay{ID: "m", Seq: seq, What: "first"}, room.Moment{Now: d.now})
		if err != nil {
			b.Fatal(seq, err)
		}
		all = append(all, room.Entry{Seat: "kari", At: d.now, Effects: got.Effects, Records: []room.Record{sealed(b, got.Events[0])}})
	}
	return all
}

// fillHall writes what a hall of thousands leaves: coming, writing, sharing and
// voting, and a measure that has been written over.
func fillHall(b *testing.B, s *Store) (head int64) {
	var entries []room.Entry
	put := func(e room.Event) {
		head++
		r := sealed(b, e)
		r.Cmd = fmt.Sprint("hall:", head)
		entries = append(entries, room.Entry{Cmd: r.Cmd, Seat: r.Seat, At: r.At, Records: []room.Record{r}})
		if len(entries) == 2_000 {
			append1(b, s, "hall", head-int64(len(entries)), entries...)
			entries = nil
		}
	}
	for n := range unsayPeople {
		seat := fmt.Sprintf("s%026d", n)
		put(room.SeatJoined{Seat: seat, N: n, Role: room.Participant, Group: n / 6})
		for k := range (unsayEach - 3) / 2 {
			id := fmt.Sprintf("i%d-%d", n, k)
			put(room.IdeaPosted{ID: id, Author: seat, Group: n / 6, Step: "skriv", Text: "Felles buss til trening for alle som bor langt unna hallen"})
			put(room.IdeaShared{ID: id, Group: n / 6})
		}
		put(room.BallotCast{Vote: "v", Slip: seat, Seat: seat})
		put(room.MeasureEdited{ID: "m", Field: "first", Text: fmt.Sprint("Ringe person ", n%unsayLines)})
		put(room.MeasureEdited{ID: "m", Field: "responsible", Text: "Virksomhetsleder kultur"})
	}
	append1(b, s, "hall", head-int64(len(entries)), entries...)
	return head
}

func sealed(b *testing.B, e room.Event) room.Record {
	kind, body, err := room.Seal(e)
	if err != nil {
		b.Fatal(err)
	}
	return room.Record{Seat: "s1", At: 1000, Kind: kind, Body: body}
}
