package room

import (
	"strings"
	"testing"
)

// What was taken back is in no record of the log, and in nothing that is shown.
func TestTakenBackWordsAreGone(t *testing.T) {
	ev := playScenario(t, "testdata/scenarios/ta-tilbake.txt")
	for _, r := range ev.log {
		if strings.Contains(string(r.Body), "Feil knapp") {
			t.Errorf("%s at %d still says it", r.Kind, r.Seq)
		}
	}
}
