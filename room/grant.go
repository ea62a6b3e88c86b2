package room

import "slices"

// GrantMax is how long each part of an application may be.
const GrantMax = 1500

// GrantParts is what any application asks for, beside the activities: the need,
// whom it is for, the aim, with whom, the frame of the budget, and how it goes on
// when the money is used.
var GrantParts = []string{"need", "target", "aim", "partners", "budget", "after"}

// GrantTags are the sorts of activity that money is given for, as the scheme for
// the inclusion of children and young people divides them.
var GrantTags = []string{"kultur-fritid-ferie", "jobb-veiledning", "utstyrssentral", "aktivitetsfond", "aktivitetskort", "aktivitetsguide",
	"aapen-moteplass", "arbeidsmodell", "andre-lokale", "sentralledd", "los"}

// Grant is the ground for an application: what the group has written, and which
// measures are in it, each with the sorts of activity it is.
type Grant struct {
	Parts map[string]string
	Set   map[string]Stamp
	Tags  map[string][]string // by measure
}

// WriteGrant writes one part. TagMeasure puts a measure into the application by
// saying what sort of activity it is; with no tags it is taken out.
type WriteGrant struct {
	Part string `json:"part"`
	Text string `json:"text"`
	Seen int64  `json:"seen"`
}
type TagMeasure struct {
	Measure string   `json:"measure"`
	Tags    []string `json:"tags"`
	Seen    int64    `json:"seen"`
}

type GrantWritten struct {
	Part string `json:"part"`
	Text string `json:"text,omitempty"`
}

type MeasureTagged struct {
	Measure string   `json:"measure"`
	Tags    []string `json:"tags"`
}

func (WriteGrant) allow() roles { return carers }
func (TagMeasure) allow() roles { return carers }

func (c WriteGrant) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	last := s.Grant.Set[c.Part]
	switch {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case !has(GrantParts, c.Part):
		return no(Invalid)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	}
	text, err := maybe(c.Text, GrantMax)
	switch {
	case err != nil:
		return Decision{}, err
	case text == s.Grant.Parts[c.Part]:
		return no(Unchanged)
	}
	d := Decision{Events: []Event{GrantWritten{c.Part, text}}}
	if last.Seq != 0 { // what was written over is in no file any more
		d.Effects = append(d.Effects, reseal(last.Seq, GrantWritten{Part: c.Part}))
	}
	return d, nil
}

func (c TagMeasure) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	if _, _, err := s.caring(c.Measure); err != nil {
		return Decision{}, err
	}
	tags := []string{}
	for _, tag := range GrantTags { // in the order of the table, each once
		if slices.Contains(c.Tags, tag) {
			tags = append(tags, tag)
		}
	}
	last := s.Grant.Set["tags/"+c.Measure]
	switch {
	case len(tags) != len(c.Tags):
		return no(Invalid)
	case last.Seq > c.Seen && last.Seat != by.ID:
		return no(Changed)
	case slices.Equal(tags, s.Grant.Tags[c.Measure]):
		return no(Unchanged)
	}
	return one(MeasureTagged{c.Measure, tags})
}

func (e GrantWritten) apply(s *State, m Mark, t *Touched) {
	s.Grant.Parts[e.Part] = e.Text
	s.Grant.Set[e.Part] = Stamp{m.Seq, m.Seat}
	t.only("grant")
}

func (e MeasureTagged) apply(s *State, m Mark, t *Touched) {
	s.Grant.Tags[e.Measure] = append([]string{}, e.Tags...)
	if len(e.Tags) == 0 {
		delete(s.Grant.Tags, e.Measure)
	}
	s.Grant.Set["tags/"+e.Measure] = Stamp{m.Seq, m.Seat}
	t.only("grant")
}

func (e MeasureTagged) reverse(s *State) []Event {
	return []Event{MeasureTagged{e.Measure, append([]string{}, s.Grant.Tags[e.Measure]...)}}
}

func whereGrant(s *State, _ string) Layer {
	if len(s.Grant.Set) == 0 {
		return none
	}
	return Follow
}

// GrantView is the ground for an application as it stands. Seen holds the
// position at which each part, and `tags/` with a measure, was last written.
type GrantView struct {
	Parts map[string]string   `json:"parts"`
	Tags  map[string][]string `json:"tags"`
	Seen  map[string]int64    `json:"seen"`
}

func seeGrant(s *State, _ string) GrantView {
	v := GrantView{map[string]string{}, map[string][]string{}, map[string]int64{}}
	for part, text := range s.Grant.Parts {
		v.Parts[part] = text
	}
	for id, tags := range s.Grant.Tags {
		v.Tags[id] = append([]string{}, tags...)
	}
	for what, at := range s.Grant.Set {
		v.Seen[what] = at.Seq
	}
	return v
}
