package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dugnad/room"
)

// What the clock has come to since the copy was made is done before anybody
// serves, and what was deleted after it can be deleted with it.
func TestWhatShouldBeGoneDoesNotComeBack(t *testing.T) {
	onBoth(t, func(t *testing.T, to Options) {
		from := places["sqlite"](t)
		s := opened(t, from)
		d := halfAnEvening(t, s)
		d.room, d.st, d.now = "lenge", room.New(), d.now-40*room.Day
		d.act("", room.CreateMeeting{Title: "Lenge siden", Lang: "nb", Code: "QQQQ2345", AnswerBy: "2035-01-29", Links: map[string]string{"lead": "x"}})
		d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
		d.act("", room.JoinSeat{Seat: "anna-setet", Role: room.Participant})
		d.act("kari", room.NextStep{})
		d.act("anna-setet", room.JoinBook{Who: "Anna Annesen", Phone: "90000000"})
		d.act("anna-setet", room.PostIdea{ID: "n1", Text: "Bare for meg"})
		d.act("kari", room.EndMeeting{})
		file, _ := copied(t, from)
		if !strings.Contains(unpacked(t, file), "Anna Annesen") {
			t.Fatal("this test sees nothing")
		}
		done, err := Restore(context.Background(), to, Back{Without: []string{"over", "nowhere"}}, bytes.NewReader(file))
		if err != nil || done.Deleted != 1 || done.Meetings != 2 {
			t.Fatal(done, err)
		}
		now, _ := copied(t, to)
		opened(t, to)
		for _, gone := range []string{"Anna Annesen", "anna-setet", "Bare for meg", "Minibuss"} {
			if strings.Contains(unpacked(t, now), gone) {
				t.Errorf("%q has come back", gone)
			}
		}
		if !strings.Contains(unpacked(t, now), "Sykler til låns") {
			t.Error("what is to be kept is gone")
		}
		if to.Dir != "" {
			if n := found(t, to.Dir, "Anna Annesen") + found(t, to.Dir, "Bare for meg"); n != 0 {
				t.Errorf("what has been kept long enough can be found %d times in the files", n)
			}
		}
	})
}

// A copy that is not whole, or is from somebody newer, or would be put where there
// are meetings, changes nothing.
func TestACopyIsPutBackWholeOrNotAtAll(t *testing.T) {
	from := places["sqlite"](t)
	halfAnEvening(t, opened(t, from))
	file, _ := copied(t, from)
	text := unpacked(t, file)
	lines := strings.SplitAfter(strings.TrimSpace(text), "\n")
	into := map[string]Options{}
	for engine, place := range places {
		into[engine] = place(t)
		s, err := Open(context.Background(), into[engine]) // a server was started here once
		if err == nil {
			err = s.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":             {nil, ErrBadCopy},
		"no copy":             {[]byte("PGDMP and so on"), ErrBadCopy},
		"half a file":         {file[:len(file)/2], ErrBadCopy},
		"without its end":     {packed(strings.Join(lines[:len(lines)-1], "")), ErrBadCopy},
		"a row is gone":       {packed(strings.Join(slices.Delete(slices.Clone(lines), 5, 6), "")), ErrBadCopy},
		"a letter is another": {packed(strings.Replace(text, "Minibuss", "Minibuzz", 1)), ErrBadCopy},
		"a word behind":       {packed(text + "x"), ErrBadCopy},
		"newer tables":        {packed(regexp.MustCompile(`"schema":\d+`).ReplaceAllString(text, `"schema":999`)), ErrNewerCopy},
		"a newer format":      {packed(strings.Replace(text, `"format":1`, `"format":2`, 1)), ErrNewerCopy},
		"another table":       {packed(strings.Replace(text, `"table":"people"`, `"table":"sqlite_master"`, 1)), ErrBadCopy},
		"a table left out":    {packed(strings.Replace(text, `"table":"people"`, `"table":"ballots"`, 1)), ErrBadCopy},
		"a column of its own": {packed(strings.Replace(text, `"columns":["org"`, `"columns":["org) SELECT (1"`, 1)), ErrBadCopy},
	} {
		t.Run(name, func(t *testing.T) {
			for engine, to := range into {
				if _, err := Restore(context.Background(), to, Back{}, bytes.NewReader(c.file)); !errors.Is(err, c.want) {
					t.Errorf("%s: it says %v, want %v", engine, err, c.want)
				}
				if _, there := copied(t, to); there.Rows["rooms"] != 0 {
					t.Errorf("%s: %+v", engine, there)
				}
			}
		})
	}
	if _, err := CheckCopy(bytes.NewReader(file)); err != nil {
		t.Error(err)
	}
	onBoth(t, func(t *testing.T, to Options) {
		s, err := Open(context.Background(), to)
		if err != nil {
			t.Fatal(err)
		}
		serving := ErrInUse
		if to.URL != "" {
			serving = ErrServing
		}
		to.Patience = time.Second
		if _, err := Restore(context.Background(), to, Back{}, bytes.NewReader(file)); !errors.Is(err, serving) {
			t.Errorf("beside a server it says %v", err)
		}
		append1(t, s, "mitt", 0, said("s1:a", `{"text":"blir"}`))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(context.Background(), to, Back{}, bytes.NewReader(file)); !errors.Is(err, ErrNotEmpty) {
			t.Errorf("where there are meetings it says %v", err)
		}
		whole(t, opened(t, to), "mitt", []string{"s1:a"})
	})
	if _, err := Backup(context.Background(), places["sqlite"](t), "", io.Discard); !errors.Is(err, ErrNoDatabase) {
		t.Errorf("a copy of nothing: %v", err)
	}
}

// A copy from before the last migrations goes through them.
func TestAnOldCopyIsBroughtUpToDate(t *testing.T) {
	from := places["sqlite"](t)
	halfAnEvening(t, opened(t, from))
	file, _ := copied(t, from)
	text := regexp.MustCompile(`"schema":\d+`).ReplaceAllString(unpacked(t, file), `"schema":1`)
	w, old := newCopyWriter(io.Discard), strings.Builder{}
	write := func(line string) {
		old.WriteString(line)
		w.sum.Write([]byte(line))
	}
	first := map[string]string{ // the columns that the first version knew
		"rooms": `org room epoch deleted abreast`, "events": `org room seq cmd at seat kind body`,
		"meetings": `org room code title lang status decides answer_by created started finished`}
	n, want := 0, 0
	for line := range strings.Lines(text) {
		m := regexp.MustCompile(`^\{"table":"(\w+)"`).FindStringSubmatch(line)
		switch {
		case strings.HasPrefix(line, `{"dugnad"`):
			write(line)
		case m != nil:
			if want = len(strings.Fields(first[m[1]])); want > 0 {
				write(`{"table":"` + m[1] + `","columns":["` + strings.Join(strings.Fields(first[m[1]]), `","`) + `"]}` + "\n")
			}
		case want > 0 && line[0] == '[':
			cells := regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[\w.-]+`).FindAllString(line, want)
			write("[" + strings.Join(cells, ",") + "]\n")
			n++
		}
	}
	old.WriteString(fmt.Sprintf(`{"rows":{},"sha256":"%x"}`+"\n", w.sum.Sum(nil)))
	onBoth(t, func(t *testing.T, to Options) {
		s, err := Open(context.Background(), to) // a server was started here once
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		e, err := openEmpty(context.Background(), to, 1)
		if err != nil {
			t.Fatal(err)
		}
		var schema int // as it was then: a migration may change what lies in the rows
		if err := e.db.QueryRow(schemaNow).Scan(&schema); err != nil || schema != 1 {
			t.Errorf("the tables are of version %d (%v)", schema, err)
		}
		if err := e.close(); err != nil {
			t.Fatal(err)
		}
		done, err := Restore(context.Background(), to, Back{Moved: true}, bytes.NewReader(packed(old.String())))
		if err != nil || done.Meetings != 2 || n < 20 {
			t.Fatal(done, err, n)
		}
		m, err := opened(t, to).Meeting(context.Background(), "over")
		if err != nil || m.Title != "Før" || m.Practice {
			t.Error(m, err)
		}
	})
}
