package room

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

//go:embed templates/*.json
var templateFiles embed.FS

// TemplateBytes is how large a template that somebody brings along may be. Our
// longest, written out in four languages, is a quarter of it.
const TemplateBytes = 256 << 10

// What a meeting may be for, so that one can be proposed: to get started, to
// find new ideas, or to answer one question.
var Purposes = []string{"startskudd", "ideer", "sporsmal"}

// Template is a meeting ready to run: one data file each. It speaks the
// languages it has a title in, and every step is written in all of them.
type Template struct {
	ID      string            `json:"id"`
	Title   map[string]string `json:"title"`            // by language
	Status  map[string]string `json:"status,omitempty"` // by language: how far the words have come
	Youth   bool              `json:"youth,omitempty"`  // led by young people; adults read nothing until it is published
	Deck    string            `json:"deck,omitempty"`   // dealt when the meeting is made; empty is none
	People  Headcount         `json:"people"`
	Minutes int               `json:"minutes"` // of all steps together
	Purpose []string          `json:"purpose"`
	Steps   []TemplateStep    `json:"steps"`
}

// Headcount is how many people a template is made for.
type Headcount struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// TemplateStep is a step with its words in every language the template has. In
// a file it may use a scripted step, and then says only what differs.
type TemplateStep struct {
	ID      string              `json:"id"`
	Kind    PhaseKind           `json:"kind,omitempty"`
	Minutes int                 `json:"minutes"`
	Use     string              `json:"use,omitempty"`
	Words   map[string]StepText `json:"words,omitempty"`
	Slides  []TemplateSlide     `json:"slides,omitempty"`

	Standing bool `json:"standing,omitempty"`
}

// templates holds the templates we ship, by id. Nobody may change them.
var templates = shippedFiles(templateFiles, "templates", func(raw []byte) (string, Template, error) {
	t, err := ReadTemplate(raw)
	return t.ID, t, err
})

// shippedFiles reads our own files of one sort. A broken one stops the program
// before anybody has sat down, rather than in the middle of a meeting.
func shippedFiles[T any](files fs.FS, dir string, read func([]byte) (string, T, error)) map[string]T {
	names, err := fs.Glob(files, dir+"/*.json")
	if err != nil {
		panic(err)
	}
	m := map[string]T{}
	for _, name := range names {
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err)
		}
		id, v, err := read(raw)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", name, err))
		}
		if id != strings.TrimSuffix(path.Base(name), ".json") {
			panic(name + " calls itself " + id)
		}
		m[id] = v
	}
	return m
}

// Templates lists the templates we ship in the order of their ids.
func Templates() []Template {
	var ts []Template
	for _, id := range slices.Sorted(maps.Keys(templates)) {
		ts = append(ts, templates[id])
	}
	return ts
}

// FindTemplate looks a shipped template up.
func FindTemplate(id string) (Template, bool) {
	t, ok := templates[id]
	return t, ok
}

// DefaultTemplate is the one a meeting gets that asked for none.
const DefaultTemplate = "enkel-60"

// templateOf finds a template; no id means the default.
func templateOf(id string) Template {
	if id == "" {
		id = DefaultTemplate
	}
	return templates[id]
}

// chosen finds the template a meeting is made of: one that is shipped, by id, or
// one that somebody brings along.
func chosen(id, file string) (Template, error) {
	if file != "" {
		return ReadTemplate([]byte(file))
	}
	t := templateOf(id)
	if t.ID == "" {
		return t, Refuse(Missing)
	}
	return t, nil
}

// steps copies the template's steps in one language into a meeting, so that
// the meeting keeps its words when the template changes.
func (t Template) steps(lang string) ([]Step, error) {
	if _, ok := t.Title[lang]; !ok {
		return nil, Refuse(Invalid)
	}
	steps := make([]Step, len(t.Steps))
	for n, ts := range t.Steps {
		w := ts.Words[lang]
		steps[n] = Step{ID: ts.ID, Kind: ts.Kind, Minutes: ts.Minutes, Title: w.Title, Question: w.Question, Scales: slices.Clone(w.Scales),
			Say: w.Say, Do: slices.Clone(w.Do), Wrong: w.Wrong, Standing: ts.Standing}
	}
	return steps, nil
}

// slides copies the slides of all its steps in one language.
func (t Template) slides(lang string) []Slide {
	var all []Slide
	for _, ts := range t.Steps {
		for _, sl := range ts.Slides {
			all = append(all, sl.in(lang, ts.ID))
		}
	}
	return all
}

// Languages lists the languages the template is written in, in order.
func (t Template) Languages() []string { return slices.Sorted(maps.Keys(t.Title)) }

// ReadTemplate reads a template from a file, ours or one somebody brings along,
// and fills in the words of the scripted steps it uses. The error is always a
// [Refusal].
func ReadTemplate(raw []byte) (Template, error) {
	if len(raw) > TemplateBytes {
		return Template{}, Refuse(TooLong)
	}
	var t Template
	if err := readStrictly(raw, &t); err != nil {
		return Template{}, err
	}
	if err := t.check(); err != nil {
		return Template{}, err
	}
	return t, nil
}

// readStrictly reads one JSON value and nothing after it. A field it does not
// know is refused: a misspelt "wrong" must not lose it without a word.
func readStrictly(raw []byte, into any) error {
	in := json.NewDecoder(bytes.NewReader(raw))
	in.DisallowUnknownFields()
	if in.Decode(into) != nil {
		return Refuse(Invalid)
	}
	if _, err := in.Token(); err != io.EOF {
		return Refuse(Invalid)
	}
	return nil
}

// check holds a template to its limits, and cleans and completes its words on
// the way.
func (t *Template) check() error {
	switch {
	case !goodID(t.ID):
		return Refuse(Invalid)
	case len(t.Title) == 0 || len(t.Steps) == 0:
		return Refuse(Empty)
	case len(t.Title) > deckLanguages || len(t.Steps) > StepsMax:
		return Refuse(Full)
	case t.People.Min < 0 || t.People.Max < t.People.Min || t.People.Max > SeatsMax:
		return Refuse(Invalid)
	}
	if _, ok := FindDeck(t.Deck); !ok && t.Deck != "" {
		return Refuse(Missing)
	}
	for n, p := range t.Purpose {
		if !slices.Contains(Purposes, p) || slices.Contains(t.Purpose[:n], p) {
			return Refuse(Invalid)
		}
	}
	if err := t.checkTitle(); err != nil {
		return err
	}
	return t.checkSteps()
}

func (t *Template) checkTitle() error {
	for _, lang := range t.Languages() { // in order, so that the same file is refused for the same reason
		if !languageCode.MatchString(lang) {
			return Refuse(Invalid)
		}
		title, err := written(t.Title[lang], TitleMax)
		if err != nil {
			return err
		}
		t.Title[lang] = title
	}
	for lang, status := range t.Status {
		if t.Title[lang] == "" || !slices.Contains([]string{DeckSource, DeckDraft, DeckRead}, status) {
			return Refuse(Invalid)
		}
	}
	return nil
}

// checkSteps also looks at the order: people arrive first and once, and there
// is nothing to show of a vote that was never held.
func (t *Template) checkSteps() error {
	seen := map[string]bool{}
	minutes, voted := 0, false
	for n := range t.Steps {
		st := &t.Steps[n]
		if seen[st.ID] {
			return Refuse(Taken)
		}
		seen[st.ID] = true
		if err := st.check(t.Languages()); err != nil {
			return err
		}
		switch {
		case n == 0 && st.Kind != Lobby:
			return Refuse(Missing)
		case st.Kind == Resultat && !voted:
			return Refuse(NoVote)
		case n > 0 && st.Kind == Lobby:
			return Refuse(Invalid)
		}
		minutes += st.Minutes
		voted = voted || st.Kind == Avstemning
	}
	if t.Minutes != 0 && t.Minutes != minutes {
		return Refuse(Minutes) // whoever wrote it counted on another evening
	}
	t.Minutes = minutes
	return nil
}

func (ts *TemplateStep) check(languages []string) error {
	var base ScriptedStep
	if ts.Use != "" {
		var ok bool
		if base, ok = scripted[ts.Use]; !ok {
			return Refuse(Missing)
		}
	}
	if ts.Kind == "" {
		ts.Kind = base.Kind
	}
	ts.Standing = ts.Standing || base.Standing
	_, known := Phases[ts.Kind]
	if ts.Minutes < 0 || ts.Minutes > StepMinutesMax {
		return Refuse(Minutes)
	}
	if !goodID(ts.ID) || !known {
		return Refuse(Invalid)
	}
	for lang := range ts.Words {
		if !slices.Contains(languages, lang) {
			return Refuse(Invalid) // a language the template has no title in
		}
	}
	words := make(map[string]StepText, len(languages)) // the scripted step keeps its own
	for _, lang := range languages {
		from, ready := base.Words[lang]
		own, said := ts.Words[lang]
		if !ready && !said {
			return Refuse(Missing)
		}
		w, err := own.over(from).check()
		if err != nil {
			return err
		}
		words[lang] = w
	}
	ts.Words = words
	if len(ts.Slides) == 0 {
		ts.Slides = base.Slides
	}
	return checkSlides(ts.Slides, ts.ID, languages)
}
