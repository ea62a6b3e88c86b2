package room

import (
	"embed"
	"io/fs"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

//go:embed decks/*.json
var deckFiles embed.FS

// Limits of a deck. One that somebody brings along comes in a single body and
// lies in the room's story for as long as the room does.
const (
	DeckBytes     = 64 << 10
	CardsMax      = 60
	PromptsMax    = 4
	deckLanguages = 8
)

// Deck is a pile of cards to talk from: one data file each. It speaks the
// languages it has a title in, and every card is written in all of them.
type Deck struct {
	ID     string            `json:"id"`
	Title  map[string]string `json:"title"`            // by language
	Status map[string]string `json:"status,omitempty"` // by language, one of the words below
	Cards  []Card            `json:"cards"`
}

// How far the words of a language have come. Nothing that is a draft may be
// called natural where it is shown to whoever chooses a language.
const (
	DeckSource = "kilde"  // written first; the others follow it
	DeckDraft  = "utkast" // written with care, read by no native reader yet
	DeckRead   = "lest"   // read by one
)

// Blue cards open and close an evening; the orange ones are the challenges a
// group draws from.
const (
	BlueCard   = "blue"
	OrangeCard = "orange"
)

// Card is one card. The mark names the picture on its front.
type Card struct {
	ID     string              `json:"id"`
	Colour string              `json:"colour"`
	Mark   string              `json:"mark,omitempty"`
	Words  map[string]CardText `json:"words"` // by language
}

// CardText is a card in one language.
type CardText struct {
	Theme    string   `json:"theme"`
	Title    string   `json:"title"`
	Question string   `json:"question"`
	Prompts  []string `json:"prompts"`
}

// Marks names every theme mark that is drawn, each after the card it was drawn
// for. A card of another deck borrows the one that fits it.
var Marks = []string{
	"K-01", // a hub and those around it
	"K-02", // a row, and the one who is missing
	"K-03", // most of it under water
	"K-04", // papers
	"K-05", // shelves
	"K-06", // a bus at night
	"K-07", // looking among many
	"K-08", // a letter
	"K-09", // an adult and a child at a door
	"K-10", // a house
	"K-11", // shapes and the holes for them
	"K-12", // somebody speaks
	"K-13", // two halves
	"K-14", // what two have in common
	"K-B1", // sunrise
	"K-B2", // steps
	"K-J",  // an empty card
}

// decks holds the decks we ship, by id. Nobody may change them.
var decks = shippedDecks(deckFiles)

// shippedDecks reads our own files. A broken one stops the program before
// anybody has sat down, rather than in the middle of a meeting.
func shippedDecks(files fs.FS) map[string]Deck {
	return shippedFiles(files, "decks", func(raw []byte) (string, Deck, error) {
		d, err := ReadDeck(raw)
		return d.ID, d, err
	})
}

// Decks lists the decks we ship in the order of their ids.
func Decks() []Deck {
	var ds []Deck
	for _, id := range slices.Sorted(maps.Keys(decks)) {
		ds = append(ds, decks[id])
	}
	return ds
}

// FindDeck looks a shipped deck up.
func FindDeck(id string) (Deck, bool) {
	d, ok := decks[id]
	return d, ok
}

// Card looks a card of the deck up.
func (d Deck) Card(id string) (Card, bool) {
	for _, c := range d.Cards {
		if c.ID == id {
			return c, true
		}
	}
	return Card{}, false
}

// Languages lists the languages the deck is written in, in order.
func (d Deck) Languages() []string { return slices.Sorted(maps.Keys(d.Title)) }

// Joker tells the card on which a group writes its own theme.
func (c Card) Joker() bool { return strings.HasSuffix(c.ID, "-J") }

// Draw takes a card off the pile at random. taken says how many times each
// card has been taken; none comes a second time before all have come once, nor
// a third before all have come twice. A group that draws again must have its
// present card counted, or it may get the same one back.
//
// The blue cards are laid out for everybody, and the joker may be played by any
// group at any time, so neither is ever drawn.
func Draw(deck Deck, taken map[string]int, dice uint64) string {
	var left []string
	least := 0
	for _, id := range deck.pile() {
		n := taken[id]
		if len(left) == 0 || n < least {
			left, least = nil, n
		}
		if n == least {
			left = append(left, id)
		}
	}
	if len(left) == 0 {
		return ""
	}
	return left[rand.New(rand.NewPCG(dice, 0xca4d)).IntN(len(left))]
}

// pile lists the ids of the cards that can be drawn.
func (d Deck) pile() []string {
	var ids []string
	for _, c := range d.Cards {
		if c.Colour == OrangeCard && !c.Joker() {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Ids of cards are printed and read aloud; languages are the short codes.
var (
	cardID       = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]{0,10}[A-Za-z0-9])?$`)
	languageCode = regexp.MustCompile(`^[a-z]{2,3}$`)
)

// ReadDeck reads a deck from a file, ours or one somebody brings along. The
// error is always a [Refusal]. A field it does not know is refused too: a
// misspelt "prompts" must not lose them without a word.
func ReadDeck(raw []byte) (Deck, error) {
	if len(raw) > DeckBytes {
		return Deck{}, Refuse(TooLong)
	}
	var d Deck
	if err := readStrictly(raw, &d); err != nil {
		return Deck{}, err
	}
	if err := d.check(); err != nil {
		return Deck{}, err
	}
	return d, nil
}

// check holds a deck to its limits, and cleans its words on the way.
func (d *Deck) check() error {
	switch {
	case !goodID(d.ID):
		return Refuse(Invalid)
	case len(d.Title) == 0 || len(d.Cards) == 0:
		return Refuse(Empty)
	case len(d.Title) > deckLanguages || len(d.Cards) > CardsMax:
		return Refuse(Full)
	}
	languages := d.Languages() // in order, so that the same file is refused for the same reason
	for _, lang := range languages {
		if !languageCode.MatchString(lang) {
			return Refuse(Invalid)
		}
		title, err := written(d.Title[lang], TitleMax)
		if err != nil {
			return err
		}
		d.Title[lang] = title
	}
	for lang, status := range d.Status {
		if d.Title[lang] == "" || !slices.Contains([]string{DeckSource, DeckDraft, DeckRead}, status) {
			return Refuse(Invalid)
		}
	}
	seen := map[string]bool{}
	for _, c := range d.Cards {
		if seen[c.ID] {
			return Refuse(Taken)
		}
		seen[c.ID] = true
		if err := c.check(languages); err != nil {
			return err
		}
	}
	if len(d.pile()) == 0 {
		return Refuse(Empty) // nothing to draw
	}
	return nil
}

func (c Card) check(languages []string) error {
	switch {
	case !cardID.MatchString(c.ID), c.Colour != BlueCard && c.Colour != OrangeCard, c.Mark != "" && !slices.Contains(Marks, c.Mark):
		return Refuse(Invalid)
	case len(c.Words) > len(languages):
		return Refuse(Invalid) // a language the deck has no title in
	}
	for _, lang := range languages {
		w, ok := c.Words[lang]
		if !ok {
			return Refuse(Missing)
		}
		if err := w.check(); err != nil {
			return err
		}
		c.Words[lang] = w
	}
	return nil
}

func (w *CardText) check() (err error) {
	if w.Theme, err = maybe(w.Theme, TitleMax); err != nil {
		return err
	}
	if w.Title, err = written(w.Title, TitleMax); err != nil {
		return err
	}
	if w.Question, err = written(w.Question, IdeaMax); err != nil {
		return err
	}
	if len(w.Prompts) > PromptsMax {
		return Refuse(Full)
	}
	prompts := make([]string, len(w.Prompts)) // never null: a screen walks through them
	for n, p := range w.Prompts {
		if prompts[n], err = written(p, StepMax); err != nil {
			return err
		}
	}
	w.Prompts = prompts
	return nil
}
