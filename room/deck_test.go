package room

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// deckShape says what every deck must hold: the letter of its ids, how many
// orange cards beside the joker, and its languages.
var deckShape = map[string]struct {
	letter    string
	orange    int
	languages []string
}{
	"kommune":      {"K", 16, []string{"en", "nb", "nn", "sv"}},
	"frivillighet": {"F", 12, []string{"en", "nb", "nn", "sv"}},
	"ung":          {"U", 10, []string{"en", "nb", "nn", "sv"}},
}

// TestDecks: ids are unique and run without a hole, every deck has two blue
// cards and a joker, every language it claims is complete, and what is not yet
// read by a native reader says so.
func TestDecks(t *testing.T) {
	if len(Decks()) != len(deckShape) {
		t.Fatalf("%d decks", len(Decks()))
	}
	for _, d := range Decks() {
		want := deckShape[d.ID]
		if !reflect.DeepEqual(d.Languages(), want.languages) {
			t.Errorf("%s is written in %v", d.ID, d.Languages())
		}
		var ids []string
		for _, c := range d.Cards {
			ids = append(ids, c.ID)
			blue := strings.HasPrefix(c.ID, want.letter+"-B")
			if blue != (c.Colour == BlueCard) || c.Mark == "" {
				t.Errorf("%s is %s with the mark %q", c.ID, c.Colour, c.Mark)
			}
		}
		in := []string{want.letter + "-B1", want.letter + "-B2"}
		for n := 1; n <= want.orange; n++ {
			in = append(in, fmt.Sprintf("%s-%02d", want.letter, n))
		}
		if in = append(in, want.letter+"-J"); !reflect.DeepEqual(ids, in) {
			t.Errorf("%s holds %v, want %v", d.ID, ids, in)
		}
		for _, lang := range want.languages {
			status := DeckDraft
			if lang == "nb" {
				status = DeckSource
			}
			if d.Status[lang] != status {
				t.Errorf("%s says that %s is %q", d.ID, lang, d.Status[lang])
			}
		}
	}
}

// promptCount is of the cards that have not three.
var promptCount = map[string]int{
	"K-J": 0, "F-J": 0, "U-J": 0, // the group's own
	"K-B2": 4, // choose one to three
	"K-01": 4, // who hears of it first
	"U-B1": 4, // or something else
}

// TestCardsAreWritten: a theme, a title that fits a ballot, a question that
// asks, and the prompts, alike in every language.
func TestCardsAreWritten(t *testing.T) {
	for _, d := range Decks() {
		raw, err := deckFiles.ReadFile("decks/" + d.ID + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var written Deck
		if err := json.Unmarshal(raw, &written); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(written, d) {
			t.Errorf("%s changed when its words were cleaned", d.ID)
		}
		for _, c := range d.Cards {
			for lang, w := range c.Words {
				want, ok := promptCount[c.ID]
				if !ok {
					want = 3
				}
				if w.Theme == "" || !strings.HasSuffix(w.Question, "?") || len(w.Prompts) != want {
					t.Errorf("%s/%s: theme %q, question %q, %d prompts", c.ID, lang, w.Theme, w.Question, len(w.Prompts))
				}
				for _, p := range w.Prompts {
					if !strings.HasSuffix(p, ".") && !strings.HasSuffix(p, "?") {
						t.Errorf("%s/%s: %q has no end", c.ID, lang, p)
					}
				}
			}
		}
	}
}

// TestDrawGivesEveryCardBeforeAnyAgain draws many evenings to the bottom of the
// pile and on: after each round through it every card has been out equally
// often, blue cards and the joker never, and the same dice give the same card.
func TestDrawGivesEveryCardBeforeAnyAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for evening := range 150 {
		d := Decks()[evening%len(Decks())]
		taken := map[string]int{"X-99": 7} // a card of another deck
		pile := deckShape[d.ID].orange
		for n := range 3*pile + r.IntN(pile) {
			dice := r.Uint64()
			id := Draw(d, taken, dice)
			if again := Draw(d, taken, dice); again != id {
				t.Fatalf("the same dice gave %s and %s", id, again)
			}
			c, ok := d.Card(id)
			if !ok || c.Colour != OrangeCard || c.Joker() {
				t.Fatalf("%s: drew %q", d.ID, id)
			}
			if taken[id] != n/pile {
				t.Fatalf("%s: draw %d gave %s, which had been taken %d times", d.ID, n+1, id, taken[id])
			}
			taken[id]++
		}
	}
}

// TestDrawIsFair: from a whole pile every card comes about equally often.
func TestDrawIsFair(t *testing.T) {
	d, _ := FindDeck("kommune")
	const draws = 16_000 // a thousand of each
	came := map[string]int{}
	for dice := range uint64(draws) {
		came[Draw(d, nil, dice)]++
	}
	for _, id := range d.pile() {
		if n := came[id]; n < 850 || n > 1150 { // five times the usual spread
			t.Errorf("%s came %d times of %d", id, n, draws)
		}
	}
	if id := Draw(Deck{}, nil, 1); id != "" {
		t.Errorf("drew %q from nothing", id)
	}
}

// broughtDeck is a small deck that somebody brings along.
func broughtDeck(cards int) Deck {
	d := Deck{ID: "bygda", Title: map[string]string{"nb": "Bygda vår"}}
	for n := range cards {
		d.Cards = append(d.Cards, Card{ID: fmt.Sprint("B-", n), Colour: OrangeCard, Words: map[string]CardText{
			"nb": {Title: "Veien", Question: "Hva mangler?", Prompts: []string{}}}})
	}
	return d
}

// firstCard changes the words of the first card.
func firstCard(d Deck, change func(*CardText)) {
	w := d.Cards[0].Words["nb"]
	change(&w)
	d.Cards[0].Words["nb"] = w
}

func TestReadDeck(t *testing.T) {
	long := func(n int) string { return strings.Repeat("å", n) }
	for name, c := range map[string]struct {
		change func(*Deck)
		want   error
	}{
		"a small one":         {func(d *Deck) {}, nil},
		"as many cards as go": {func(d *Deck) { *d = broughtDeck(CardsMax) }, nil},
		"one card too many":   {func(d *Deck) { *d = broughtDeck(CardsMax + 1) }, Refuse(Full)},
		"no cards":            {func(d *Deck) { d.Cards = nil }, Refuse(Empty)},
		"nothing to draw":     {func(d *Deck) { d.Cards = d.Cards[:1]; d.Cards[0].Colour = BlueCard }, Refuse(Empty)},
		"only a joker":        {func(d *Deck) { d.Cards = d.Cards[:1]; d.Cards[0].ID = "B-J" }, Refuse(Empty)},
		"no language":         {func(d *Deck) { d.Title = nil }, Refuse(Empty)},
		"no title":            {func(d *Deck) { d.Title["nb"] = " \u200b" }, Refuse(Empty)},
		"a long title":        {func(d *Deck) { d.Title["nb"] = long(TitleMax + 1) }, Refuse(TooLong)},
		"a wild id":           {func(d *Deck) { d.ID = "../bygda" }, Refuse(Invalid)},
		"a wild language":     {func(d *Deck) { d.Title["__proto__"] = "x" }, Refuse(Invalid)},
		"too many languages": {func(d *Deck) {
			for n := range deckLanguages {
				d.Title["a"+string(rune('a'+n))] = "x"
			}
		}, Refuse(Full)},
		"a language unwritten":  {func(d *Deck) { d.Title["se"] = "Gilli" }, Refuse(Missing)},
		"a language undeclared": {func(d *Deck) { d.Cards[0].Words["se"] = CardText{Title: "x", Question: "y?"} }, Refuse(Invalid)},
		"a status":              {func(d *Deck) { d.Status = map[string]string{"nb": DeckRead} }, nil},
		"an unknown status":     {func(d *Deck) { d.Status = map[string]string{"nb": "fin"} }, Refuse(Invalid)},
		"a status of nothing":   {func(d *Deck) { d.Status = map[string]string{"se": DeckRead} }, Refuse(Invalid)},
		"two alike":             {func(d *Deck) { d.Cards[1].ID = d.Cards[0].ID }, Refuse(Taken)},
		"a wild card":           {func(d *Deck) { d.Cards[0].ID = "B/0" }, Refuse(Invalid)},
		"a nameless card":       {func(d *Deck) { d.Cards[0].ID = "" }, Refuse(Invalid)},
		"a green card":          {func(d *Deck) { d.Cards[0].Colour = "green" }, Refuse(Invalid)},
		"an unknown mark":       {func(d *Deck) { d.Cards[0].Mark = "javascript:" }, Refuse(Invalid)},
		"a known mark":          {func(d *Deck) { d.Cards[0].Mark = "K-06" }, nil},
		"wordless":              {func(d *Deck) { d.Cards[0].Words = nil }, Refuse(Missing)},
		"no question":           {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Question = "" }) }, Refuse(Empty)},
		"the longest question":  {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Question = long(IdeaMax) }) }, nil},
		"a longer one":          {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Question = long(IdeaMax + 1) }) }, Refuse(TooLong)},
		"a long theme":          {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Theme = long(TitleMax + 1) }) }, Refuse(TooLong)},
		"a long card title":     {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Title = long(TitleMax + 1) }) }, Refuse(TooLong)},
		"a long prompt":         {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Prompts = []string{long(StepMax + 1)} }) }, Refuse(TooLong)},
		"an empty prompt":       {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Prompts = []string{""} }) }, Refuse(Empty)},
		"five prompts":          {func(d *Deck) { firstCard(*d, func(w *CardText) { w.Prompts = make([]string, 5) }) }, Refuse(Full)},
	} {
		d := broughtDeck(3)
		c.change(&d)
		raw, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadDeck(raw)
		if err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if c.want == nil && !reflect.DeepEqual(got, d) {
			t.Errorf("%s was read as %+v", name, got)
		}
	}
}

// TestReadDeckCleans: what somebody brings is made safe to show, and prompts
// that are not there are a list all the same.
func TestReadDeckCleans(t *testing.T) {
	d := broughtDeck(1)
	firstCard(d, func(w *CardText) { w.Title, w.Prompts = "  Ve\u202eien\n hjem ", nil })
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadDeck(raw)
	if err != nil {
		t.Fatal(err)
	}
	if w := got.Cards[0].Words["nb"]; w.Title != "Veien hjem" || w.Prompts == nil {
		t.Errorf("read as %+v", w)
	}
}

// TestReadDeckRefusesWhatIsNoDeck: not JSON, more than one, a misspelt field,
// wrong kinds of values, too much of it.
func TestReadDeckRefusesWhatIsNoDeck(t *testing.T) {
	raw, err := json.Marshal(broughtDeck(1))
	if err != nil {
		t.Fatal(err)
	}
	whole := string(raw)
	for in, want := range map[string]error{
		"":             Refuse(Invalid),
		"null":         Refuse(Invalid),
		"[]":           Refuse(Invalid),
		"{}":           Refuse(Invalid),
		"PK\x03\x04":   Refuse(Invalid),
		whole[:40]:     Refuse(Invalid),
		whole + whole:  Refuse(Invalid),
		whole + "}":    Refuse(Invalid),
		whole + " \n ": nil,
		strings.Replace(whole, `"prompts"`, `"promts"`, 1):       Refuse(Invalid),
		strings.Replace(whole, `"Hva mangler?"`, `["Hva?"]`, 1):  Refuse(Invalid),
		strings.Replace(whole, `"cards":[`, `"cards":[null,`, 1): Refuse(Invalid),
		strings.Repeat("[", DeckBytes):                           Refuse(Invalid),
		whole + strings.Repeat(" ", DeckBytes):                   Refuse(TooLong),
	} {
		if _, err := ReadDeck([]byte(in)); err != want {
			t.Errorf("%.40q: %v, want %v", in, err, want)
		}
	}
}

// TestReadDeckOfAnything damages a deck in many ways: whatever comes
// out is a refusal, or a deck that reads the same when it is read again.
func TestReadDeckOfAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	small, _ := FindDeck("ung")
	small.Cards = small.Cards[:4]
	whole, err := json.Marshal(small)
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for range 500 {
		raw := append([]byte(nil), whole...)
		for range 1 + r.IntN(3) {
			raw[r.IntN(len(raw))] = byte(r.IntN(256))
		}
		d, err := ReadDeck(raw)
		var no Refusal
		if err != nil {
			if !errors.As(err, &no) {
				t.Fatalf("%v is no refusal", err)
			}
			continue
		}
		read++
		again, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if twice, err := ReadDeck(again); err != nil || !reflect.DeepEqual(twice, d) {
			t.Fatalf("read once, then %v", err)
		}
	}
	if read == 0 {
		t.Error("every damaged deck was refused, so nothing was read twice")
	}
}

// TestBrokenDeckStopsTheProgram: a file of ours that cannot be read, or that
// lies under another name, is found before anybody sits down.
func TestBrokenDeckStopsTheProgram(t *testing.T) {
	whole, err := deckFiles.ReadFile("decks/ung.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string][]byte{"ung": whole[:len(whole)/2], "gammal": whole} {
		func() {
			defer func() {
				if said := fmt.Sprint(recover()); !strings.Contains(said, name+".json") {
					t.Errorf("%s: stopped with %q", name, said)
				}
			}()
			shippedDecks(fstest.MapFS{"decks/" + name + ".json": {Data: raw}})
		}()
	}
	if got := shippedDecks(fstest.MapFS{"decks/ung.json": {Data: whole}}); len(got) != 1 {
		t.Errorf("a whole deck is not read: %v", got)
	}
	if _, ok := FindDeck("gammal"); ok {
		t.Error("found a deck that is not there")
	}
}
