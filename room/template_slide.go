package room

// TemplateSlide is a slide that comes with a step, in every language the step
// speaks. Pictures and films are somebody's own: they cannot be shipped.
type TemplateSlide struct {
	ID    string               `json:"id"`
	Kind  SlideKind            `json:"kind"`
	Words map[string]SlideText `json:"words"` // by language
}

// SlideText is a slide in one language. Numbers are written differently too.
type SlideText struct {
	Title   string   `json:"title"`
	Lines   []string `json:"lines,omitempty"`
	Figures []Figure `json:"figures,omitempty"`
}

// in is the slide as a meeting gets it, in one language.
func (ts TemplateSlide) in(lang, step string) Slide {
	w := ts.Words[lang]
	sl, _ := Slide{ID: slideID(step, ts.ID), Step: step, Kind: ts.Kind, Title: w.Title, Lines: w.Lines, Figures: w.Figures}.check()
	return sl
}

// slideID names a slide after its step too: the same step may be held twice.
func slideID(step, id string) string {
	all := step + "-" + id
	return all[:min(len(all), 40)]
}

func checkSlides(slides []TemplateSlide, step string, languages []string) error {
	seen := map[string]bool{}
	for _, ts := range slides {
		switch {
		case !goodID(ts.ID):
			return Refuse(Invalid)
		case seen[slideID(step, ts.ID)]:
			return Refuse(Taken)
		case ts.Kind != TextSlide && ts.Kind != PromiseSlide && ts.Kind != FigureSlide:
			return Refuse(Invalid)
		}
		seen[slideID(step, ts.ID)] = true
		for _, lang := range languages {
			w, ok := ts.Words[lang]
			if !ok {
				return Refuse(Missing)
			}
			if _, err := (Slide{ID: ts.ID, Kind: ts.Kind, Title: w.Title, Lines: w.Lines, Figures: w.Figures}).check(); err != nil {
				return err
			}
		}
	}
	return nil
}
