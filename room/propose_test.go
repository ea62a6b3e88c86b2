package room

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// proposals is what we answer people who plan: each line was talked over, and
// a change here is a change of advice.
var proposals = []struct {
	need   Need
	answer string
}{
	{Need{"ideer", 24, 60}, "enkel-60, 5 groups of 4–5, also [frivillighet-60]"},
	{Need{"ideer", 12, 60}, "kommune-60, 2 groups of 6–6, also [frivillighet-60]"},
	{Need{"ideer", 6, 60}, "kommune-60, 1 groups of 6–6 [few], also [frivillighet-60]"},
	{Need{"ideer", 7, 60}, "kommune-60, 2 groups of 3–4, also [frivillighet-60]"}, // seven is too many for one table
	{Need{"ideer", 4, 90}, "frivillighet-60, 1 groups of 4–4 [few]"},
	{Need{"ideer", 43, 150}, "kommune-150, 9 groups of 4–5"},
	{Need{"ideer", 43, 149}, "enkel-60, 9 groups of 4–5 [spare]"},
	{Need{"ideer", 400, 120}, "enkel-60, 80 groups of 5–5 [spare]"},
	{Need{"ideer", 20, 90}, "enkel-60, 4 groups of 5–5, also [frivillighet-60 ung-90]"},
	{Need{"startskudd", 30, 120}, "kommune-120, 6 groups of 5–5, also [ung-90]"},
	{Need{"startskudd", 18, 60}, "bli-kjent, 4 groups of 4–5 [ballot], also [frivillighet-60]"},
	{Need{"startskudd", 80, 200}, "kommune-180, 16 groups of 5–5"},
	{Need{"sporsmal", 3, 20}, "ett-kort-20, 1 groups of 3–3 [ballot]"},
	{Need{"sporsmal", 10, 45}, "ett-kort-20, 2 groups of 5–5 [ballot spare], also [frivillighet-30]"},
	{Need{"sporsmal", 30, 60}, "enkel-60, 6 groups of 5–5"},

	{Need{"sporsmal", 30, 45}, "no: short, at least 60"},
	{Need{"startskudd", 80, 90}, "no: short, at least 180"},
	{Need{"startskudd", 10, 59}, "no: short, at least 60"},
	{Need{"ideer", 20, 0}, "no: short, at least 60"},
	{Need{"ideer", 20, -5}, "no: short, at least 60"},
	{Need{"ideer", 20, 721}, "no: long, at most 720"},
	{Need{"ideer", 3, 60}, "no: people, 4 to 500"},
	{Need{"startskudd", 101, 240}, "no: people, 4 to 100"},
	{Need{"ideer", 501, 60}, "no: people, 4 to 500"},
	{Need{"ideer", 0, 60}, "no: people, 4 to 500"},
}

func (p Proposal) line() string {
	switch p.Unfit {
	case WrongSize:
		return fmt.Sprintf("no: people, %d to %d", p.Least, p.Most)
	case TooShort:
		return fmt.Sprintf("no: short, at least %d", p.Least)
	case Endless:
		return fmt.Sprintf("no: long, at most %d", p.Most)
	}
	line := fmt.Sprintf("%s, %d groups of %d–%d", p.Template, p.Groups, p.From, p.To)
	if len(p.Costs) > 0 {
		line += fmt.Sprintf(" %v", p.Costs)
	}
	if len(p.Also) > 0 {
		line += fmt.Sprintf(", also %v", p.Also)
	}
	return line
}

func TestPropose(t *testing.T) {
	for _, c := range proposals {
		p, err := Propose(Templates(), c.need)
		if err != nil || p.line() != c.answer {
			t.Errorf("%+v: %s (%v), want %s", c.need, p.line(), err, c.answer)
		}
	}
}

// TestProposeFitsOrSaysWhy goes through every hall and every length there may
// be: what is proposed holds the people and the time, seats them four to six,
// and what is not proposed could not have been.
func TestProposeFitsOrSaysWhy(t *testing.T) {
	ours, proposed := Templates(), map[string]bool{}
	halls := append(upTo(110), 250, 499, 500, 501, SeatsMax, SeatsMax+1)
	lengths := append(upTo(190), 360, 361, planMinutesMax, planMinutesMax+1)
	for _, purpose := range Purposes {
		for _, people := range halls {
			for _, minutes := range lengths {
				n := Need{purpose, people, minutes}
				p, err := Propose(ours, n)
				if err != nil {
					t.Fatalf("%+v: %v", n, err)
				}
				if p.Template == "" {
					p.mayRefuse(t, ours, n)
					continue
				}
				proposed[p.Template] = true
				for _, id := range append([]string{p.Template}, p.Also...) {
					proposed[id] = true
					if tpl, _ := FindTemplate(id); !suits(tpl, n) || minutes > planMinutesMax {
						t.Fatalf("%+v: %s does not suit", n, id)
					}
				}
				if p.Unfit != "" || p.From*p.Groups > people || p.To*p.Groups < people || p.To-p.From > 1 {
					t.Fatalf("%+v: %+v", n, p)
				}
				// Three make a meeting of their own, and seven are four and three.
				if p.To > 6 || p.From < 4 && people > 3 && people != 7 {
					t.Fatalf("%+v: tables of %d to %d", n, p.From, p.To)
				}
			}
		}
	}
	for _, tpl := range Templates() {
		if proposed[tpl.ID] != (len(tpl.Purpose) > 0) {
			t.Errorf("%s: proposed %v, for %v", tpl.ID, proposed[tpl.ID], tpl.Purpose)
		}
	}
}

// upTo counts from one below nothing: past every border of every template.
func upTo(most int) []int {
	var ns []int
	for n := -1; n <= most; n++ {
		ns = append(ns, n)
	}
	return ns
}

func suits(t Template, n Need) bool {
	return slices.Contains(t.Purpose, n.Purpose) && t.People.Min <= n.People && n.People <= t.People.Max && t.Minutes <= n.Minutes
}

// mayRefuse holds a no to its reason: what it asks for would have helped.
func (p Proposal) mayRefuse(t *testing.T, ours []Template, n Need) {
	t.Helper()
	better := n
	switch p.Unfit {
	case WrongSize:
		if p.Least <= n.People && n.People <= p.Most {
			t.Fatalf("%+v: %s", n, p.line())
		}
		better.People = min(max(n.People, p.Least), p.Most)
		better.Minutes = planMinutesMax
	case TooShort:
		better.Minutes = p.Least
	case Endless:
		better.Minutes = p.Most
	default:
		t.Fatalf("%+v: neither a template nor a reason", n)
	}
	can := func(n Need) bool { return slices.ContainsFunc(ours, func(t Template) bool { return suits(t, n) }) }
	if p.Unfit != Endless && can(n) || !can(better) {
		t.Fatalf("%+v: %s", n, p.line())
	}
}

func TestProposeNeedsAPurpose(t *testing.T) {
	if _, err := Propose(Templates(), Need{"fest", 20, 60}); !reflect.DeepEqual(err, Refuse(Invalid)) {
		t.Errorf("a purpose nobody has: %v", err)
	}
	if _, err := Propose(nil, Need{"ideer", 20, 60}); !reflect.DeepEqual(err, Refuse(Missing)) {
		t.Errorf("no templates to choose from: %v", err)
	}
}
