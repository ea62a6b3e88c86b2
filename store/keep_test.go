package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dugnad/room"
)

// desk is one node that plays a meeting against a real store by a clock that
// the test moves: decide, append, apply, and whatever the house has to do.
type desk struct {
	t   testing.TB
	s   *Store
	st  *room.State
	now int64
	n   int

	room string // where it plays; empty is r
}

// in is the room this desk plays in.
func (d *desk) in() string {
	if d.room == "" {
		return "r"
	}
	return d.room
}

func (d *desk) act(seat string, c room.Command) {
	d.t.Helper()
	d.n++
	d.as(seat, fmt.Sprintf("%s:k%d", seat, d.n), c)
	d.house()
}

func (d *desk) as(seat, cmd string, c room.Command) {
	d.t.Helper()
	got, err := d.st.Decide(seat, c, room.Moment{Now: d.now, Dice: uint64(d.n)})
	if err != nil {
		d.t.Fatalf("%s %T: %v", seat, c, err)
	}
	e := room.Entry{Cmd: cmd, Seat: seat, At: d.now, Effects: got.Effects}
	next, touched := d.st.Head, []room.Touched{}
	for n, event := range got.Events {
		kind, body, err := room.Seal(event)
		if err != nil {
			d.t.Fatal(err)
		}
		r := room.Record{Seq: d.st.Head + 1, Cmd: cmd, At: d.now, Seat: seat, Kind: kind, Body: body}
		if n > 0 {
			r.Cmd = fmt.Sprintf("%s/%d", cmd, n)
		}
		t, err := d.st.Apply(r)
		if err != nil {
			d.t.Fatal(err)
		}
		touched, e.Records = append(touched, t), append(e.Records, r)
	}
	e.Effects = append(e.Effects, d.st.Rows(touched...)...)
	for _, r := range append1(d.t, d.s, d.in(), next, e) {
		if r.Seq > d.st.Head { // what the store has counted
			if _, err := d.st.Apply(r); err != nil {
				d.t.Fatal(err)
			}
		}
	}
}

func (d *desk) house() {
	for due := d.st.Due(d.now); len(due) > 0; due = d.st.Due(d.now) {
		d.as("", due[0].ID, due[0].Command)
	}
}

func (d *desk) later(ms int64) {
	d.now += ms
	d.house()
}

// everything is every row there is about the room, in every table.
func (d *desk) everything() string {
	d.t.Helper()
	var all strings.Builder
	for _, r := range tailOf(d.t, d.s, "r", 0) {
		fmt.Fprintln(&all, r.Cmd, r.Seat, r.Kind, string(r.Body))
	}
	rows, err := d.s.reads.QueryContext(context.Background(), `SELECT id, kind, body FROM people UNION ALL SELECT slip, 'ballot', choice FROM ballots`)
	if err != nil {
		d.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, kind, body string
		if err := rows.Scan(&id, &kind, &body); err != nil {
			d.t.Fatal(err)
		}
		fmt.Fprintln(&all, "row", id, kind, body)
	}
	return all.String()
}

func (d *desk) there(when string, what ...string) {
	d.t.Helper()
	for _, w := range what {
		if !strings.Contains(d.everything(), w) {
			d.t.Errorf("%s: %q is gone already", when, w)
		}
	}
}

func (d *desk) gone(when string, what ...string) {
	d.t.Helper()
	all := d.everything()
	for _, w := range what {
		if at := strings.Index(all, w); at >= 0 {
			d.t.Errorf("%s: %q is still there: …%s…", when, w, all[max(0, at-100):min(len(all), at+60)])
		}
	}
}

// TestWhatIsGoneWhen plays the clock over every row of the table of what is
// kept, and holds the database to it.
func TestWhatIsGoneWhen(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		d := &desk{t: t, s: opened(t, o), st: room.New(), now: 1_606_291_200_000}
		ctx := context.Background()
		d.act("", room.CreateMeeting{Title: "Fritid", Lang: "nb", Code: "K7Q4XP2M", AnswerBy: "2021-01-29", Links: map[string]string{"lead": "x", "board": "y"}})
		d.act("", room.JoinSeat{Seat: "kari-setet", Role: room.Facilitator})
		for _, guest := range []string{"anna-setet", "berit-setet"} {
			d.act("", room.JoinSeat{Seat: guest, Role: room.Participant, As: "kommune"})
		}
		d.act("kari-setet", room.MakeGroups{Size: 2})
		d.act("kari-setet", room.NextStep{})
		d.act("anna-setet", room.PostIdea{ID: "delt", Text: "En delt idé"})
		d.act("anna-setet", room.PostIdea{ID: "min", Text: "Et notat for meg selv"})
		d.act("kari-setet", room.NextStep{})
		d.act("anna-setet", room.ShareIdea{ID: "delt"})
		d.act("berit-setet", room.PostIdea{ID: "annen", Text: "En annen idé", Table: true})
		d.act("berit-setet", room.SendGroup{})
		for i, st := range d.st.Agenda.Steps {
			if st.Kind == room.Avstemning && i > d.st.Agenda.Now {
				d.act("kari-setet", room.GoToStep{Step: st.ID})
				break
			}
		}
		d.act("kari-setet", room.OpenVote{ID: "v", Method: "approve", K: 1, Secret: true})
		d.act("anna-setet", room.CastBallot{Vote: "v", Choice: room.Choice{"c-delt"}})
		d.there("during the vote", "row anna-setet ballot")
		d.act("kari-setet", room.CloseVote{Vote: "v"})
		d.act("anna-setet", room.JoinBook{Who: "Leder i laget", Org: "Idrettslaget", Phone: "90000000"})
		d.gone("when counted", "row anna-setet ballot")
		d.act("kari-setet", room.EndMeeting{})
		d.act("anna-setet", room.AskToBeTold{Mail: "anna@example.no"})
		for _, kind := range []string{"needs", "signup", "contact"} {
			append1(t, d.s, "r", d.st.Head, room.Entry{Cmd: "x", Effects: []room.Effect{room.PutPerson{ID: "p", Kind: kind, Body: []byte(`"` + kind + `-om-noen"`)}}})
		}

		d.later(room.Day - 1)
		d.there("a moment before a day has gone", "anna-setet", "Et notat for meg selv", "kommune")
		d.later(1)
		d.gone("after a day", "anna-setet", "berit-setet", "Et notat for meg selv", `"as":"kommune"`, `"author"`)
		d.there("after a day", "En delt idé", "kari-setet", "needs-om-noen", "anna@example.no", "Leder i laget")
		if o.Dir != "" {
			settled(t, d.s)
			if n := found(t, o.Dir, "Et notat for meg selv") + found(t, o.Dir, "berit-setet"); n != 0 {
				t.Errorf("what is gone can be found %d times in the files", n)
			}
		}
		if again, err := room.Replay(tailOf(t, d.s, "r", 0)); err != nil || again.Hash() != d.st.Hash() {
			t.Errorf("the scrubbed story tells another state (%v)", err)
		}
		d.later(2*room.Day - 1)
		d.there("before three days", "needs-om-noen")
		d.later(1)
		d.gone("after three days", "needs-om-noen")
		d.later(27*room.Day - 1)
		d.there("before thirty days", "signup-om-noen", "contact-om-noen", "Leder i laget")
		d.later(1)
		d.gone("after thirty days", "signup-om-noen", "contact-om-noen", "Leder i laget")
		if o.Dir != "" {
			settled(t, d.s)
			if n := found(t, o.Dir, "Leder i laget"); n != 0 {
				t.Errorf("a line of the contact book can be found %d times in the files", n)
			}
		}

		// A measure that is open keeps the record, however long nobody touches it.
		d.act("", room.JoinSeat{Seat: "oppf", Role: room.FollowUp})
		d.act("oppf", room.TakeUp{ID: "m", Title: "Koordinator", Cluster: "c-delt"})
		d.later(3 * 365 * room.Day)
		if at := d.st.Expires(); at != 0 {
			t.Fatal("an open measure is deleted at", at)
		}
		d.act("oppf", room.SetStatus{ID: "m", Status: room.InPlace, Seen: d.st.Head})
		closed := d.now
		for _, days := range room.Notices {
			d.later(closed + int64(365-days)*room.Day - d.now - 1)
			if n := d.notices(); n != slices.Index(room.Notices, days) {
				t.Errorf("%d notices a moment before the one at %d days", n, days)
			}
			d.later(1)
		}
		if n, at := d.notices(), d.st.Expires(); n != len(room.Notices) || at != closed+365*room.Day {
			t.Errorf("%d notices; it goes at %d, want %d", n, at, closed+365*room.Day)
		}
		// Taken up again in time, it stays.
		d.act("oppf", room.SetStatus{ID: "m", Status: room.UnderWay, Seen: d.st.Head})
		if d.st.Expires() != 0 {
			t.Error("a measure that was opened again is deleted")
		}
		d.act("oppf", room.SetStatus{ID: "m", Status: room.Dropped, Says: "Ingen penger", Seen: d.st.Head})
		// The node sleeps past the end: the notices come first all the same.
		d.later(500 * room.Day)
		told := d.now
		if at := d.st.Expires(); at != 0 && at <= d.now {
			t.Fatal("nobody was told, and it goes")
		}
		d.later(60 * room.Day)
		if at := d.st.Expires(); at != told+60*room.Day || at > d.now {
			t.Fatalf("it goes at %d, want %d", at, told+60*room.Day)
		}
		due, err := d.s.Due(ctx, d.now)
		if err != nil || !slices.Contains(due, "r") {
			t.Fatal("nobody wakes the room to be deleted:", due, err)
		}
		if err := d.s.Delete(ctx, "r"); err != nil {
			t.Fatal(err)
		}
		if due, err := d.s.Due(ctx, d.now); err != nil || len(due) != 0 {
			t.Error(due, err)
		}
		for _, table := range []string{"events", "people", "ballots", "meetings", "measures", "decisions", "tallies", "numbers", "answers", "wakes"} {
			var n int
			if err := d.s.reads.QueryRowContext(ctx, `SELECT count(*) FROM `+table).Scan(&n); err != nil || n != 0 {
				t.Errorf("%d rows in %s (%v)", n, table, err)
			}
		}
	})
}

// notices is how many the group has been given and not ticked off.
func (d *desk) notices() (n int) {
	for _, k := range d.st.Keys("tasks") {
		if v, ok := d.st.See(room.Follow, k); ok && strings.HasPrefix(v.(room.TaskView).Kind, "record_") && v.(room.TaskView).Done == 0 {
			n++
		}
	}
	return n
}
