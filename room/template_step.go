package room

import (
	"embed"
	"maps"
	"slices"
	"strings"
)

//go:embed steps/*.json
var stepFiles embed.FS

// Limits of what a step says to whoever leads. A text to be read aloud that is
// longer is not read but skipped.
const (
	SayWords = 60
	SayMax   = 600
	DoMax    = 3
	WrongMax = 500
)

// ScriptedStep is a step with its words, for any template to use: one data file
// each.
type ScriptedStep struct {
	ID    string              `json:"id"`
	Kind  PhaseKind           `json:"kind"`
	Words map[string]StepText `json:"words"` // by language

	// Standing is a step in which nobody sits at a table: the board tells no table
	// what to do in it.
	Standing bool `json:"standing,omitempty"`

	Slides []TemplateSlide `json:"slides,omitempty"`
}

// StepText is what a step is called, asks, and tells the facilitator: what to
// say, as it stands; what to do; and what to do if it goes wrong.
type StepText struct {
	Title    string   `json:"title"`
	Question string   `json:"question"`
	Scales   []string `json:"scales,omitempty"` // in a *stemning*: up to three things to say of the place
	Say      string   `json:"say"`
	Do       []string `json:"do"`
	Wrong    string   `json:"wrong"`
}

// scripted holds the scripted steps, by id. Nobody may change them.
var scripted = shippedFiles(stepFiles, "steps", func(raw []byte) (string, ScriptedStep, error) {
	st, err := readScriptedStep(raw)
	return st.ID, st, err
})

func readScriptedStep(raw []byte) (ScriptedStep, error) {
	var st ScriptedStep
	if err := readStrictly(raw, &st); err != nil {
		return st, err
	}
	if _, known := Phases[st.Kind]; !known || !goodID(st.ID) || len(st.Words) == 0 {
		return st, Refuse(Invalid)
	}
	for lang, w := range st.Words {
		if !languageCode.MatchString(lang) {
			return st, Refuse(Invalid)
		}
		w, err := w.check()
		if err != nil {
			return st, err
		}
		st.Words[lang] = w
	}
	return st, checkSlides(st.Slides, st.ID, slices.Sorted(maps.Keys(st.Words)))
}

// over takes from another text what this one does not say itself.
func (w StepText) over(from StepText) StepText {
	either := func(own, other string) string {
		if own == "" {
			return other
		}
		return own
	}
	w.Title, w.Question = either(w.Title, from.Title), either(w.Question, from.Question)
	w.Say, w.Wrong = either(w.Say, from.Say), either(w.Wrong, from.Wrong)
	if len(w.Do) == 0 {
		w.Do = from.Do
	}
	if len(w.Scales) == 0 {
		w.Scales = from.Scales
	}
	return w
}

// check cleans a text and holds it to its limits. Only the question may be
// left out: one that has nothing to say leaves the facilitator alone.
func (w StepText) check() (StepText, error) {
	var err error
	for _, f := range []struct {
		text  *string
		max   int
		clean func(string, int) (string, error)
	}{{&w.Title, TitleMax, written}, {&w.Question, IdeaMax, maybe}, {&w.Say, SayMax, written}, {&w.Wrong, WrongMax, written}} {
		if *f.text, err = f.clean(*f.text, f.max); err != nil {
			return w, err
		}
	}
	switch {
	case len(strings.Fields(w.Say)) > SayWords:
		return w, Refuse(TooLong)
	case len(w.Do) == 0:
		return w, Refuse(Empty)
	case len(w.Do) > DoMax:
		return w, Refuse(Full)
	}
	if len(w.Scales) > ScalesMax {
		return w, Refuse(Full)
	}
	w.Scales = slices.Clone(w.Scales)
	for n, ask := range w.Scales {
		if w.Scales[n], err = written(ask, TitleMax); err != nil {
			return w, err
		}
	}
	w.Do = slices.Clone(w.Do)
	for n, act := range w.Do {
		if w.Do[n], err = written(act, StepMax); err != nil {
			return w, err
		}
	}
	return w, nil
}
