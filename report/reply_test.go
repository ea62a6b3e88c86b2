package report

import (
	"encoding/json"
	"strings"
	"testing"

	"dugnad/room"
)

// A corrected answer has two days: the one it came, and the one it was corrected.
// The newest text is never dated as if it had been there from the first.
func TestACorrectedAnswerHasBothItsDays(t *testing.T) {
	const came, corrected = 1611907200000, 1623312000000
	rec := filled("Noe")
	rec.Reply = &Reply{Published: came, Corrected: corrected, Does: "Pengene er her.", Earlier: []Earlier{{At: came, Does: "Vi søker om penger."}}}
	said := string(Markdown(Minutes(rec, about, catalogue(t, "nb"), nil)))
	from := 0
	for _, want := range []string{"Svaret kom 29. januar 2021. Rettet 10. juni 2021.", "Pengene er her.", "Slik sto det fra 29. januar 2021", "Vi søker om penger."} {
		k := strings.Index(said[from:], want)
		if k < 0 {
			t.Fatalf("the minutes do not say %q after what comes before it:\n%s", want, said)
		}
		from += k
	}
	rec.Reply = &Reply{Published: came, Does: "Vi søker om penger."}
	if said := string(Markdown(Minutes(rec, about, catalogue(t, "nb"), nil))); strings.Contains(said, "Rettet ") {
		t.Error("an answer that stands as it came is called corrected")
	}
}

// What was published is read out of the state with the day of each version.
func TestTheVersionsOfTheAnswerAreKept(t *testing.T) {
	st := played(t)
	st.Answer.Published = nil
	for k, text := range []string{"Først", "Siden"} {
		st.Answer.Published = append(st.Answer.Published, room.Published{At: int64(k+1) * room.Day, Texts: map[string]room.ReplyText{"sv": {Does: text}}})
	}
	got, err := json.Marshal(replyOf(st, "nb"))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"published":86400000,"corrected":172800000,"does":"Siden","not":"","next":"","earlier":[{"at":86400000,"does":"Først","not":"","next":""}]}`
	if string(got) != want {
		t.Errorf("the answer is\n%s, not\n%s", got, want)
	}
}
