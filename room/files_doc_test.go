package room

import (
	"os"
	"strings"
	"testing"
)

// TestTheFilesOnThePageCanBeRead: whoever copies an example gets a deck and a
// meeting.
func TestTheFilesOnThePageCanBeRead(t *testing.T) {
	page, err := os.ReadFile("../docs/filer.md")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for n, part := range strings.Split(string(page), "```") {
		if n%2 == 1 {
			files = append(files, strings.TrimPrefix(part, "json"))
		}
	}
	if len(files) != 2 {
		t.Fatalf("%d examples", len(files))
	}
	if _, err := ReadDeck([]byte(files[0])); err != nil {
		t.Error("the deck:", err)
	}
	if _, err := ReadTemplate([]byte(files[1])); err != nil {
		t.Error("the meeting:", err)
	}
	for _, k := range PhaseKinds {
		if !strings.Contains(string(page), "`"+string(k)+"`") {
			t.Errorf("%s is not on the page", k)
		}
	}
}
