package room

import (
	"slices"
	"strings"
	"testing"
)

// texts lists what a step says in one language.
func (w StepText) texts() []string {
	return append([]string{w.Title, w.Question, w.Say, w.Wrong}, w.Do...)
}

// everyStepText hands over the words of every step of every template in every
// language, with the place they were found.
func everyStepText(f func(where, lang string, st TemplateStep, w StepText)) {
	for _, tpl := range Templates() {
		for _, st := range tpl.Steps {
			for lang, w := range st.Words {
				f(tpl.ID+"/"+st.ID+"/"+lang, lang, st, w)
			}
		}
	}
}

// TestUnsaidInSteps: what no card says, no step says either.
func TestUnsaidInSteps(t *testing.T) {
	everyStepText(func(where, lang string, _ TemplateStep, w StepText) {
		for _, said := range lettersOf(strings.Join(w.texts(), "\n")) {
			for _, u := range unsaidOnCards {
				if u.lang != "" && u.lang != lang {
					continue
				}
				part := func(part string) bool { return strings.Contains(said, part) }
				if slices.ContainsFunc(strings.Fields(u.parts), part) || has(strings.Fields(u.words), said) {
					t.Errorf("%s says %q: %s", where, said, u.why)
				}
			}
		}
	})
}

// TestTitlesInPlan: a plan that says the same twice looks as if it had been
// copied wrongly, and one cannot tell which of them one is in.
func TestTitlesInPlan(t *testing.T) {
	for _, tpl := range Templates() {
		for _, lang := range tpl.Languages() {
			said := map[string]string{}
			for _, st := range tpl.Steps {
				title := st.Words[lang].Title
				if other := said[title]; other != "" {
					t.Errorf("%s/%s: %s and %s are both called %q", tpl.ID, lang, other, st.ID, title)
				}
				said[title] = st.ID
			}
		}
	}
}

// unsaidInSteps are the terms that have a better one, and the better one.
var unsaidInSteps = []struct{ lang, old, better string }{
	{"nb", "utsjekk", "avrunding"}, {"nn", "utsjekk", "avrunding"},
	{"nb", "innsjekk", "ankomst"}, {"nb", "parker", "legg til side"}, {"nn", "parker", "legg til side"},
	{"nb", " eier", "ansvarlig"}, {"nn", " eigar av", "ansvarleg"},
	{"nb", "legg ned telefonen", "legg bort telefonen"}, {"nb", "like forslag", "forslag som ligner"},
	{"nb", "etter sist", "siden sist"}, {"nb", "bordmodus", "én telefon for bordet"},
	{"nb", "samme som", "samme hos oss"}, {"nb", "syv", "sju"}, {"nb", "ordstyrer ", "ordstyreren"},
	{"en", "scribe", "note-taker"}, {"en", "check-out", "closing round"}, {"sv", "referent", "sekreterare"},
}

func TestTermsInSteps(t *testing.T) {
	everyStepText(func(where, lang string, _ TemplateStep, w StepText) {
		for _, u := range unsaidInSteps {
			if u.lang == lang && strings.Contains(strings.ToLower(strings.Join(w.texts(), "\n")), u.old) {
				t.Errorf("%s says %q, not %q", where, u.old, u.better)
			}
		}
	})
}

// longQuestions are those that participants must read more than fifteen words
// of.
var longQuestions = []string{
	"enkel-60/skriv", // the first we had; people have written to it
}

// TestQuestionsAreShort: what a participant reads on the phone is fifteen words
// at most.
func TestQuestionsAreShort(t *testing.T) {
	everyStepText(func(where, lang string, _ TemplateStep, w StepText) {
		n := len(strings.Fields(w.Question))
		if n > 15 && !slices.Contains(longQuestions, strings.TrimSuffix(where, "/"+lang)) {
			t.Errorf("%s asks with %d words", where, n)
		}
	})
}

// promises are what has to be said aloud, in every language, whenever a step of
// that kind is held: that spelling does not matter, and that nothing said here
// needs a name.
var promises = []struct {
	kind PhaseKind
	said map[string][]string // any of them
}{
	{Stille, map[string][]string{"nb": {"skrivefeil gjør ingenting"}, "nn": {"skrivefeil gjer ingenting"},
		"en": {"spelling does not matter"}, "sv": {"stavfel gör ingenting"}}},
	{Stille, map[string][]string{"nb": {"uten navn", "ingen navn", "ikke om personer", "aldri om ett bestemt barn"},
		"nn": {"utan namn", "namn lèt vi vere", "ikkje folk", "eitt bestemt barn skriv vi aldri om"},
		"en": {"without names", "no names", "not about people", "never write about one particular child"},
		"sv": {"utan namn", "inga namn", "inte om personer", "aldrig om ett visst barn"}}},
	{Plenum, map[string][]string{"nb": {"samme hos oss»"}, "nn": {"same hos oss»"}, "en": {"same here”"}, "sv": {"samma hos oss”"}}},
	{Avstemning, map[string][]string{"nb": {"ingen ser hva du velger"}, "nn": {"ingen ser kva", "ingen får sjå kva"},
		"en": {"nobody sees what you choose"}, "sv": {"ingen ser vad du väljer"}}},
}

func TestPromisesAreSpoken(t *testing.T) {
	everyStepText(func(where, lang string, st TemplateStep, w StepText) {
		for _, p := range promises {
			if st.Kind != p.kind {
				continue
			}
			say := strings.ToLower(w.Say)
			if !slices.ContainsFunc(p.said[lang], func(words string) bool { return strings.Contains(say, words) }) {
				t.Errorf("%s does not say any of %q", where, p.said[lang])
			}
		}
	})
}

// TestDignityBeforeFigures: some in the room are those the figures count, so
// that is said first, and whoever leads is told to say it first.
func TestDignityBeforeFigures(t *testing.T) {
	for lang, first := range map[string]string{
		"nb": "Noen i rommet kjenner dette fra eget liv. Ingen skal måtte fortelle. ",
		"nn": "Nokon i rommet kjenner dette frå eige liv. Ingen skal måtte fortelje. ",
		"en": "Some people in this room know this from their own lives. Nobody should have to tell. ",
		"sv": "Någon i rummet känner igen det här från sitt eget liv. Ingen ska behöva berätta. ",
	} {
		if w := scripted["tall"].Words[lang]; !strings.HasPrefix(w.Say, first) {
			t.Errorf("%s: the figures begin with %q", lang, w.Say)
		}
	}
	for _, id := range []string{"kommune-120", "kommune-150", "kommune-180"} {
		if !slices.ContainsFunc(templates[id].Steps, func(st TemplateStep) bool { return st.Use == "tall" }) {
			t.Errorf("%s shows no figures", id)
		}
	}
}

// TestSixDoNotVote: where so few may come that a ballot can be guessed, the
// step says what to do instead, and the step it sends them to is there.
func TestSixDoNotVote(t *testing.T) {
	few := map[string]string{"nb": "seks eller færre", "nn": "seks eller færre", "en": "six or fewer", "sv": "sex eller färre"}
	for _, tpl := range Templates() {
		for n, st := range tpl.Steps {
			if st.Kind != Avstemning || tpl.People.Min > 6 {
				continue
			}
			for lang, w := range st.Words {
				if !strings.Contains(w.Wrong, few[lang]) {
					t.Errorf("%s/%s does not say what six do", tpl.ID, lang)
				}
				to := slices.IndexFunc(tpl.Steps, func(to TemplateStep) bool { return to.Kind == Ansvarlig })
				if to < n || !strings.Contains(w.Wrong, tpl.Steps[to].Words[lang].Title) {
					t.Errorf("%s/%s sends six to a step that is not called so", tpl.ID, lang)
				}
			}
		}
	}
}

// TestYouthNeedNotDisclose: the deck asks how it is for people here, and the
// script says before the first card that nobody has to tell of themselves.
func TestYouthNeedNotDisclose(t *testing.T) {
	for lang, said := range map[string][2]string{
		"nb": {"Ingen skal fortelle om seg selv eller familien sin.", "ikke svare for deg selv"},
		"nn": {"Ikkje fortel om deg sjølv eller familien din.", "ingen treng svare for seg sjølv"},
		"en": {"Nobody has to tell about themselves or their family.", "need not answer for yourself"},
		"sv": {"Ingen ska behöva berätta om sig själv eller sin familj.", "inte svara för dig själv"},
	} {
		if !strings.Contains(scripted["ung-hvorfor"].Words[lang].Say, said[0]) || !strings.Contains(scripted["ung-kort"].Words[lang].Say, said[1]) {
			t.Errorf("%s: not said", lang)
		}
	}
}

// TestNynorskStepsAreWritten: most sentences of the scripted steps are built in
// their own way.
func TestNynorskStepsAreWritten(t *testing.T) {
	sentences, same := 0, 0
	for _, st := range scripted {
		from, to := st.Words["nb"].texts(), st.Words["nn"].texts()
		for n := range min(len(from), len(to)) {
			nb, nn := strings.SplitAfter(from[n], ". "), strings.SplitAfter(to[n], ". ")
			for m := range min(len(nb), len(nn)) {
				a, b := lettersOf(nb[m]), lettersOf(nn[m])
				if len(a) < 5 {
					continue // too short to be put in another way
				}
				sentences++
				if wordForWord(a, b) {
					same++
				}
			}
		}
	}
	t.Logf("%d of %d sentences stand word for word", same, sentences)
	if same*3 > sentences {
		t.Errorf("%d of %d sentences in nynorsk are bokmål word for word", same, sentences)
	}
}
