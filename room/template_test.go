package room

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var fourLanguages = []string{"en", "nb", "nn", "sv"}

// templateShape says of every template how long it lasts and which deck it
// deals.
var templateShape = map[string]struct {
	minutes int
	deck    string
}{
	"bli-kjent":       {60, ""},
	"enkel-60":        {60, ""},
	"ett-kort-20":     {20, "kommune"},
	"frivillighet-30": {30, "frivillighet"},
	"frivillighet-60": {60, "frivillighet"},
	"kommune-120":     {120, "kommune"},
	"kommune-150":     {150, "kommune"},
	"kommune-180":     {180, "kommune"},
	"kommune-60":      {60, "kommune"},
	"oppfolging-60":   {60, ""},
	"oppfolging-90":   {90, ""},
	"ung-90":          {90, "ung"},
}

// TestTemplates: the minutes of the steps add up to what the file says itself,
// every language it claims is complete, and what no native reader has read
// says so.
func TestTemplates(t *testing.T) {
	if len(Templates()) != len(templateShape) {
		t.Fatalf("%d templates", len(Templates()))
	}
	for _, tpl := range Templates() {
		want, sum := templateShape[tpl.ID], 0
		for _, st := range tpl.Steps {
			sum += st.Minutes
		}
		raw, err := templateFiles.ReadFile("templates/" + tpl.ID + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var file Template
		if err := json.Unmarshal(raw, &file); err != nil {
			t.Fatal(err)
		}
		if sum != want.minutes || file.Minutes != want.minutes || tpl.Deck != want.deck {
			t.Errorf("%s lasts %d minutes and says %d, with the deck %q", tpl.ID, sum, file.Minutes, tpl.Deck)
		}
		if !reflect.DeepEqual(tpl.Languages(), fourLanguages) {
			t.Errorf("%s is written in %v", tpl.ID, tpl.Languages())
		}
		for _, lang := range tpl.Languages() {
			status := DeckDraft
			if lang == "nb" {
				status = DeckSource
			}
			if tpl.Status[lang] != status {
				t.Errorf("%s says that %s is %q", tpl.ID, lang, tpl.Status[lang])
			}
		}
		if tpl.People.Min < 2 || tpl.People.Max <= tpl.People.Min {
			t.Errorf("%s is for %v people", tpl.ID, tpl.People)
		}
		followUp := strings.HasPrefix(tpl.ID, "oppfolging") // chosen by those who had a dugnad, never proposed
		if followUp != (len(tpl.Purpose) == 0) {
			t.Errorf("%s is for %v", tpl.ID, tpl.Purpose)
		}
	}
}

// TestEveryStepIsWritten: every step of every template has, in every language
// the template claims, what to say, what to do and what to do if it goes wrong;
// and every scripted step is used.
func TestEveryStepIsWritten(t *testing.T) {
	used := map[string]bool{}
	for _, tpl := range Templates() {
		for _, st := range tpl.Steps {
			used[st.Use] = true
			for _, lang := range tpl.Languages() {
				w := st.Words[lang]
				if w.Title == "" || w.Say == "" || len(w.Do) == 0 || len(w.Do) > 3 || w.Wrong == "" {
					t.Errorf("%s/%s/%s is not written", tpl.ID, st.ID, lang)
				}
				if n := len(strings.Fields(w.Say)); n > 60 {
					t.Errorf("%s/%s/%s: %d words to say", tpl.ID, st.ID, lang, n)
				}
				if (w.Question == "") != (st.Kind == Lobby) {
					t.Errorf("%s/%s/%s asks %q", tpl.ID, st.ID, lang, w.Question)
				}
			}
		}
	}
	for id := range scripted {
		if !used[id] {
			t.Errorf("no template uses %s", id)
		}
	}
}

// minutesOf adds up a template's minutes for one kind of step.
func minutesOf(tpl Template, kind PhaseKind) int {
	sum := 0
	for _, st := range tpl.Steps {
		if st.Kind == kind {
			sum += st.Minutes
		}
	}
	return sum
}

// TestTimeForResponsibility: the point of an evening in a kommune is who does
// what; it gets ten minutes (eight in the short one), talking the proposals
// together gets eight, and nobody is sent home without a closing round.
func TestTimeForResponsibility(t *testing.T) {
	for _, tpl := range Templates() {
		if !strings.HasPrefix(tpl.ID, "kommune-") {
			continue
		}
		owning := 10
		if tpl.ID == "kommune-120" {
			owning = 8
		}
		if minutesOf(tpl, Ansvarlig) < owning || minutesOf(tpl, Sammenslaing) < 8 || minutesOf(tpl, Avrunding) != 3 {
			t.Errorf("%s: %d for responsibility, %d for merging, %d for the closing round", tpl.ID,
				minutesOf(tpl, Ansvarlig), minutesOf(tpl, Sammenslaing), minutesOf(tpl, Avrunding))
		}
	}
}

// TestGettingToKnowIsTalk: on a walk nobody writes and nobody votes, and three
// cards are talked about.
func TestGettingToKnowIsTalk(t *testing.T) {
	cards := 0
	for _, st := range templates["bli-kjent"].Steps {
		if p := Phases[st.Kind]; p.writes || p.shares || p.votes {
			t.Errorf("%s: people write or vote", st.ID)
		}
		if st.Kind == BliKjent {
			cards++
		}
	}
	if cards != 3 {
		t.Errorf("%d cards", cards)
	}
}

// TestTheListIsSentOnce: a table sends its list one time. Whatever comes before
// must tell it to wait, and the last step before the room is told must tell it
// to send.
func TestTheListIsSentOnce(t *testing.T) {
	for _, tpl := range Templates() {
		var at []TemplateStep // where a table writes on its list
		for _, st := range tpl.Steps {
			if st.Kind == Runde || st.Kind == Samtale || st.Kind == Tiltak {
				at = append(at, st)
			}
		}
		for n, st := range at {
			w := st.Words["nb"]
			told := strings.ToLower(w.Say + " " + strings.Join(w.Do, " "))
			waits := strings.Contains(told, "vent") || strings.Contains(told, "ikke send") || strings.Contains(told, "ikke skal sendes")
			sends := strings.Contains(told, "send lista") || strings.Contains(told, "sender referenten lista") ||
				strings.Contains(told, "sender lista")
			if last := n == len(at)-1; last == waits || last && !sends {
				t.Errorf("%s/%s: the list waits: %v, is sent: %v", tpl.ID, st.ID, waits, sends)
			}
		}
	}
}

// TestEveryTemplateCanBeHeld: in every language a meeting is made of it, deals
// its cards, and goes from arrival to the last step.
func TestEveryTemplateCanBeHeld(t *testing.T) {
	for _, tpl := range Templates() {
		for _, lang := range tpl.Languages() {
			ev, leads := newEvening(t), "kari"
			must := func(seat string, c Command) {
				t.Helper()
				if _, err := ev.ask(seat, c); err != nil {
					t.Fatalf("%s/%s: %T: %v", tpl.ID, lang, c, err)
				}
			}
			must("", CreateMeeting{Title: "Fritid", Lang: lang, Template: tpl.ID, Code: "K7Q4XP2M"})
			must("", JoinSeat{Seat: "kari", Role: Facilitator})
			if tpl.Youth {
				must("kari", RotateLink{"ung1", strings.Repeat("a", 64)})
				must("", JoinSeat{Seat: "sara", Role: Facilitator, Via: "ung1"})
				leads = "sara"
			}
			if (len(ev.s.Cards) > 0) != (tpl.Deck != "") {
				t.Errorf("%s/%s deals %d cards", tpl.ID, lang, len(ev.s.Cards))
			}
			for n, st := range tpl.Steps {
				if now := ev.s.Agenda.step(); now.ID != st.ID || now.Say != st.Words[lang].Say || now.Minutes != st.Minutes {
					t.Fatalf("%s/%s: step %d is %s", tpl.ID, lang, n, now.ID)
				}
				if n < len(tpl.Steps)-1 {
					for range max(1, len(ev.s.slidesOf(st.ID))) { // slide by slide
						must(leads, NextStep{From: st.ID})
					}
				}
			}
			must(leads, EndMeeting{})
		}
	}
}

// TestAMeetingKeepsItsOwnWords: nothing done to a meeting's run sheet reaches
// the template.
func TestAMeetingKeepsItsOwnWords(t *testing.T) {
	steps, err := templates["kommune-150"].steps("nn")
	if err != nil {
		t.Fatal(err)
	}
	steps[1].Do[0] = "x"
	again, _ := templates["kommune-150"].steps("nn")
	if again[1].Do[0] == "x" {
		t.Error("the template took the meeting's words")
	}
	for name, c := range map[string]struct {
		id, lang string
		want     error
	}{
		"no such template": {"kommune-151", "nb", Refuse(Missing)},
		"no such language": {"kommune-150", "fi", Refuse(Invalid)},
		"none asked for":   {"", "nb", nil},
	} {
		tpl, err := chosen(c.id, "")
		if err == nil {
			_, err = tpl.steps(c.lang)
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// broughtTemplate is a small template that somebody brings along.
func broughtTemplate() Template {
	written := func(title string) map[string]StepText {
		return map[string]StepText{"nb": {Title: title, Question: "Hva nå?", Say: "Nå gjør vi det.", Do: []string{"Gjør det."}, Wrong: "Prøv igjen."}}
	}
	return Template{ID: "bygda", Title: map[string]string{"nb": "Bygda vår"}, Steps: []TemplateStep{
		{ID: "inn", Use: "ankomst"},
		{ID: "stem", Kind: Avstemning, Minutes: 4, Words: written("Stem")},
		{ID: "tall", Kind: Resultat, Minutes: 5, Words: written("Tall")},
	}}
}

// stepWords changes the words of the vote.
func stepWords(tpl Template, change func(*StepText)) {
	w := tpl.Steps[1].Words["nb"]
	change(&w)
	tpl.Steps[1].Words["nb"] = w
}

func TestReadTemplate(t *testing.T) {
	long := func(n int) string { return strings.Repeat("å", n) }
	for name, c := range map[string]struct {
		change func(*Template)
		want   error
	}{
		"a small one":     {func(tpl *Template) {}, nil},
		"a right sum":     {func(tpl *Template) { tpl.Minutes = 9 }, nil},
		"a wrong sum":     {func(tpl *Template) { tpl.Minutes = 10 }, Refuse(Minutes)},
		"a wild id":       {func(tpl *Template) { tpl.ID = "../bygda" }, Refuse(Invalid)},
		"no language":     {func(tpl *Template) { tpl.Title = nil }, Refuse(Empty)},
		"no title":        {func(tpl *Template) { tpl.Title["nb"] = " " }, Refuse(Empty)},
		"a long title":    {func(tpl *Template) { tpl.Title["nb"] = long(TitleMax + 1) }, Refuse(TooLong)},
		"a wild language": {func(tpl *Template) { tpl.Title["__proto__"] = "x" }, Refuse(Invalid)},
		"too many languages": {func(tpl *Template) {
			for n := range deckLanguages {
				tpl.Title["a"+string(rune('a'+n))] = "x"
			}
		}, Refuse(Full)},
		"a status":              {func(tpl *Template) { tpl.Status = map[string]string{"nb": DeckRead} }, nil},
		"an unknown status":     {func(tpl *Template) { tpl.Status = map[string]string{"nb": "fin"} }, Refuse(Invalid)},
		"a status of nothing":   {func(tpl *Template) { tpl.Status = map[string]string{"se": DeckRead} }, Refuse(Invalid)},
		"a deck":                {func(tpl *Template) { tpl.Deck = "ung" }, nil},
		"an unknown deck":       {func(tpl *Template) { tpl.Deck = "gammel" }, Refuse(Missing)},
		"fewer than nobody":     {func(tpl *Template) { tpl.People.Min = -1 }, Refuse(Invalid)},
		"more at least":         {func(tpl *Template) { tpl.People = Headcount{9, 8} }, Refuse(Invalid)},
		"more than fit":         {func(tpl *Template) { tpl.People.Max = SeatsMax + 1 }, Refuse(Invalid)},
		"a purpose":             {func(tpl *Template) { tpl.Purpose = []string{"ideer"} }, nil},
		"an unknown purpose":    {func(tpl *Template) { tpl.Purpose = []string{"moro"} }, Refuse(Invalid)},
		"a purpose twice":       {func(tpl *Template) { tpl.Purpose = []string{"ideer", "ideer"} }, Refuse(Invalid)},
		"no steps":              {func(tpl *Template) { tpl.Steps = nil }, Refuse(Empty)},
		"nobody arrives":        {func(tpl *Template) { tpl.Steps = tpl.Steps[1:] }, Refuse(Missing)},
		"arriving twice":        {func(tpl *Template) { tpl.Steps = append(tpl.Steps, TemplateStep{ID: "inn-2", Use: "ankomst"}) }, Refuse(Invalid)},
		"result without vote":   {func(tpl *Template) { tpl.Steps = slices.Delete(tpl.Steps, 1, 2) }, Refuse(NoVote)},
		"result before vote":    {func(tpl *Template) { slices.Reverse(tpl.Steps[1:]) }, Refuse(NoVote)},
		"as many steps as go":   {func(tpl *Template) { fill(tpl, StepsMax) }, nil},
		"one step too many":     {func(tpl *Template) { fill(tpl, StepsMax+1) }, Refuse(Full)},
		"two alike":             {func(tpl *Template) { tpl.Steps[2].ID = "stem" }, Refuse(Taken)},
		"a wild step":           {func(tpl *Template) { tpl.Steps[1].ID = "Stem!" }, Refuse(Invalid)},
		"an unknown kind":       {func(tpl *Template) { tpl.Steps[1].Kind = "dans" }, Refuse(Invalid)},
		"no kind":               {func(tpl *Template) { tpl.Steps[1].Kind = "" }, Refuse(Invalid)},
		"less than no time":     {func(tpl *Template) { tpl.Steps[1].Minutes = -1 }, Refuse(Minutes)},
		"the longest":           {func(tpl *Template) { tpl.Steps[1].Minutes = StepMinutesMax }, nil},
		"longer than longest":   {func(tpl *Template) { tpl.Steps[1].Minutes = StepMinutesMax + 1 }, Refuse(Minutes)},
		"an unknown script":     {func(tpl *Template) { tpl.Steps[0].Use = "avgang" }, Refuse(Missing)},
		"a language unwritten":  {func(tpl *Template) { tpl.Title["en"] = "Our village" }, Refuse(Missing)},
		"a language undeclared": {func(tpl *Template) { tpl.Steps[1].Words["en"] = tpl.Steps[1].Words["nb"] }, Refuse(Invalid)},
		"no name":               {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Title = "" }) }, Refuse(Empty)},
		"nothing asked":         {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Question = "" }) }, nil},
		"nothing to say":        {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Say = "" }) }, Refuse(Empty)},
		"as much as is read":    {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Say = strings.Repeat("ord ", SayWords) }) }, nil},
		"more than is read":     {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Say = strings.Repeat("ord ", SayWords+1) }) }, Refuse(TooLong)},
		"one long word":         {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Say = long(SayMax + 1) }) }, Refuse(TooLong)},
		"nothing to do":         {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Do = nil }) }, Refuse(Empty)},
		"four acts":             {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Do = []string{"a", "b", "c", "d"} }) }, Refuse(Full)},
		"an act of nothing":     {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Do = []string{""} }) }, Refuse(Empty)},
		"a long act":            {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Do = []string{long(StepMax + 1)} }) }, Refuse(TooLong)},
		"nothing goes wrong":    {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Wrong = "" }) }, Refuse(Empty)},
		"a long way wrong":      {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Wrong = long(WrongMax + 1) }) }, Refuse(TooLong)},
		"a hidden sign":         {func(tpl *Template) { stepWords(*tpl, func(w *StepText) { w.Say = "Nå \u202egjør vi det." }) }, nil},
	} {
		tpl := broughtTemplate()
		c.change(&tpl)
		raw, err := json.Marshal(tpl)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadTemplate(raw)
		if !errors.Is(err, c.want) || c.want == nil && err != nil {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if err == nil && strings.Contains(got.Steps[1].Words["nb"].Say, "\u202e") {
			t.Errorf("%s: not cleaned", name)
		}
	}
}

// fill gives a template n steps.
func fill(tpl *Template, n int) {
	for len(tpl.Steps) < n {
		tpl.Steps = append(tpl.Steps, TemplateStep{ID: fmt.Sprint("mer-", len(tpl.Steps)), Use: "pause", Minutes: 1})
	}
}

// TestBrokenTemplateFile: what is not a template is refused, whatever it is.
func TestBrokenTemplateFile(t *testing.T) {
	whole, err := json.Marshal(broughtTemplate())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		raw  string
		want error
	}{
		"nothing":             {"", Refuse(Invalid)},
		"half a file":         {string(whole[:len(whole)/2]), Refuse(Invalid)},
		"two files":           {string(whole) + string(whole), Refuse(Invalid)},
		"a list":              {"[]", Refuse(Invalid)},
		"null":                {"null", Refuse(Invalid)},
		"minutes in words":    {`{"id":"a","minutes":"ti"}`, Refuse(Invalid)},
		"minutes in halves":   {`{"id":"a","minutes":2.5}`, Refuse(Invalid)},
		"a misspelt field":    {strings.Replace(string(whole), `"wrong"`, `"wrnog"`, 1), Refuse(Invalid)},
		"far too large":       {string(whole) + strings.Repeat(" ", TemplateBytes), Refuse(TooLong)},
		"as large as allowed": {string(whole) + strings.Repeat(" ", TemplateBytes-len(whole)), nil},
	} {
		if _, err := ReadTemplate([]byte(c.raw)); !errors.Is(err, c.want) || c.want == nil && err != nil {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// TestAStepSaysOnlyWhatDiffers: the scripted step fills in the rest, in each
// language for itself, and keeps its own words.
func TestAStepSaysOnlyWhatDiffers(t *testing.T) {
	before, _ := json.Marshal(scripted["skriv"])
	tpl, err := ReadTemplate([]byte(`{"id":"a","title":{"nb":"A","nn":"A"},"steps":[{"id":"inn","use":"ankomst"},
		{"id":"s","use":"skriv","minutes":7,"words":{"nb":{"question":"Hva med bussen?","do":["Vent."]}}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	st := tpl.Steps[1]
	nb := scripted["skriv"].Words["nb"]
	nb.Question, nb.Do = "Hva med bussen?", []string{"Vent."}
	if st.Kind != Stille || tpl.Minutes != 7 || !reflect.DeepEqual(st.Words["nb"], nb) ||
		!reflect.DeepEqual(st.Words["nn"], scripted["skriv"].Words["nn"]) || len(st.Words) != 2 {
		t.Errorf("%+v", st)
	}
	if after, _ := json.Marshal(scripted["skriv"]); string(after) != string(before) {
		t.Error("the scripted step changed")
	}
}

// TestTemplatesComeBackWhole: a template written out in full and read again is
// the same, so one of ours can be taken, changed and brought along.
func TestTemplatesComeBackWhole(t *testing.T) {
	for _, tpl := range Templates() {
		raw, err := json.Marshal(tpl)
		if err != nil {
			t.Fatal(err)
		}
		if len(raw)*4 > TemplateBytes {
			t.Errorf("%s is %d bytes", tpl.ID, len(raw))
		}
		if again, err := ReadTemplate(raw); err != nil || !reflect.DeepEqual(again, tpl) {
			t.Errorf("%s: %v", tpl.ID, err)
		}
	}
}

// TestBrokenShippedFilesStopTheProgram: at the start, not in the middle of a
// meeting.
func TestBrokenShippedFilesStopTheProgram(t *testing.T) {
	read := func(raw []byte) (string, ScriptedStep, error) {
		st, err := readScriptedStep(raw)
		return st.ID, st, err
	}
	whole, err := stepFiles.ReadFile("steps/pause.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file, raw string
		stops     bool
	}{
		"whole":        {"steps/pause.json", string(whole), false},
		"another name": {"steps/hvil.json", string(whole), true},
		"half":         {"steps/pause.json", string(whole[:200]), true},
		"unknown kind": {"steps/pause.json", strings.Replace(string(whole), `"kind": "pause"`, `"kind": "dans"`, 1), true},
		"no words":     {"steps/pause.json", `{"id":"pause","kind":"pause","words":{}}`, true},
		"unwritten":    {"steps/pause.json", `{"id":"pause","kind":"pause","words":{"nb":{"title":"Pause"}}}`, true},
	} {
		stopped := func() (stopped bool) {
			defer func() { stopped = recover() != nil }()
			shippedFiles(fstest.MapFS{c.file: {Data: []byte(c.raw)}}, "steps", read)
			return
		}()
		if stopped != c.stops {
			t.Errorf("%s: stopped %v", name, stopped)
		}
	}
}

// FuzzReadTemplate: whatever is brought along, the answer is a template that
// can be held, or a refusal.
func FuzzReadTemplate(f *testing.F) {
	for _, name := range []string{"enkel-60", "frivillighet-60"} {
		raw, err := templateFiles.ReadFile("templates/" + name + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`{"id":"a","title":{"nb":"A"},"steps":[{"id":"inn","use":"ankomst","words":{"nb":null}}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		tpl, err := ReadTemplate(raw)
		var no Refusal
		if err != nil {
			if !errors.As(err, &no) {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		for _, lang := range tpl.Languages() {
			if steps, err := tpl.steps(lang); err != nil || steps[0].Kind != Lobby {
				t.Fatalf("%s: %v", lang, err)
			}
		}
	})
}

// TestWhereNobodySitsAtATable: the steps in which people stand or walk are standing,
// in the plan as on the board, and the ones at a table are not.
func TestWhereNobodySitsAtATable(t *testing.T) {
	want := map[string]bool{"ung-enig": true, "kort-hvem": true, "kort-hjelp": true, "kort-ringe": true}
	for id, st := range scripted {
		if st.Standing != want[id] {
			t.Errorf("%s: standing is %t", id, st.Standing)
		}
	}
	ev := newEvening(t)
	if _, err := ev.ask("", CreateMeeting{Title: "Ung", Lang: "nb", Template: "ung-90", Code: "K7Q4XP2M", Practice: "x"}); err != nil {
		t.Fatal(err)
	}
	for n, st := range ev.s.Agenda.Steps {
		ev.s.Agenda.Now = n
		if got := seeStep(ev.s).Standing; got != (st.ID == "enig") {
			t.Errorf("%s: the board is told standing is %t", st.ID, got)
		}
	}
}
