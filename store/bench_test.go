package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"dugnad/room"
)

// BenchmarkAppend measures what all that Append does costs over the one INSERT
// it cannot do without: the same rows into the same table, by the same driver,
// turn by turn in the same run. `ratio` is the figure to watch: over 2 for a
// batch of one, or over 1.5 for a batch of 64, something has crept in between
// the room and its log.
func BenchmarkAppend(b *testing.B) {
	for _, name := range []string{"sqlite", "postgres"} {
		for _, size := range []int{1, 64} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				s := opened(b, places[name](b))
				bare := opened(b, places[name](b))
				ctx := context.Background()
				append1(b, bare, "r", 0, said("s1:first", "{}"))
				text := tuples(putEvents, 2, 6, size)
				var ours, theirs time.Duration
				head := int64(0)
				for b.Loop() {
					entries, args := evening(size, head)
					start := time.Now()
					if _, err := s.Append(ctx, "r", head, entries); err != nil {
						b.Fatal(err)
					}
					ours += time.Since(start)
					start = time.Now()
					if _, err := bare.db.ExecContext(ctx, text, args...); err != nil {
						b.Fatal(err)
					}
					theirs += time.Since(start)
					head += int64(size)
				}
				b.ReportMetric(float64(ours)/float64(theirs), "ratio")
				b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs/append")
				b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "µs/insert")
				b.ReportMetric(0, "ns/op") // of both together, which says nothing
			})
		}
	}
}

// evening makes the entries of a batch, and the same as bare rows.
func evening(size int, head int64) ([]room.Entry, []any) {
	entries := make([]room.Entry, size)
	args := []any{"local", "r"}
	for i := range entries {
		cmd := fmt.Sprintf("s%d:%d", rand.IntN(40), head+int64(i))
		body := fmt.Sprintf(`{"id":"i%d","text":"%0140d"}`, i, head)
		entries[i] = said(cmd, body)
		args = append(args, head+int64(i)+2, cmd, int64(1000), "s1", "idea.posted", body)
	}
	return entries, args
}
