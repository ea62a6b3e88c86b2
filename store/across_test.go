package store

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"dugnad/likeness"
	"dugnad/room"
)

// today is a day in the year after: 2021-10-01, at noon.
var today = time.Date(2021, 10, 1, 12, 0, 0, 0, time.UTC)

// shelf puts a meeting of the year before on the shelf, with its measures.
func shelf(t testing.TB, s *Store, id string, m room.PutMeeting, measures ...room.PutMeasure) {
	t.Helper()
	effects := []room.Effect{m}
	for n, x := range measures {
		x.ID, x.Lang = fmt.Sprint("m", n), m.Lang
		effects = append(effects, x)
	}
	append1(t, s, id, 0, said("s1:made", "{}", effects...))
}

func titles(found []room.Found) (all []string) {
	for _, f := range found {
		all = append(all, f.Meeting+": "+f.Title)
	}
	return all
}

func searched(t *testing.T, s *Store, asked string) []string {
	t.Helper()
	found, of, err := s.Search(context.Background(), likeness.Ask(asked), today, 10)
	if err != nil || of != len(found) {
		t.Fatal(of, len(found), err)
	}
	return titles(found)
}

func TestAcrossMeetings(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		day := func(n int) int64 { return today.AddDate(0, 0, n).UnixMilli() }
		ended := func(title string, n int) room.PutMeeting {
			return room.PutMeeting{Title: title, Lang: "nb", Status: "ended", AnswerBy: "2021-01-29", Created: day(n), Started: day(n), Finished: day(n)}
		}
		shelf(t, s, "vestby", ended("Vestby", -310),
			room.PutMeasure{Title: "Kveldsbuss til Solbakken", Due: "2021-09-01", Status: "i-gang", Confirmed: day(-10), Responsible: "Teknisk"},
			room.PutMeasure{Title: "Lys ved skolen", Due: "2021-10-20", Status: "i-gang", Confirmed: day(-61)},
			room.PutMeasure{Title: "Åpen hall", Due: "2021-01-01", Status: "pa-plass", Confirmed: day(-60)},
			room.PutMeasure{Title: "Skatepark", Due: "2021-02-01", Status: "lagt-bort", Confirmed: day(-300), Says: "Fylket sa nei til bussen"})
		shelf(t, s, "nes", ended("Nes", -100),
			room.PutMeasure{Title: "Minibuss for lagene", Due: "2022-06-01", Status: "ikke-startet", Confirmed: day(-1)})
		shelf(t, s, "plan", room.PutMeeting{Title: "Snart", Lang: "nn", Status: "lobby", Created: day(-1)})
		shelf(t, s, "prove", room.PutMeeting{Title: "Øving", Lang: "nb", Status: "ended", Practice: true, Started: day(-3), Finished: day(-3)},
			room.PutMeasure{Title: "Øvingsbuss", Due: "2021-09-01", Status: "i-gang", Confirmed: day(-3)})

		all, err := s.Dugnads(ctx, today)
		if err != nil || len(all) != 3 || all[0].Room != "plan" || all[1].Room != "nes" || all[2].Room != "vestby" {
			t.Fatalf("%v, %+v", err, all)
		}
		v := all[2]
		want := []room.StatusNumber{{Status: room.UnderWay, N: 1}, {Status: room.Dropped, N: 1}, {Status: room.Unknown, N: 2}}
		if !reflect.DeepEqual(v.Measures, want) || v.Next != "2021-09-01" || v.Late != 1 || v.Soon != 1 || v.AnswerBy != "2021-01-29" {
			t.Errorf("%+v", v)
		}
		days, err := s.Days(ctx, "2021-01-15", 10)
		var ahead []string
		for _, d := range days {
			ahead = append(ahead, d.Day+" "+d.What+" "+d.Meeting+" "+d.Title)
		}
		if err != nil || !reflect.DeepEqual(ahead, []string{"2021-01-29 answer Nes ", "2021-01-29 answer Vestby ", "2021-09-01 measure Vestby Kveldsbuss til Solbakken",
			"2021-10-20 measure Vestby Lys ved skolen", "2022-06-01 measure Nes Minibuss for lagene"}) {
			t.Errorf("ahead: %q, %v", ahead, err)
		}
		due, err := s.DueMeasures(ctx, today, "", room.Horizon(today), 10)
		if err != nil || !reflect.DeepEqual(titles(due), []string{"Vestby: Kveldsbuss til Solbakken", "Vestby: Lys ved skolen"}) || due[1].Status != room.Unknown {
			t.Errorf("due: %+v, %v", due, err)
		}
		if got := searched(t, s, "bussene"); !reflect.DeepEqual(got, []string{"Nes: Minibuss for lagene", "Vestby: Kveldsbuss til Solbakken", "Vestby: Skatepark"}) {
			t.Error("search:", got)
		}
		if got := searched(t, s, "solbakken kino"); got != nil {
			t.Error("only one of two words:", got)
		}
		if got := searched(t, s, "%"); got != nil {
			t.Error("a sign found", got)
		}
		if got := searched(t, s, "teknisk solbakken"); len(got) != 1 {
			t.Error("words of two columns:", got)
		}
		shelf(t, s, "as", ended("Ås", -50), room.PutMeasure{Title: "Lyset på stien", Status: "i-gang", Confirmed: day(-5)},
			room.PutMeasure{Title: "Skateparker", Status: "i-gang", Confirmed: day(-5)})
		again, err := s.Recurring(ctx, 10)
		if err != nil || len(again) != 1 || again[0] != (room.Again{Word: "lyset", Lang: "nb", Meetings: 2, Measures: 2}) {
			t.Errorf("again: %+v, %v", again, err)
		}
	})
}

// What is deleted or redacted is out of the overview by the commit that did it.
func TestWhatIsGoneIsGoneAcross(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		d := &desk{t: t, s: s, st: room.New(), now: today.AddDate(0, 0, -5).UnixMilli()}
		d.act("", room.CreateMeeting{Title: "Fritid", Lang: "nb", Code: "K7Q4XP2M", Links: map[string]string{"lead": "x"}})
		d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
		d.act("kari", room.NextStep{})
		d.act("kari", room.EndMeeting{})
		d.act("kari", room.TakeUp{ID: "m1", Title: "Minibuss"})
		d.act("kari", room.SetStatus{ID: "m1", Status: room.UnderWay, Says: "Ole Hansen kjører"})
		if got := searched(t, s, "hansen kjører"); len(got) != 1 {
			t.Fatal("a sentence is not found:", got)
		}
		seq := d.st.Cares["m1"].Trail[0].Seq
		d.act("kari", room.RedactStatus{ID: "m1", Seq: seq})
		if got := searched(t, s, "hansen"); got != nil {
			t.Error("found after it was redacted:", got)
		}
		var left int
		if err := s.reads.QueryRowContext(ctx, `SELECT count(*) FROM measures WHERE says || words || more LIKE '%ans%'`).Scan(&left); err != nil || left != 0 {
			t.Error("left in the tables:", left, err)
		}
		if got := searched(t, s, "buss"); len(got) != 1 {
			t.Error("the rest:", got)
		}
		if err := s.Delete(ctx, "r"); err != nil {
			t.Fatal(err)
		}
		all, err := s.Dugnads(ctx, today)
		due, other := s.DueMeasures(ctx, today, "", room.Horizon(today), 9)
		if err != nil || other != nil || len(all)+len(due) != 0 || searched(t, s, "buss") != nil {
			t.Error("a deleted meeting is still there:", all, due, err, other)
		}
	})
}

// What a table set aside and what nobody chose is found until it is taken up, a
// decision by its reason too; what is redacted or deleted is out at once, and a
// kommune that writes its name in two ways stands once on the open list.
func TestAsidesDecisionsAndTheOpenList(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		d := &desk{t: t, s: s, st: room.New(), now: today.AddDate(0, 0, -5).UnixMilli()}
		d.act("", room.CreateMeeting{Title: "Fritid", Lang: "nb", Code: "K7Q4XP2M", Links: map[string]string{"lead": "x"}})
		d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
		d.act("", room.JoinSeat{Seat: "anna", Role: room.Participant})
		d.act("kari", room.MakeGroups{Size: 2})
		d.act("kari", room.NextStep{})
		d.act("kari", room.NextStep{})
		for id, text := range map[string]string{"i1": "Sykler til låns i bygda", "i2": "Sykkelverksted for unge", "i3": "Sykler med fire hjul"} {
			d.act("anna", room.PostIdea{ID: id, Text: text, Table: true})
		}
		d.act("anna", room.SetIdeaAside{ID: "i1"})
		d.act("anna", room.SetIdeaAside{ID: "i3"})
		d.act("anna", room.SendGroup{})
		d.act("kari", room.WriteDecision{ID: "b1", Text: "Vi låner ut utstyr", Reason: "Mange mangler sykkel"})
		if got := searched(t, s, "bygda"); got != nil {
			t.Error("found while the meeting is on:", got)
		}
		d.act("kari", room.EndMeeting{})
		for q, want := range map[string][]string{"lån": {"Fritid: Vi låner ut utstyr", "Fritid: Sykler til låns i bygda"}, "sykkelverkstedene": {"Fritid: Sykkelverksted for unge"},
			"mangler": {"Fritid: Vi låner ut utstyr"}} {
			if got := searched(t, s, q); !reflect.DeepEqual(got, want) {
				t.Errorf("%q finds %q, want %q", q, got, want)
			}
		}
		d.act("kari", room.TakeUp{ID: "m1", Title: "Utlån", Idea: "i1"})
		d.act("kari", room.TakeUp{ID: "m2", Title: "Mekking", Cluster: "c-i2"})
		d.act("kari", room.RedactIdea{ID: "i3"})
		for _, q := range []string{"bygda", "sykkelverksted", "hjul"} {
			if got := searched(t, s, q); got != nil {
				t.Errorf("%q is still found: %q", q, got)
			}
		}
		d.act("kari", room.SetListing{Listing: room.Listing{Kommune: "Øvre Eksempel", Coordinator: true, Address: "fritid@example.no"}})
		other := &desk{t: t, s: s, st: room.New(), now: d.now, room: "r2"}
		other.act("", room.CreateMeeting{Title: "Igjen", Lang: "nb", Code: "K7Q4XP2N", Links: map[string]string{"lead": "x"}})
		other.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
		other.act("kari", room.EndMeeting{})
		other.act("kari", room.SetListing{Listing: room.Listing{Kommune: "øvre  eksempel"}})
		list, err := s.Listings(ctx)
		if err != nil || len(list) != 1 || list[0].Dugnads != 2 {
			t.Errorf("%+v, %v", list, err)
		}
		other.act("kari", room.SetListing{Seen: other.st.Head})
		if list, err := s.Listings(ctx); err != nil || len(list) != 1 || list[0].Dugnads != 1 || !list[0].Coordinator || list[0].Address != "fritid@example.no" {
			t.Errorf("%+v, %v", list, err)
		}
		if err := s.Delete(ctx, "r"); err != nil {
			t.Fatal(err)
		}
		if list, err := s.Listings(ctx); err != nil || len(list) != 0 || searched(t, s, "lån") != nil {
			t.Error("a deleted meeting is still there:", list, err)
		}
	})
}

// Measures that were written before they could be searched are read when the
// program starts, and no newer words are written over.
func TestOldMeasuresAreRead(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		s, ctx := opened(t, o), context.Background()
		var many []room.PutMeasure
		for range 501 { // more than one stretch
			many = append(many, room.PutMeasure{Title: "Minibuss", Status: "i-gang"})
		}
		shelf(t, s, "r", room.PutMeeting{Title: "Før", Lang: "nb", Started: 1}, many...)
		if _, err := s.db.ExecContext(ctx, `UPDATE measures SET words = '', more = ''`); err != nil {
			t.Fatal(err)
		}
		if got := searched(t, s, "buss"); got != nil {
			t.Fatal("found without words:", got)
		}
		if err := s.readUnread(ctx); err != nil {
			t.Fatal(err)
		}
		if _, of, err := s.Search(ctx, likeness.Ask("buss"), today, 5); err != nil || of != 501 {
			t.Error(of, err)
		}
	})
}

// An org sees its own meetings and no others.
func TestAcrossIsWithinAnOrg(t *testing.T) {
	o := places["postgres"](t)
	ours := opened(t, o)
	o.Org = "nabo"
	theirs, ctx := opened(t, o), context.Background()
	for _, id := range []string{"a", "b"} {
		shelf(t, ours, id, room.PutMeeting{Title: "Vårt", Lang: "nb", Started: 1}, room.PutMeasure{Title: "Minibuss", Due: "2021-09-01", Status: "i-gang"})
	}
	all, err := theirs.Dugnads(ctx, today)
	due, other := theirs.DueMeasures(ctx, today, "", room.Horizon(today), 9)
	again, third := theirs.Recurring(ctx, 9)
	if said := fmt.Sprint(all, due, again, searched(t, theirs, "buss"), err, other, third); strings.Contains(said, "buss") || len(all)+len(due)+len(again) != 0 {
		t.Error(said)
	}
	if len(searched(t, ours, "buss")) != 2 {
		t.Error("and we see nothing ourselves")
	}
}
