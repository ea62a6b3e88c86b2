package room

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// vestby is the acceptance meeting's bag: choice set and how many chose it.
const vestby = `ABF×6 ABD×4 ABC×3 ABE×3 ACD×3 AEF×3 ADE×2 AFG×2 ABG×1 ABH×1 ACE×1 ACG×1 ADF×1 ADG×1 AEG×1 AH×1 BG×1 CFG×1 DEF×1`

func vestbyVote(t *testing.T) (*Vote, []Choice) {
	t.Helper()
	v := &Vote{ID: "v", Method: "approve", K: 3}
	for _, o := range "ABCDEFGH" {
		v.Options = append(v.Options, Option{ID: string(o), Title: string(o)})
	}
	var bag []Choice
	for _, line := range strings.Fields(vestby) {
		set, times, _ := strings.Cut(line, "×")
		for range number(times) {
			bag = append(bag, strings.Split(set, ""))
		}
	}
	return v, bag
}

// TestVestbyIsCountedAsItWas: the numbers, the order, whom it covers, and the
// balanced selection of VESTBY.md.
func TestVestbyIsCountedAsItWas(t *testing.T) {
	v, bag := vestbyVote(t)
	if len(bag) != 37 {
		t.Fatalf("%d ballots", len(bag))
	}
	e := v.tally(bag)
	if want := []int{34, 19, 9, 12, 11, 14, 8, 2}; !reflect.DeepEqual(e.Marks, want) || e.Ballots != 37 {
		t.Errorf("counted %v of %d ballots", e.Marks, e.Ballots)
	}
	if got := v.letters(v.inOrder(e.Marks)); got != "ABFDECGH" {
		t.Errorf("in the order %s", got)
	}
	if e.Cover[0] != 34 || e.Cover[1] != 35 || e.Cover[2] != 37 {
		t.Errorf("A covers %d, A+B %d, A+B+F %d", e.Cover[0], e.Cover[1], e.Cover[2])
	}
	if got := v.letters(e.Balanced[2]); got != "AB" {
		t.Errorf("balanced for three: %s", got)
	}
	if got := v.letters(e.Balanced[4]); got != "ABF" {
		t.Errorf("balanced for five: %s", got)
	}
}

func (v *Vote) letters(order []int) string {
	var b strings.Builder
	for _, n := range order {
		b.WriteString(v.Options[n].ID)
	}
	return b.String()
}

// TestLongEveryMethodAgainstASlowCount counts random bags a second time, by asking
// of every option and every ballot what the ballot gives it.
func TestLongEveryMethodAgainstASlowCount(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	gives := map[string]func(k int, c Choice, o string) (mark, against int){
		"approve": func(_ int, c Choice, o string) (int, int) { return times(c, o), 0 },
		"dots":    func(_ int, c Choice, o string) (int, int) { return times(c, o), 0 },
		"score": func(k int, c Choice, o string) (int, int) {
			for n := 1; n <= k; n++ {
				if times(c, fmt.Sprintf("%s=%d", o, n)) > 0 {
					return n, 0
				}
			}
			return 0, 0
		},
		"yesno": func(_ int, c Choice, o string) (int, int) { return times(c, o+"=ja"), times(c, o+"=nei") },
		"rank": func(k int, c Choice, o string) (int, int) {
			if at := slices.Index(c, o); at >= 0 {
				return k - at, 0
			}
			return 0, 0
		},
	}
	if len(gives) != len(Methods) {
		t.Fatalf("%d methods have a slow count, there are %d", len(gives), len(Methods))
	}
	for method, give := range gives {
		for range 2000 {
			v := randomVote(r, method)
			var bag []Choice
			for range r.IntN(30) {
				c := randomChoice(r, v)
				if err := Methods[method].fair(v, c); err != nil {
					continue // tally must leave it out too; it is not given to it here
				}
				bag = append(bag, c)
			}
			e := v.tally(bag)
			for n := range e.Spread {
				got, want := e.Spread[n], slowSpread(v, bag, v.Options[n].ID)
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("%s: %s is spread %v, slowly %v: %v", method, v.Options[n].ID, got, want, bag)
				}
			}
			if wants := method == "score" || method == "rank"; wants != (len(e.Spread) == len(v.Options)) {
				t.Fatalf("%s: spread %v", method, e.Spread)
			}
			for n, o := range v.Options {
				marks, against := 0, 0
				for _, c := range bag {
					m, a := give(v.K, c, o.ID)
					marks, against = marks+m, against+a
				}
				if e.Marks[n] != marks || mark(e.Against, n) != against {
					t.Fatalf("%s: %s has %d for and %d against, slowly counted %d and %d: %v", method, o.ID, e.Marks[n],
						mark(e.Against, n), marks, against, bag)
				}
			}
		}
	}
}

// slowSpread asks of every place or score how many ballots gave it to an option.
func slowSpread(v *Vote, bag []Choice, o string) []int {
	var spread []int
	for at := range v.K + 1 {
		n := 0
		for _, c := range bag {
			if v.Method == "score" && slices.Contains(c, fmt.Sprintf("%s=%d", o, at)) || v.Method == "rank" && at < len(c) && c[at] == o {
				n++
			}
		}
		if v.Method == "score" || at < v.K {
			spread = append(spread, n)
		}
	}
	return spread
}

// TestHandsCoverNobodyKnown: whom the first ones cover is not said of a vote in
// which hands were raised.
func TestHandsCoverNobodyKnown(t *testing.T) {
	v, bag := vestbyVote(t)
	v.Hands = make([]int, 8)
	if e := v.tally(bag); len(e.Cover) != 8 || len(e.Balanced) != 5 {
		t.Errorf("no hand was raised, and coverage is %v", e.Cover)
	}
	v.Hands[7] = 30
	if e := v.tally(bag); e.Cover != nil || e.Balanced != nil {
		t.Errorf("covers %v, balanced %v", e.Cover, e.Balanced)
	}
}

func times(c Choice, x string) int {
	n := 0
	for _, y := range c {
		if x == y {
			n++
		}
	}
	return n
}

func randomVote(r *rand.Rand, method string) *Vote {
	v := &Vote{ID: "v", Method: method, K: 1 + r.IntN(4)}
	for n := range 4 + r.IntN(OptionsMax-3) {
		v.Options = append(v.Options, Option{ID: fmt.Sprint("o", n)})
	}
	return v
}

func randomChoice(r *rand.Rand, v *Vote) Choice {
	var c Choice
	for range r.IntN(5) {
		x := pick(r, v.Options).ID
		switch v.Method {
		case "score":
			x += fmt.Sprintf("=%d", r.IntN(6))
		case "yesno":
			x += "=" + pick(r, []string{"ja", "nei", "avstar", "kanskje"})
		}
		c = append(c, x)
	}
	return c
}

// TestUnfairChoicesAreRefused: too many, twice, unknown, nonsense, enormous.
func TestUnfairChoicesAreRefused(t *testing.T) {
	v := &Vote{K: 2, Options: []Option{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	for _, c := range []struct {
		method string
		choice Choice
		want   Code
	}{
		{"approve", Choice{"a", "b", "c"}, TooMany}, {"approve", Choice{"a", "a"}, Invalid}, {"approve", Choice{"x"}, Missing},
		{"approve", Choice{"a=ja"}, Invalid}, {"dots", Choice{"a", "a", "a"}, TooMany}, {"dots", Choice{"a=2"}, Missing},
		{"score", Choice{"a=3"}, Invalid}, {"score", Choice{"a=-1"}, Invalid}, {"score", Choice{"a=NaN"}, Invalid},
		{"score", Choice{"a=1", "a=1"}, Invalid}, {"score", Choice{"a=99999999999999999999"}, Invalid}, {"score", Choice{"a=01"}, Invalid},
		{"yesno", Choice{"a=kanskje"}, Invalid}, {"yesno", Choice{"x=ja"}, Missing}, {"rank", Choice{"a", "a"}, Invalid},
	} {
		if err := Methods[c.method].fair(v, c.choice); err != Refuse(c.want) {
			t.Errorf("%s %v: %v, want %s", c.method, c.choice, err, c.want)
		}
	}
}
