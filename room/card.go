package room

import "slices"

// DealtCard is a card of the deck this meeting plays with, copied into its
// story in the meeting's language, so that the meeting keeps its cards when the
// deck changes.
type DealtCard struct {
	ID       string   `json:"id"`
	Colour   string   `json:"colour"`
	Mark     string   `json:"mark,omitempty"`
	Theme    string   `json:"theme,omitempty"`
	Title    string   `json:"title"`
	Question string   `json:"question"`
	Prompts  []string `json:"prompts,omitempty"`
}

// AdoptDeck lays another deck on the tables: one that is shipped, by id, or one
// that somebody brings along. What has been drawn is laid back.
type AdoptDeck struct {
	Deck string `json:"deck,omitempty"`
	File string `json:"file,omitempty"` // a deck as JSON text
}

// DrawCard turns up a card at random for the sender's table; drawing again lays
// the present one back. ChooseCard takes a certain one, the joker too. A lead
// may do either for a table.
type DrawCard struct {
	Group int `json:"group,omitempty"`
}
type ChooseCard struct {
	Card  string `json:"card"`
	Group int    `json:"group,omitempty"`
}

type DeckAdopted struct {
	Deck  string      `json:"deck"`
	Title string      `json:"title"`
	Cards []DealtCard `json:"cards"`
}

type CardTaken struct {
	Group int    `json:"group"`
	Card  string `json:"card"` // empty: laid back
}

func (AdoptDeck) allow() roles  { return leads }
func (DrawCard) allow() roles   { return anyone }
func (ChooseCard) allow() roles { return anyone }

func (c AdoptDeck) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.shared() {
		return no(Closed) // ideas remember the card they came from
	}
	d, ok := FindDeck(c.Deck)
	if c.File != "" {
		var err error
		if d, err = ReadDeck([]byte(c.File)); err != nil {
			return Decision{}, err
		}
	} else if !ok {
		return no(Missing)
	}
	laid := s.dropPicks(s.allPicks())
	laid.Events = append(laid.Events, dealt(d, s.Meeting.Lang))
	if s.Second.Lang != "" {
		laid.Events = append(laid.Events, s.inSecond(s.Second.Lang, d))
	}
	return laid, nil
}

// dealt copies a deck in one language; a deck that lacks it is dealt in
// bokmål, and one that lacks that too in its own first language.
func dealt(d Deck, lang string) DeckAdopted {
	if _, ok := d.Title[lang]; !ok {
		lang = "nb"
	}
	if _, ok := d.Title[lang]; !ok {
		lang = d.Languages()[0]
	}
	e := DeckAdopted{Deck: d.ID, Title: d.Title[lang]}
	for _, c := range d.Cards {
		w := c.Words[lang]
		e.Cards = append(e.Cards, DealtCard{c.ID, c.Colour, c.Mark, w.Theme, w.Title, w.Question, w.Prompts})
	}
	return e
}

// table finds the table a command speaks for: the sender's own, or any for a
// lead. With a scribe at the table it is the scribe who acts.
func (s *State) table(by *Seat, asked int) (*Group, error) {
	n := by.Group
	switch {
	case by.Role.Leads():
		n = asked
	case asked != 0 && asked != n:
		return nil, Refuse(Forbidden)
	case s.hasScribe(n) && !by.Scribe:
		return nil, Refuse(Forbidden)
	}
	if g := s.Groups[n]; g != nil {
		return g, nil
	}
	return nil, Refuse(Missing)
}

// mayDraw tells whether a table may lay a card on the table: in the step for it,
// and later if it came to none.
func (s *State) mayDraw(g *Group) bool {
	return s.phase().draws || g.Card == "" && s.drawsLate()
}

// drawsLate tells whether cards have been drawn and people now write about them.
func (s *State) drawsLate() bool {
	if len(s.CardOrder) == 0 || !s.phase().writes {
		return false
	}
	return slices.ContainsFunc(s.Agenda.Steps[:s.Agenda.Now], func(st Step) bool { return Phases[st.Kind].draws })
}

func (c DrawCard) decide(s *State, by *Seat, m Moment) (Decision, error) {
	g, err := s.table(by, c.Group)
	switch {
	case err != nil:
		return Decision{}, err
	case !s.mayDraw(g) && !by.Role.Leads():
		return no(Closed)
	}
	card := Draw(s.deck(), s.takenCards(), m.Dice)
	if card == "" {
		return no(Missing)
	}
	if card == g.Card {
		return no(Unchanged)
	}
	d, err := s.dropPick(g.N)
	d.Events = append(d.Events, CardTaken{g.N, card})
	return d, err
}

func (c ChooseCard) decide(s *State, by *Seat, _ Moment) (Decision, error) {
	g, err := s.table(by, c.Group)
	_, known := s.Cards[c.Card]
	var tied []string
	if err == nil {
		tied = s.tied(g.N)
	}
	switch {
	case err != nil:
		return Decision{}, err
	case !s.mayDraw(g) && !by.Role.Leads():
		return no(Closed)
	case !known:
		return no(Missing)
	case g.Card == c.Card && tied == nil:
		return no(Unchanged)
	case tied != nil && !slices.Contains(tied, c.Card) && !by.Role.Leads():
		return no(Invalid) // the table has chosen between these
	}
	d, err := s.dropPick(g.N)
	if g.Card != c.Card {
		d.Events = append(d.Events, CardTaken{g.N, c.Card})
	}
	return d, err
}

// deck is the dealt cards as something to draw from.
func (s *State) deck() Deck {
	var d Deck
	for _, id := range s.CardOrder {
		c := s.Cards[id]
		d.Cards = append(d.Cards, Card{ID: c.ID, Colour: c.Colour, Mark: c.Mark})
	}
	return d
}

// takenCards counts how many tables have each card, the present one included:
// a redraw should not turn up the same again.
func (s *State) takenCards() map[string]int {
	taken := map[string]int{}
	for _, g := range s.Groups {
		if g.Card != "" {
			taken[g.Card]++
		}
	}
	return taken
}

func (e DeckAdopted) apply(s *State, _ Mark, t *Touched) {
	for id := range s.Cards {
		t.touch("cards", id)
	}
	s.Deck, s.DeckTitle = e.Deck, e.Title
	s.Cards, s.CardOrder = map[string]DealtCard{}, nil
	s.Second.Cards = nil // of other cards
	for _, c := range e.Cards {
		s.Cards[c.ID] = c
		s.CardOrder = append(s.CardOrder, c.ID)
		t.touch("cards", c.ID)
	}
	for n, g := range s.Groups {
		if g.Card != "" {
			g.Card = ""
			t.touch("groups", itoa(n))
		}
	}
	t.only("deck")
}

func (e CardTaken) apply(s *State, _ Mark, t *Touched) {
	if g := s.Groups[e.Group]; g != nil {
		g.Card = e.Card
		t.touch("groups", itoa(e.Group))
	}
}

func (e CardTaken) reverse(s *State) []Event {
	if g := s.Groups[e.Group]; g != nil {
		return []Event{CardTaken{e.Group, g.Card}}
	}
	return nil
}

func cardIDs(s *State) []string { return sorted(s.Cards) }

func whereCard(s *State, id string) Layer {
	if _, ok := s.Cards[id]; !ok {
		return none
	}
	return All
}

// CardView is a card as everybody may read it.
type CardView struct {
	ID       string   `json:"id"`
	Colour   string   `json:"colour"`
	Mark     string   `json:"mark"`
	Theme    string   `json:"theme"`
	Title    string   `json:"title"`
	Question string   `json:"question"`
	Prompts  []string `json:"prompts"`

	Also   *CardText `json:"also,omitempty"`   // the same in the second language
	Second string    `json:"second,omitempty"` // which
}

func seeCard(s *State, id string) CardView {
	c := s.Cards[id]
	return CardView{c.ID, c.Colour, c.Mark, c.Theme, c.Title, c.Question, append([]string{}, c.Prompts...), s.alsoCard(id), s.Second.Lang}
}

// DeckView says which deck lies on the tables, in the order of its cards.
type DeckView struct {
	Deck  string   `json:"deck"`
	Title string   `json:"title"`
	Cards []string `json:"cards"`
}

func seeDeck(s *State) DeckView {
	return DeckView{s.Deck, s.DeckTitle, append([]string{}, s.CardOrder...)}
}
