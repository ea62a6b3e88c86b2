package room

import (
	"cmp"
	"slices"
)

// Need is what somebody who plans a meeting knows before choosing one.
type Need struct {
	Purpose string // one of [Purposes]
	People  int    // roughly
	Minutes int
}

// Cost is something a proposed meeting has to do without, one word for the
// machine. A word that is new here needs a sentence in every language.
type Cost string

const (
	NoBallot   Cost = "ballot" // it holds no vote
	FewBallots Cost = "few"    // it holds one, but so few would know each other's slips
	SpareTime  Cost = "spare"  // it leaves half the time or more unused
)

// Unfit is why no template suits a need.
type Unfit string

const (
	WrongSize Unfit = "people"
	TooShort  Unfit = "short"
	Endless   Unfit = "long" // nobody meets for so long: a slip of the finger
)

// Proposal is the template that suits a need best, or why none does. A wrong
// meeting is worse than none, so nothing is stretched to fit.
type Proposal struct {
	Template string   `json:"template"` // empty when none suits
	Also     []string `json:"also"`     // written for some people only, and would suit them
	Groups   int      `json:"groups"`
	From     int      `json:"from"` // people at a table
	To       int      `json:"to"`
	Costs    []Cost   `json:"costs"`
	Unfit    Unfit    `json:"unfit,omitempty"`
	Least    int      `json:"least"` // the people or minutes it would take
	Most     int      `json:"most"`
}

// planMinutesMax is longer than any day of meeting.
const planMinutesMax = 12 * 60

// votersMin is how many must vote before nobody can guess a slip: as the
// scripted steps say, six or fewer talk their way to it instead.
const votersMin = 7

// forSome are the decks written for some people only. A meeting with one of
// them is not proposed to a hall we know nothing about when another fits.
var forSome = []string{"frivillighet", "ung"}

// Propose finds the meeting that suits a need among some templates. Of those
// that fit it takes one for everybody before one for some, the longest there
// is time for, and then the one made for the narrowest range of people.
func Propose(among []Template, n Need) (Proposal, error) {
	p := Proposal{Also: []string{}, Costs: []Cost{}}
	if !slices.Contains(Purposes, n.Purpose) {
		return p, Refuse(Invalid)
	}
	meant := those(among, func(t Template) bool { return slices.Contains(t.Purpose, n.Purpose) })
	if len(meant) == 0 {
		return p, Refuse(Missing)
	}
	sized := those(meant, func(t Template) bool { return t.People.Min <= n.People && n.People <= t.People.Max })
	timed := those(sized, func(t Template) bool { return t.Minutes <= n.Minutes })
	switch {
	case len(sized) == 0:
		p.Unfit, p.Least, p.Most = WrongSize, meant[0].People.Min, meant[0].People.Max
		for _, t := range meant {
			p.Least, p.Most = min(p.Least, t.People.Min), max(p.Most, t.People.Max)
		}
		return p, nil
	case n.Minutes > planMinutesMax:
		p.Unfit, p.Most = Endless, planMinutesMax
		return p, nil
	case len(timed) == 0:
		p.Unfit, p.Least = TooShort, slices.MinFunc(sized, shorter).Minutes
		return p, nil
	}
	slices.SortFunc(timed, better)
	best := timed[0]
	p.Template = best.ID
	for _, deck := range forSome {
		if i := slices.IndexFunc(timed, func(t Template) bool { return t.Deck == deck }); i > 0 {
			p.Also = append(p.Also, timed[i].ID)
		}
	}
	p.Groups = tables(n.People, tableSize)
	p.From, p.To = n.People/p.Groups, (n.People+p.Groups-1)/p.Groups
	p.Costs = append(p.Costs, best.costs(n)...)
	return p, nil
}

func those(ts []Template, fit func(Template) bool) []Template {
	return slices.DeleteFunc(slices.Clone(ts), func(t Template) bool { return !fit(t) })
}

func shorter(a, b Template) int { return a.Minutes - b.Minutes }

func better(a, b Template) int {
	return cmp.Or(
		slices.Index(forSome, a.Deck)-slices.Index(forSome, b.Deck), // -1 is for everybody
		b.Minutes-a.Minutes,
		(a.People.Max-a.People.Min)-(b.People.Max-b.People.Min),
		cmp.Compare(a.ID, b.ID),
	)
}

// costs lists what people should know before they choose.
func (t Template) costs(n Need) []Cost {
	var cs []Cost
	switch votes := slices.ContainsFunc(t.Steps, func(s TemplateStep) bool { return s.Kind == Avstemning }); {
	case !votes:
		cs = append(cs, NoBallot)
	case n.People < votersMin:
		cs = append(cs, FewBallots)
	}
	if 2*t.Minutes <= n.Minutes {
		cs = append(cs, SpareTime)
	}
	return cs
}
