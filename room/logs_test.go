package room

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var record = flag.Bool("record", false, "record the logs of this version anew (only before it is released)")

// thisVersion is the folder in testdata/logs that is still being written.
const thisVersion = "0.1"

// TestOldStoriesStillMeanTheSame plays every recorded log of every version. A
// log is one record a line, and a last line with all that is shown at the end.
// A later version may show more; what was shown must be shown still.
func TestOldStoriesStillMeanTheSame(t *testing.T) {
	if *record {
		recordLogs(t)
	}
	files, err := filepath.Glob("testdata/logs/*/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded logs: %v", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := bytes.Split(bytes.TrimSpace(raw), []byte("\n"))
		var story []Record
		for _, l := range lines[:len(lines)-1] {
			var r recorded
			if err := json.Unmarshal(l, &r); err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			story = append(story, Record{Seq: r.Seq, Cmd: r.Cmd, At: r.At, Seat: r.Seat, Kind: r.Kind, Body: r.Body})
		}
		s, err := Replay(story)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		var want map[Key]any
		if err := json.Unmarshal(lines[len(lines)-1], &want); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		for k, was := range want {
			if now := shownNow(t, s, k); !holds(now, was) {
				t.Errorf("%s: %s means something else now: %v, was %v", f, k, now, was)
			}
		}
	}
}

// shownNow is what is shown of an entity, with the layer it lies in.
func shownNow(t *testing.T, s *State, k Key) any {
	t.Helper()
	view, _ := s.See(s.Where(k), k)
	raw, err := json.Marshal(map[string]any{"layer": s.Where(k), "view": view})
	if err != nil {
		t.Fatal(err)
	}
	var now any
	if err := json.Unmarshal(raw, &now); err != nil {
		t.Fatal(err)
	}
	return now
}

// holds tells whether all that was is still so; what has come in addition does
// not matter.
func holds(now, was any) bool {
	if list, isList := was.([]any); isList {
		new, isList := now.([]any)
		if !isList || len(new) != len(list) {
			return false
		}
		for n := range list {
			if !holds(new[n], list[n]) {
				return false
			}
		}
		return true
	}
	old, isMap := was.(map[string]any)
	if !isMap {
		return reflect.DeepEqual(now, was)
	}
	new, isMap := now.(map[string]any)
	for field, w := range old {
		if !isMap || !holds(new[field], w) {
			return false
		}
	}
	return true
}

// recorded is a record with its body readable.
type recorded struct {
	Seq  int64           `json:"seq"`
	Cmd  string          `json:"cmd"`
	At   int64           `json:"at"`
	Seat string          `json:"seat"`
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body,omitempty"`
}

func recordLogs(t *testing.T) {
	scenarios, err := filepath.Glob("testdata/scenarios/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range scenarios {
		ev := playScenario(t, f)
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		for _, r := range ev.log {
			if err := enc.Encode(recorded{r.Seq, r.Cmd, r.At, r.Seat, r.Kind, r.Body}); err != nil {
				t.Fatal(err)
			}
		}
		shown := map[Key]any{}
		for k := range ev.everything() {
			shown[k] = shownNow(t, ev.s, k)
		}
		if err := enc.Encode(shown); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt") + ".jsonl"
		if err := os.WriteFile(filepath.Join("testdata/logs", thisVersion, name), out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
