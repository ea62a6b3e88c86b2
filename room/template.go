package room

import (
	"embed"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
)

//go:embed templates/*.json
var templateFiles embed.FS

// Template is a meeting ready to run: one data file each.
type Template struct {
	ID    string            `json:"id"`
	Title map[string]string `json:"title"` // by language
	Deck  string            `json:"deck"`  // dealt when the meeting is made; empty is none
	Steps []TemplateStep    `json:"steps"`
}

// TemplateStep is a step with its words in every language the template has.
type TemplateStep struct {
	ID      string              `json:"id"`
	Kind    PhaseKind           `json:"kind"`
	Minutes int                 `json:"minutes"`
	Words   map[string]StepText `json:"words"`
}

// StepText is what a step is called, asks, and tells the facilitator: what to
// say (60 words at most, read aloud as it stands), what to do (three acts at
// most), and what to do if it goes wrong.
type StepText struct {
	Title    string   `json:"title"`
	Question string   `json:"question"`
	Say      string   `json:"say"`
	Do       []string `json:"do"`
	Wrong    string   `json:"wrong"`
}

// templates holds every template by id.
var templates = func() map[string]Template {
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		panic(err)
	}
	m := map[string]Template{}
	for _, f := range files {
		raw, err := templateFiles.ReadFile("templates/" + f.Name())
		if err != nil {
			panic(err)
		}
		var t Template
		if err := json.Unmarshal(raw, &t); err != nil {
			panic(fmt.Sprintf("template %s: %v", f.Name(), err))
		}
		if t.ID != strings.TrimSuffix(f.Name(), ".json") {
			panic("template " + f.Name() + " calls itself " + t.ID)
		}
		m[t.ID] = t
	}
	return m
}()

// Templates lists them in the order of their ids.
func Templates() []Template {
	var ts []Template
	for _, t := range templates {
		ts = append(ts, t)
	}
	sort.Slice(ts, func(a, b int) bool { return ts[a].ID < ts[b].ID })
	return ts
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

// stepsOf copies a template's steps in one language into a meeting, so that
// the meeting keeps its words when the template changes.
func stepsOf(id, lang string) ([]Step, error) {
	t := templateOf(id)
	if t.ID == "" {
		return nil, Refuse(Missing)
	}
	var steps []Step
	for _, ts := range t.Steps {
		w, ok := ts.Words[lang]
		if !ok {
			return nil, Refuse(Invalid)
		}
		steps = append(steps, Step{ID: ts.ID, Kind: ts.Kind, Minutes: ts.Minutes, Title: w.Title, Question: w.Question,
			Say: w.Say, Do: w.Do, Wrong: w.Wrong})
	}
	return steps, nil
}
