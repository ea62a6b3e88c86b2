package web

import (
	"encoding/json"
	"os"
	"testing"
)

// The phone and the server must read a text alike, or a mail says something
// else than the screen it speaks of.
func TestSay(t *testing.T) {
	raw, err := os.ReadFile("src/words/say.cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Lang, Text, Want string
		Args             map[string]any
	}
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 20 {
		t.Fatalf("%d cases: the table has been emptied", len(cases))
	}
	for _, c := range cases {
		args := Args{}
		for k, v := range c.Args {
			if n, ok := v.(float64); ok {
				v = int(n)
			}
			args[k] = v
		}
		if got := Say(c.Lang, c.Text, args); got != c.Want {
			t.Errorf("%s %q %v: %q, want %q", c.Lang, c.Text, c.Args, got, c.Want)
		}
	}
}
