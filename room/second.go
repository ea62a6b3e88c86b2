package room

// Second is the language the hall reads beside its own: one line under the
// other, never mixed in one. What we ship has words for it; what the leads have
// written themselves has a second line when somebody types it.
type Second struct {
	Lang   string // empty is none
	Steps  map[string]SecondStep
	Cards  map[string]CardText
	Slides map[string]SecondSlide
}

// SecondStep is a step in the other language, as long as the step still says
// what it was translated from.
type SecondStep struct {
	Of, Asked       string
	Title, Question string
	Scales          []string `json:",omitempty"`
}

// SecondSlide is the same of a slide.
type SecondSlide struct {
	Of   string
	Text SlideText
}

// SetSecond chooses the language; none takes it away. SayAlso gives a proposal
// its title in it.
type SetSecond struct {
	Lang string `json:"lang"`
}
type SayAlso struct {
	Cluster string `json:"cluster"`
	Title   string `json:"title"`
}

// SecondSet carries the words, so that a meeting keeps them when our files
// change.
type SecondSet struct {
	Lang   string                 `json:"lang"`
	Steps  map[string]SecondStep  `json:"steps,omitempty"`
	Cards  map[string]CardText    `json:"cards,omitempty"`
	Slides map[string]SecondSlide `json:"slides,omitempty"`
}

type AlsoSaid struct {
	Cluster string `json:"cluster"`
	Title   string `json:"title"`
}

func (SetSecond) allow() roles { return leads }
func (SayAlso) allow() roles   { return leads }

func (c SetSecond) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case c.Lang == s.Second.Lang:
		return no(Unchanged)
	case s.Meeting.Ended != 0:
		return no(Gone)
	case c.Lang != "" && (!languageCode.MatchString(c.Lang) || c.Lang == s.Meeting.Lang):
		return no(Invalid)
	}
	deck, _ := FindDeck(s.Deck)
	return one(s.inSecond(c.Lang, deck))
}

// inSecond gathers what there is in a language: of the plan and the slides from
// the template they came from, of the cards from their deck.
func (s *State) inSecond(lang string, deck Deck) SecondSet {
	e := SecondSet{Lang: lang}
	if lang == "" {
		return e
	}
	e.Steps, e.Cards, e.Slides = map[string]SecondStep{}, map[string]CardText{}, map[string]SecondSlide{}
	t, _ := FindTemplate(s.Meeting.Template)
	for _, ts := range t.Steps {
		own, other := ts.Words[s.Meeting.Lang], ts.Words[lang]
		if other.Title == "" {
			continue
		}
		e.Steps[ts.ID] = SecondStep{own.Title, s.named(own.Question), other.Title, s.named(other.Question), other.Scales}
		for _, sl := range ts.Slides {
			e.Slides[slideID(ts.ID, sl.ID)] = SecondSlide{sl.Words[s.Meeting.Lang].Title, sl.Words[lang]}
		}
	}
	for _, c := range deck.Cards {
		if w, ok := c.Words[lang]; ok {
			e.Cards[c.ID] = w
		}
	}
	return e
}

func (c SayAlso) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	p := s.Clusters[c.Cluster]
	switch {
	case p == nil:
		return no(Missing)
	case s.Second.Lang == "" || s.Meeting.Ended != 0:
		return no(Closed)
	case s.openVote() != nil:
		return no(VoteOpen)
	}
	title, err := maybe(c.Title, TitleMax)
	if err != nil {
		return Decision{}, err
	}
	if title == s.alsoTitle(p.ID) {
		return no(Unchanged)
	}
	return one(AlsoSaid{c.Cluster, title})
}

func (e SecondSet) apply(s *State, _ Mark, t *Touched) {
	s.Second = Second(e)
	t.only("meeting")
	t.only("step")
	t.again("cards")
	t.again("slides")
	t.again("votes")
	t.again("moods")
}

func (e SecondSet) reverse(s *State) []Event { return []Event{SecondSet(s.Second)} }

// Also is a proposal's title in the second language. It is kept beside the
// proposals, so that no pile that is remembered for undoing holds a copy of it.
type Also struct {
	Title string
	Lines []int64 // records that carry one
}

func (s *State) alsoTitle(cluster string) string {
	if a := s.Also[cluster]; a != nil {
		return a.Title
	}
	return ""
}

// alsoAbout lists the proposals whose second title may tell what an idea said:
// the one it lies in, and the one it was alone.
func (s *State) alsoAbout(idea string) []string {
	ids := []string{"c-" + idea}
	if c := s.clusterOf(idea); c != nil && c.ID != ids[0] {
		ids = append(ids, c.ID)
	}
	return ids
}

// blankAlso is the store's part of taking them out of the story, eraseAlso the
// state's.
func (s *State) blankAlso(idea string) []Effect {
	var fx []Effect
	for _, id := range s.alsoAbout(idea) {
		if a := s.Also[id]; a != nil {
			for _, line := range a.Lines {
				fx = append(fx, reseal(line, AlsoSaid{Cluster: id}))
			}
		}
	}
	return fx
}

func (s *State) eraseAlso(idea string, t *Touched) {
	for _, id := range s.alsoAbout(idea) {
		if a := s.Also[id]; a != nil {
			s.sayAlso(id, "", t)
		}
	}
}

func (e AlsoSaid) apply(s *State, m Mark, t *Touched) {
	if s.Also[e.Cluster] == nil {
		s.Also[e.Cluster] = &Also{}
	}
	s.Also[e.Cluster].Lines = append(s.Also[e.Cluster].Lines, m.Seq)
	s.sayAlso(e.Cluster, e.Title, t)
}

// sayAlso also shows it on the ballots that have the proposal: a vote's own words
// are frozen, their second line is help for whoever reads.
func (s *State) sayAlso(cluster, title string, t *Touched) {
	s.Also[cluster].Title = title
	t.touch("clusters", cluster)
	for id, v := range s.Votes {
		if v.option(cluster) >= 0 {
			for _, kind := range []string{"votes", "results", "unveiled"} {
				t.touch(kind, id)
			}
		}
	}
}

// alsoStep is a step's words in the second language, if they still are.
func (s *State) alsoStep(st Step) (title, question string) {
	w := s.Second.Steps[st.ID]
	if w.Of == st.Title {
		title = w.Title
	}
	if w.Asked == st.Question {
		question = w.Question
	}
	return title, question
}

// alsoScales is what a mood asks in the second language, as long as it is the
// template's own mood.
func (s *State) alsoScales(m *Mood) []string {
	if w := s.Second.Steps[m.Step]; w.Of == m.Title && len(w.Scales) == len(m.Asks) {
		return append([]string{}, w.Scales...)
	}
	return []string{}
}

// alsoSlide is the same of a slide; nil when there is none.
func (s *State) alsoSlide(sl Slide) *SlideText {
	if w, ok := s.Second.Slides[sl.ID]; ok && w.Of == sl.Title {
		return &w.Text
	}
	return nil
}

// alsoCard is a card's front in the second language; nil when there is none.
func (s *State) alsoCard(id string) *CardText {
	if w, ok := s.Second.Cards[id]; ok {
		return &w
	}
	return nil
}
