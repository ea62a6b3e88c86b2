package room

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var record = flag.Bool("record", false, "record the logs of this version anew (only before it is released)")

// thisVersion is the folder in testdata/logs that is still being written.
const thisVersion = "0.1"

// TestOldStoriesStillMeanTheSame plays every recorded log of every version. A
// log is one record a line, and a last line with the hash of the state it ends
// in.
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
		if want := string(lines[len(lines)-1]); s.Hash() != want {
			t.Errorf("%s: the story means something else now: %s, was %s", f, s.Hash(), want)
		}
	}
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
		out.WriteString(ev.s.Hash() + "\n")
		name := strings.TrimSuffix(filepath.Base(f), ".txt") + ".jsonl"
		if err := os.WriteFile(filepath.Join("testdata/logs", thisVersion, name), out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
