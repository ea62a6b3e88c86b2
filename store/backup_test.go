package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dugnad/migrations"
	"dugnad/room"
)

// halfAnEvening plays a meeting up to an open vote with two secret ballots in it, and a
// bit of everything that lies in a table. Another meeting is over, and a third one
// deleted.
func halfAnEvening(t *testing.T, s *Store) *desk {
	t.Helper()
	d := &desk{t: t, s: s, st: room.New(), now: nowOf(t, s)}
	d.act("", room.CreateMeeting{Title: "Fritid <for> alle & \u2028", Lang: "nb", Code: "K7Q4XP2M", AnswerBy: "2035-01-29", Links: map[string]string{"lead": "x", "board": "y"}})
	d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
	for n := range 3 {
		d.act("", room.JoinSeat{Seat: fmt.Sprint("gjest", n), Role: room.Participant})
	}
	d.act("kari", room.MakeGroups{Size: 3})
	d.act("kari", room.NextStep{})
	d.act("kari", room.NextStep{})
	d.act("gjest0", room.PostIdea{ID: "i1", Text: "Sykler til låns", Table: true})
	d.act("gjest1", room.PostIdea{ID: "i2", Text: "Buss på lørdager", Table: true})
	d.act("gjest1", room.JoinBook{Who: "Leder i laget", Org: "Idrettslaget", Phone: "90000000"})
	d.act("gjest0", room.SendGroup{})
	for i, st := range d.st.Agenda.Steps {
		if st.Kind == room.Avstemning && i > d.st.Agenda.Now {
			d.act("kari", room.GoToStep{Step: st.ID})
			break
		}
	}
	d.act("kari", room.OpenVote{ID: "v", Method: "approve", K: 1, Secret: true})
	d.act("gjest0", room.CastBallot{Vote: "v", Choice: room.Choice{"c-i1"}})
	d.act("gjest1", room.CastBallot{Vote: "v", Choice: room.Choice{"c-i2"}})

	over := &desk{t: t, s: s, st: room.New(), now: d.now, room: "over"}
	over.act("", room.CreateMeeting{Title: "Før", Lang: "nb", Code: "ABCD2345", AnswerBy: "2035-01-29", Links: map[string]string{"lead": "x"}})
	over.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
	over.act("kari", room.NextStep{})
	over.act("kari", room.EndMeeting{})
	over.act("kari", room.TakeUp{ID: "m1", Title: "Minibuss"})
	append1(t, s, "over", over.st.Head, room.Entry{Cmd: "x", Effects: []room.Effect{room.PutPicture{ID: "p1", Kind: "image/png", Body: []byte("et bilde")}}})
	append1(t, s, "slettet", 0, said("s1:a", `{"text":"er borte"}`))
	if err := s.Delete(context.Background(), "slettet"); err != nil {
		t.Fatal(err)
	}
	if ok, err := s.Wait(context.Background(), "1234", "en-telefon-utenfor", d.now, 0, 9); !ok || err != nil {
		t.Fatal(ok, err)
	}
	return d
}

func nowOf(t *testing.T, s *Store) int64 {
	t.Helper()
	now, err := s.Now(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return now
}

func copied(t *testing.T, o Options) ([]byte, Copy) {
	t.Helper()
	var file bytes.Buffer
	c, err := Backup(context.Background(), o, "dev", &file)
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes(), c
}

func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	zip, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

func packed(text string) []byte {
	var b bytes.Buffer
	zip := gzip.NewWriter(&b)
	_, _ = zip.Write([]byte(text))
	_ = zip.Close()
	return b.Bytes()
}

func hashOf(t *testing.T, s *Store, id string) string {
	t.Helper()
	st, err := room.Replay(tailOf(t, s, id, 0))
	if err != nil {
		t.Fatal(err)
	}
	return st.Hash()
}

// dump is every row there is, but for the epochs and the rooms' calendars.
func dump(t *testing.T, o Options) map[string]string {
	t.Helper()
	file, _ := copied(t, o)
	tables := map[string]string{}
	name := ""
	for line := range strings.Lines(unpacked(t, file)) {
		if m := regexp.MustCompile(`^\{"table":"(\w+)"`).FindStringSubmatch(line); m != nil {
			name = m[1]
		} else if name != "" && line[0] == '[' {
			tables[name] += line
		}
	}
	tables["rooms"] = regexp.MustCompile(`"[A-Z2-7]{26}"`).ReplaceAllString(tables["rooms"], `"epoch"`)
	return tables
}

// TestF26TheSameRoomsInAnotherEngine: what is copied while a server has it open is
// the same when it is put back, in either engine; only the history is another.
func TestF26TheSameRoomsInAnotherEngine(t *testing.T) {
	for _, way := range [][2]string{{"sqlite", "sqlite"}, {"sqlite", "postgres"}, {"postgres", "sqlite"}, {"postgres", "postgres"}} {
		t.Run(way[0]+" to "+way[1], func(t *testing.T) {
			from, to := places[way[0]](t), places[way[1]](t)
			s := opened(t, from)
			d := halfAnEvening(t, s)
			d.act("kari", room.CloseVote{Vote: "v"}) // nothing is under way
			file, c := copied(t, from)
			if text := unpacked(t, file); strings.Contains(text, "en-telefon-utenfor") || strings.Contains(text, `"table":"ballots"`) {
				t.Error("what is left out is in the copy")
			}
			heads, _, err := s.Heads(context.Background(), []string{"r", "over"})
			if err != nil {
				t.Fatal(err)
			}
			done, err := Restore(context.Background(), to, Back{Moved: true}, bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			if done.Meetings != 2 || done.Cancelled != 0 || done.Deleted != 0 || len(done.Unreadable) != 0 || done.Rows["pictures"] != 1 || c.Rows["rooms"] != 3 {
				t.Errorf("%+v %+v", done, c)
			}
			if was, is := dump(t, from), dump(t, to); fmt.Sprint(was) != fmt.Sprint(is) {
				for table := range was {
					if was[table] != is[table] {
						t.Errorf("%s was\n%sis\n%s", table, was[table], is[table])
					}
				}
			}
			again := opened(t, to)
			for _, id := range []string{"r", "over"} {
				if hashOf(t, again, id) != hashOf(t, s, id) {
					t.Errorf("room %s is another", id)
				}
			}
			now, _, err := again.Heads(context.Background(), []string{"r", "over", "slettet"})
			if err != nil || len(now) != 2 || now["r"].Epoch == heads["r"].Epoch || now["r"].Epoch == now["over"].Epoch || now["r"].Seq != heads["r"].Seq {
				t.Errorf("%+v, were %+v (%v)", now, heads, err)
			}
			// Who is deleted stays deleted, and life goes on.
			if _, err := again.Append(context.Background(), "slettet", 0, []room.Entry{said("s1:b", "{}")}); !errors.Is(err, room.ErrGone) {
				t.Error("a deleted room can be written to:", err)
			}
			d.s = again
			d.act("kari", room.EndMeeting{})
		})
	}
}

// Ballots are in no copy. A vote that was under way is thrown away and says so; it
// is not counted to nothing. A pick at a table is laid back.
func TestAVoteUnderWayIsThrownAway(t *testing.T) {
	for _, closed := range []bool{false, true} {
		onBoth(t, func(t *testing.T, o Options) {
			s := opened(t, o)
			d := halfAnEvening(t, s)
			if closed { // and the house dies before it counts
				d.as("kari", "kari:close", room.CloseVote{Vote: "v"})
			}
			file, _ := copied(t, o)
			text := unpacked(t, file)
			if strings.Contains(text, `[\"c-i1\"]`) || !strings.Contains(text, "ballot.cast") {
				t.Error("what was chosen is in the copy")
			}
			to := places["sqlite"](t)
			done, err := Restore(context.Background(), to, Back{}, bytes.NewReader(file))
			if err != nil || done.Cancelled != 1 {
				t.Fatal(done, err)
			}
			again := opened(t, to)
			st, err := room.Replay(tailOf(t, again, "r", 0))
			if err != nil {
				t.Fatal(err)
			}
			if v := st.Votes["v"]; v.Status != "cancelled" || v.Ballots != 0 || len(v.Slips) != 0 {
				t.Errorf("%+v", v)
			}
			var task *room.Task
			for _, x := range st.Tasks {
				if x.Kind == "restored" {
					task = x
				}
			}
			if task == nil || len(task.Due) != len("2006-01-02") {
				t.Errorf("nobody is told: %+v", st.Tasks)
			}
			d.s, d.st = again, st
			d.act("kari", room.OpenVote{ID: "v2", Method: "approve", K: 1, Secret: true})
			d.act("gjest0", room.CastBallot{Vote: "v2", Choice: room.Choice{"c-i1"}})
			d.act("kari", room.CloseVote{Vote: "v2"})
			if st.Votes["v2"].Status != "counted" || st.Votes["v2"].Ballots != 1 {
				t.Errorf("%+v", st.Votes["v2"])
			}
		})
	}
}

// Every table is in a copy, goes with its meeting and is wiped with it, so that a
// new one cannot be forgotten. What is left out says why.
func TestNoTableIsForgotten(t *testing.T) {
	made := []string{}
	files, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := migrations.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`CREATE TABLE (\w+) \(\s*org `).FindAllStringSubmatch(string(text), -1) {
			made = append(made, m[1])
		}
		if n := strings.Count(string(text), "CREATE TABLE "); n != len(regexp.MustCompile(`CREATE TABLE \w+ \(\s*org `).FindAllString(string(text), -1)) {
			t.Errorf("%s makes a table that does not begin with org: it would be in no copy", name)
		}
	}
	slices.Sort(made)
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		halfAnEvening(t, s)
		file, c := copied(t, o)
		find := findSQLite
		if o.URL != "" {
			find = findPostgres
		}
		tables, err := tablesOf(context.Background(), s.reads, find)
		if err != nil || tables[0] != "rooms" {
			t.Fatal(tables, err)
		}
		for _, table := range made {
			if !slices.Contains(tables, table) {
				t.Errorf("%s is not found", table)
			}
			_, there := c.Rows[table]
			if there == (leftOut[table] != "") || there != strings.Contains(unpacked(t, file), `{"table":"`+table+`"`) {
				t.Errorf("%s is left out %q, and in the copy: %v", table, leftOut[table], there)
			}
			if !strings.Contains(vacuumTexts+vacuumBallots, table) {
				t.Errorf("PostgreSQL does not wipe %s", table)
			}
		}
		for _, id := range []string{"r", "over"} {
			if err := s.Delete(context.Background(), id); err != nil {
				t.Fatal(err)
			}
		}
		for _, table := range tables[1:] {
			if table == "asked" { // of an address, not of a meeting
				continue
			}
			var n int
			if err := s.reads.QueryRowContext(context.Background(), `SELECT count(*) FROM `+table+` WHERE room IN ('r', 'over')`).Scan(&n); err != nil || n != 0 {
				t.Errorf("%d rows in %s after the meetings were deleted (%v)", n, table, err)
			}
		}
	})
}

// A text that is no text comes back as it was, where the engine can hold it.
func TestBytesThatAreNoLetters(t *testing.T) {
	from, to := places["sqlite"](t), places["sqlite"](t)
	s := opened(t, from)
	append1(t, s, "r", 0, said("s1:a", "{\"text\":\"\xff\xfe\"}"))
	file, _ := copied(t, from)
	done, err := Restore(context.Background(), to, Back{}, bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(tailOf(t, opened(t, to), "r", 0)[0].Body); got != "{\"text\":\"\xff\xfe\"}" {
		t.Errorf("%q %+v", got, done)
	}
}

// A copy from a folder where a server died takes nothing away from what the next
// one must wipe: with the copy the log of changes is gone, and nobody could see any
// longer that something is due.
func TestACopyAfterACrashWipesWhatWasLeft(t *testing.T) {
	dir, dead := t.TempDir(), t.TempDir()
	s, err := Open(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	append1(t, s, "r", 0, said("s1:a", "{}", room.PutPerson{ID: "p1", Kind: "needs", Body: []byte(`"Kari er syk"`)}), said("s1:b", "{}"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "dugnad.db")) // one that does not overwrite
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`PRAGMA secure_delete = OFF; DELETE FROM people`); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"dugnad.db", "dugnad.db-wal"} { // as they lie when it is killed
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dead, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	copied(t, Options{Dir: dead})
	if b, err := os.ReadFile(filepath.Join(dead, "dugnad.db")); err != nil || bytes.Contains(b, []byte("Kari er syk")) {
		t.Error("what was deleted can still be found", err)
	}
	if left, err := os.Stat(filepath.Join(dead, "dugnad.db-wal")); err == nil && left.Size() > 0 {
		t.Error("the log of changes is not empty")
	}
	whole(t, opened(t, Options{Dir: dead}), "r", []string{"s1:a", "s1:b"})
}
