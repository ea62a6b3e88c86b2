package room

import "slices"

func same(a, b Slide) bool {
	return slices.Equal(a.Lines, b.Lines) && slices.Equal(a.Figures, b.Figures) && a.ID == b.ID && a.Step == b.Step && a.Kind == b.Kind &&
		a.Title == b.Title && a.Alt == b.Alt && a.Picture == b.Picture && a.Film == b.Film
}

// check cleans a slide and holds it to what its kind must have. What belongs to
// another kind is dropped.
func (sl Slide) check() (Slide, error) {
	if !goodID(sl.ID) || !slices.Contains(SlideKinds, sl.Kind) {
		return sl, Refuse(Invalid)
	}
	out := Slide{ID: sl.ID, Step: sl.Step, Kind: sl.Kind}
	title := written
	if sl.Kind == PictureSlide {
		title = maybe // a picture may speak for itself, to those who see it
	}
	var err error
	if out.Title, err = title(sl.Title, TitleMax); err != nil {
		return sl, err
	}
	switch sl.Kind {
	case TextSlide, PromiseSlide:
		out.Lines, err = checkLines(sl.Lines, sl.Kind)
	case FigureSlide:
		out.Figures, err = checkFigures(sl.Figures)
	case PictureSlide:
		out.Picture = sl.Picture
		out.Alt, err = written(sl.Alt, AltMax)
	case FilmSlide:
		if out.Alt, err = written(sl.Alt, AltMax); err == nil {
			out.Film, err = written(sl.Film, FileMax)
		}
	}
	return out, err
}

func checkLines(lines []string, kind SlideKind) ([]string, error) {
	var out []string
	for _, l := range lines {
		l, err := maybe(l, LineMax)
		if err != nil {
			return nil, err
		}
		if l != "" {
			out = append(out, l)
		}
	}
	if len(out) > LinesMax || kind == PromiseSlide && len(out) > PromiseMax {
		return nil, Refuse(Full)
	}
	return out, nil
}
