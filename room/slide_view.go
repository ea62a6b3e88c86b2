package room

import "time"

func slideIDs(s *State) []string {
	ids := []string{}
	for _, sl := range s.Slides {
		ids = append(ids, sl.ID)
	}
	return ids
}

// whereSlide keeps a slide with the leads until it is on the board; then it is
// everybody's, so that a phone can say what the hall is looking at.
func whereSlide(s *State, id string) Layer {
	switch {
	case s.slideAt(id) < 0:
		return none
	case s.Showing.What == showsSlide && s.Showing.Slide == id:
		return All
	}
	return Lead
}

// SlideView is a slide as it is shown.
type SlideView struct {
	ID      string       `json:"id"`
	Step    string       `json:"step"`
	Kind    SlideKind    `json:"kind"`
	Title   string       `json:"title"`
	Lines   []string     `json:"lines"`
	Alt     string       `json:"alt"`
	Picture string       `json:"picture"` // empty: none, or it is gone
	Wide    int          `json:"wide"`    // pixels
	High    int          `json:"high"`
	Figures []FigureView `json:"figures"`
	Film    string       `json:"film"`
	Also    *SlideText   `json:"also,omitempty"` // the same in the second language
}

func seeSlide(s *State, id string) SlideView {
	sl := s.Slides[s.slideAt(id)]
	v := SlideView{ID: sl.ID, Step: sl.Step, Kind: sl.Kind, Title: sl.Title, Lines: append([]string{}, sl.Lines...), Alt: sl.Alt,
		Film: sl.Film, Figures: []FigureView{}, Also: s.alsoSlide(sl)}
	if p, ok := s.Pictures[sl.Picture]; ok {
		v.Picture, v.Wide, v.High = sl.Picture, p.Wide, p.High
	}
	year := time.UnixMilli(s.At).UTC().Year()
	for _, f := range sl.Figures {
		v.Figures = append(v.Figures, FigureView{f.Label, f.Number, f.Unit, f.Year, f.Source, year-f.lastYear() > FigureOld})
	}
	return v
}

// TrayView is the order of the slides, for whoever leads: as they lie in the tray
// of a projector.
type TrayView struct {
	Slides []string `json:"slides"`
}

func seeTray(s *State) TrayView { return TrayView{slideIDs(s)} }

// FilmsView is which files the machine at the projector will be asked for, so
// that they can be chosen before anybody has come.
type FilmsView struct {
	Films []FilmView `json:"films"`
}

type FilmView struct {
	Slide string `json:"slide"`
	Title string `json:"title"`
	Film  string `json:"film"`
}

func seeFilms(s *State) FilmsView {
	v := FilmsView{[]FilmView{}}
	for _, sl := range s.Slides {
		if sl.Kind == FilmSlide {
			v.Films = append(v.Films, FilmView{sl.ID, sl.Title, sl.Film})
		}
	}
	return v
}
