package report

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"dugnad/room"
	"dugnad/web"
)

// catalogue is a language as the door reads it.
func catalogue(t testing.TB, lang string) Words {
	t.Helper()
	read := func(lang string) map[string]string {
		raw, err := web.Locales.ReadFile("locales/" + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		return texts
	}
	return Words{lang, read(lang), read("nb")}
}

// thread is the recorded story of a small dugnad, as far as it goes.
func thread(t testing.TB) []room.Record {
	t.Helper()
	f, err := os.Open("../room/testdata/logs/0.1/traaden.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var story []room.Record
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r struct {
			Seq, At         int64
			Cmd, Seat, Kind string
			Body            json.RawMessage
		}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if r.Seq > 0 {
			story = append(story, room.Record{Seq: r.Seq, Cmd: r.Cmd, At: r.At, Seat: r.Seat, Kind: r.Kind, Body: r.Body})
		}
	}
	return story
}

func played(t testing.TB) *room.State {
	t.Helper()
	st, err := room.Replay(thread(t))
	if err != nil {
		t.Fatal(err)
	}
	return st
}

var about = About{Organisation: "Eksempel kommune", Held: "2020-11-25", Made: 1606338000000, Zone: "Europe/Oslo", Build: "prøve", Sum: "abc"}

// A finished report's sum is of the record's JSON. If this fails, a field has
// been added that is not left out when empty, or something is told in another
// way, and every report that is finished out there would say that it has been
// changed.
func TestTheSumOfAnOldStoryStands(t *testing.T) {
	const sum = "c53e166b6ed86c3dc9c398da8bbd06b2d2e0b2fdf5a4e968b749f47cf7607bc4"
	rec := Of(played(t))
	if got := rec.Sum(); got != sum {
		b, _ := json.MarshalIndent(rec, "", "\t")
		t.Errorf("the sum is %s\n%s", got, b)
	}
}

// The counts of the report are the meeting's.
func TestCounts(t *testing.T) {
	st := played(t)
	rec := Of(st)
	shared, aside := 0, 0
	for _, i := range st.Ideas {
		switch {
		case i.Place == room.InPlenum:
			shared++
		case i.Place == room.Aside && st.Groups[i.Group].Sent:
			aside++
		}
	}
	if shared == 0 || len(rec.Ideas) != shared+aside || len(rec.Clusters) != len(st.Clusters) || len(rec.Measures) != len(st.Measures) {
		t.Errorf("%d ideas, %d clusters, %d measures", len(rec.Ideas), len(rec.Clusters), len(rec.Measures))
	}
	behind := 0
	for _, c := range rec.Clusters {
		behind += len(c.Ideas)
	}
	if behind != shared {
		t.Errorf("%d ideas behind the proposals, %d were shared", behind, shared)
	}
	for _, v := range rec.Votes {
		was := st.Votes[v.ID]
		marks := 0
		for _, r := range v.Rows {
			marks += r.Marks
		}
		sum := 0
		for _, m := range was.Marks {
			sum += m
		}
		if v.Ballots != was.Ballots || marks != sum || len(v.Rows) != len(was.Options) {
			t.Errorf("%+v is not %+v", v, was)
		}
	}
	if len(rec.Votes) != 1 || rec.People.Hidden || rec.People.All != 5 || rec.People.Others != 5 {
		t.Errorf("%+v", rec)
	}
	for _, s := range Sheets(rec, catalogue(t, "nb")) {
		want, known := map[string]int{"ideas": len(rec.Ideas), "measures": len(rec.Measures), "decisions": len(rec.Decisions),
			"tables": len(rec.Groups), "people": 1, "goodbye": 0, "votes": len(rec.Votes[0].Rows)}[s.Key]
		if known && len(s.Lines) != want {
			t.Errorf("%s has %d lines, want %d", s.Key, len(s.Lines), want)
		}
		for _, l := range s.Lines {
			if len(l.Cells) != len(s.Columns) {
				t.Errorf("%s: %d cells under %d columns", s.Key, len(l.Cells), len(s.Columns))
			}
		}
	}
}

// What is not said by anybody is not left out in silence.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	rec := filled("Noe")
	for _, lang := range []string{"nb", "nn", "en", "sv"} {
		w := catalogue(t, lang)
		d := Minutes(rec, about, w, &Later{N: 1, Changes: Since(rec, filled("Noe annet"), "x", w)})
		one, formal := OneSheet(rec, about, w, false), OneSheet(rec, about, w, true)
		d.Blocks = append(append(d.Blocks, one.Blocks...), formal.Blocks...)
		for _, said := range everyText(d, Sheets(rec, w)) {
			for _, key := range []string{"report.", "p.as.", "lead.method.", "{", "common."} {
				if said != "" && len(said) >= len(key) && said[:len(key)] == key {
					t.Errorf("%s: %q is a key", lang, said)
				}
			}
		}
	}
}
