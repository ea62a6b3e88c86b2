package server

import (
	"net/http"

	"dugnad/room"
)

// deckFile is a deck that somebody brings along. It comes this way because it
// is larger than a frame may be.
type deckFile struct {
	File string `json:"file"` // the deck as JSON text
}

// takeDeck lays somebody's own deck on the tables.
func (s *Server) takeDeck(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in deckFile
	if err := readMost(r, &in, 2*room.DeckBytes); err != nil { // as a text within JSON it grows
		return err
	}
	if in.File == "" {
		return room.Refuse(room.Empty)
	}
	cmd, err := s.newKey()
	if err != nil {
		return err
	}
	if _, err := s.o.Rooms.Do(r.Context(), v.Room, v.Seat, "deck-"+cmd, room.AdoptDeck{File: in.File}); err != nil {
		return err
	}
	return answer(w, status{"ok"})
}

// deck is the deck that lies on the tables, as a file in the meeting's language:
// to be changed, shared and brought along again.
func (s *Server) deck(w http.ResponseWriter, r *http.Request, v visitor) error {
	var d room.Deck
	if err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) { d = deckOf(st) }); err != nil {
		return err
	}
	if len(d.Cards) == 0 {
		return notThere
	}
	return sendFile(w, "kort-"+d.ID, d)
}

func deckOf(st *room.State) room.Deck {
	lang, d := "nb", room.Deck{}
	if m, ok := st.See(room.All, "meeting"); ok {
		lang = m.(room.MeetingView).Lang
	}
	view, ok := st.See(room.All, "deck")
	if !ok {
		return d
	}
	lies := view.(room.DeckView)
	d.ID, d.Title = lies.Deck, map[string]string{lang: lies.Title}
	for _, id := range lies.Cards {
		if c, ok := st.See(room.All, room.Key("cards/"+id)); ok {
			c := c.(room.CardView)
			d.Cards = append(d.Cards, room.Card{ID: c.ID, Colour: c.Colour, Mark: c.Mark, Words: map[string]room.CardText{
				lang: {Theme: c.Theme, Title: c.Title, Question: c.Question, Prompts: c.Prompts}}})
		}
	}
	return d
}
