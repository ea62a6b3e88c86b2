package room

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// SlideKind is what sort of thing a slide is.
type SlideKind string

const (
	TextSlide    SlideKind = "text"
	PromiseSlide SlideKind = "promise" // a text, and who decides and when the answer comes as the meeting says it now
	PictureSlide SlideKind = "picture"
	FigureSlide  SlideKind = "figures"
	FilmSlide    SlideKind = "film" // a file on the machine at the projector; it never comes here
)

// SlideKinds lists them as the panel offers them.
var SlideKinds = []SlideKind{TextSlide, FigureSlide, PictureSlide, FilmSlide, PromiseSlide}

// Limits of a slide: what can be read from the back row.
const (
	SlidesMax  = 120
	LinesMax   = 5
	PromiseMax = 3 // beside who decides and when
	LineMax    = 120
	AltMax     = 280
	FiguresMax = 4
	FileMax    = 120
	NumberMax  = 12 // characters, as it is written
	UnitMax    = 24
	FigureOld  = 2 // years after which whoever leads is told to look for a newer number
)

// Slide is what the hall looks at while somebody speaks. It belongs to a step,
// and the leads may show it at any time. Alt is what a picture or a film shows,
// said in words: without it, it cannot be shown.
type Slide struct {
	ID      string    `json:"id"`
	Step    string    `json:"step"`
	Kind    SlideKind `json:"kind"`
	Title   string    `json:"title,omitempty"`
	Lines   []string  `json:"lines,omitempty"`
	Alt     string    `json:"alt,omitempty"`
	Picture string    `json:"picture,omitempty"`
	Figures []Figure  `json:"figures,omitempty"`
	Film    string    `json:"film,omitempty"` // name of the file
}

// Figure is a number nobody has to take on trust: without year and source it is
// refused.
type Figure struct {
	Label  string `json:"label"`
	Number string `json:"number"`
	Unit   string `json:"unit"`
	Year   string `json:"year"` // 2023, or 2021–2023
	Source string `json:"source"`
}

// SetSlide makes a slide, last in its step, or changes one where it is.
// MoveSlide lays it behind another of the same step, or first. RemoveSlide
// takes it out; its picture stays until the removal cannot be undone.
type SetSlide struct {
	Slide
}
type MoveSlide struct {
	ID    string `json:"id"`
	After string `json:"after"` // empty: first in its step
}
type RemoveSlide struct {
	ID string `json:"id"`
}

// SlideSet puts a slide in a place, counted among all of them. One event for
// making, changing and moving, so that its inverse is the slide as it was.
type SlideSet struct {
	Slide Slide `json:"slide"`
	At    int   `json:"at"`
}

type SlideRemoved struct {
	ID string `json:"id"`
}

func (SetSlide) allow() roles    { return leads }
func (MoveSlide) allow() roles   { return leads }
func (RemoveSlide) allow() roles { return leads }

// slideAt is a slide's place among all of them, -1 if it is not there.
func (s *State) slideAt(id string) int {
	return slices.IndexFunc(s.Slides, func(sl Slide) bool { return sl.ID == id })
}

// slidesOf lists the slides of a step in order.
func (s *State) slidesOf(step string) []string {
	ids := []string{}
	for _, sl := range s.Slides {
		if sl.Step == step {
			ids = append(ids, sl.ID)
		}
	}
	return ids
}

func (c SetSlide) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	at := s.slideAt(c.ID)
	switch {
	case s.Meeting.Ended != 0:
		return no(Gone)
	case at < 0 && len(s.Slides) >= SlidesMax:
		return no(Full)
	case s.Agenda.find(c.Step) < 0:
		return no(Missing)
	case c.Kind == PictureSlide && s.Pictures[c.Picture] == (Picture{}):
		return no(Missing)
	}
	sl, err := c.Slide.check()
	if err != nil {
		return Decision{}, err
	}
	if at >= 0 && same(s.Slides[at], sl) {
		return no(Unchanged)
	}
	if at < 0 {
		at = len(s.Slides)
	}
	return one(SlideSet{sl, at})
}

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

var years = regexp.MustCompile(`^(\d{4})(?:[-–](\d{4}))?$`)

func checkFigures(figures []Figure) ([]Figure, error) {
	switch {
	case len(figures) == 0:
		return nil, Refuse(Empty)
	case len(figures) > FiguresMax:
		return nil, Refuse(Full)
	}
	out := slices.Clone(figures)
	for n := range out {
		f := &out[n]
		for _, part := range []struct {
			text *string
			max  int
		}{{&f.Label, TitleMax}, {&f.Number, NumberMax}, {&f.Unit, UnitMax}, {&f.Year, 9}, {&f.Source, TitleMax}} {
			var err error
			if *part.text, err = written(*part.text, part.max); err != nil {
				return nil, err
			}
		}
		if f.lastYear() == 0 {
			return nil, Refuse(Invalid)
		}
		f.Year = strings.Replace(f.Year, "-", "–", 1)
	}
	return out, nil
}

// lastYear is the last year a figure speaks of, 0 if it cannot be read.
func (f Figure) lastYear() int {
	m := years.FindStringSubmatch(f.Year)
	if m == nil {
		return 0
	}
	last := m[1]
	if m[2] != "" {
		last = m[2]
	}
	n, _ := strconv.Atoi(last)
	return n
}

func (c MoveSlide) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	at := s.slideAt(c.ID)
	if at < 0 || c.After != "" && s.slideAt(c.After) < 0 {
		return no(Missing)
	}
	sl := s.Slides[at]
	rest := slices.Delete(slices.Clone(s.Slides), at, at+1)
	to := slices.IndexFunc(rest, func(o Slide) bool { return o.Step == sl.Step })
	if c.After != "" {
		to = slices.IndexFunc(rest, func(o Slide) bool { return o.ID == c.After && o.Step == sl.Step }) + 1
	}
	switch {
	case to < 0 || c.After != "" && to == 0:
		return no(Invalid)
	case to == at:
		return no(Unchanged)
	}
	return one(SlideSet{sl, to})
}

func (c RemoveSlide) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.slideAt(c.ID) < 0 {
		return no(Missing)
	}
	return one(SlideRemoved(c))
}

func (e SlideSet) apply(s *State, _ Mark, t *Touched) {
	s.Slides = slices.Clone(s.Slides)
	if at := s.slideAt(e.Slide.ID); at >= 0 {
		s.Slides = slices.Delete(s.Slides, at, at+1)
	}
	s.Slides = slices.Insert(s.Slides, min(max(e.At, 0), len(s.Slides)), e.Slide)
	t.touch("slides", e.Slide.ID)
	s.touchSlides(t)
}

func (e SlideSet) reverse(s *State) []Event {
	if at := s.slideAt(e.Slide.ID); at >= 0 {
		return []Event{SlideSet{s.Slides[at], at}}
	}
	return []Event{SlideRemoved{e.Slide.ID}}
}

func (e SlideRemoved) apply(s *State, _ Mark, t *Touched) {
	at := s.slideAt(e.ID)
	if at < 0 {
		return
	}
	s.Slides = slices.Delete(slices.Clone(s.Slides), at, at+1)
	t.touch("slides", e.ID)
	if s.Showing.Slide == e.ID {
		s.showNothing(t)
	}
	s.touchSlides(t)
}

func (e SlideRemoved) reverse(s *State) []Event {
	if at := s.slideAt(e.ID); at >= 0 {
		return []Event{SlideSet{s.Slides[at], at}}
	}
	return nil
}

// touchSlides is for whatever hangs on the order of the slides.
func (s *State) touchSlides(t *Touched) {
	t.only("tray")
	t.only("showing")
	t.only("films")
}

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

// FigureView says of a figure also whether it has grown old.
type FigureView struct {
	Label  string `json:"label"`
	Number string `json:"number"`
	Unit   string `json:"unit"`
	Year   string `json:"year"`
	Source string `json:"source"`
	Old    bool   `json:"old"`
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
