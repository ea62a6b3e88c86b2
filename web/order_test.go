package web

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// A list on paper and the same list on a screen stand in the same order.
func TestAlphabetAndNumbers(t *testing.T) {
	raw, err := os.ReadFile("src/words/order.cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases struct{ Order, Number map[string][]string }
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for lang, want := range cases.Order {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Alphabet(lang))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for lang, want := range cases.Number {
		for i, n := range []int64{0, 999, 1234, 1234567} {
			if got := Number(lang, n); got != want[i] {
				t.Errorf("%s: %q, want %q", lang, got, want[i])
			}
		}
	}
	if got := Number("nb", -1234); got != "-1\u00a0234" {
		t.Errorf("%q", got)
	}
	if len(cases.Order) < 4 || len(cases.Number) < 4 {
		t.Error("the table has been emptied")
	}
}
