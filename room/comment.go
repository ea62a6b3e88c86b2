package room

// CommentMax is how long a comment can be, CommentsMax how many a meeting holds.
const (
	CommentMax  = 600
	CommentsMax = 2000
)

// Comment is what somebody in the follow-up group wrote beside a measure.
type Comment struct {
	ID, Measure, Text string
	By                Voice
	At, Line          int64
	Redacted          bool
}

// WriteComment adds one; RedactComment takes its text out of the story for good.
type WriteComment struct {
	ID      string `json:"id"`
	Measure string `json:"measure"`
	Text    string `json:"text"`
}
type RedactComment struct {
	ID string `json:"id"`
}

type CommentWritten struct {
	ID      string `json:"id"`
	Measure string `json:"measure"`
	Text    string `json:"text,omitempty"`
	By      Voice  `json:"by"`
}

type CommentRedacted struct {
	ID string `json:"id"`
}

func (WriteComment) allow() roles  { return tenders }
func (RedactComment) allow() roles { return carers }

func (c WriteComment) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	if _, _, err := s.caring(c.Measure); err != nil {
		return Decision{}, err
	}
	switch {
	case !goodID(c.ID):
		return no(Invalid)
	case s.Comments[c.ID] != nil:
		return no(Unchanged)
	case len(s.Comments) >= CommentsMax:
		return no(Full)
	}
	text, err := written(c.Text, CommentMax)
	if err != nil {
		return Decision{}, err
	}
	return one(CommentWritten{c.ID, c.Measure, text, s.voice(by)})
}

func (c RedactComment) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	was := s.Comments[c.ID]
	switch {
	case was == nil:
		return no(Missing)
	case was.Redacted:
		return no(Unchanged)
	}
	return Decision{Events: []Event{CommentRedacted(c)},
		Effects: []Effect{reseal(was.Line, CommentWritten{ID: was.ID, Measure: was.Measure, By: was.By})}}, nil
}

func (e CommentWritten) apply(s *State, m Mark, t *Touched) {
	s.Comments[e.ID] = &Comment{ID: e.ID, Measure: e.Measure, Text: e.Text, By: e.By, At: m.At, Line: m.Seq}
	t.touch("comments", e.ID)
}

func (e CommentRedacted) apply(s *State, _ Mark, t *Touched) {
	if c := s.Comments[e.ID]; c != nil {
		c.Text, c.Redacted = "", true
		t.touch("comments", e.ID)
	}
}

func commentIDs(s *State) []string { return sorted(s.Comments) }

func whereComment(s *State, id string) Layer {
	if s.Comments[id] == nil {
		return none
	}
	return s.careLayer(s.Comments[id].Measure)
}

// CommentView is a comment as the follow-up group sees it.
type CommentView struct {
	ID       string `json:"id"`
	Measure  string `json:"measure"`
	Text     string `json:"text"`
	By       Voice  `json:"by"`
	At       int64  `json:"at"`
	Redacted bool   `json:"redacted"`
}

func seeComment(s *State, id string) CommentView {
	c := s.Comments[id]
	return CommentView{c.ID, c.Measure, c.Text, c.By, c.At, c.Redacted}
}
