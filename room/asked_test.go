package room

import (
	"slices"
	"testing"
)

// TestEarlierQuestions goes to the end of each meeting that is shipped, and of
// some that people make, and asks what was asked before.
func TestEarlierQuestions(t *testing.T) {
	shipped := map[string][]string{
		"enkel-60":        nil,
		"kommune-60":      nil,
		"frivillighet-30": {"Hva gjør vi som gjør at folk blir værende?"},
		"kommune-150":     {"Hva gjør vi i dag som får barn med?", "Hvilke barn når vi ikke i dag?"},
		"ung-90":          {"Hva gjør at folk har lyst til å være med?"},
		"oppfolging-90":   nil,
	}
	for id, want := range shipped {
		tmpl, ok := FindTemplate(id)
		steps, err := tmpl.steps("nb")
		if !ok || err != nil {
			t.Fatal(id, err)
		}
		if got := asks(Agenda{Steps: steps, Now: len(steps) - 1}); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	write := func(kind PhaseKind, question string) Step {
		return Step{ID: string(kind), Kind: kind, Title: "Steget", Question: question}
	}
	for _, c := range []struct {
		what  string
		steps []Step
		want  []string
	}{
		{"more time for the same", []Step{write(Stille, "A"), write(Stille, "A")}, nil},
		{"more time, and no words for it", []Step{write(Stille, "A"), write(Stille, "")}, nil},
		{"two questions before the tables begin", []Step{write(Stille, "A"), write(Stille, "B")}, []string{"A"}},
		{"nobody wrote a question", []Step{write(Stille, ""), write(VelgKort, ""), write(Stille, "B")}, []string{"Steget"}},
		{"cards and nothing yet", []Step{write(VelgKort, ""), write(Stille, "A")}, nil},
		{"two and two after the tables", []Step{write(Stille, "A"), write(Runde, "B"), write(Par, "C")}, []string{"A"}},
	} {
		if got := asks(Agenda{Steps: c.steps, Now: len(c.steps) - 1}); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func asks(a Agenda) (all []string) {
	earlier, _ := a.asked()
	for _, e := range earlier {
		all = append(all, e.Asks)
	}
	return all
}
