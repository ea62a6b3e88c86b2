package room

import (
	"strings"
	"testing"
)

// A child's name is in the second language too. Redacted, it is in no record, and
// in nothing that undoing remembers.
func TestARedactedNameIsInNoLanguage(t *testing.T) {
	ev := playScenario(t, "testdata/scenarios/sladd.txt")
	for _, r := range ev.log {
		if strings.Contains(string(r.Body), "Lise") {
			t.Errorf("%s: %s", r.Kind, r.Body)
		}
	}
	for _, a := range ev.s.Acts {
		for _, b := range a.Back {
			if strings.Contains(string(b.Body), "Lise") {
				t.Errorf("%s can be undone: %s", a.Kind, b.Body)
			}
		}
	}
}
