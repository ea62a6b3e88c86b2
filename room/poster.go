package room

import "sort"

// PostersMax is how many one seat can hang up, PostersRoom one meeting, and
// PosterMax how long each may be.
const (
	PostersMax  = 6
	PostersRoom = 2000
	PosterMax   = 140
)

// PosterSorts is what a poster can say: *Vi kan hjelpe med* and *Vi trenger*.
var PosterSorts = []string{"can", "need"}

// Poster is what somebody hangs on the wall when people get to know each other.
// It says which organisation it is from, if any, and never which person.
type Poster struct {
	ID   string
	Seat string // known to the rules, copied out to nobody but its own
	Sort string // a word from PosterSorts
	From string // an organisation or a service; may be empty
	Text string
	Held bool // only the leads see it: not let through yet
	Line int64
}

// HangPoster hangs one up. TakePoster takes one's own down. ReleasePoster lets
// through what waits for the leads, and RedactPoster takes one out of the story
// for good.
type HangPoster struct {
	ID   string `json:"id"`
	Sort string `json:"sort"`
	From string `json:"from"`
	Text string `json:"text"`
}
type TakePoster struct {
	ID string `json:"id"`
}
type ReleasePoster struct {
	ID string `json:"id"`
}
type RedactPoster struct {
	ID string `json:"id"`
}

type PosterHung struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
	Sort string `json:"sort"`
	From string `json:"from,omitempty"`
	Text string `json:"text"`
	Held bool   `json:"held,omitempty"`
}

// PosterTaken is for both ways down: the text goes with it. It says whose it was,
// so that a replay in which the poster is blanked touches the same.
type PosterTaken struct {
	ID   string `json:"id"`
	Seat string `json:"seat,omitempty"`
}

type PosterReleased struct {
	ID string `json:"id"`
}

func (HangPoster) allow() roles    { return guests }
func (TakePoster) allow() roles    { return sitting }
func (ReleasePoster) allow() roles { return leads }
func (RedactPoster) allow() roles  { return carers }

func (c HangPoster) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	was := s.Posters[c.ID]
	switch {
	case !goodID(c.ID) || !has(PosterSorts, c.Sort):
		return no(Invalid)
	case was != nil && was.Seat == by.ID:
		return no(Unchanged)
	case was != nil:
		return no(Taken)
	case !s.phase().meets || s.Meeting.Ended != 0:
		return no(Closed)
	case s.Meeting.Paused:
		return no(Locked)
	case len(s.Posters) >= PostersRoom || len(s.postersOf(by.ID)) >= PostersMax:
		return no(Full)
	}
	e := PosterHung{ID: c.ID, Seat: by.ID, Sort: c.Sort, Held: s.Meeting.Moderate}
	var err error
	if e.Text, err = written(c.Text, PosterMax); err != nil {
		return Decision{}, err
	}
	if e.From, err = maybe(c.From, NameMax); err != nil {
		return Decision{}, err
	}
	return one(e)
}

func (c TakePoster) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	p := s.Posters[c.ID]
	if p == nil || p.Seat != by.ID {
		return no(Missing)
	}
	return p.down(), nil
}

func (c ReleasePoster) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch p := s.Posters[c.ID]; {
	case p == nil:
		return no(Missing)
	case !p.Held:
		return no(Unchanged)
	}
	return one(PosterReleased(c))
}

func (c RedactPoster) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	p := s.Posters[c.ID]
	if p == nil {
		return no(Missing)
	}
	return p.down(), nil
}

// down blanks the record that carried the words, so that they are in no file,
// no export and no replay.
func (p *Poster) down() Decision {
	return Decision{Events: []Event{PosterTaken{p.ID, p.Seat}}, Effects: []Effect{Blank{Seq: p.Line}}}
}

func (e PosterHung) apply(s *State, m Mark, t *Touched) {
	s.Posters[e.ID] = &Poster{e.ID, e.Seat, e.Sort, e.From, e.Text, e.Held, m.Seq}
	t.touch("posters", e.ID)
	t.touch("me", e.Seat)
}

func (e PosterTaken) apply(s *State, _ Mark, t *Touched) {
	delete(s.Posters, e.ID)
	t.touch("me", e.Seat)
	t.touch("posters", e.ID)
}

func (e PosterReleased) apply(s *State, _ Mark, t *Touched) {
	if p := s.Posters[e.ID]; p != nil {
		p.Held = false
	}
	t.touch("posters", e.ID)
}

func (e PosterHung) anonymous(forgotten) Event  { e.Seat = ""; return e }
func (e PosterTaken) anonymous(forgotten) Event { e.Seat = ""; return e }

// postersOf lists what one seat has hung up, in the order of hanging.
func (s *State) postersOf(seat string) []string {
	ids := []string{}
	for id, p := range s.Posters {
		if p.Seat == seat && seat != "" {
			ids = append(ids, id)
		}
	}
	sort.Slice(ids, func(a, b int) bool { return s.Posters[ids[a]].Line < s.Posters[ids[b]].Line })
	return ids
}

func posterIDs(s *State) []string { return sorted(s.Posters) }

func wherePoster(s *State, id string) Layer {
	switch p := s.Posters[id]; {
	case p == nil:
		return none
	case p.Held:
		return Lead
	}
	return All
}

// PosterView is a poster on the wall. It never says who hung it up.
type PosterView struct {
	ID    string `json:"id"`
	Sort  string `json:"sort"`
	From  string `json:"from"`
	Text  string `json:"text"`
	Held  bool   `json:"held"`
	Order int64  `json:"order"`
}

func seePoster(s *State, id string) PosterView {
	p := s.Posters[id]
	return PosterView{p.ID, p.Sort, p.From, p.Text, p.Held, p.Line}
}
