package room

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A scenario is a text file anyone can read:
//
//	# prose
//	anna idea.post {"id":"i1","text":"…"}   somebody asks (house is the server)
//	= idea.posted                           what happened, in order
//	! closed                                or why not
//	+ 60                                    seconds go by, and the house does what is due
//	see lead progress/1 {"notes":2}         what a layer shows; named fields only
//	hidden group:2 ideas/i1                 what it does not
//
// Every scenario ends with a replay of its log.
func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/scenarios/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) { playScenario(t, f) })
	}
}

func playScenario(t *testing.T, file string) *evening {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ev := newEvening(t)
	ev.watch = map[Key]string{}
	var pending *outcome
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		where := fmt.Sprintf("%s:%d", file, n)
		switch {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "), strings.HasPrefix(line, "! "):
			if pending == nil {
				t.Fatalf("%s: nothing was asked", where)
			}
			pending.check(t, where, line)
			pending = nil
		default:
			pending.unexpected(t)
			pending = ev.line(where, line)
		}
	}
	pending.unexpected(t)
	ev.replayed()
	return ev
}

// outcome is what came of the last line that asked for something.
type outcome struct {
	where string
	kinds []string
	err   error
}

func (o *outcome) check(t *testing.T, where, line string) {
	t.Helper()
	got := "= " + strings.Join(o.kinds, " ")
	if o.err != nil {
		got = "! " + string(o.err.(Refusal).Code)
	}
	if got != line {
		t.Fatalf("%s: want %q, got %q", where, line, got)
	}
}

// unexpected fails if a refusal was not announced.
func (o *outcome) unexpected(t *testing.T) {
	t.Helper()
	if o != nil && o.err != nil {
		t.Fatalf("%s: %v", o.where, o.err)
	}
}

func (ev *evening) line(where, line string) *outcome {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "+":
		seconds, err := strconv.Atoi(rest)
		if err != nil {
			ev.t.Fatalf("%s: %v", where, err)
		}
		ev.now += int64(seconds) * 1000
		ev.house()
		return nil
	case "see", "hidden":
		ev.look(where, word, rest)
		return nil
	case "house":
		word = ""
	}
	name, with, _ := strings.Cut(rest, " ")
	if with == "" {
		with = "{}"
	}
	c, err := commands[name].read([]byte(with))
	if err != nil {
		ev.t.Fatalf("%s: %v", where, err)
	}
	happened, err := ev.ask(word, c)
	o := &outcome{where: where, err: err}
	for _, e := range happened {
		o.kinds = append(o.kinds, Kind(e))
	}
	return o
}

func (ev *evening) look(where, word, rest string) {
	parts := strings.SplitN(rest, " ", 3)
	view, ok := ev.s.See(Layer(parts[0]), Key(parts[1]))
	if word == "hidden" {
		if ok {
			ev.t.Fatalf("%s: shown: %+v", where, view)
		}
		return
	}
	if !ok {
		ev.t.Fatalf("%s: not shown there; it is in %q", where, ev.s.Where(Key(parts[1])))
	}
	raw, err := json.Marshal(view)
	if err != nil {
		ev.t.Fatal(err)
	}
	var got, want map[string]any
	if err := json.Unmarshal(raw, &got); err != nil {
		ev.t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(parts[2]), &want); err != nil {
		ev.t.Fatalf("%s: %v", where, err)
	}
	for field, w := range want {
		if !holds(got[field], w) {
			ev.t.Fatalf("%s: %s is %v, want %v", where, field, got[field], w)
		}
	}
}
