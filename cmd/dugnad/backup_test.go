package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/room"
	"dugnad/store"
)

// said runs a command of the program and gives what it says.
func said(t *testing.T, c Config, words ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(t.Context(), c, words, &out); err != nil {
		t.Fatalf("dugnad %s: %v", strings.Join(words, " "), explain(c, err))
	}
	return out.String()
}

// TestF27BackToAnOlderPoint: a copy is taken while people write, they go on, the
// machine is lost, and the copy is put back, in a folder or in the other engine.
// Phones that know more than the server are shown the older truth without being
// touched, and what they had queued comes once.
func TestF27BackToAnOlderPoint(t *testing.T) {
	t.Parallel()
	for engine, database := range map[string]func() string{"sqlite": func() string { return "" }, "postgres": func() string { return testpg.URL(t) }} {
		t.Run(engine, func(t *testing.T) { backToAnOlderPoint(t, database()) })
	}
}

func backToAnOlderPoint(t *testing.T, database string) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	c := Config{Addr: freeAddress(t), DataDir: t.TempDir(), JWTKeys: sharedKeys(), LogLevel: "error", MaxSockets: "100"}
	a := &App{Config: c, Say: t.Output()}
	must(a.Open(ctx))
	people := []*phone.Phone{phone.New(a.url()), phone.New(a.url()), phone.New(a.url())}
	lead, anna, late := people[0], people[1], people[2]
	made, err := lead.Make(ctx, map[string]any{"title": "Strømbrudd", "lang": "nb"})
	must(err)
	gone := make(chan error, len(people))
	live := func(p *phone.Phone) { go func() { gone <- p.Run(ctx) }() }
	must(anna.Join(ctx, made.Code, ""))
	live(lead)
	live(anna)
	must(lead.Do(ctx, "agenda.next", map[string]any{}))
	note := func(id string) map[string]any { return map[string]any{"id": id, "text": "Lapp " + id} }
	must(anna.Do(ctx, "idea.post", note("before")))

	file := filepath.Join(t.TempDir(), "copy.gz")
	if text := said(t, c, "backup", file); !strings.Contains(text, "holds 1 meetings") || !strings.Contains(text, "keys are not in it") {
		t.Error(text)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
	var was phone.Answer // of the last thing that was stored before the machine was lost
	for n := range 5 {
		was, err = anna.Send(ctx, "idea.post", note(fmt.Sprint("after", n))).Wait(ctx)
		must(err)
	}
	must(late.Join(ctx, made.Code, ""))
	live(late)
	must(late.Until(ctx, "the meeting", func(v phone.View) bool { return v.Has("meeting") }))
	must(anna.Until(ctx, "all notes", func(v phone.View) bool { return v.Has("ideas/after4") }))
	must(a.Close())
	queued := anna.Send(ctx, "idea.post", note("queued")) // while nobody answers

	c.Database = database
	if database == "" { // the keys stay, the database is lost
		for _, name := range []string{"dugnad.db", "dugnad.db-wal", "dugnad.db-shm"} {
			_ = os.Remove(filepath.Join(c.DataDir, name))
		}
	}
	if text := said(t, c, "restore", "-check", file); !strings.Contains(text, "the copy is whole: 1 meetings") {
		t.Error(text)
	}
	if text := said(t, c, "restore", file); !strings.Contains(text, "1 meetings are here") {
		t.Error(text)
	}
	back := &App{Config: c, Say: t.Output()}
	must(back.Open(ctx))
	defer func() { must(back.Close()) }()
	answer, err := queued.Wait(ctx)
	if err != nil || answer.Refused != "" || answer.Seq >= was.Seq {
		t.Fatalf("what was queued: %+v %v; the last before was %+v", answer, err, was)
	}
	must(anna.Until(ctx, "the older truth", func(v phone.View) bool {
		return v.Has("ideas/before") && v.Has("ideas/queued") && !v.Has("ideas/after0") && !v.Has("ideas/after4")
	}))
	twin := anna.Clone()
	live(twin)
	must(twin.Until(ctx, "the same", func(v phone.View) bool { return v.Has("ideas/queued") }))
	if shown, _ := anna.Shown(); fmt.Sprint(shown) != fmt.Sprint(first(twin.Shown())) {
		t.Error("who was there all evening sees something else than who comes now")
	}
	// Who came after the copy is not in it, and is told so.
	if end := late.UntilEnded(ctx); !errors.As(end, new(phone.Gone)) && !errors.As(end, new(*phone.Status)) {
		t.Error("who came too late for the copy:", end)
	}
	_, story, err := back.store.Tail(ctx, made.Room, 0)
	must(err)
	notes := map[string]int{}
	for _, r := range story {
		if r.Kind == "idea.posted" {
			notes[field(t, r.Body, "id")]++
		}
	}
	if fmt.Sprint(notes) != "map[before:1 queued:1]" {
		t.Error(notes)
	}
	st, err := room.Replay(story)
	must(err)
	for _, task := range st.Tasks {
		if task.Kind == "restored" {
			return
		}
	}
	t.Error("nobody is told that the meeting is from a copy")
}

func first[A, B any](a A, _ B) A { return a }

// What goes wrong with a copy is told in one sentence that says what to do, and
// nothing is touched.
func TestOneSentenceForWhatIsWrongWithACopy(t *testing.T) {
	dugnad := built(t)
	served := node(t, Config{})
	if _, err := phone.New(served.url()).Make(t.Context(), map[string]any{"title": "Blir"}); err != nil {
		t.Fatal(err)
	}
	file, bad := filepath.Join(t.TempDir(), "copy.gz"), filepath.Join(t.TempDir(), "bad.gz")
	said(t, served.Config, "backup", file)
	write(t, bad, "no copy at all")
	other := t.TempDir()
	write(t, filepath.Join(other, "dugnad.db"), "")
	full := t.TempDir()
	said(t, Config{Addr: ":0", DataDir: full, MaxSockets: "10", LogLevel: "info"}, "restore", "-move", file)
	pg := testpg.URL(t)
	node(t, Config{Database: pg})
	for _, c := range []struct{ words, dir, database, says, remedy string }{
		{"backup", full, "", "say where", "FILE"},
		{"backup -x", full, "", "say where", "FILE"},
		{"backup " + file, full, "", "is there already", "another name"},
		{"backup /none/at/all", full, "", "the copy cannot be written", "/none/at/all"},
		{"backup -", t.TempDir(), "", "there is no database in", "DATA_DIR"},
		{"backup -", other, "", "there is no database in", "DATA_DIR"},
		{"restore", full, "", "say which copy", "FILE"},
		{"restore -wrong x", full, "", "say which copy", "-check"},
		{"restore /none/at/all", full, "", "the copy cannot be read", "/none/at/all"},
		{"restore -check " + bad, full, "", "damaged or is no copy", "another"},
		{"restore " + bad, t.TempDir(), "", "damaged or is no copy", "another"},
		{"restore " + file, full, "", "there are meetings in", "DATA_DIR"},
		{"restore " + file, served.Config.DataDir, "", "another dugnad already uses", "stop it"},
		{"restore " + file, full, pg, "a node is connected", "stop all"},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		cmd := exec.CommandContext(ctx, dugnad, strings.Fields(c.words)...)
		cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "ADDR=127.0.0.1:0", "DATA_DIR=" + c.dir, "DATABASE_URL=" + c.database}
		if text, status := lastWords(t, cmd); status != 1 || !oneSentence(text, c.says, c.remedy) {
			t.Errorf("dugnad %s ends with %d and says %q", c.words, status, text)
		}
	}
	s, err := store.Open(t.Context(), store.Options{Dir: full})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if due, err := s.Due(t.Context(), 1<<60); err != nil || len(due) > 1 {
		t.Error(due, err)
	}
}

// A folder gets a file named by the time, and standard out the copy and nothing else.
func TestWhereACopyGoes(t *testing.T) {
	a := node(t, Config{})
	dir := t.TempDir()
	said(t, a.Config, "backup", dir)
	found, err := filepath.Glob(filepath.Join(dir, "dugnad-20*Z.jsonl.gz"))
	if err != nil || len(found) != 1 {
		t.Error(found, err)
	}
	text := said(t, a.Config, "backup", "-")
	if c, err := store.CheckCopy(strings.NewReader(text)); err != nil || c.Engine != "sqlite" {
		t.Error(c, err)
	}
}
