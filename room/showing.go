package room

import "slices"

// Showing is what is on the board in place of the step's own picture: a slide,
// one proposal that is talked about, or how the ideas became proposals. It is
// gone when the step is, and while a vote is open.
type Showing struct {
	What    string // empty: the step's own picture
	Cluster string // the proposal that is talked about
	Slide   string
	Playing bool // a film is to run
}

const (
	showsCluster = "cluster"
	showsFlow    = "flow"
	showsSlide   = "slide"
)

// ShowOnBoard puts something on the board; nothing takes it away again.
type ShowOnBoard struct {
	What    string `json:"what"`
	Cluster string `json:"cluster,omitempty"`
	Slide   string `json:"slide,omitempty"`
}

// PlayFilm starts the film on the board, and stops it.
type PlayFilm struct {
	Slide string `json:"slide"`
	On    bool   `json:"on"`
}

type BoardShown struct {
	What    string `json:"what"`
	Cluster string `json:"cluster,omitempty"`
	Slide   string `json:"slide,omitempty"`
}

type FilmPlayed struct {
	Slide string `json:"slide"`
	On    bool   `json:"on,omitempty"`
}

func (ShowOnBoard) allow() roles { return leads }
func (PlayFilm) allow() roles    { return leads }

func (c ShowOnBoard) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	wanted := Showing{What: c.What, Cluster: c.Cluster, Slide: c.Slide, Playing: s.Showing.Playing}
	switch {
	case s.openVote() != nil:
		return no(VoteOpen)
	case !slices.Contains([]string{"", showsCluster, showsFlow, showsSlide}, c.What),
		(c.What == showsCluster) != (c.Cluster != ""), (c.What == showsSlide) != (c.Slide != ""):
		return no(Invalid)
	case c.What == showsCluster && s.Clusters[c.Cluster] == nil, c.What == showsFlow && len(s.Clusters) == 0,
		c.What == showsSlide && s.slideAt(c.Slide) < 0:
		return no(Missing)
	case s.Showing == wanted:
		return no(Unchanged)
	}
	return one(BoardShown(c))
}

func (c PlayFilm) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	at := s.slideAt(c.Slide)
	switch {
	case at < 0 || s.Slides[at].Kind != FilmSlide:
		return no(Missing)
	case s.Showing.Slide != c.Slide:
		return no(Closed)
	case s.Showing.Playing == c.On:
		return no(Unchanged)
	}
	return one(FilmPlayed(c))
}

func (e BoardShown) apply(s *State, _ Mark, t *Touched) {
	s.show(Showing{What: e.What, Cluster: e.Cluster, Slide: e.Slide}, t)
}

func (e FilmPlayed) apply(s *State, _ Mark, t *Touched) {
	if s.Showing.Slide == e.Slide {
		s.Showing.Playing = e.On
		t.only("showing")
	}
}

// show puts something on the board. A slide of this step is also where *next*
// goes on from.
func (s *State) show(now Showing, t *Touched) {
	for _, id := range []string{s.Showing.Slide, now.Slide} {
		if id != "" {
			t.touch("slides", id)
		}
	}
	s.Showing = now
	if slices.Contains(s.slidesOf(s.Agenda.stepID()), now.Slide) {
		s.Agenda.Slide = now.Slide
	}
	t.only("showing")
}

// showNothing gives the board back to the step.
func (s *State) showNothing(t *Touched) {
	if s.Showing != (Showing{}) {
		s.show(Showing{}, t)
	}
}

// slidesNow is the slides of the step the room is in, and which of them has
// been up last; -1 is none.
func (s *State) slidesNow() (ids []string, at int) {
	ids = s.slidesOf(s.Agenda.stepID())
	return ids, slices.Index(ids, s.Agenda.Slide)
}

// ShowingView is what is on the board besides the step's own picture, so that
// a phone can say which proposal the hall is talking about.
type ShowingView struct {
	What    string `json:"what"`    // empty, cluster, flow or slide
	Cluster string `json:"cluster"` // a proposal that is there now
	Slide   string `json:"slide"`
	Playing bool   `json:"playing"`
	N       int    `json:"n"`  // how far the slides of this step have come; 0 is before the first
	Of      int    `json:"of"` // how many it has
	At      string `json:"at"` // where within the step: to be sent with *next* and *back*
}

// A proposal that has been laid in another is talked about there.
func seeShowing(s *State) ShowingView {
	ids, at := s.slidesNow()
	v := ShowingView{N: at + 1, Of: len(ids), At: s.within()}
	if s.Showing.What == showsCluster && s.Clusters[s.Showing.Cluster] == nil {
		return v
	}
	v.What, v.Cluster, v.Slide, v.Playing = s.Showing.What, s.Showing.Cluster, s.Showing.Slide, s.Showing.Playing
	return v
}

// within is where in its step the room is, in a word of our own: the slide, or
// how much of a result has been shown. Two presses that saw the same move once.
func (s *State) within() string {
	if v := s.unveiling(); v != nil {
		return "n" + itoa(v.Unveiled)
	}
	if _, at := s.slidesNow(); at >= 0 {
		return s.Agenda.Slide
	}
	return ""
}
