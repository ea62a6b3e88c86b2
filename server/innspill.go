package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"dugnad/report"
	"dugnad/room"
)

// innspill is what young people have shared, as cards for an adult dugnad: a deck
// of their own, or with ?deck= laid into one of ours. Theirs come first.
func (s *Server) innspill(w http.ResponseWriter, r *http.Request, v visitor) error {
	var meeting room.MeetingView
	var youth room.YouthView
	var young bool
	var measures []room.MeasureView
	var piles []room.ClusterView
	err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) {
		if m, ok := st.See(room.All, "meeting"); ok {
			meeting = m.(room.MeetingView)
		}
		if y, ok := st.See(room.All, "youth"); ok {
			youth, young = y.(room.YouthView), true
		}
		measures = report.Seen[room.MeasureView](st, "measures", room.All)
		piles = report.Seen[room.ClusterView](st, "clusters", room.All)
	})
	switch {
	case err != nil:
		return err
	case !young:
		return notThere
	case youth.Published == 0:
		return room.Refuse(room.Veiled)
	}
	into, known := room.FindDeck(r.URL.Query().Get("deck"))
	if asked := r.URL.Query().Get("deck"); asked != "" && !known {
		return notThere
	}
	d := s.inputDeck(meeting, measures, piles, into)
	if len(d.Cards) == 0 {
		return notThere
	}
	return sendFile(w, "fra-ungdommen-"+v.Room, d)
}

// inputDeck makes a card of each proposal: those that became measures first.
func (s *Server) inputDeck(meeting room.MeetingView, measures []room.MeasureView, piles []room.ClusterView, into room.Deck) room.Deck {
	lang := meeting.Lang
	say := func(key string) string { return s.words.say(lang, key) }
	d := room.Deck{ID: "fra-ungdommen", Title: map[string]string{lang: say("innspill.title")}}
	slices.SortStableFunc(measures, func(a, b room.MeasureView) int { return int(a.Order - b.Order) })
	slices.SortStableFunc(piles, func(a, b room.ClusterView) int { return a.Order - b.Order })
	made := map[string]bool{}
	add := func(title, first string) {
		if title == "" || len(d.Cards) >= room.CardsMax-len(into.Cards) {
			return
		}
		c := room.CardText{Theme: say("innspill.theme"), Title: title, Question: say("innspill.question"), Prompts: []string{}}
		if first != "" {
			c.Prompts = append(c.Prompts, first)
		}
		d.Cards = append(d.Cards, room.Card{ID: "FU-" + strconv.Itoa(len(d.Cards)+1), Colour: room.OrangeCard, Mark: "K-12",
			Words: map[string]room.CardText{lang: c}})
	}
	for _, m := range measures {
		made[m.Cluster] = true
		add(m.Title, m.First)
	}
	for _, p := range piles {
		if !made[p.ID] {
			add(p.Title, "")
		}
	}
	if words, ok := into.Title[lang]; ok && len(d.Cards) > 0 {
		d.Title[lang] = strings.Join([]string{words, d.Title[lang]}, " + ")
		for _, c := range into.Cards {
			d.Cards = append(d.Cards, room.Card{ID: c.ID, Colour: c.Colour, Mark: c.Mark, Words: map[string]room.CardText{lang: c.Words[lang]}})
		}
	}
	return d
}
