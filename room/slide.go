package room

import "slices"

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
