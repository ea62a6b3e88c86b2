package room

// MeasureKinds is what a measure can be: something done once, a routine that is
// taken into use in one place after the other, a scheme, an agreement, a
// declaration that somebody says yes to.
var MeasureKinds = []string{"tiltak", "rutine", "ordning", "avtale", "erklaering"}

// field is one thing written about a measure: where it is kept and how much of
// it there may be.
type field struct {
	max  int
	at   func(m *Measure, c *Care) *string
	fits func(text string) error // beyond length; nil is anything
	must bool
}

// fields is all that can be written about a measure in the year after.
var fields = map[string]field{
	"title":       {max: TitleMax, must: true, at: func(m *Measure, _ *Care) *string { return &m.Title }},
	"responsible": {max: NameMax, at: func(m *Measure, _ *Care) *string { return &m.Responsible }},
	"first":       {max: StepMax, at: func(m *Measure, _ *Care) *string { return &m.First }},
	"due":         {max: NameMax, at: func(m *Measure, _ *Care) *string { return &m.Due }, fits: goodDate},
	"kind":        {max: NameMax, must: true, at: func(_ *Measure, c *Care) *string { return &c.Kind }, fits: goodKind},
	"deputy":      {max: NameMax, at: func(_ *Measure, c *Care) *string { return &c.Deputy }},
	"lasts":       {max: NameMax, at: func(_ *Measure, c *Care) *string { return &c.Lasts }},
	"after":       {max: IdeaMax, at: func(_ *Measure, c *Care) *string { return &c.After }},
	"youth":       {max: IdeaMax, at: func(_ *Measure, c *Care) *string { return &c.Youth }},
	"sign":        {max: IdeaMax, at: func(_ *Measure, c *Care) *string { return &c.Sign }},
}

// MeasureFields lists the names of the fields.
func MeasureFields() []string { return sorted(fields) }

func goodKind(kind string) error {
	if !has(MeasureKinds, kind) {
		return Refuse(Invalid)
	}
	return nil
}

// EditMeasure writes one field. Seen is the position at which the sender saw it
// last written; if somebody else has written it since, it is refused as changed
// and the sender can be shown both texts.
type EditMeasure struct {
	ID    string `json:"id"`
	Field string `json:"field"`
	Text  string `json:"text"`
	Seen  int64  `json:"seen"`
}

type MeasureEdited struct {
	ID    string `json:"id"`
	Field string `json:"field"`
	Text  string `json:"text"`
}

func (EditMeasure) allow() roles { return tenders }

func (c EditMeasure) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	m, care, err := s.caring(c.ID)
	if err != nil {
		return Decision{}, err
	}
	f, known := fields[c.Field]
	switch {
	case !known:
		return no(Invalid)
	case care.overtaken(c.Field, c.Seen, by):
		return no(Changed)
	}
	text, err := maybe(c.Text, f.max)
	switch {
	case err != nil:
		return Decision{}, err
	case f.must && text == "":
		return no(Empty)
	case text == *f.at(m, care):
		return no(Unchanged)
	}
	if f.fits != nil {
		if err := f.fits(text); err != nil {
			return Decision{}, err
		}
	}
	return one(MeasureEdited{c.ID, c.Field, text})
}

func (e MeasureEdited) apply(s *State, m Mark, t *Touched) {
	measure, c := s.Measures[e.ID], s.Cares[e.ID]
	f, known := fields[e.Field]
	if measure == nil || c == nil || !known {
		return
	}
	s.noteField(e.ID, e.Field, e.Text, m, t)
	*f.at(measure, c) = e.Text
	c.stamp(e.Field, m)
	switch e.Field {
	case "title":
		measure.Named = true
	case "lasts", "after": // a reminder that is still true is raised again
		s.finish("ends", e.ID, m, t)
	case "responsible":
		s.withdraw(c.Tap)
		c.Tap = "" // a link answers for whoever was responsible
		s.unreach(MailMeasure, e.ID, t)
		if e.Text != "" {
			measure.FollowUp = false
		}
	}
	s.touchCare(e.ID, t)
}

// reverse knows no way back to a title that was copied from an idea: the copy
// would outlive the idea if that is redacted.
func (e MeasureEdited) reverse(s *State) []Event {
	m, c := s.Measures[e.ID], s.Cares[e.ID]
	f, known := fields[e.Field]
	if m == nil || c == nil || !known || e.Field == "title" && !m.Named {
		return nil
	}
	return []Event{MeasureEdited{e.ID, e.Field, *f.at(m, c)}}
}
