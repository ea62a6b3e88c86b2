package room

import (
	"slices"
	"testing"
	"time"
)

// The clock is played over the calendar: a date is reminded of as many days before
// as the group asked, moved with the date, and a measure that ends half a year
// before, unless somebody has said what comes after.
func TestRemindersComeBefore(t *testing.T) {
	day := func(s string) int64 {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return at.UnixMilli()
	}
	s, log := New(), int64(0)
	now := day("2026-01-10")
	do := func(seat string, c Command) {
		t.Helper()
		d, err := s.Decide(seat, c, Moment{Now: now})
		if err != nil {
			t.Fatalf("%T: %v", c, err)
		}
		for _, e := range d.Events {
			kind, body, err := Seal(e)
			if err != nil {
				t.Fatal(err)
			}
			log++
			if _, err := s.Apply(Record{Seq: log, At: now, Seat: seat, Kind: kind, Body: body}); err != nil {
				t.Fatal(err)
			}
		}
	}
	waits := func() (ids []string) {
		for _, id := range taskIDs(s) {
			if task := s.Tasks[id]; task.Done == 0 && (task.Kind == "date" || task.Kind == "ends") {
				ids = append(ids, id)
			}
		}
		return ids
	}
	at := func(when string, want ...string) {
		t.Helper()
		for _, moment := range []int64{day(when) - 1, day(when)} {
			now = moment
			for _, due := range s.Due(now) {
				do("", due.Command)
			}
			if got := waits(); moment == day(when) && !slices.Equal(got, want) || moment < day(when) && slices.Equal(got, want) && len(want) > 0 {
				t.Errorf("at %s: %v waits, want %v", time.UnixMilli(moment).UTC(), got, want)
			}
		}
	}
	do("", CreateMeeting{Title: "Fritid", Lang: "nb", Code: "K7Q4XP2M", Links: map[string]string{"lead": "x", "board": "y"}})
	do("", JoinSeat{Seat: "kari", Role: Facilitator})
	do("kari", EndMeeting{})
	do("kari", SetDate{Date: Date{ID: "b", Day: "2026-10-31", Kind: "bufdir", Title: "Frist", Before: 42}})
	do("kari", SetDate{Date: Date{ID: "stille", Day: "2026-09-01", Kind: "eget", Title: "Uten varsel"}})
	do("kari", TakeUp{ID: "m1", Title: "Prøveordning"})
	do("kari", EditMeasure{ID: "m1", Field: "lasts", Text: "2027-06-30"})
	at("2026-09-19", "date-b-2026-10-31")
	do("kari", SetDate{Date: Date{ID: "b", Day: "2026-11-20", Kind: "bufdir", Title: "Frist", Before: 42}})
	if got := waits(); len(got) != 0 {
		t.Error("a date that was moved is still reminded of:", got)
	}
	at("2026-10-09", "date-b-2026-11-20")
	do("kari", FinishTask{"date-b-2026-11-20"})
	at("2026-12-29", "ends-m1-2027-06-30")
	if s.Tasks["ends-m1-2027-06-30"].Measure != "m1" {
		t.Error("the reminder leads to no measure")
	}
	do("kari", EditMeasure{ID: "m1", Field: "after", Text: "Kommunen tar den over"})
	if got := waits(); len(got) != 0 {
		t.Error("it is said what comes after, and still asked:", got)
	}
}
