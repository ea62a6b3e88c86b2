package room

import (
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
)

const (
	handSize = 3 // cards laid out to choose among
	picksMin = 3 // with two at the table each would know what the other chose
)

// Pick is a table choosing a card in secret: each taps one on their own phone,
// and the table is told which had most and nothing else. What somebody tapped
// lies in the bag where ballots lie, until it is counted; it is in no event,
// no state and no frame, not even as a number.
type Pick struct {
	ID     string // also the name of its bag; the colon keeps it apart from votes
	Group  int
	Hand   []string // the cards to choose among
	Picked map[string]bool
	Closed bool     // being counted
	Tied   []string // counted, and these had equally many
}

// DealHand lays out three cards to choose among, or the whole pile.
type DealHand struct {
	Group int  `json:"group,omitempty"`
	All   bool `json:"all,omitempty"`
}

// PickCard chooses one, or another until the pick is closed.
type PickCard struct {
	Card string `json:"card"`
}

// ClosePick is for when not everybody chooses. CountPick is the house counting.
type ClosePick struct {
	Group int `json:"group,omitempty"`
}
type CountPick struct{ Pick string }

type PickOpened struct {
	ID    string   `json:"id"`
	Group int      `json:"group"`
	Hand  []string `json:"hand"`
}

type CardPicked struct {
	Pick string `json:"pick"`
	Seat string `json:"seat"`
}

type PickClosed struct {
	Pick string `json:"pick"`
}

// PickCounted carries the card that had most, or those that had equally many,
// in the order of the hand. How many is nobody's to know.
type PickCounted struct {
	Pick  string   `json:"pick"`
	Cards []string `json:"cards"`
}

// PickDropped lays the hand back: the table went another way.
type PickDropped struct {
	Pick string `json:"pick"`
}

func (DealHand) allow() roles  { return anyone }
func (PickCard) allow() roles  { return guests }
func (ClosePick) allow() roles { return anyone }
func (CountPick) allow() roles { return house }

// pickAt is the pick that is going on at a table.
func (s *State) pickAt(group int) *Pick {
	for _, p := range s.Picks {
		if p.Group == group {
			return p
		}
	}
	return nil
}

// tied are the cards a table must decide between; none when it need not.
func (s *State) tied(group int) []string {
	if p := s.pickAt(group); p != nil {
		return p.Tied
	}
	return nil
}

// pickers are those at a table who have a phone to choose on.
func (s *State) pickers(group int) []*Seat {
	var xs []*Seat
	for _, x := range s.Seats {
		if group != 0 && x.Group == group && x.votes() && !x.Paper {
			xs = append(xs, x)
		}
	}
	return xs
}

func (c DealHand) decide(s *State, by *Seat, m Moment) (Decision, error) {
	g, err := s.table(by, c.Group)
	switch {
	case !s.phase().draws:
		return no(Closed)
	case err != nil:
		return Decision{}, err
	case s.sharing(g.N):
		return no(OnePhone) // one tap for several would be no fair choice
	case len(s.pickers(g.N)) < picksMin:
		return no(TooFew)
	}
	hand := s.deck().pile()
	if len(hand) < 2 {
		return no(Missing)
	}
	if !c.All {
		taken := s.takenCards()
		r := rand.New(rand.NewPCG(m.Dice, 0x7a9))
		r.Shuffle(len(hand), func(i, j int) { hand[i], hand[j] = hand[j], hand[i] })
		sort.SliceStable(hand, func(i, j int) bool { return taken[hand[i]] < taken[hand[j]] })
		hand = hand[:min(handSize, len(hand))]
	}
	d, err := s.dropPick(g.N)
	if err != nil {
		return Decision{}, err
	}
	d.Events = append(d.Events, PickOpened{"pick:" + itoa(s.Dealt+1), g.N, hand})
	return d, nil
}

func (c PickCard) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	p := s.pickAt(by.Group)
	switch {
	case p == nil || p.Closed || p.Tied != nil || !s.phase().draws:
		return no(Closed)
	case by.Left || by.Paper:
		return no(Forbidden)
	case !slices.Contains(p.Hand, c.Card):
		return no(Missing)
	}
	d := Decision{Events: []Event{CardPicked{p.ID, by.ID}}, Effects: []Effect{PutBallot{p.ID, by.ID, Choice{c.Card}}}}
	all := s.pickers(p.Group)
	waiting := slices.ContainsFunc(all, func(x *Seat) bool { return x != by && !p.Picked[x.ID] })
	if !waiting && len(all) >= picksMin && !p.Picked[by.ID] {
		d.Events = append(d.Events, PickClosed{p.ID})
	}
	return d, nil
}

func (c ClosePick) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	g, err := s.table(by, c.Group)
	if err != nil {
		return Decision{}, err
	}
	p := s.pickAt(g.N)
	switch {
	case p == nil:
		return no(Missing)
	case p.Closed || p.Tied != nil:
		return no(Unchanged)
	case len(p.Picked) < picksMin:
		return no(TooFew)
	}
	return one(PickClosed{p.ID})
}

func (c CountPick) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	p := s.Picks[c.Pick]
	if p == nil || !p.Closed {
		return no(Unchanged)
	}
	id, hand := p.ID, slices.Clone(p.Hand)
	return tallied(id, func(bag []Choice) Event { return PickCounted{id, mostPicked(hand, bag)} }), nil
}

// mostPicked lists the cards of a hand that had most, none if nobody chose.
func mostPicked(hand []string, bag []Choice) []string {
	marks, most := map[string]int{}, 0
	for _, c := range bag {
		if len(c) == 1 && slices.Contains(hand, c[0]) {
			marks[c[0]]++
			most = max(most, marks[c[0]])
		}
	}
	cards := []string{}
	for _, card := range hand {
		if most > 0 && marks[card] == most {
			cards = append(cards, card)
		}
	}
	return cards
}

// dropPick lays back what a table was choosing among, with every choice. What
// is just being counted is waited for.
func (s *State) dropPick(group int) (Decision, error) {
	p := s.pickAt(group)
	switch {
	case p == nil:
		return Decision{}, nil
	case p.Closed:
		return no(Closed)
	}
	return s.dropPicks([]*Pick{p}), nil
}

// dropPicks lays hands back; those being counted are left to be counted.
func (s *State) dropPicks(ps []*Pick) Decision {
	var d Decision
	for _, p := range ps {
		if p.Closed {
			continue
		}
		d.add(Decision{[]Event{PickDropped{p.ID}}, emptied(p.ID, p.Picked)})
	}
	return d
}

// endPicks is the room going on: what enough have chosen counts as it stands, and
// the rest is laid back. With fewer than that the card would say who chose it.
func (s *State) endPicks() Decision {
	var d Decision
	var rest []*Pick
	for _, p := range s.allPicks() {
		if !p.Closed && p.Tied == nil && len(p.Picked) >= picksMin {
			d.Events = append(d.Events, PickClosed{p.ID})
			continue
		}
		rest = append(rest, p)
	}
	laid := s.dropPicks(rest)
	return Decision{append(d.Events, laid.Events...), laid.Effects}
}

// allPicks lists every pick in a fixed order.
func (s *State) allPicks() []*Pick {
	var ps []*Pick
	for _, id := range pickIDs(s) {
		ps = append(ps, s.Picks[id])
	}
	return ps
}

func (e PickOpened) apply(s *State, _ Mark, t *Touched) {
	s.Dealt++
	s.Picks[e.ID] = &Pick{ID: e.ID, Group: e.Group, Hand: e.Hand, Picked: map[string]bool{}}
	t.touch("picks", e.ID)
}

func (e CardPicked) apply(s *State, _ Mark, t *Touched) {
	if p := s.Picks[e.Pick]; p != nil {
		p.Picked[e.Seat] = true
		t.touch("picks", e.Pick)
	}
}

func (e PickClosed) apply(s *State, _ Mark, t *Touched) {
	if p := s.Picks[e.Pick]; p != nil {
		p.Closed = true
		t.touch("picks", e.Pick)
	}
}

func (e PickCounted) apply(s *State, _ Mark, t *Touched) {
	p := s.Picks[e.Pick]
	if p == nil {
		return
	}
	t.touch("picks", e.Pick)
	if len(e.Cards) > 1 {
		p.Closed, p.Tied, p.Picked = false, e.Cards, map[string]bool{}
		return
	}
	delete(s.Picks, e.Pick)
	if g := s.Groups[p.Group]; g != nil && len(e.Cards) == 1 {
		g.Card = e.Cards[0]
		t.touch("groups", itoa(g.N))
	}
}

func (e PickDropped) apply(s *State, _ Mark, t *Touched) {
	delete(s.Picks, e.Pick)
	t.touch("picks", e.Pick)
}

func pickIDs(s *State) []string {
	ids := sorted(s.Picks)
	slices.SortFunc(ids, func(a, b string) int {
		return number(strings.TrimPrefix(a, "pick:")) - number(strings.TrimPrefix(b, "pick:"))
	})
	return ids
}

// Only the table is shown its pick. That one is going on is nobody else's either.
func wherePick(s *State, id string) Layer {
	if p := s.Picks[id]; p != nil {
		return GroupLayer(p.Group)
	}
	return none
}

// PickView is what a table sees of its choosing: among what, and how many have.
type PickView struct {
	ID   string   `json:"id"`
	Hand []string `json:"hand"`
	Cast int      `json:"cast"`
	Of   int      `json:"of"`
	Tied []string `json:"tied"` // none until it is counted
}

func seePick(s *State, id string) PickView {
	p := s.Picks[id]
	return PickView{p.ID, slices.Clone(p.Hand), len(p.Picked), len(s.pickers(p.Group)), append([]string{}, p.Tied...)}
}
